"""Words as they occur in fields, inverted into a segment by sorting integers.

An occurrence is a term and the field it is in, packed into one integer: sorted, all occurrences
of a term are neighbours, and among them all of an article. numpy sorts plain integers some five
times as fast as it sorts by two columns.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import LEVEL_BITS, TEXT, TOP_LEVEL
from bantin.search.format.terms import HASH_BITS, WORD_BITS, pair_hash
from bantin.search.indexing.lexicon import SEPARATOR, Lexicon
from bantin.search.indexing.segment import Segment

# Weights are added as multiples of this part of one: unlike floats, integers have the same sum in
# any order, and so the same level however an index came to be.
WEIGHT_SCALE = 1 << 10
# The weight of a word, and of a joined form, which counts half as much again: both in halves.
WEIGHT_HALVES = (2, 3)
# A weight of so much gives half of the top level.
SATURATION = 2.5
# A hash with the number of a word below it makes one integer.
HASHED_WORD_BITS = 63 - HASH_BITS


class FieldTable(NamedTuple):
    """Fields: the article, weight and source of each. Sources rise within an article."""

    docs: Numbers
    weights: Numbers
    sources: Numbers


class Occurrences(NamedTuple):
    """Words in the order of the texts: the number of each (0 between fields), and its field."""

    words: Numbers
    fields: Numbers


class _SegmentWords(NamedTuple):
    """The words that a segment uses, sorted by exact form and numbered from 1.

    Attributes:
        exact: each word.
        numbers: of each word of the lexicon, in the segment.
        hashes: of the folded forms; from here on with a value for 0.
        prefix_hashes: that the hashes of pairs with this first word continue.
        initials: code points of the first letters of the folded forms.
    """

    exact: list[str]
    numbers: Numbers
    hashes: Numbers
    prefix_hashes: Numbers
    initials: Numbers


class _TermPostings(NamedTuple):
    """Terms in the order of the index, how many articles have each, and these with codes."""

    terms: Numbers
    hashes: Numbers
    counts: Numbers
    docs: Numbers
    codes: Numbers


class _TermPositions(NamedTuple):
    """How many positions each pair has, and for each the article and the position in it."""

    counts: Numbers
    docs: Numbers
    positions: Numbers


def invert(
    fingerprints: Sequence[bytes],
    lexicon: Lexicon,
    words: Occurrences,
    joined: Occurrences,
    fields: FieldTable,
) -> Segment:
    """Return the words and joined forms of articles as a segment."""
    segment_words = _segment_words(lexicon, words, joined)
    words = words._replace(words=segment_words.numbers[words.words])
    joined = joined._replace(words=segment_words.numbers[joined.words])
    # Two rows a field: for the words in it, and for its joined forms.
    rows = FieldTable(
        np.repeat(fields.docs, 2),
        np.multiply.outer(fields.weights, WEIGHT_HALVES).ravel(),
        np.repeat(fields.sources, 2),
    )
    singles = _word_postings(segment_words, words, joined, rows)
    pairs, positions = _pair_postings(segment_words, words, rows)
    terms, hashes, counts, docs, codes = map(np.concatenate, zip(singles, pairs, strict=True))
    return Segment(
        fingerprints,
        segment_words.exact,
        terms,
        hashes,
        _starts(counts),
        docs.astype(np.uint16),
        codes.astype(np.uint8),
        _starts(np.pad(positions.counts, (len(singles.terms), 0))),
        positions.docs.astype(np.uint16),
        positions.positions.astype(np.uint32),
    )


def _segment_words(lexicon: Lexicon, *kinds: Occurrences) -> _SegmentWords:
    numbers = np.zeros(len(lexicon.exact), np.int64)
    for kind in kinds:
        numbers[kind.words] = 1
    numbers[SEPARATOR] = 0
    used = sorted(np.flatnonzero(numbers).tolist(), key=lexicon.exact.__getitem__)
    numbers[used] = np.arange(1, len(used) + 1)
    columns = (lexicon.hashes, lexicon.prefix_hashes, lexicon.initials)
    return _SegmentWords(
        [lexicon.exact[word] for word in used],
        numbers,
        *(np.array(column)[[0, *used]] for column in columns),
    )


def _word_postings(
    segment_words: _SegmentWords, words: Occurrences, joined: Occurrences, rows: FieldTable
) -> _TermPostings:
    # Stable: words are sorted by exact form already, and stay so where their hashes are equal.
    order = np.argsort(segment_words.hashes[1:], kind="stable") + 1
    ranks = np.empty(len(order) + 1, np.int64)
    ranks[order] = np.arange(len(order))
    is_word = np.flatnonzero(words.words)
    terms = ranks[np.concatenate((words.words[is_word], joined.words))]
    term_rows = np.concatenate((2 * words.fields[is_word], 2 * joined.fields + 1))
    _, *columns = _postings(*_sort_together(terms, term_rows), rows)
    return _TermPostings(order, segment_words.hashes[order], *columns)


def _pair_postings(
    segment_words: _SegmentWords, words: Occurrences, rows: FieldTable
) -> tuple[_TermPostings, _TermPositions]:
    """Return the pairs of neighbours, and where they are in own text (which has positions alone).

    A position is the number of the pair's first word among the words of its article.
    """
    # A separator has number 0: no pair begins or ends with it.
    at = np.flatnonzero((words.words[:-1] > 0) & (words.words[1:] > 0))
    first, second = words.words[at], words.words[at + 1]
    key_ranks, key_hashes, key_words = _pair_keys(segment_words, first, second)
    word_count = len(segment_words.hashes)
    occurrences, at = _sort_together(key_ranks * word_count + second, at)
    pair_rows = 2 * words.fields[at]
    pairs, *columns = _postings(occurrences, pair_rows, rows)
    is_own = rows.sources[pair_rows] == TEXT
    counts = _sums(is_own, np.flatnonzero(_is_run_start(occurrences)))
    docs = rows.docs[pair_rows[is_own]]
    doc_starts = np.searchsorted(rows.docs[2 * words.fields], np.arange(docs.max(initial=0) + 1))
    keys, second = np.divmod(pairs, word_count)
    postings = _TermPostings(key_words[keys] << WORD_BITS | second, key_hashes[keys], *columns)
    return postings, _TermPositions(counts, docs, at[is_own] - doc_starts[docs])


def _pair_keys(
    segment_words: _SegmentWords, first: Numbers, second: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the keys of pairs: a first word and the initial of a second.

    Few keys occur, and each is hashed once, whatever the number of pairs.

    Returns:
        For each pair the rank of its key by hash and first word; for each rank the hash; for each
        rank the first word.
    """
    letters, letter_of_word = np.unique(segment_words.initials, return_inverse=True)
    codes = first * len(letters) + letter_of_word[second]
    ranks = np.zeros(len(segment_words.initials) * len(letters), np.int64)
    ranks[codes] = 1
    used = np.flatnonzero(ranks)
    key_words, key_letters = np.divmod(used, len(letters))
    encoded_letters = [chr(letter).encode() for letter in letters.tolist()]
    encoded = map(encoded_letters.__getitem__, key_letters.tolist())
    prefix_hashes = segment_words.prefix_hashes[key_words].tolist()
    hashes = np.array([*map(pair_hash, prefix_hashes, encoded)], np.int64)
    keys, ranks[used] = np.unique(hashes << HASHED_WORD_BITS | key_words, return_inverse=True)
    return ranks[codes], *np.divmod(keys, 1 << HASHED_WORD_BITS)


