"""Segments as one: the terms of a stretch of hashes, and what all articles have of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.postings import (
    DOC_BITS,
    POSITION_BITS,
    POSITION_TERM_SHIFT,
    POSTING_TERM_SHIFT,
)
from bantin.search.format.terms import HASH_BITS, WORD_BITS, WORD_MASK, Term
from bantin.search.indexing.segment import Segment, numbering

# So many segments may be looked into before their memory is given back: each time takes long.
LOOKS = 256


class Stretch(NamedTuple):
    """Terms whose hashes are neighbours, in their order.

    Attributes:
        hashes: of the terms, rising.
        names: each term as one integer.
        slices: for each segment where its own terms stand in it.
        ranks: for each segment what those terms are here.
    """

    hashes: Numbers
    names: Numbers
    slices: list[slice]
    ranks: list[Numbers]


class Merger:
    """Merges segments; a stretch at a time, so that memory does not grow with the archive."""

    def __init__(
        self,
        segments: Sequence[Segment],
        numbers: Sequence[Numbers],
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """Take what is to be merged.

        Args:
            segments: one at least.
            numbers: for each the numbers of its articles in the index.
            release: gives back the memory of columns that were read from the disk.
        """
        self._segments, self._numbers, self._release = segments, numbers, release
        self._looks = 0
        words = [(0, len(segment.words)) for segment in segments]
        pairs = [(len(segment.words), len(segment.terms)) for segment in segments]
        self._words_in = cache(partial(self._edges, words))
        self._pairs_in = cache(partial(self._edges, pairs))
        self._words = ["", *sorted(set().union(*(segment.words for segment in segments)))]
        known = numbering(self._words[1:])
        self._known = [
            np.array([0, *(known[word] for word in segment.words)], np.int64)
            for segment in segments
        ]

    @property
    def load(self) -> int:
        """How many postings and spots there are."""
        return sum(len(segment.docs) + len(segment.places) for segment in self._segments)

    def words(self, number: int, bits: int) -> Stretch:
        """Return the words of a stretch: those whose hashes begin with so many bits."""
        return self._stretch(self._words_in(bits), number)

    def pairs(self, number: int, bits: int) -> Stretch:
        """Return the pairs of a stretch: those whose hashes begin with so many bits."""
        return self._stretch(self._pairs_in(bits), number)

    def counts(self, stretch: Stretch) -> Numbers:
        """Return how many articles have each term."""
        counts = np.zeros(len(stretch.names), np.int64)
        for segment, inside, ranks in zip(self._segments, *stretch[2:], strict=True):
            counts[ranks] += np.diff(segment.starts[inside.start : inside.stop + 1])
        self._let_go()
        return counts

    def postings(self, stretch: Stretch) -> Numbers:
        """Return the postings of the terms, rising."""
        found = []
        for segment, numbers, inside, ranks in self._parts(stretch):
            owners, here = _owners(segment.starts, inside, ranks)
            keys = owners << POSTING_TERM_SHIFT
            keys |= segment.codes[here].astype(np.int64) << DOC_BITS
            keys |= numbers[segment.docs[here]]
            found.append(keys)
        return self._sorted(found)

    def spots(self, stretch: Stretch) -> Numbers:
        """Return the spots of the terms, rising."""
        found = []
        for segment, numbers, inside, ranks in self._parts(stretch):
            owners, here = _owners(segment.spot_starts, inside, ranks)
            keys = owners << POSITION_TERM_SHIFT
            keys |= numbers[segment.spot_docs[here]] << POSITION_BITS
            keys |= segment.places[here]
            found.append(keys)
        return self._sorted(found)

    def spelled(self, stretch: Stretch) -> list[Term]:
        """Return the words of each term."""
        first = [self._words[number] for number in (stretch.names >> WORD_BITS).tolist()]
        second = [self._words[number] for number in (stretch.names & WORD_MASK).tolist()]
        return [(a, b) if a else (b,) for a, b in zip(first, second, strict=True)]

    def _edges(self, bounds: Iterable[tuple[int, int]], bits: int) -> list[list[int]]:
        """Return for each segment where the stretches of its words, or pairs, begin; and the end.

        Looked up for all stretches at one time: each look goes through the memory of a segment.
        """
        firsts = np.arange((1 << bits) + 1) << (HASH_BITS - bits)
        return [
            (start + np.searchsorted(segment.hashes[start:end], firsts)).tolist()
            for segment, (start, end) in zip(self._segments, bounds, strict=True)
        ]

    def _stretch(self, edges: Sequence[Sequence[int]], number: int) -> Stretch:
        slices, hashes, names = list[slice](), list[Numbers](), list[Numbers]()
        for segment, known, begins in zip(self._segments, self._known, edges, strict=True):
            inside = slice(*begins[number : number + 2])
            terms = segment.terms[inside]
            slices.append(inside)
            hashes.append(segment.hashes[inside])
            names.append(known[terms >> WORD_BITS] << WORD_BITS | known[terms & WORD_MASK])
        return _united(slices, np.concatenate(hashes), np.concatenate(names))

    def _sorted(self, found: list[Numbers]) -> Numbers:
        keys: Numbers = np.concatenate(found)
        keys.sort()
        self._let_go()
        return keys

    def _let_go(self) -> None:
        self._looks += len(self._segments)
        if self._looks >= LOOKS:
            self._release()
            self._looks = 0

    def _parts(self, stretch: Stretch) -> Iterator[tuple[Segment, Numbers, slice, Numbers]]:
        return zip(self._segments, self._numbers, stretch.slices, stretch.ranks, strict=True)


def _united(slices: list[slice], hashes: Numbers, names: Numbers) -> Stretch:
    order = np.lexsort((names, hashes))
    ordered = names[order]
    is_first = np.diff(ordered, prepend=-1) != 0
    ranks = np.empty(len(names), np.int64)
    ranks[order] = np.cumsum(is_first) - 1
    ends = np.cumsum([inside.stop - inside.start for inside in slices])[:-1]
    return Stretch(hashes[order][is_first], ordered[is_first], slices, np.split(ranks, ends))


def _owners(starts: NDArray[np.uint32], inside: slice, ranks: Numbers) -> tuple[Numbers, slice]:
    """Return the rank of each entry of some terms of a segment, and where these entries stand."""
    edges = starts[inside.start : inside.stop + 1].tolist()
    return np.repeat(ranks, np.diff(edges)), slice(edges[0], edges[-1])
