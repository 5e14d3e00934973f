"""What a reader typed, as words and phrases."""

import re
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from bantin.vietnamese.chunks import DIGITS
from bantin.vietnamese.tokens import tokenise

QUOTES = '"“”„«»'
PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# A character may be typed as a letter and as many as three diacritics.
MAX_UNITS = 4


class QueryWord(NamedTuple):
    """A word of a query, or a joined form: several words that are also searched for as one.

    Attributes:
        exact: as typed, in small letters.
        folded: without diacritics.
        position: of its first word among the words of the query.
        length: how many words it covers; more than one for a joined form.
    """

    exact: str
    folded: str
    position: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """A query.

    Attributes:
        words: all words in order, those of phrases included.
        joined: joined forms, such as document numbers and spans of years.
        phrases: what was typed between quotation marks.
        has_diacritics: whether any diacritic was typed; then diacritics count.
        is_open: whether the last word may be unfinished.
        is_truncated: whether the query had more words than are read.
    """

    words: tuple[QueryWord, ...]
    joined: tuple[QueryWord, ...]
    phrases: tuple[tuple[QueryWord, ...], ...]
    has_diacritics: bool
    is_open: bool
    is_truncated: bool


def clean(text: str, limit: int) -> tuple[str, bool]:
    """Return the text in NFC without control characters, and whether it had to be truncated.

    Args:
        text: as typed, of any length.
        limit: most characters of the result.
    """
    # Cut before normalising: a pasted book must not take long.
    whole = CONTROL.sub(" ", normalize("NFC", text[: MAX_UNITS * limit]))
    return whole[:limit], len(whole) > limit or len(text) > MAX_UNITS * limit


def parse(text: str, limits: dict[str, int]) -> Query:
    """Return the query that a clean text means; a quotation mark without its partner is ignored."""
    limit = limits["words"]
    phrases = (_split(match[1])[0][:limit] for match in PHRASE.finditer(text))
    all_words, joined = _split(re.sub(f"[{QUOTES}]", " ", text))
    words = tuple(all_words[:limit])
    last = words[-1].exact[-1] if words else " "
    return Query(
        words=words,
        joined=tuple(form for form in joined if form.position < len(words)),
        phrases=tuple(tuple(phrase) for phrase in phrases if phrase),
        has_diacritics=any(has_diacritics(word) for word in words),
        is_open=last not in DIGITS and text.lower().endswith(last),
        is_truncated=len(all_words) > limit,
    )


def has_diacritics(word: QueryWord) -> bool:
    """Whether a word was typed with diacritics."""
    return word.exact[0] not in DIGITS and word.exact.replace("'", "") != word.folded


def is_number(folded: str) -> bool:
    """Whether a word is a number."""
    return folded[0] in DIGITS


def _split(text: str) -> tuple[list[QueryWord], list[QueryWord]]:
    """Return the words and the joined forms of a text."""
    tokens = tokenise(text)
    words = [token for token in tokens if token.kind == "word"]
    joined = []
    for token in tokens:
        if token.kind != "word":
            length = sum(word.start < token.end for word in words[token.position :])
            joined.append(QueryWord(token.exact, token.folded, token.position, length))
    return [QueryWord(word.exact, word.folded, word.position) for word in words], joined
