"""One chunk of text, cut into words and into the forms that stand for several of them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE
from bantin.vietnamese.patterns import (
    CENTRE,
    CHUNK,
    FIGURE,
    HEAD,
    REST,
    SHORT_TERM,
    WORD,
)
from bantin.vietnamese.tone import place_tones

Kind = Literal["word", "number", "symbol", "figure", "term", "guess"]

DIGITS = "0123456789"
LONGEST_TERM = 10
_SHOWN = dict.fromkeys(map(ord, INVISIBLE), "") | dict.fromkeys(map(ord, APOSTROPHES), "'")


class Token(NamedTuple):
    """A form that a text is found by; see ``bantin.vietnamese.tokens``."""

    exact: str
    folded: str
    start: int
    end: int
    position: int
    kind: Kind

    def shifted(self, places: int, words: int) -> "Token":
        """Return the token as it stands further on in a text."""
        exact, folded, start, end, position, kind = self
        return Token(exact, folded, start + places, end + places, position + words, kind)


def cut(chunk: str) -> list[Token]:
    """Return the tokens of a chunk, counted from its beginning, by position, words first."""
    words: list[Token] = []
    for match in WORD.finditer(chunk):
        exact, folded = forms(match[0])
        if folded:
            words.append(Token(exact, folded, *match.span(), len(words), "word"))
    if len(words) < 2:  # noqa: PLR2004 - one alone joins with nothing
        return words
    joined = [*_join(chunk, words)]
    if not joined:
        return words
    return sorted([*words, *joined], key=lambda token: (token.position, token.kind != "word"))


@lru_cache(maxsize=10_000)  # most words come back with another mark beside them
def forms(word: str) -> tuple[str, str]:
    """Return the exact and the folded form of one word in small letters."""
    if word[0] in DIGITS:
        return word, word.lstrip("0") or "0"
    return place_tones(word.translate(_SHOWN)), fold(word)


def _join(chunk: str, words: list[Token]) -> Iterable[Token]:
    if chunk[0] not in DIGITS:
        return [_whole(chunk, words, "symbol")]
    whole = CHUNK.fullmatch(chunk)
    if whole and whole.lastgroup == "term":
        return _term(words, "term")
    if whole and whole.lastgroup == "document":
        return _document(chunk, words)
    if SHORT_TERM.fullmatch(chunk):
        return _short_term(words)
    return _figures(chunk, words)


def _whole(chunk: str, words: list[Token], kind: Kind) -> Token:
    """Return several words as one; T.Ư and TƯ after a stroke are TW."""
    first, last = words[0], words[-1]
    written = CENTRE.sub("/tw", chunk[first.start : last.end])
    parts = [forms(word) for word in WORD.findall(written)]
    exact, folded = "".join(part[0] for part in parts), "".join(part[1] for part in parts)
    return Token(exact, folded, first.start, last.end, first.position, kind)


def _document(chunk: str, words: list[Token]) -> Iterator[Token]:
    """Yield the number with its letters, and the letters alone, up to each place of rest."""
    head = HEAD.match(chunk)
    letters = head.end() if head else 0
    for end in (*(rest.end() for rest in REST.finditer(chunk, letters)), len(chunk)):
        number = [word for word in words if word.end <= end]
        symbol = [word for word in number if word.start >= letters]
        yield _whole(chunk, number, "number")
        if len(symbol) > 1:
            yield _whole(chunk, symbol, "symbol")


def _term(words: list[Token], kind: Kind) -> Iterator[Token]:
    first, last = words
    if first.folded < last.folded:
        name = f"{first.folded}-{last.folded}"
        yield Token(name, name, first.start, last.end, first.position, kind)


def _short_term(words: list[Token]) -> Iterator[Token]:
    first, last = (int(word.exact) for word in words)
    if first < last <= first + LONGEST_TERM:
        years = [
            word._replace(exact=f"20{word.exact}", folded=f"20{word.exact}", kind="guess")
            for word in words
        ]
        yield from years
        yield from _term(years, "guess")


def _figures(chunk: str, words: list[Token]) -> Iterator[Token]:
    for word in words:
        figure = FIGURE.match(chunk, word.start)
        if figure and chunk[word.start - 1 : word.start] not in {".", ","}:
            digits = figure[0].replace(figure[1], "")
            yield Token(digits, digits, word.start, figure.end(), word.position, "figure")
