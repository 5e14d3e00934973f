"""Statistics of an index: they decide how many shards it has, and make its word list."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import LONGEST_POSTING_LIST, SHARD_SIZE
from bantin.search.format.terms import Term, folded_form

# About how many bytes of a shard a term takes besides its list.
TERM_SIZE = 8
# Words of more articles than 2^9 are all equally common.
TOP_FREQUENCY = 9


class KindStatistics(NamedTuple):
    """Statistics of words, or of pairs.

    Attributes:
        terms: how many there are.
        inline_postings: how many postings are in shards. A posting takes a byte or little more, so
            a list of more than LONGEST_POSTING_LIST postings is taken to have its own file.
    """

    terms: int = 0
    inline_postings: int = 0

    @property
    def shard_bits(self) -> int:
        """How many bits of the hash make shards of the size that is aimed at."""
        return ((self.inline_postings + TERM_SIZE * self.terms) // SHARD_SIZE).bit_length()

    def replace(self, before: int, after: int) -> "KindStatistics":
        """Return the statistics once a term of ``before`` articles is in ``after`` articles."""
        old, new = _of_term(before), _of_term(after)
        return KindStatistics(
            self.terms + new.terms - old.terms,
            self.inline_postings + new.inline_postings - old.inline_postings,
        )

    @classmethod
    def sum(cls, parts: "Iterable[KindStatistics]") -> "KindStatistics":
        """Return the statistics of all parts together."""
        return cls(*map(sum, zip(cls(), *parts, strict=True)))


class IndexStatistics(NamedTuple):
    """Statistics of an index.

    Attributes:
        words: of its words.
        pairs: of its pairs.
        frequencies: for each folded word of letters in how many articles it is, where a spelling of
            it counts for itself.
    """

    words: KindStatistics
    pairs: KindStatistics
    frequencies: Mapping[str, int]


def statistics_of(counts: Numbers) -> KindStatistics:
    """Return the statistics of terms that are in so many articles each."""
    return KindStatistics(len(counts), int(counts[counts <= LONGEST_POSTING_LIST].sum()))


def folded_frequencies(words: Iterable[Term], counts: Numbers) -> dict[str, int]:
    """Return for each folded word of letters the counts of its spellings together."""
    frequencies = Counter[str]()
    for (word,), count in zip(words, counts.tolist(), strict=True):
        if word.isalpha():
            frequencies[folded_form(word)] += count
    return frequencies


def word_list(frequencies: Mapping[str, int]) -> bytes:
    """Return the word list: every folded word followed by a digit for how common it is."""
    words = (
        f"{word}{min(TOP_FREQUENCY, count.bit_length())}"
        for word, count in sorted(frequencies.items())
    )
    return " ".join(words).encode()


def _of_term(count: int) -> KindStatistics:
    """Return what one term adds."""
    return statistics_of(np.array([count])) if count else KindStatistics()
