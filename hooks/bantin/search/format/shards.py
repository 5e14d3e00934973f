"""Terms and their lists as files: a shard for all whose hashes begin alike, one for a long list."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bantin.search.format.codec import HEAD, Numbers, cut_text, encode, encode_one, seal
from bantin.search.format.postings import (
    Lists,
    listed_postings,
    listed_spots,
    posting_lists,
    spot_lists,
)
from bantin.search.format.settings import LONGEST, LONGEST_PLACES
from bantin.search.format.terms import Spelled, read_pairs, read_words, written

Files = Iterator[tuple[str, bytes]]


class Kind(NamedTuple):
    """A kind of shards.

    Attributes:
        folder: where its files go.
        longest: a list of more bytes has a file of its own.
        lists: makes the lists of a run of terms.
        read: undoes one list.
        terms: reads the text of a shard; nothing where the shards of another kind tell the terms:
            then only a checksum of that text is written, to tell shards of two releases apart.
    """

    folder: str
    longest: int
    lists: Callable[[Numbers, int], Lists]
    read: Callable[[bytes | memoryview], Numbers]
    terms: Callable[[str], list[Spelled]] | None = None


WORDS = Kind("tu", LONGEST, posting_lists, listed_postings, read_words)
PAIRS = Kind("cap", LONGEST, posting_lists, listed_postings, read_pairs)
SPOTS = Kind("cho", LONGEST_PLACES, spot_lists, listed_spots)


def shards(kind: Kind, first: int, edges: Numbers, terms: Sequence[Spelled], lists: Lists) -> Files:
    """Yield the files of some shards in a row.

    A shard holds the text of its terms behind its length, or its checksum; for each list twice
    its length, or one more than twice the number of its file in the shard, and its count; then the
    lists.

    Args:
        kind: of the shards.
        first: number of the first.
        edges: where the terms of each begin, and the end.
        terms: of all these shards.
        lists: one a term.
    """
    long = np.flatnonzero(lists.sizes > kind.longest)
    metas, begins = _metas(lists, long, edges)
    for number, (start, end) in enumerate(pairwise(edges.tolist()), first):
        text = written(terms[start:end]).encode()
        head = encode_one(len(text)) + text if kind.terms else seal(text)[:HEAD]
        apart = long[slice(*np.searchsorted(long, (start, end)).tolist())].tolist()
        inline = _inline(lists, start, end, apart)
        yield (
            shard_path(kind, number),
            b"".join((head, metas[begins[start] : begins[end]], *inline)),
        )
        for place, term in enumerate(apart):
            yield list_path(kind, number, place), lists.of(term)


def cut_terms(kind: Kind, payload: memoryview) -> tuple[list[Spelled], memoryview]:
    """Return the terms that a shard tells, and what follows them or their checksum."""
    if not kind.terms:
        return [], payload[HEAD:]
    text, rest = cut_text(payload)
    return kind.terms(text), rest


def shard_path(kind: Kind, number: int) -> str:
    """Return the path of a shard from the folder of the index."""
    return f"{kind.folder}/{number}.bin"


def list_path(kind: Kind, shard: int, number: int) -> str:
    """Return the path of a long list: they are numbered within their shard."""
    return f"{kind.folder}/dai-{shard}-{number}.bin"


def _metas(lists: Lists, long: Numbers, edges: Numbers) -> tuple[bytes, Numbers]:
    """Return what tells where each list is, and where that begins for each term."""
    values = 2 * lists.sizes
    shard_of_long = np.searchsorted(edges, long, side="right") - 1
    numbers = np.arange(len(long)) - np.searchsorted(long, edges[shard_of_long])
    values[long] = 2 * numbers + 1
    data, starts = encode(np.insert(values, long + 1, lists.counts[long]))
    terms = np.arange(len(values) + 1)
    return data, starts[terms + np.searchsorted(long, terms)]


def _inline(lists: Lists, start: int, end: int, apart: Sequence[int]) -> Iterator[bytes]:
    """Yield the lists of a run of terms but those that have files of their own."""
    begins = (start, *(term + 1 for term in apart))
    for begin, stop in zip(begins, (*apart, end), strict=True):
        yield lists.data[lists.starts[begin] : lists.starts[stop]]
