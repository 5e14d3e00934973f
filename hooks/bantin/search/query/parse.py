"""What a reader typed, as words and phrases."""

import re
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from bantin.vietnamese.chunks import DIGITS
from bantin.vietnamese.tokens import tokenise

QUOTES = '"“”„«»'
PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
# A character may be typed as a letter and as many as three marks.
WIDEST = 4
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Typed(NamedTuple):
    """A word as typed, or a form that stands for several from its position on."""

    exact: str
    folded: str
    position: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query.

    Attributes:
        words: all words in order, those of phrases included.
        joined: forms that stand for several words: document numbers, terms of years.
        phrases: what stood between quotation marks.
        is_marked: whether any tone or letter mark was typed; then marks count.
        is_open: whether the last word may be unfinished.
        is_cut: whether the query was longer than is read.
    """

    words: tuple[Typed, ...]
    joined: tuple[Typed, ...]
    phrases: tuple[tuple[Typed, ...], ...]
    is_marked: bool
    is_open: bool
    is_cut: bool


def clean(text: str, most: int) -> tuple[str, bool]:
    """Return the text in NFC without control characters, and whether it had to be cut."""
    whole = CONTROL.sub(" ", normalize("NFC", text[: WIDEST * most]))
    return whole[:most], len(whole) > most or len(text) > WIDEST * most


def parse(text: str, limits: dict[str, int]) -> Query:
    """Return the query that a clean text means; a quotation mark without its fellow is nothing."""
    most = limits["words"]
    phrases = (_read(match[1])[0][:most] for match in PHRASE.finditer(text))
    words, joined = _read(re.sub(f"[{QUOTES}]", " ", text))
    kept = tuple(words[:most])
    last = kept[-1].exact[-1] if kept else " "
    return Query(
        words=kept,
        joined=tuple(form for form in joined if form.position < len(kept)),
        phrases=tuple(tuple(phrase) for phrase in phrases if phrase),
        is_marked=any(has_marks(word) for word in kept),
        is_open=last not in DIGITS and text.lower().endswith(last),
        is_cut=len(words) > most,
    )


def _read(text: str) -> tuple[list[Typed], list[Typed]]:
    """Return the words, and the forms that stand for several."""
    tokens = tokenise(text)
    words = [token for token in tokens if token.kind == "word"]
    joined = []
    for token in tokens:
        if token.kind != "word":
            inside = words[token.position :]
            length = sum(word.start < token.end for word in inside)
            joined.append(Typed(token.exact, token.folded, token.position, length))
    return [Typed(word.exact, word.folded, word.position) for word in words], joined


def has_marks(word: Typed) -> bool:
    """Whether a word was typed with marks."""
    return word.exact[0] not in DIGITS and word.exact.replace("'", "") != word.folded


def is_digits(folded: str) -> bool:
    """Whether a word is a number."""
    return folded[0] in DIGITS
