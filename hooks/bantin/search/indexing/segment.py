"""Segments: inverted indexes of a few hundred articles, as columns of integers."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.postings import POSITION_BITS, POSITION_MASK, POSITION_TERM_SHIFT
from bantin.search.format.terms import WORD_BITS, WORD_MASK, Term

FINGERPRINT_SIZE = 16
# A posting of a segment as one integer: term | article | code. Unlike in the lists of the index,
# the article comes first: it is by articles that segments are taken apart and joined.
TERM_SHIFT, DOC_SHIFT = 40, 8
CODE_MASK = (1 << DOC_SHIFT) - 1


class Segment(NamedTuple):
    """Inverted articles, numbered from 0 within the segment.

    Terms have the order of the index: words, then pairs; each by hash, then by exact form. Columns
    that end in ``starts`` say where each term begins in the columns after them, with the end as the
    last value.

    Attributes:
        fingerprints: of all that each article was inverted from.
        words: every word, sorted by exact form; they are numbered from 1.
        terms: each as one integer made of the numbers of its words.
        hashes: of the terms.
        posting_starts: see above.
        posting_docs: article, rising within a term.
        posting_codes: source and level of the term there.
        position_starts: see above.
        position_docs: article, rising within a term.
        positions: in the own words of the article, rising within it.
    """

    fingerprints: Sequence[bytes]
    words: Sequence[str]
    terms: Numbers
    hashes: Numbers
    posting_starts: NDArray[np.uint32]
    posting_docs: NDArray[np.uint16]
    posting_codes: NDArray[np.uint8]
    position_starts: NDArray[np.uint32]
    position_docs: NDArray[np.uint16]
    positions: NDArray[np.uint32]

    def packed_postings(self) -> Numbers:
        """Return each posting as one integer, rising."""
        packed = np.repeat(np.arange(len(self.terms)), np.diff(self.posting_starts)) << TERM_SHIFT
        packed |= self.posting_docs.astype(np.int64) << DOC_SHIFT
        return packed | self.posting_codes

    def packed_positions(self) -> Numbers:
        """Return each position as one integer, rising."""
        terms = np.repeat(np.arange(len(self.terms)), np.diff(self.position_starts))
        packed = terms << POSITION_TERM_SHIFT
        packed |= self.position_docs.astype(np.int64) << POSITION_BITS
        return packed | self.positions

    def exact_terms(self) -> list[Term]:
        """Return the exact forms of the terms."""
        words = ["", *self.words]
        firsts, lasts = (self.terms >> WORD_BITS).tolist(), (self.terms & WORD_MASK).tolist()
        return [
            (words[first], words[last]) if first else (words[last],)
            for first, last in zip(firsts, lasts, strict=True)
        ]


def make_segment(  # noqa: PLR0913, PLR0917 -- columns of one table
    fingerprints: Sequence[bytes],
    words: Sequence[str],
    terms: Numbers,
    hashes: Numbers,
    postings: Numbers,
    positions: Numbers,
) -> Segment:
    """Return articles as a segment; words and terms that none of them has are left out.

    Args:
        fingerprints: of the articles.
        words: sorted by exact form; terms number them from 1.
        terms: in any order; postings and positions number them from 0 by this order.
        hashes: of the terms.
        postings: packed, in any order.
        positions: packed, in any order.
    """
    # A word is used if it is a term: pairs consist of words that are terms, too.
    used = np.flatnonzero(np.bincount(postings >> TERM_SHIFT, minlength=len(terms)))
    first, last = terms[used] >> WORD_BITS, terms[used] & WORD_MASK
    used_words = np.sort(last[first == 0])
    new_numbers = np.zeros(len(words) + 1, np.int64)
    new_numbers[used_words] = np.arange(1, len(used_words) + 1)
    new_terms, new_hashes = new_numbers[first] << WORD_BITS | new_numbers[last], hashes[used]
    # Words (without a first word) before pairs; then by hash; then by exact form.
    order = np.lexsort((new_terms, new_hashes, first > 0))
    ranks = np.zeros(len(terms), np.int64)
    ranks[used[order]] = np.arange(len(used))
    postings = _renumber(postings, ranks, TERM_SHIFT)
    positions = _renumber(positions, ranks, POSITION_TERM_SHIFT)
    bounds = np.arange(len(used) + 1)
    return Segment(
        fingerprints,
        [words[number] for number in (used_words - 1).tolist()],
        new_terms[order],
        new_hashes[order],
        np.searchsorted(postings >> TERM_SHIFT, bounds).astype(np.uint32),
        (postings >> DOC_SHIFT).astype(np.uint16),
        (postings & CODE_MASK).astype(np.uint8),
        np.searchsorted(positions >> POSITION_TERM_SHIFT, bounds).astype(np.uint32),
        (positions >> POSITION_BITS & POSITION_MASK).astype(np.uint16),
        (positions & POSITION_MASK).astype(np.uint32),
    )


def select_articles(segment: Segment, docs: Sequence[int]) -> Segment:
    """Return some articles of a segment, in the order given."""
    new_docs = np.full(len(segment.fingerprints), -1)
    new_docs[list(docs)] = np.arange(len(docs))
    fingerprints = [segment.fingerprints[doc] for doc in docs]
    postings = _select(segment.packed_postings(), segment.posting_docs, new_docs, DOC_SHIFT)
    positions = _select(segment.packed_positions(), segment.position_docs, new_docs, POSITION_BITS)
    return make_segment(
        fingerprints, segment.words, segment.terms, segment.hashes, postings, positions
    )


def join_segments(segments: Sequence[Segment]) -> Segment:
    """Return the articles of segments one after another as one segment."""
    words = sorted(set().union(*(segment.words for segment in segments)))
    numbers = number_words(words)
    renumbered = np.concatenate([_renumber_terms(segment, numbers) for segment in segments])
    hashes = np.concatenate([segment.hashes for segment in segments])
    terms, firsts, ranks = np.unique(renumbered, return_index=True, return_inverse=True)
    postings, positions, terms_before, docs_before = list[Numbers](), list[Numbers](), 0, 0
    for segment in segments:
        own = ranks[terms_before : terms_before + len(segment.terms)]
        own_postings = _renumber(segment.packed_postings(), own, TERM_SHIFT)
        own_positions = _renumber(segment.packed_positions(), own, POSITION_TERM_SHIFT)
        postings.append(own_postings + (docs_before << DOC_SHIFT))
        positions.append(own_positions + (docs_before << POSITION_BITS))
        terms_before += len(segment.terms)
        docs_before += len(segment.fingerprints)
    fingerprints = [one for segment in segments for one in segment.fingerprints]
    return make_segment(
        fingerprints,
        words,
        terms,
        hashes[firsts],
        np.concatenate(postings),
        np.concatenate(positions),
    )


def number_words(words: Sequence[str]) -> dict[str, int]:
    """Return the number of each word, from 1."""
    return {word: number for number, word in enumerate(words, 1)}


def new_word_numbers(segment: Segment, numbers: dict[str, int]) -> Numbers:
    """Return other numbers for the words of a segment, by the numbers they have in it."""
    return np.array([0, *(numbers[word] for word in segment.words)], np.int64)


def _renumber_terms(segment: Segment, numbers: dict[str, int]) -> Numbers:
    """Return the terms of a segment made of other numbers of its words."""
    new = new_word_numbers(segment, numbers)
    terms: Numbers = new[segment.terms >> WORD_BITS] << WORD_BITS | new[segment.terms & WORD_MASK]
    return terms


def _renumber(packed: Numbers, ranks: Numbers, term_shift: int) -> Numbers:
    """Return packed postings or positions with other numbers of their terms, rising."""
    renumbered: Numbers = ranks[packed >> term_shift] << term_shift
    renumbered |= packed & ((1 << term_shift) - 1)
    renumbered.sort()
    return renumbered


def _select(
    packed: Numbers, docs: NDArray[np.uint16], new_docs: Numbers, doc_shift: int
) -> Numbers:
    """Return the packed postings or positions of articles with a new number, under that number."""
    moved = new_docs[docs]
    is_selected = moved >= 0
    selected: Numbers = packed[is_selected] + ((moved - docs)[is_selected] << doc_shift)
    return selected


EMPTY_SEGMENT = make_segment((), (), *(np.zeros((4, 0), np.int64)))
