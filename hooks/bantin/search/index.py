"""The files of a search index, made of the vectors of all articles."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from bantin.catalog import Catalog
from bantin.search.batch import Batch, counted, translate
from bantin.search.codec import seal
from bantin.search.facets import facet_file, facets, year_runs
from bantin.search.postings import Corpus
from bantin.search.ranking import rank
from bantin.search.settings import FORMAT, SHARED
from bantin.search.shards import Kind, kinds, vocabulary
from bantin.search.store import key_of

NAME_SIZE = 12
Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Index:
    """An index: its files in two parts that weigh about the same, and its manifest."""

    words: int
    pairs: int
    folder: str
    parts: Sequence[partial[Files]]


def index_of(catalog: Catalog, batch: Batch) -> Index:
    """Return the index of a catalogue; the numbers of the batch are made into ranks in place.

    What belongs together stands in one folder, named after the numbers that articles and
    shards have; only where these are the same may files of two releases meet.
    """
    ranking = rank(batch)
    translate(batch.ids, ranking.ranks)
    translate(batch.pairs, np.append(np.zeros(1, np.uint32), ranking.ranks + 1))
    corpus = Corpus(batch.ids, batch.codes, batch.starts, batch.pairs, batch.pair_starts)
    counts = counted(corpus.ranks, ranking.size)
    words, pairs, spots = kinds(ranking, corpus, counts)
    folder = named_after(catalog, words.bits, pairs.bits)
    beside = [("tu.bin", vocabulary(ranking, counts)), *_facets(catalog)]
    parts = (
        partial(_sealed, folder, beside, (spots,)),
        partial(_sealed, folder, (), (words, pairs)),
    )
    return Index(words.bits, pairs.bits, folder, parts)


def named_after(catalog: Catalog, *parts: object) -> str:
    """Return a folder's name that says which number each article has, and more."""
    return name_of(FORMAT, *parts, *(article.path for article in catalog.articles))


def name_of(*parts: object) -> str:
    """Return a name that no other parts have."""
    return key_of(*parts).hex()[:NAME_SIZE]


def manifest(catalog: Catalog, index: Index, cards: str, version: str) -> bytes:
    """Return the file that a reader begins with."""
    told = {
        "format": FORMAT,
        "version": version,
        "folder": index.folder,
        "cards": cards,
        "documents": len(catalog.articles),
        "words": index.words,
        "pairs": index.pairs,
        "years": year_runs(catalog.articles),
        "facets": [facet.key for facet in facets(catalog)],
        **SHARED,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _sealed(folder: str, beside: Sequence[tuple[str, bytes]], kinds_: Sequence[Kind]) -> Files:
    for path, data in beside:
        yield f"{folder}/{path}", seal(data)
    for kind in kinds_:
        yield from ((f"{folder}/{path}", seal(data)) for path, data in kind.files())


def _facets(catalog: Catalog) -> Files:
    for facet in facets(catalog):
        yield f"loc/{facet.key}.bin", facet_file(facet, catalog.articles)
