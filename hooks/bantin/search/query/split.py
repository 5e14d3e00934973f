"""Words typed short: without spaces (“danvan” for dân vận), or by their initials (“SYT”)."""

from collections.abc import Iterator
from itertools import islice, pairwise

from bantin.search.query.grammar import PHRASE
from bantin.search.query.parse import Query, QueryWord, has_vowel, is_letters, is_number
from bantin.search.query.reader import IndexReader
from bantin.search.query.resolve import ResolvedQuery
from bantin.vietnamese.fold import fold
from bantin.vietnamese.syllables import is_syllable

# In letters: what is shorter is rather a slip, and so is a part without a vowel.
SHORTEST, LONGEST, LONGEST_PART = 5, 40, 7
# So many ways to split a word are tried: each may ask for some files.
MOST = 8


def set_apart(index: IndexReader, query: Query, resolved: ResolvedQuery) -> str:
    """Return the text of a query with each word that stands for several in a row as these."""
    text = query.text
    for word in reversed(query.words):
        spaced = _spelled_out(index, query, resolved, word)
        if not spaced and word.position in resolved.unknown:
            spaced = _with_spaces(index, word)
        if spaced:
            text = text[: word.start] + spaced + text[word.end :]
    return text


def _spelled_out(index: IndexReader, query: Query, resolved: ResolvedQuery, word: QueryWord) -> str:
    """Return what initials stand for, unless the index has them next to a neighbour."""
    if not is_letters(word) or is_syllable(word.exact) or resolved.has_pair(word.position):
        return ""
    is_quoted = any(at.start() <= word.start < at.end() for at in PHRASE.finditer(query.text))
    is_joined = any(
        form.position <= word.position < form.position + form.length for form in query.joined
    )
    phrase = "" if is_quoted or is_joined else index.short_forms().get(word.folded, "")
    # The other words were typed without diacritics too.
    return fold(phrase) if not query.has_diacritics and len(query.words) > 1 else phrase


def _with_spaces(index: IndexReader, word: QueryWord) -> str:
    """Return a run of letters with spaces between its words; empty where it has none."""
    is_plain = len(word.exact) == len(word.folded) and not word.is_code
    if is_number(word.folded) or not is_plain or not SHORTEST <= len(word.folded) <= LONGEST:
        return ""
    return "" if is_syllable(word.exact) else " ".join(_parts(index, word.exact, word.folded))


def _parts(index: IndexReader, exact: str, folded: str) -> list[str]:
    """Return the words of a run of letters, if the index has each next to the other."""
    words = {word for word, _ in index.vocabulary() if has_vowel(word)}
    for sizes in islice(_ways(folded, words, _ends(folded, words)), MOST):
        ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
        parts = [folded[end - size : end] for end, size in zip(ends, sizes, strict=True)]
        if all(_has_pair(index, *both) for both in pairwise(parts)):
            return [exact[end - size : end] for end, size in zip(ends, sizes, strict=True)]
    return []


def _ends(folded: str, words: set[str]) -> set[int]:
    """Return how many last letters are known words in a row: without it, all ways are tried."""
    ends = {0}
    for size in range(1, len(folded) + 1):
        rest = folded[len(folded) - size :]
        longest = min(LONGEST_PART, size)
        if any(rest[:part] in words and size - part in ends for part in range(1, longest + 1)):
            ends.add(size)
    return ends


def _ways(folded: str, words: set[str], ends: set[int]) -> Iterator[list[int]]:
    """Yield the sizes of known words that a run of letters may be made of, long ones first."""
    if not folded:
        yield []
    for size in range(min(LONGEST_PART, len(folded)), 0, -1):
        if folded[:size] in words and len(folded) - size in ends:
            yield from ([size, *rest] for rest in _ways(folded[size:], words, ends))


def _has_pair(index: IndexReader, first: str, second: str) -> bool:
    return any(term.folded[1] == second for term in index.pair_terms(first, second[0]))
