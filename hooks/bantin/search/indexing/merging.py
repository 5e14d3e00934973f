"""All segments as one inverted index, a range of hashes at a time."""

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
from bantin.search.indexing.segment import Segment, new_word_numbers, number_words

# How many segments may be read before their memory is released: 16 MB less than at 256, for 0.3 s
# of processor time at 10,000 articles, as releasing takes long, too.
READS_BEFORE_RELEASE = 128


class TermRange(NamedTuple):
    """Terms of all segments whose hashes begin with the same bits, in the order of the index.

    Attributes:
        hashes: of the terms, rising.
        terms: each as one integer, made of the merger's own numbers for words.
        slices: for each segment where its terms of this range are.
        ranks: for each segment which of ``terms`` each of these is.
    """

    hashes: Numbers
    terms: Numbers
    slices: list[slice]
    ranks: list[Numbers]


class SegmentMerger:
    """Merges segments range by range, so that memory does not grow with the archive."""

    def __init__(
        self,
        segments: Sequence[Segment],
        docs: Sequence[Numbers],
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin with the words of all segments.

        Args:
            segments: at least one.
            docs: for each segment the numbers that its articles have in the index.
            release: gives the memory back that columns took since they were mapped.
        """
        self._segments, self._docs, self._release = segments, docs, release
        self._reads = 0
        words = [(0, len(segment.words)) for segment in segments]
        pairs = [(len(segment.words), len(segment.terms)) for segment in segments]
        # Not a method: in a circle of references, the columns would stay mapped to the end.
        self._word_edges = cache(partial(_edges, segments, words, release))
        self._pair_edges = cache(partial(_edges, segments, pairs, release))
        self._words = ["", *sorted(set().union(*(segment.words for segment in segments)))]
        numbers = number_words(self._words[1:])
        self._word_numbers = [new_word_numbers(segment, numbers) for segment in segments]

    @property
    def size(self) -> int:
        """How many postings and positions there are."""
        return sum(len(s.posting_docs) + len(s.positions) for s in self._segments)

    def words(self, number: int, bits: int) -> TermRange:
        """Return the words whose hashes begin with so many bits of this number."""
        return self._range(self._word_edges(bits), number)

    def pairs(self, number: int, bits: int) -> TermRange:
        """Return the pairs whose hashes begin with so many bits of this number."""
        return self._range(self._pair_edges(bits), number)

    def exact_terms(self, terms: TermRange) -> list[Term]:
        """Return the exact forms of the terms."""
        firsts = [self._words[number] for number in (terms.terms >> WORD_BITS).tolist()]
        lasts = [self._words[number] for number in (terms.terms & WORD_MASK).tolist()]
        return [(a, b) if a else (b,) for a, b in zip(firsts, lasts, strict=True)]

    def counts(self, terms: TermRange) -> Numbers:
        """Return how many articles have each term."""
        counts = np.zeros(len(terms.terms), np.int64)
        # No article is in two segments: counts add up.
        for segment, _, inside, ranks in self._parts(terms):
            counts[ranks] += np.diff(segment.posting_starts[inside.start : inside.stop + 1])
        self._count_reads()
        return counts

    def postings(self, terms: TermRange) -> Numbers:
        """Return the postings of the terms, packed and rising."""
        parts = []
        for segment, docs, inside, ranks in self._parts(terms):
            owners, entries = _owners(segment.posting_starts, inside, ranks)
            packed = owners << POSTING_TERM_SHIFT
            packed |= segment.posting_codes[entries].astype(np.int64) << DOC_BITS
            packed |= docs[segment.posting_docs[entries]]
            parts.append(packed)
        return self._sort(parts)

    def positions(self, terms: TermRange) -> Numbers:
        """Return the positions of the terms, packed and rising."""
        parts = []
        for segment, docs, inside, ranks in self._parts(terms):
            owners, entries = _owners(segment.position_starts, inside, ranks)
            packed = owners << POSITION_TERM_SHIFT
            packed |= docs[segment.position_docs[entries]] << POSITION_BITS
            packed |= segment.positions[entries]
            parts.append(packed)
        return self._sort(parts)

    def _range(self, edges: Sequence[Sequence[int]], number: int) -> TermRange:
        slices, hashes, terms = list[slice](), list[Numbers](), list[Numbers]()
        for segment, new, starts in zip(self._segments, self._word_numbers, edges, strict=True):
            inside = slice(*starts[number : number + 2])
            own = segment.terms[inside]
            slices.append(inside)
            hashes.append(segment.hashes[inside])
            terms.append(new[own >> WORD_BITS] << WORD_BITS | new[own & WORD_MASK])
        return _merge_terms(slices, np.concatenate(hashes), np.concatenate(terms))

    def _parts(self, terms: TermRange) -> Iterator[tuple[Segment, Numbers, slice, Numbers]]:
        return zip(self._segments, self._docs, terms.slices, terms.ranks, strict=True)

    def _sort(self, parts: list[Numbers]) -> Numbers:
        packed: Numbers = np.concatenate(parts)
        packed.sort()
        self._count_reads()
        return packed

    def _count_reads(self) -> None:
        self._reads += len(self._segments)
        if self._reads >= READS_BEFORE_RELEASE:
            self._release()
            self._reads = 0


def _edges(
    segments: Iterable[Segment],
    bounds: Iterable[tuple[int, int]],
    release: Callable[[], None],
    bits: int,
) -> list[list[int]]:
    """Return for each segment where the ranges of its words, or pairs, begin; with the end.

    They are looked up for all ranges at once: each search goes through a whole column.
    """
    first_hashes = np.arange((1 << bits) + 1) << (HASH_BITS - bits)
    edges = [
        (start + np.searchsorted(segment.hashes[start:end], first_hashes)).tolist()
        for segment, (start, end) in zip(segments, bounds, strict=True)
    ]
    release()
    return edges


def _merge_terms(slices: list[slice], hashes: Numbers, terms: Numbers) -> TermRange:
    """Return the distinct terms of all segments, given end to end, in their order."""
    # By hash, then by the numbers of the words, which have the order of their exact forms.
    order = np.lexsort((terms, hashes))
    ordered = terms[order]
    is_first = np.diff(ordered, prepend=-1) != 0
    ranks = np.empty(len(terms), np.int64)
    ranks[order] = np.cumsum(is_first) - 1
    ends = np.cumsum([inside.stop - inside.start for inside in slices])[:-1]
    return TermRange(hashes[order][is_first], ordered[is_first], slices, np.split(ranks, ends))


def _owners(starts: NDArray[np.uint32], inside: slice, ranks: Numbers) -> tuple[Numbers, slice]:
    """Return the rank of the term of each posting (or position), and where these are."""
    edges = starts[inside.start : inside.stop + 1].tolist()
    return np.repeat(ranks, np.diff(edges)), slice(edges[0], edges[-1])
