"""The files of a search index, made of the segments of an archive."""

import json
from collections.abc import Callable
from functools import partial

import numpy as np

from bantin.catalog import Catalog
from bantin.search.format.codec import Numbers
from bantin.search.format.settings import FORMAT, SHARED
from bantin.search.format.shards import PAIRS, POSITIONS, WORDS, Files, shard_files
from bantin.search.format.tally import Size, Tally, size_of, vocabulary_file, vocabulary_of
from bantin.search.format.terms import HASH_BITS
from bantin.search.indexing.facets import facet_file, facets, year_runs
from bantin.search.indexing.merging import Merger, Stretch
from bantin.search.indexing.store import key_of

NAME_SIZE = 12
# Postings and spots merged at a time: bounds the memory, whatever the size of the archive.
AT_ONCE = 500_000

Part = Callable[[], Files]


def tally_of(merger: Merger) -> Tally:
    """Count terms and postings; pairs by stretches."""
    words = merger.words(0, 0)
    counts = merger.counts(words)
    vocabulary = vocabulary_of(merger.spelled(words), counts)
    bits = _stretch_bits(merger)
    stretches = (merger.pairs(number, bits) for number in range(1 << bits))
    pairs = Size.total(size_of(merger.counts(stretch)) for stretch in stretches)
    return Tally(size_of(counts), pairs, vocabulary)


def shard_parts(merger: Merger, tally: Tally) -> list[Part]:
    """Return what yields the shards, a stretch of hashes each."""
    bits = _stretch_bits(merger)
    return [
        partial(make, merger, number, min(bits, size.bits), size.bits)
        for make, size in ((_words, tally.words), (_pairs, tally.pairs))
        for number in range(1 << min(bits, size.bits))
    ]


def files_beside(catalog: Catalog, tally: Tally) -> Files:
    """Yield what does not depend on the text of single articles."""
    yield "tu.bin", vocabulary_file(tally.vocabulary)
    for facet in facets(catalog):
        yield f"loc/{facet.key}.bin", facet_file(facet, catalog.articles)


def folder_name(catalog: Catalog, tally: Tally) -> str:
    """Return the name of the folder where all that belongs together stands.

    It tells the numbers that articles and shards have; only where these are the same may files of
    two releases meet.
    """
    return named_after(catalog, tally.words.bits, tally.pairs.bits)


def named_after(catalog: Catalog, *parts: object) -> str:
    """Return a name that says which number each article has, and more."""
    return name_of(FORMAT, *parts, *(article.path for article in catalog.articles))


def name_of(*parts: object) -> str:
    """Return a name that no other parts have."""
    return key_of(*parts).hex()[:NAME_SIZE]


def manifest(catalog: Catalog, tally: Tally, cards: str, version: str) -> bytes:
    """Return the file that a reader begins with."""
    told = {
        "format": FORMAT,
        "version": version,
        "folder": folder_name(catalog, tally),
        "cards": cards,
        "documents": len(catalog.articles),
        "words": tally.words.bits,
        "pairs": tally.pairs.bits,
        "years": year_runs(catalog.articles),
        "facets": [facet.key for facet in facets(catalog)],
        **SHARED,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _words(merger: Merger, number: int, stretch_bits: int, bits: int) -> Files:
    stretch = merger.words(number, stretch_bits)
    first, edges = _shards_in(stretch, number, stretch_bits, bits)
    lists = WORDS.encode(merger.postings(stretch), len(stretch.names))
    yield from shard_files(WORDS, first, edges, merger.spelled(stretch), lists)


def _pairs(merger: Merger, number: int, stretch_bits: int, bits: int) -> Files:
    stretch = merger.pairs(number, stretch_bits)
    first, edges = _shards_in(stretch, number, stretch_bits, bits)
    spelled, size = merger.spelled(stretch), len(stretch.names)
    lists = PAIRS.encode(merger.postings(stretch), size)
    yield from shard_files(PAIRS, first, edges, spelled, lists)
    lists = POSITIONS.encode(merger.spots(stretch), size)
    yield from shard_files(POSITIONS, first, edges, spelled, lists)


def _stretch_bits(merger: Merger) -> int:
    return (merger.load // AT_ONCE).bit_length()


def _shards_in(stretch: Stretch, number: int, stretch_bits: int, bits: int) -> tuple[int, Numbers]:
    """Return the first shard of a stretch, and where the terms of each begin, and the end."""
    first = number << bits - stretch_bits
    shards_ = first + np.arange((1 << bits - stretch_bits) + 1)
    return first, np.searchsorted(stretch.hashes, shards_ << HASH_BITS - bits)
