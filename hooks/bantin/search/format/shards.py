"""Shards: files of the terms whose hashes begin alike, and files of single long lists."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bantin.search.format.codec import (
    CHECKSUM_SIZE,
    Numbers,
    checksum,
    decode_at,
    encode,
    encode_text,
    split_text,
)
from bantin.search.format.postings import (
    EncodedLists,
    decode_positions,
    decode_postings,
    encode_positions,
    encode_postings,
)
from bantin.search.format.settings import LONGEST_POSITION_LIST, LONGEST_POSTING_LIST
from bantin.search.format.terms import Term, join_terms, split_pairs, split_words

# Paths and payloads; a checksum is still to come before each payload.
Files = Iterator[tuple[str, bytes]]


class ShardKind(NamedTuple):
    """A kind of shards.

    Attributes:
        folder: of its files, below the folder of the shards.
        longest_list: a list of more bytes has a file of its own.
        encode: makes the lists of terms.
        decode: reads one list.
        split_terms: reads the text of a shard. None for positions: their shards have the terms of
            the pairs' and, instead of that text, its checksum, which tells two releases apart.
    """

    folder: str
    longest_list: int
    encode: Callable[[Numbers, int], EncodedLists]
    decode: Callable[[bytes | memoryview], Numbers]
    split_terms: Callable[[str], list[Term]] | None = None


WORDS = ShardKind("tu", LONGEST_POSTING_LIST, encode_postings, decode_postings, split_words)
PAIRS = ShardKind("cap", LONGEST_POSTING_LIST, encode_postings, decode_postings, split_pairs)
POSITIONS = ShardKind("cho", LONGEST_POSITION_LIST, encode_positions, decode_positions)


class ListRef(NamedTuple):
    """The list of a term: in its shard, or in a file of its own.

    Attributes:
        data: the list itself; empty where it has its own file.
        file: number of its own file in the shard; -1 where the list is in ``data``.
        doc_count: how many articles it names; 0 where the list is in ``data``.
    """

    data: memoryview
    file: int = -1
    doc_count: int = 0


def shard_files(
    kind: ShardKind, first: int, edges: Numbers, terms: Sequence[Term], lists: EncodedLists
) -> Files:
    """Yield the files of some shards in a row, and of their long lists.

    Args:
        kind: of the shards.
        first: number of the first shard.
        edges: for each shard the number of its first term, with the end as the last value.
        terms: of all these shards.
        lists: one for each term.
    """
    long = np.flatnonzero(lists.sizes > kind.longest_list)
    metas, meta_starts = _encode_metas(lists, long, edges)
    for number, (start, end) in enumerate(pairwise(edges.tolist()), first):
        text = join_terms(terms[start:end])
        head = encode_text(text) if kind.split_terms else checksum(text.encode())
        long_here = long[slice(*np.searchsorted(long, (start, end)).tolist())].tolist()
        inline = _inline_lists(lists, start, end, long_here)
        payload = b"".join((head, metas[meta_starts[start] : meta_starts[end]], *inline))
        yield shard_path(kind, number), payload
        for file, term in enumerate(long_here):
            yield list_path(kind, number, file), lists.of(term)


def split_terms(kind: ShardKind, payload: memoryview) -> tuple[list[Term], memoryview]:
    """Return the terms in a shard (none in one of positions), and what follows them."""
    if not kind.split_terms:
        return [], payload[CHECKSUM_SIZE:]
    text, rest = split_text(payload)
    return kind.split_terms(text), rest


def split_lists(data: memoryview, count: int) -> list[ListRef]:
    """Return the lists of a shard of ``count`` terms from the bytes after its terms."""
    metas, at = list[tuple[int, int, int]](), 0
    for _ in range(count):
        value, at = decode_at(data, at)
        if value & 1:
            doc_count, at = decode_at(data, at)
            metas.append((0, value >> 1, doc_count))
        else:
            metas.append((value >> 1, -1, 0))
    lists = []
    for size, file, doc_count in metas:
        lists.append(ListRef(data[at : at + size], file, doc_count))
        at += size
    return lists


def shard_path(kind: ShardKind, number: int) -> str:
    """Return the path of a shard below the folder of the shards."""
    return f"{kind.folder}/{number}.bin"


def list_path(kind: ShardKind, shard: int, file: int) -> str:
    """Return the path of a long list; these are numbered within their shard."""
    return f"{kind.folder}/dai-{shard}-{file}.bin"


def _encode_metas(lists: EncodedLists, long: Numbers, edges: Numbers) -> tuple[bytes, Numbers]:
    """Return the metas of all lists, and where that of each term begins (with the end).

    A meta is twice the size of a list; of a long one twice the number of its file plus one, and
    then its count of articles.
    """
    values = 2 * lists.sizes
    shard_of_long = np.searchsorted(edges, long, side="right") - 1
    files = np.arange(len(long)) - np.searchsorted(long, edges[shard_of_long])
    values[long] = 2 * files + 1
    data, starts = encode(np.insert(values, long + 1, lists.counts[long]))
    terms = np.arange(len(values) + 1)
    return data, starts[terms + np.searchsorted(long, terms)]


def _inline_lists(
    lists: EncodedLists, start: int, end: int, long: Sequence[int]
) -> Iterator[bytes]:
    """Yield the lists from one term to another as slices between the long ones."""
    run_starts = (start, *(term + 1 for term in long))
    for run_start, run_end in zip(run_starts, (*long, end), strict=True):
        yield lists.data[lists.starts[run_start] : lists.starts[run_end]]
