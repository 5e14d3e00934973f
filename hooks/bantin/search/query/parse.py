"""What a reader typed, as words and phrases."""

import re
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from bantin.search.format.sentences import sentences
from bantin.search.query.grammar import (
    PHRASE,
    QUOTES,
    blank,
    without_honorifics,
    without_order,
)
from bantin.vietnamese.chunks import DIGITS
from bantin.vietnamese.syllables import is_syllable
from bantin.vietnamese.tokens import Token, tokenise

# A minus before a word or a quoted phrase; a phrase without its end lasts to the end of the text.
EXCLUDED = re.compile(rf"(?<!\S)[-−](?:[{QUOTES}]([^{QUOTES}]*)(?:[{QUOTES}]|$)|([^\s{QUOTES}]+))")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
BREAK = re.compile(r"[,;]")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# A character may be typed as a letter and as many as three diacritics.
MAX_UNITS = 4
LETTERS = re.compile(r"[a-z]+")
LONGEST_INITIALS = 8
VOWELS = "aeiouy"


class QueryWord(NamedTuple):
    """A word of a query, or a joined form: several words that are also searched for as one.

    Attributes:
        exact: as typed, in small letters.
        folded: without diacritics.
        position: of its first word among the words of the query.
        length: how many words it covers; more than one for a joined form.
        start: where it begins in the text.
        end: where it ends there.
        is_code: whether it is capitals that are no syllable, as abbreviations are.
        is_after_break: whether a comma or a semicolon sets it apart from the word before.
    """

    exact: str
    folded: str
    position: int
    length: int = 1
    start: int = 0
    end: int = 0
    is_code: bool = False
    is_after_break: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query.

    Attributes:
        text: what was read.
        words: all words in order, those of phrases included.
        joined: joined forms, such as document numbers and spans of years.
        phrases: what was typed between quotation marks.
        excluded: words and phrases that results must not have.
        has_diacritics: whether any diacritic was typed; then diacritics count.
        is_open: whether the last word may be unfinished.
        is_truncated: whether the query had more words than are read.
        is_by_date: whether it asks for the newest articles first.
    """

    text: str
    words: tuple[QueryWord, ...]
    joined: tuple[QueryWord, ...]
    phrases: tuple[tuple[QueryWord, ...], ...]
    excluded: tuple[tuple[QueryWord, ...], ...]
    has_diacritics: bool
    is_open: bool
    is_truncated: bool
    is_by_date: bool

    @property
    def years(self) -> frozenset[int]:
        """The years in it that belong to no document number and no period."""
        joined = {form.position + at for form in self.joined for at in range(form.length)}
        words = (word.exact for word in self.words if word.position not in joined)
        return frozenset(int(word) for word in words if YEAR.fullmatch(word))


def clean(text: str, limit: int) -> tuple[str, bool]:
    """Return the text in NFC without control characters, and whether it had to be truncated.

    Args:
        text: as typed, of any length.
        limit: most characters of the result.
    """
    # Cut before normalising: a pasted book must not take long.
    whole = CONTROL.sub(" ", normalize("NFC", text[: MAX_UNITS * limit]))
    return whole[:limit], len(whole) > limit or len(text) > MAX_UNITS * limit


def parse(text: str, limits: dict[str, int], *, is_finished: bool = False) -> Query:
    """Return the query that a clean text means; a quotation mark without its partner is ignored.

    Args:
        text: as typed.
        limits: how much of it is read.
        is_finished: whether the reader has sent it, so that the last word is whole.
    """
    limit = limits["words"]
    excluded = [match for match in EXCLUDED.finditer(text) if _excludes(text, match)]
    whole = blank(text, iter(excluded))
    topic = without_order(whole)
    asked = without_honorifics(topic)
    quoted = (part for match in PHRASE.finditer(asked) for part in sentences(match[1]))
    phrases = (_split(part)[0][:limit] for part in quoted)
    all_words, joined = _split(re.sub(f"[{QUOTES}]", " ", asked))
    words = tuple(all_words[:limit])
    last = words[-1].exact[-1] if words else " "
    return Query(
        text=text,
        words=words,
        joined=tuple(form for form in joined if form.position < len(words)),
        phrases=tuple(tuple(phrase) for phrase in phrases if phrase),
        excluded=tuple(_excluded_words(match)[:limit] for match in excluded),
        has_diacritics=any(has_diacritics(word) for word in words),
        is_open=not is_finished and last not in DIGITS and asked.lower().endswith(last),
        is_truncated=len(all_words) > limit,
        is_by_date=topic != whole,
    )


def _excludes(text: str, match: re.Match[str]) -> bool:
    """Whether a minus excludes: in “65 -KL/TW” and “2021 -2025” it belongs to a number."""
    words = _excluded_words(match)
    if not words:
        return False
    is_after_number = text[: match.start()].rstrip()[-1:] in tuple(DIGITS)
    is_word = len(words) == 1 and is_syllable(words[0].exact)
    return match[1] is not None or not is_after_number or is_word


def _excluded_words(match: re.Match[str]) -> tuple[QueryWord, ...]:
    return tuple(_split(match[1] if match[1] is not None else match[2])[0])


def has_diacritics(word: QueryWord) -> bool:
    """Whether a word was typed with diacritics."""
    return word.exact[0] not in DIGITS and word.exact.replace("'", "") != word.folded


def is_number(folded: str) -> bool:
    """Whether a word is a number."""
    return folded[0] in DIGITS


def has_vowel(folded: str) -> bool:
    """Whether a word has a vowel; without one it is initials."""
    return any(char in VOWELS for char in folded)


def is_letters(word: QueryWord) -> bool:
    """Whether a word is letters that may be initials."""
    return 1 < len(word.folded) <= LONGEST_INITIALS and LETTERS.fullmatch(word.folded) is not None


def _split(text: str) -> tuple[list[QueryWord], list[QueryWord]]:
    """Return the words and the joined forms of a text."""
    tokens = tokenise(text)
    words = [token for token in tokens if token.kind == "word"]
    joined = []
    for token in tokens:
        if token.kind != "word":
            length = sum(word.start < token.end for word in words[token.position :])
            joined.append(QueryWord(token.exact, token.folded, token.position, length))
    return [_query_word(text, word, before) for before, word in _with_end_before(words)], joined


def _with_end_before(words: list[Token]) -> list[tuple[int, Token]]:
    """Return words, each with where the word before ends."""
    return list(zip((0, *(word.end for word in words)), words, strict=False))


def _query_word(text: str, word: Token, end_before: int) -> QueryWord:
    typed = text[word.start : word.end]
    is_code = len(typed) > 1 and typed.isupper() and not is_syllable(word.exact)
    is_after_break = BREAK.search(text, end_before, word.start) is not None
    return QueryWord(
        word.exact, word.folded, word.position, 1, word.start, word.end, is_code, is_after_break
    )
