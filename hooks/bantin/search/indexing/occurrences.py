"""Words as they stand in fields, into a segment: terms are sorted as integers, and added up."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import LEVEL_BITS, TEXT, TOP_LEVEL
from bantin.search.format.terms import HASH_BITS, WORD_BITS, pair_hash
from bantin.search.indexing.lexicon import SEPARATOR, Lexicon
from bantin.search.indexing.segment import Segment

# Weights are added as multiples of this part of one: then the order cannot change their sum.
SCALE = 1 << 10
# A form that stands for several words counts half as much again.
HALVES = (2, 3)
SATURATION = 2.5
# A hash with the number of a word below it.
HASHED_WORD_BITS = 63 - HASH_BITS


class Columns(NamedTuple):
    """Fields end to end: article, weight and source of each; sources rise within an article."""

    docs: Numbers
    weights: Numbers
    sources: Numbers


class Words(NamedTuple):
    """Words end to end: number (0 between fields), and field of each."""

    numbers: Numbers
    fields: Numbers


class _Local(NamedTuple):
    """The words that a segment uses, by spelling, from 1.

    Attributes:
        spelled: each word.
        numbers: of each word of the lexicon.
        hashes: of what finds each; from here on with one for 0.
        openings: hashes that those of pairs go on from.
        initials: of what finds each.
    """

    spelled: list[str]
    numbers: Numbers
    hashes: Numbers
    openings: Numbers
    initials: Numbers


class _Terms(NamedTuple):
    """Terms in the order of the index, how many articles have each, and the columns of these."""

    terms: Numbers
    hashes: Numbers
    sizes: Numbers
    docs: Numbers
    codes: Numbers


class _Spots(NamedTuple):
    """How many spots each pair has; and where they are."""

    sizes: Numbers
    docs: Numbers
    places: Numbers


def inverted(
    keys: Sequence[bytes], lexicon: Lexicon, words: Words, joined: Words, fields: Columns
) -> Segment:
    """Return the words of articles, and the forms that stand for several, as a segment."""
    local = _local(lexicon, words, joined)
    words = words._replace(numbers=local.numbers[words.numbers])
    joined = joined._replace(numbers=local.numbers[joined.numbers])
    # Of each field, and behind it of the joined forms in it.
    rows = Columns(
        np.repeat(fields.docs, 2),
        np.multiply.outer(fields.weights, HALVES).ravel(),
        np.repeat(fields.sources, 2),
    )
    singles = _singles(local, words, joined, rows)
    pairs, spots = _pairs(local, words, rows)
    terms, hashes, sizes, docs, codes = map(np.concatenate, zip(singles, pairs, strict=True))
    return Segment(
        keys,
        local.spelled,
        terms,
        hashes,
        _starts(sizes),
        docs.astype(np.uint16),
        codes.astype(np.uint8),
        _starts(np.pad(spots.sizes, (len(singles.terms), 0))),
        spots.docs.astype(np.uint16),
        spots.places.astype(np.uint32),
    )


def _local(lexicon: Lexicon, *parts: Words) -> _Local:
    numbers = np.zeros(len(lexicon.spelled), np.int64)
    for part in parts:
        numbers[part.numbers] = 1
    numbers[SEPARATOR] = 0
    used = sorted(np.flatnonzero(numbers).tolist(), key=lexicon.spelled.__getitem__)
    numbers[used] = np.arange(1, len(used) + 1)
    spelled = [lexicon.spelled[word] for word in used]
    columns = (lexicon.hashes, lexicon.openings, lexicon.initials)
    return _Local(spelled, numbers, *(np.array(column)[[0, *used]] for column in columns))


def _singles(local: _Local, words: Words, joined: Words, rows: Columns) -> _Terms:
    order = np.argsort(local.hashes[1:], kind="stable") + 1
    ranks = np.empty(len(order) + 1, np.int64)
    ranks[order] = np.arange(len(order))
    met = np.flatnonzero(words.numbers)
    found = ranks[np.concatenate((words.numbers[met], joined.numbers))]
    of = np.concatenate((2 * words.fields[met], 2 * joined.fields + 1))
    _, *columns = _entries(*_sorted(found, of), rows)
    return _Terms(order, local.hashes[order], *columns)


def _pairs(local: _Local, words: Words, rows: Columns) -> tuple[_Terms, _Spots]:
    """Return pairs of neighbours, and where they stand in own words: by the words before them."""
    at = np.flatnonzero((words.numbers[:-1] > 0) & (words.numbers[1:] > 0))
    first, second = words.numbers[at], words.numbers[at + 1]
    beginnings, hashes, firsts = _beginnings(local, first, second)
    found, at = _sorted(beginnings * len(local.hashes) + second, at)
    of = 2 * words.fields[at]
    terms, *columns = _entries(found, of, rows)
    is_own = rows.sources[of] == TEXT
    sizes = _sums(is_own, np.flatnonzero(_changes(found)))
    docs = rows.docs[of[is_own]]
    starts = np.searchsorted(rows.docs[2 * words.fields], np.arange(docs.max(initial=0) + 1))
    begun, second = np.divmod(terms, len(local.hashes))
    pairs = _Terms(firsts[begun] << WORD_BITS | second, hashes[begun], *columns)
    return pairs, _Spots(sizes, docs, at[is_own] - starts[docs])


def _beginnings(local: _Local, first: Numbers, second: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the rank of what each pair is placed by; and by rank the hashes, and first words."""
    letters, of = np.unique(local.initials, return_inverse=True)
    codes = first * len(letters) + of[second]
    ranks = np.zeros(len(local.initials) * len(letters), np.int64)
    ranks[codes] = 1
    met = np.flatnonzero(ranks)
    words, initials = np.divmod(met, len(letters))
    encoded = [chr(letter).encode() for letter in letters.tolist()]
    written = map(encoded.__getitem__, initials.tolist())
    hashes = np.array([*map(pair_hash, local.openings[words].tolist(), written)], np.int64)
    placed, ranks[met] = np.unique(hashes << HASHED_WORD_BITS | words, return_inverse=True)
    return ranks[codes], *np.divmod(placed, 1 << HASHED_WORD_BITS)


