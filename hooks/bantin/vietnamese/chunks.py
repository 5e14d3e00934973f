"""The tokens of one chunk: its words, and the joined forms that several words make together.

``bantin.vietnamese.tokens`` specifies words, forms and kinds, and cuts a text into chunks.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE
from bantin.vietnamese.token_patterns import (
    BREAKPOINT,
    CENTRAL,
    CHUNK,
    FIGURE,
    NUMBER_HEAD,
    SHORT_PERIOD,
    WORD,
)
from bantin.vietnamese.tone import place_tones

Kind = Literal["word", "number", "symbol", "figure", "period", "guess"]

DIGITS = "0123456789"
LONGEST_PERIOD = 10  # years; “21-45” is hardly a programme's
_EXACT = dict.fromkeys(map(ord, INVISIBLE), "") | dict.fromkeys(map(ord, APOSTROPHES), "'")


class Token(NamedTuple):
    """A form by which a text is found.

    Attributes:
        exact: the form that ranks, with diacritics.
        folded: the form that finds, without them.
        start: offset of its first character in the NFC form of the text.
        end: offset behind its last character.
        position: ordinal number of its (first) word in the text.
        kind: a word, or the kind of joined form.
    """

    exact: str
    folded: str
    start: int
    end: int
    position: int
    kind: Kind

    def moved(self, characters: int, words: int) -> "Token":
        """Return the token of the same chunk that begins so much later in a text."""
        exact, folded, start, end, position, kind = self
        return Token(exact, folded, start + characters, end + characters, position + words, kind)


def tokenise_chunk(chunk: str) -> list[Token]:
    """Return the tokens of a chunk by position, each word before the forms that begin with it."""
    words: list[Token] = []
    for match in WORD.finditer(chunk):
        exact, folded = word_forms(match[0])
        if folded:
            words.append(Token(exact, folded, *match.span(), len(words), "word"))
    if len(words) < 2:  # noqa: PLR2004 - one alone joins with nothing
        return words
    joined = [*_joined_forms(chunk, words)]
    if not joined:
        return words
    return sorted([*words, *joined], key=lambda token: (token.position, token.kind != "word"))


@lru_cache(maxsize=10_000)  # the same words come again with other punctuation around them
def word_forms(word: str) -> tuple[str, str]:
    """Return the exact and the folded form of one word in small letters."""
    if word[0] in DIGITS:
        return word, word.lstrip("0") or "0"
    return place_tones(word.translate(_EXACT)), fold(word)


def _joined_forms(chunk: str, words: list[Token]) -> Iterable[Token]:
    if chunk[0] not in DIGITS:
        return [_join(chunk, words, "symbol")]
    match = CHUNK.fullmatch(chunk)
    if match and match.lastgroup == "period":
        return _period(words, "period")
    if match and match.lastgroup == "document":
        return _document_number(chunk, words)
    if SHORT_PERIOD.fullmatch(chunk):
        return _short_period(words)
    return _figures(chunk, words)


def _join(chunk: str, words: list[Token], kind: Kind) -> Token:
    """Return several words as one form; “T.Ư” and “TƯ” behind a stroke count as “TW”."""
    first, last = words[0], words[-1]
    written = CENTRAL.sub("/tw", chunk[first.start : last.end])
    parts = [word_forms(word) for word in WORD.findall(written)]
    exact, folded = "".join(part[0] for part in parts), "".join(part[1] for part in parts)
    return Token(exact, folded, first.start, last.end, first.position, kind)


def _document_number(chunk: str, words: list[Token]) -> Iterator[Token]:
    """Yield the number with its letters, and the letters alone.

    “65 kl tw” may be a whole number, or “65 kl” followed by another abbreviation: both are given,
    one for each breakpoint in the chunk.
    """
    head = NUMBER_HEAD.match(chunk)
    letters = head.end() if head else 0
    breakpoints = (match.end() for match in BREAKPOINT.finditer(chunk, letters))
    for end in (*breakpoints, len(chunk)):
        number = [word for word in words if word.end <= end]
        symbol = [word for word in number if word.start >= letters]
        yield _join(chunk, number, "number")
        if len(symbol) > 1:
            yield _join(chunk, symbol, "symbol")


def _period(words: list[Token], kind: Kind) -> Iterator[Token]:
    first, last = words
    if first.folded < last.folded:
        years = f"{first.folded}-{last.folded}"
        yield Token(years, years, first.start, last.end, first.position, kind)


def _short_period(words: list[Token]) -> Iterator[Token]:
    """Yield “21-25” as the years 2021 and 2025 and the period between them."""
    first, last = (int(word.exact) for word in words)
    if first < last <= first + LONGEST_PERIOD:
        years = [
            word._replace(exact=f"20{word.exact}", folded=f"20{word.exact}", kind="guess")
            for word in words
        ]
        yield from years
        yield from _period(years, "guess")


def _figures(chunk: str, words: list[Token]) -> Iterator[Token]:
    """Yield “15.320” without its point, unless it only ends a longer run of digits."""
    for word in words:
        figure = FIGURE.match(chunk, word.start)
        if figure and chunk[word.start - 1 : word.start] not in {".", ","}:
            digits = figure[0].replace(figure[1], "")
            yield Token(digits, digits, word.start, figure.end(), word.position, "figure")
