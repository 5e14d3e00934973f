"""Some articles inverted: for each term, which of them have it and where."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.postings import POSITION_BITS, POSITION_MASK, POSITION_TERM_SHIFT
from bantin.search.format.terms import WORD_BITS, WORD_MASK

# An entry as one integer: term, article, code.
ENTRY_TERM, ENTRY_DOC = 40, 8
CODE_MASK = (1 << ENTRY_DOC) - 1


class Segment(NamedTuple):
    """Inverted articles; their numbers count within the segment.

    Terms stand in the order of the index: words, then pairs; each by hash, then by spelling.

    Attributes:
        keys: digest of what each article was inverted from.
        words: every word, by spelling; the first has number 1.
        terms: each as one integer made of the numbers of its words.
        hashes: of each term.
        starts: where each begins in the two columns that follow, and the end.
        docs: article, rising within a term.
        codes: where the term was met there, and how strongly.
        spot_starts: where each begins in what follows, and the end.
        spot_docs: article, rising within a term.
        places: place among the own words of the article, rising within it.
    """

    keys: Sequence[bytes]
    words: Sequence[str]
    terms: Numbers
    hashes: Numbers
    starts: NDArray[np.uint32]
    docs: NDArray[np.uint16]
    codes: NDArray[np.uint8]
    spot_starts: NDArray[np.uint32]
    spot_docs: NDArray[np.uint16]
    places: NDArray[np.uint32]

    def entries(self) -> Numbers:
        """Return each entry as one integer, rising."""
        found = np.repeat(np.arange(len(self.terms)), np.diff(self.starts)) << ENTRY_TERM
        found |= self.docs.astype(np.int64) << ENTRY_DOC
        return found | self.codes

    def spots(self) -> Numbers:
        """Return each spot as one integer, rising."""
        found = (
            np.repeat(np.arange(len(self.terms)), np.diff(self.spot_starts)) << POSITION_TERM_SHIFT
        )
        found |= self.spot_docs.astype(np.int64) << POSITION_BITS
        return found | self.places

    def spelled(self) -> list[tuple[str, ...]]:
        """Return the words of each term."""
        words = ["", *self.words]
        halves = zip(
            (self.terms >> WORD_BITS).tolist(),
            (self.terms & WORD_MASK).tolist(),
            strict=True,
        )
        return [
            (words[first], words[second]) if first else (words[second],) for first, second in halves
        ]


def segment_of(  # noqa: PLR0913, PLR0917 -- columns of one table
    keys: Sequence[bytes],
    words: Sequence[str],
    terms: Numbers,
    hashes: Numbers,
    entries: Numbers,
    spots: Numbers,
) -> Segment:
    """Return articles as a segment; terms and words that none of them has are left out.

    Args:
        keys: of the articles.
        words: by spelling; numbers count from 1.
        terms: in any order; entries and spots name them by their places here.
        hashes: of the terms.
        entries: one for each article of a term, in any order.
        spots: in any order.
    """
    used = np.flatnonzero(np.bincount(entries >> ENTRY_TERM, minlength=len(terms)))
    first, second = terms[used] >> WORD_BITS, terms[used] & WORD_MASK
    kept = np.sort(second[first == 0])
    numbers = np.zeros(len(words) + 1, np.int64)
    numbers[kept] = np.arange(1, len(kept) + 1)
    renamed, hashed = numbers[first] << WORD_BITS | numbers[second], hashes[used]
    order = np.lexsort((renamed, hashed, first > 0))
    ranks = np.zeros(len(terms), np.int64)
    ranks[used[order]] = np.arange(len(used))
    entries = _ranked(entries, ranks, ENTRY_TERM)
    spots = _ranked(spots, ranks, POSITION_TERM_SHIFT)
    return Segment(
        keys,
        [words[number] for number in (kept - 1).tolist()],
        renamed[order],
        hashed[order],
        np.searchsorted(entries >> ENTRY_TERM, np.arange(len(used) + 1)).astype(np.uint32),
        (entries >> ENTRY_DOC).astype(np.uint16),
        (entries & CODE_MASK).astype(np.uint8),
        np.searchsorted(spots >> POSITION_TERM_SHIFT, np.arange(len(used) + 1)).astype(np.uint32),
        (spots >> POSITION_BITS & POSITION_MASK).astype(np.uint16),
        (spots & POSITION_MASK).astype(np.uint32),
    )


def select(segment: Segment, rows: Sequence[int]) -> Segment:
    """Return some articles of a segment, in the order given."""
    places = np.full(len(segment.keys), -1)
    places[list(rows)] = np.arange(len(rows))
    kept = [segment.keys[row] for row in rows]
    entries = _moved(segment.entries(), segment.docs, places, ENTRY_DOC)
    spots = _moved(segment.spots(), segment.spot_docs, places, POSITION_BITS)
    return segment_of(kept, segment.words, segment.terms, segment.hashes, entries, spots)


def join(segments: Sequence[Segment]) -> Segment:
    """Return the articles of segments one after another as one."""
    words = sorted(set().union(*(segment.words for segment in segments)))
    named = [renamed(segment, numbering(words)) for segment in segments]
    hashes = np.concatenate([segment.hashes for segment in segments])
    terms, firsts, ranks = np.unique(np.concatenate(named), return_index=True, return_inverse=True)
    entries, spots, terms_before, docs_before = list[Numbers](), list[Numbers](), 0, 0
    for segment in segments:
        own = ranks[terms_before : terms_before + len(segment.terms)]
        terms_before += len(segment.terms)
        entries.append(_ranked(segment.entries(), own, ENTRY_TERM) + (docs_before << ENTRY_DOC))
        spots.append(
            _ranked(segment.spots(), own, POSITION_TERM_SHIFT) + (docs_before << POSITION_BITS)
        )
        docs_before += len(segment.keys)
    keys = [key for segment in segments for key in segment.keys]
    return segment_of(
        keys, words, terms, hashes[firsts], np.concatenate(entries), np.concatenate(spots)
    )


def numbering(words: Sequence[str]) -> dict[str, int]:
    """Return the number of each word, from 1."""
    return {word: number for number, word in enumerate(words, 1)}


def renamed(segment: Segment, numbers: dict[str, int]) -> Numbers:
    """Return the terms of a segment by other numbers of its words."""
    known = np.array([0, *(numbers[word] for word in segment.words)], np.int64)
    terms: Numbers = (
        known[segment.terms >> WORD_BITS] << WORD_BITS | known[segment.terms & WORD_MASK]
    )
    return terms


def _ranked(packed: Numbers, ranks: Numbers, shift: int) -> Numbers:
    """Return entries or spots with other terms, rising."""
    found: Numbers = ranks[packed >> shift] << shift
    found |= packed & ((1 << shift) - 1)
    found.sort()
    return found


def _moved(packed: Numbers, docs: NDArray[np.uint16], places: Numbers, shift: int) -> Numbers:
    """Return the entries or spots of articles that have a place, at that place."""
    moved = places[docs]
    is_kept = moved >= 0
    found: Numbers = packed[is_kept] + ((moved - docs)[is_kept] << shift)
    return found


NOTHING = segment_of((), (), *(np.zeros((4, 0), np.int64)))