def _sorted(terms: Numbers, places: Numbers) -> tuple[Numbers, Numbers]:
    """Return both, rising; as one integer they are sorted many times faster than apart."""
    bits = int(places.max(initial=0)).bit_length()
    packed = terms << bits | places
    packed.sort()
    return packed >> bits, packed & ((1 << bits) - 1)


def _entries(terms: Numbers, of: Numbers, rows: Columns) -> tuple[Numbers, ...]:
    """Return each term once, how many articles have it, which, and the code of each."""
    docs, is_new = rows.docs[of], _changes(terms)
    firsts = np.flatnonzero(is_new | _changes(docs))
    sums = _sums(rows.weights[of], firsts) / (SCALE * HALVES[0])
    levels = np.rint((TOP_LEVEL + 1) * sums / (sums + SATURATION)).astype(np.int64)
    sources = rows.sources[of[firsts]]
    sizes = np.diff(np.flatnonzero(is_new[firsts]), append=len(firsts))
    codes = sources << LEVEL_BITS | levels.clip(1, TOP_LEVEL)
    return terms[is_new], sizes, docs[firsts], codes


def _sums(values: Numbers, firsts: Numbers) -> Numbers:
    sums: Numbers = np.add.reduceat(values, firsts, dtype=np.int64)
    return sums


def _changes(values: Numbers) -> NDArray[np.bool_]:
    """Return which values differ from the one before."""
    changes = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def _starts(sizes: Numbers) -> NDArray[np.uint32]:
    """Return where each of some lists in a row begins, and the end."""
    return np.append(0, np.cumsum(sizes)).astype(np.uint32)
