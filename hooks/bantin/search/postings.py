"""All vectors merged: for each term the articles that have it, as bytes."""

from dataclasses import dataclass

import numpy as np

from bantin.search.codec import encode
from bantin.search.vector import Codes, Ids, Numbers

DOC_BITS = 20
CODE_BITS = 8
PLACE_BITS = 20


@dataclass(frozen=True, slots=True)
class Lists:
    """One list of bytes for each of a run of ranks.

    Attributes:
        data: all lists, one after another.
        starts: where each begins, and the end.
        counts: how many articles each names; an article counts once a source and level.
    """

    data: bytes
    starts: Numbers
    counts: Numbers

    @property
    def sizes(self) -> Numbers:
        """How long each list is."""
        return np.diff(self.starts)

    def of(self, number: int) -> bytes:
        """The list of one rank, counted from the first of the run."""
        return self.data[self.starts[number] : self.starts[number + 1]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All articles in the order of their numbers, their vectors laid end to end.

    Attributes:
        ranks: rank of each term of each article.
        codes: beside it, where it was met and how strongly.
        starts: where each article begins, and the end.
        pairs: for each place one more than the rank of the pair that begins there, or 0.
        pair_starts: where the places of each article begin, and the end.
    """

    ranks: Ids
    codes: Codes
    starts: Numbers
    pairs: Ids
    pair_starts: Numbers


def postings(corpus: Corpus, first: int, last: int) -> Lists:
    """Return for each rank of a run: (code, count, gaps between article numbers) by rising code."""
    chosen = np.flatnonzero((corpus.ranks >= first) & (corpus.ranks < last))
    keys = (corpus.ranks[chosen] - first).astype(np.int64)
    keys <<= CODE_BITS
    keys |= corpus.codes[chosen]
    keys <<= DOC_BITS
    keys |= _owners(chosen, corpus.starts)
    keys.sort()
    groups = keys >> DOC_BITS
    begins = _firsts(groups)
    counts = np.diff(np.append(begins, len(keys)))
    codes = groups[begins] & ((1 << CODE_BITS) - 1)
    gaps = _gaps(keys & ((1 << DOC_BITS) - 1), groups)
    owners = groups[begins] >> CODE_BITS
    return _lists(gaps, begins, _pairs(codes, counts), owners, counts, last - first)


def places(corpus: Corpus, first: int, last: int) -> Lists:
    """Return for each rank of a run of pairs: (gap to the article, count, gaps between places)."""
    chosen = np.flatnonzero((corpus.pairs > first) & (corpus.pairs <= last))
    docs = _owners(chosen, corpus.pair_starts)
    keys = (corpus.pairs[chosen] - (first + 1)).astype(np.int64)
    keys <<= DOC_BITS
    keys |= docs
    keys <<= PLACE_BITS
    keys |= chosen - corpus.pair_starts[docs]
    keys.sort()
    groups = keys >> PLACE_BITS
    begins = _firsts(groups)
    counts = np.diff(np.append(begins, len(keys)))
    spots = _gaps(keys & ((1 << PLACE_BITS) - 1), groups)
    owners = groups[begins] >> DOC_BITS
    gaps = _gaps(groups[begins] & ((1 << DOC_BITS) - 1), owners)
    ones = np.ones_like(counts)
    return _lists(spots, begins, _pairs(gaps, counts), owners, ones, last - first)


def _owners(chosen: Numbers, starts: Numbers) -> Numbers:
    """Return the article to which each chosen place belongs."""
    edges = np.searchsorted(chosen, starts)
    return np.repeat(np.arange(len(starts) - 1), np.diff(edges))


def _lists(  # noqa: PLR0913, PLR0917 -- columns of one table
    values: Numbers, begins: Numbers, heads: Numbers, owners: Numbers, weights: Numbers, size: int
) -> Lists:
    """Return the values as bytes, two heads before each group; groups of one owner are a list."""
    data, starts = encode(np.insert(values, np.repeat(begins, 2), heads))
    edges = np.append(starts[begins + 2 * np.arange(len(begins))], len(data))
    counts = np.bincount(owners, weights, minlength=size).astype(np.int64)
    return Lists(data, edges[np.searchsorted(owners, np.arange(size + 1))], counts)


def _gaps(numbers: Numbers, groups: Numbers) -> Numbers:
    """Return each number less the one before it in its group."""
    numbers[1:] -= np.where(groups[1:] == groups[:-1], numbers[:-1], 0)
    return numbers


def _firsts(groups: Numbers) -> Numbers:
    """Return where each run of equal numbers begins."""
    if not len(groups):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate(([True], groups[1:] != groups[:-1])))


def _pairs(first: Numbers, second: Numbers) -> Numbers:
    return np.stack((first, second), axis=1).ravel()
