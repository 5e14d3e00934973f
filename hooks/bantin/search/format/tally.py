"""How much an index holds: what decides the number of its shards, and its vocabulary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import LONGEST_POSTING_LIST, SHARD_SIZE
from bantin.search.format.terms import Term, folded_form

# Bytes that a term takes beside its list, more or less.
WRITTEN = 8


class Size(NamedTuple):
    """Terms of a kind, and the postings of those whose lists may stand in shards."""

    terms: int = 0
    postings: int = 0

    @property
    def bits(self) -> int:
        """How many bits of the hash make shards of the wanted size."""
        return ((self.postings + WRITTEN * self.terms) // SHARD_SIZE).bit_length()

    def changed(self, before: int, after: int) -> "Size":
        """Return the size once a term that was in so many articles is in so many others."""
        gone, come = _alone(before), _alone(after)
        return Size(
            self.terms + come.terms - gone.terms, self.postings + come.postings - gone.postings
        )

    @classmethod
    def total(cls, sizes: "Iterable[Size]") -> "Size":
        """Return all sizes together."""
        return cls(*map(sum, zip(cls(), *sizes, strict=True)))


class Tally(NamedTuple):
    """Sizes of words and pairs, and in how many articles each folded word of letters is."""

    words: Size
    pairs: Size
    vocabulary: Mapping[str, int]


def size_of(counts: Numbers) -> Size:
    """Return the size of terms that are in so many articles each."""
    return Size(len(counts), int(counts[counts <= LONGEST_POSTING_LIST].sum()))


def vocabulary_of(words: Iterable[Term], counts: Numbers) -> dict[str, int]:
    """Return in how many articles each folded word of letters is, its spellings together."""
    found = Counter[str]()
    for (word,), count in zip(words, counts.tolist(), strict=True):
        if word.isalpha():
            found[folded_form(word)] += count
    return found


def vocabulary_file(vocabulary: Mapping[str, int]) -> bytes:
    """Return every folded word followed by a digit for how common it is."""
    common = (f"{word}{min(9, count.bit_length())}" for word, count in sorted(vocabulary.items()))
    return " ".join(common).encode()


def _alone(count: int) -> Size:
    """Return what one term adds."""
    return size_of(np.array([count])) if count else Size()
