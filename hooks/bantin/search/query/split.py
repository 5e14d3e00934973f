"""Words typed without spaces between them, as in addresses and hashtags: “danvan” for dân vận."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bantin.search.query.parse import Query, is_number
from bantin.search.query.reader import IndexReader
from bantin.vietnamese.syllables import is_syllable

# In letters: what is shorter is rather a slip, and so is a part without a vowel.
SHORTEST, LONGEST, LONGEST_PART = 5, 40, 7
VOWELS = "aeiouy"
# So many ways to split a word are tried: each may ask for some files.
MOST = 8


def set_apart(index: IndexReader, query: Query, unknown: Sequence[int]) -> str:
    """Return the text of a query with spaces in those unknown words that are several in a row."""
    text = query.text
    for position in reversed(unknown):
        word = query.words[position]
        is_plain = len(word.exact) == len(word.folded) and not word.is_code
        if is_plain and SHORTEST <= len(word.folded) <= LONGEST and not is_syllable(word.exact):
            spaced = " ".join(_parts(index, word.exact, word.folded))
            if spaced and not is_number(word.folded):
                text = text[: word.start] + spaced + text[word.end :]
    return text


def _parts(index: IndexReader, exact: str, folded: str) -> list[str]:
    """Return the words of a run of letters, if the index has each next to the other."""
    words = {word for word, _ in index.vocabulary() if any(char in VOWELS for char in word)}
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