def _sort_together(terms: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """Return terms and the value of each, sorted by both as one packed integer."""
    bits = int(values.max(initial=0)).bit_length()
    packed = terms << bits | values
    packed.sort()
    return packed >> bits, packed & ((1 << bits) - 1)


def _postings(terms: Numbers, term_rows: Numbers, rows: FieldTable) -> tuple[Numbers, ...]:
    """Return each term once, how many articles have it, which, and the code of each.

    Args:
        terms: one for each occurrence, rising.
        term_rows: the row of the field in which each occurs, rising within a term; the first row of
            an article therefore has its lowest source, which is the one that counts.
        rows: see ``invert``.
    """
    docs, is_new_term = rows.docs[term_rows], _is_run_start(terms)
    firsts = np.flatnonzero(is_new_term | _is_run_start(docs))
    weights = _sums(rows.weights[term_rows], firsts) / (WEIGHT_SCALE * WEIGHT_HALVES[0])
    # Saturating, as in BM25: ten occurrences are not ten times as much as one.
    levels = np.rint((TOP_LEVEL + 1) * weights / (weights + SATURATION)).astype(np.int64)
    sources = rows.sources[term_rows[firsts]]
    counts = np.diff(np.flatnonzero(is_new_term[firsts]), append=len(firsts))
    codes = sources << LEVEL_BITS | levels.clip(1, TOP_LEVEL)
    return terms[is_new_term], counts, docs[firsts], codes


def _sums(values: Numbers | NDArray[np.bool_], starts: Numbers) -> Numbers:
    """Return the sum of each run of values."""
    sums: Numbers = np.add.reduceat(values, starts, dtype=np.int64)
    return sums


def _is_run_start(values: Numbers) -> NDArray[np.bool_]:
    """Return for each value whether it differs from the one before."""
    is_start = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=is_start[1:])
    return is_start


def _starts(sizes: Numbers) -> NDArray[np.uint32]:
    """Return where each of some lists in a row begins, with the end as the last value."""
    return np.append(0, np.cumsum(sizes)).astype(np.uint32)
