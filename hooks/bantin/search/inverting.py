"""Texts into a segment: all articles of it at one time, so that few steps take many words."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from bantin.search.codec import Numbers
from bantin.search.fields import Fields
from bantin.search.lexicon import SEPARATOR, Chunks, Lexicon
from bantin.search.segment import ENTRY_DOC, ENTRY_TERM, SPOT_DOC, SPOT_TERM, Segment, segment_of
from bantin.search.settings import LEVEL_BITS, TEXT, TOP_LEVEL
from bantin.search.terms import HALF, LOWER, pair_hashes

SATURATION = 2.5
# A form that stands for several words counts half as much again.
JOINED_HALVES = 3
# Weights are added as multiples of this part of one: then the order cannot change their sum.
SCALE = 1 << 10
COLUMNS = 3


class Run(NamedTuple):
    """Fields cut: their chunks with separators, and for each field length, weight, source."""

    fields: Fields
    chunks: "array[int]"
    rows: "array[int]"


class _Columns(NamedTuple):
    """Fields end to end: length in chunks, article, weight and source of each."""

    sizes: Numbers
    docs: Numbers
    weights: Numbers
    sources: Numbers


class _Words(NamedTuple):
    """Words in a row: number (0 between fields), and field of each."""

    numbers: Numbers
    fields: Numbers


class _Local(NamedTuple):
    """The words that a segment uses, by spelling, from 1; and the number of each in the lexicon."""

    spelled: list[str]
    folded: list[str]
    hashes: Numbers
    numbers: Numbers


class Inverter:
    """Inverts articles; what it knows of chunks and of records serves all of them."""

    def __init__(self) -> None:
        self._chunks = Chunks()
        self._known: dict[Fields, Run] = {}

    def invert(self, articles: Iterable[tuple[bytes, Iterable[Run]]]) -> Segment:
        """Return articles as a segment.

        Args:
            articles: for each its key, and its own fields, then those of each record it names.
        """
        keys, chunks, table, ends = list[bytes](), array("q"), array("q"), [0]
        for key, runs in articles:
            for run in runs:
                chunks.extend(run.chunks)
                table.extend(run.rows)
            keys.append(key)
            ends.append(len(table) // COLUMNS)
        sizes, weights, sources = np.array(table).reshape(-1, COLUMNS).T
        docs = np.repeat(np.arange(len(keys)), np.diff(ends))
        return self._segment(keys, np.array(chunks), _Columns(sizes, docs, weights, sources))

    def read(self, fields: Fields) -> Run:
        """Return fields cut; those of a record, which recur, are cut once."""
        known = self._known.get(fields)
        if known is None:
            known = Run(fields, array("q"), array("q"))
            for text, weight, source in fields:
                numbers = self._chunks.read(text)
                known.chunks.extend((*numbers, SEPARATOR))
                known.rows.extend((len(numbers) + 1, round(weight * SCALE), source))
            if fields and fields[0].source != TEXT:
                self._known[fields] = known
        return known

    def words_of(self, run: Run) -> set[str]:
        """Return the words of fields in small letters, as they are written."""
        return set().union(*map(self._chunks.pieces.__getitem__, set(run.chunks)))

    def _segment(self, keys: Sequence[bytes], chunks: Numbers, fields: _Columns) -> Segment:
        of_chunk = np.repeat(np.arange(len(fields.sizes)), fields.sizes)
        found = (runs.of(chunks) for runs in (self._chunks.words, self._chunks.joined))
        words, joined = (_Words(run, np.repeat(of_chunk, sizes)) for run, sizes in found)
        local = _local(self._chunks.lexicon, words, joined)
        words = words._replace(numbers=local.numbers[words.numbers])
        joined = joined._replace(numbers=local.numbers[joined.numbers])
        pairs = np.flatnonzero((words.numbers[:-1] > 0) & (words.numbers[1:] > 0))
        terms, entries, ranks = _entries(_met(words, joined, pairs), fields)
        spots = _spots(words, fields, pairs, ranks[len(ranks) - len(pairs) :])
        return segment_of(keys, local.spelled, terms, _hashes(local, terms), entries, spots)


def _local(lexicon: Lexicon, *parts: _Words) -> _Local:
    numbers = np.zeros(len(lexicon.spelled), np.int64)
    for part in parts:
        numbers[part.numbers] = 1
    numbers[SEPARATOR] = 0
    used = sorted(np.flatnonzero(numbers).tolist(), key=lexicon.spelled.__getitem__)
    numbers[used] = np.arange(1, len(used) + 1)
    return _Local(
        [lexicon.spelled[word] for word in used],
        ["", *(lexicon.folded[word] for word in used)],
        np.array([0, *(lexicon.hashes[word] for word in used)], np.int64),
        numbers,
    )


def _met(words: _Words, joined: _Words, pairs: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return each term met, the field it was met in, and how many halves its weight counts."""
    singles = np.flatnonzero(words.numbers)
    first, second = words.numbers[pairs], words.numbers[pairs + 1]
    return (
        np.concatenate((words.numbers[singles], joined.numbers, first << HALF | second)),
        np.concatenate((words.fields[singles], joined.fields, words.fields[pairs])),
        np.repeat((2, JOINED_HALVES, 2), (len(singles), len(joined.numbers), len(pairs))),
    )


def _entries(
    met: tuple[Numbers, Numbers, Numbers], fields: _Columns
) -> tuple[Numbers, Numbers, Numbers]:
    """Return each term once, its entries, and the place among the terms of each that was met."""
    found, of, halves = met
    order = np.argsort(_packed(found, fields.docs[of]))
    ordered, docs = found[order], fields.docs[of][order]
    is_term = np.diff(ordered, prepend=-1) != 0
    starts = np.flatnonzero(is_term | (np.diff(docs, prepend=-1) != 0))
    sums = np.add.reduceat((fields.weights[of] * halves)[order], starts) / (2 * SCALE)
    level = np.rint((TOP_LEVEL + 1) * sums / (sums + SATURATION)).astype(np.int64)
    source = np.minimum.reduceat(fields.sources[of][order], starts)
    ranks = np.cumsum(is_term) - 1
    entries = ranks[starts] << ENTRY_TERM | docs[starts] << ENTRY_DOC
    entries |= source << LEVEL_BITS | level.clip(1, TOP_LEVEL)
    places = np.empty_like(order)
    places[order] = ranks
    return ordered[is_term], entries, places


def _packed(terms: Numbers, docs: Numbers) -> Numbers:
    """Return term and article as one number: sorts several times faster than two columns."""
    first, second = terms >> HALF, terms & LOWER
    of_word, of_doc = (int(part.max(initial=0)).bit_length() for part in (second, docs))
    packed: Numbers = (first << of_word | second) << of_doc | docs
    return packed


def _spots(words: _Words, fields: _Columns, pairs: Numbers, ranks: Numbers) -> Numbers:
    """Return where pairs stand in own words: a place is the number of words before it."""
    is_own = fields.sources[words.fields[pairs]] == TEXT
    own, docs = pairs[is_own], fields.docs[words.fields]
    starts = np.searchsorted(docs, np.arange(docs.max(initial=0) + 1))
    holders = docs[own]
    spots: Numbers = ranks[is_own] << SPOT_TERM | holders << SPOT_DOC | own - starts[holders]
    return spots


def _hashes(local: _Local, terms: Numbers) -> Numbers:
    first, second = terms >> HALF, terms & LOWER
    hashes: Numbers = np.where(
        first, pair_hashes(local.folded, first, second), local.hashes[second]
    )
    return hashes
