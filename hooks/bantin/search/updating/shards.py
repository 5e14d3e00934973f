"""Shards made of merged segments, a range of hashes at a time."""

from functools import partial

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.shards import PAIRS, POSITIONS, WORDS, Files, shard_files
from bantin.search.format.statistics import (
    IndexStatistics,
    KindStatistics,
    folded_frequencies,
    statistics_of,
)
from bantin.search.format.terms import HASH_BITS
from bantin.search.indexing.merging import SegmentMerger, TermRange
from bantin.search.updating.files import FileSource

# About how many postings and positions are merged at a time. It bounds the memory, whatever the
# size of the archive, and is enough to keep numpy busy.
MERGED_AT_ONCE = 500_000


def count_terms(merger: SegmentMerger) -> IndexStatistics:
    """Return the statistics of merged segments; pairs are counted range by range."""
    words = merger.words(0, 0)
    counts = merger.counts(words)
    frequencies = folded_frequencies(merger.exact_terms(words), counts)
    bits = _range_bits(merger)
    ranges = (merger.pairs(number, bits) for number in range(1 << bits))
    pairs = KindStatistics.sum(statistics_of(merger.counts(terms)) for terms in ranges)
    return IndexStatistics(statistics_of(counts), pairs, frequencies)


def shard_sources(merger: SegmentMerger, statistics: IndexStatistics) -> list[FileSource]:
    """Return the sources of all shards, one for each range, so that memory stays bounded."""
    bits = _range_bits(merger)
    kinds = ((_word_shards, statistics.words), (_pair_shards, statistics.pairs))
    return [
        partial(make, merger, number, min(bits, kind.shard_bits), kind.shard_bits)
        for make, kind in kinds
        for number in range(1 << min(bits, kind.shard_bits))
    ]


def _word_shards(merger: SegmentMerger, number: int, range_bits: int, shard_bits: int) -> Files:
    terms = merger.words(number, range_bits)
    first, edges = _shards_in(terms, number, range_bits, shard_bits)
    lists = WORDS.encode(merger.postings(terms), len(terms.terms))
    yield from shard_files(WORDS, first, edges, merger.exact_terms(terms), lists)


def _pair_shards(merger: SegmentMerger, number: int, range_bits: int, shard_bits: int) -> Files:
    terms = merger.pairs(number, range_bits)
    first, edges = _shards_in(terms, number, range_bits, shard_bits)
    exact, count = merger.exact_terms(terms), len(terms.terms)
    lists = PAIRS.encode(merger.postings(terms), count)
    yield from shard_files(PAIRS, first, edges, exact, lists)
    lists = POSITIONS.encode(merger.positions(terms), count)
    yield from shard_files(POSITIONS, first, edges, exact, lists)


def _range_bits(merger: SegmentMerger) -> int:
    return (merger.size // MERGED_AT_ONCE).bit_length()


def _shards_in(
    terms: TermRange, number: int, range_bits: int, shard_bits: int
) -> tuple[int, Numbers]:
    """Return the first shard of a range; for each shard its first term, with the end."""
    first = number << shard_bits - range_bits
    shards = first + np.arange((1 << shard_bits - range_bits) + 1)
    return first, np.searchsorted(terms.hashes, shards << HASH_BITS - shard_bits)
