"""Postings as bytes: for each term the articles that have it, and where pairs stand in them."""

from dataclasses import dataclass

import numpy as np

from bantin.search.format.codec import Numbers, decode_all, encode

# A posting as one integer: term, code, article.
DOC_BITS = 20
CODE_BITS = 8
POSTING_TERM = DOC_BITS + CODE_BITS
DOCS = (1 << DOC_BITS) - 1
CODES = (1 << CODE_BITS) - 1
# A spot as one integer: term, article, place.
SPOT_TERM, SPOT_DOC = 40, 20
PLACES = (1 << SPOT_DOC) - 1
NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Lists:
    """One list of bytes for each of a run of terms.

    Attributes:
        data: all lists, one after another.
        starts: where each begins, and the end.
        counts: how many articles each names.
    """

    data: bytes
    starts: Numbers
    counts: Numbers

    @property
    def sizes(self) -> Numbers:
        """How long each list is."""
        return np.diff(self.starts)

    def of(self, number: int) -> bytes:
        """The list of one term."""
        return self.data[self.starts[number] : self.starts[number + 1]]


def posting_lists(keys: Numbers, size: int) -> Lists:
    """Return for each term: (code, count, gaps between article numbers) by rising code.

    Args:
        keys: postings, rising.
        size: how many terms there are.
    """
    groups = keys >> DOC_BITS
    begins = _firsts(groups)
    heads = np.stack((groups[begins] & CODES, np.diff(begins, append=len(keys))), axis=1)
    values = np.insert(_gaps(keys & DOCS, begins), np.repeat(begins, 2), heads.ravel())
    edges = np.searchsorted(keys >> POSTING_TERM, np.arange(size + 1))
    return _lists(values, edges + 2 * np.searchsorted(begins, edges), np.diff(edges))


def spot_lists(keys: Numbers, size: int) -> Lists:
    """Return for each term: how many articles, gaps between them, counts of places, their gaps.

    Args:
        keys: spots, rising.
        size: how many terms there are; one that has no spot has an empty list.
    """
    groups = keys >> SPOT_DOC
    begins = _firsts(groups)
    owners = keys[begins] >> SPOT_TERM
    edges = np.searchsorted(owners, np.arange(size + 1))
    holders = np.diff(edges)
    sizes = np.diff(np.append(begins, len(keys))[edges]) + 2 * holders + (holders > 0)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    values = np.empty(starts[-1], np.int64)
    values[starts[:-1][holders > 0]] = holders[holders > 0]
    docs = starts[owners] + 1 + np.arange(len(begins)) - edges[owners]
    values[docs] = _gaps(groups[begins] & DOCS, np.unique(edges[:-1][holders > 0]))
    values[docs + holders[owners]] = np.diff(begins, append=len(keys))
    of = keys >> SPOT_TERM
    places = (starts + 1)[of] + 2 * holders[of] + np.arange(len(keys)) - begins[edges[of]]
    values[places] = _gaps(keys & PLACES, begins)
    return _lists(values, starts, holders)


def listed_postings(data: bytes | memoryview) -> Numbers:
    """Return the postings of one list, less its term."""
    values, found, at = decode_all(data), [NONE], 0
    while at < len(values):
        code, count = values[at : at + 2].tolist()
        found.append(code << DOC_BITS | np.cumsum(values[at + 2 : at + 2 + count]))
        at += 2 + count
    return np.concatenate(found)


def listed_spots(data: bytes | memoryview) -> Numbers:
    """Return the spots of one list, less its term."""
    if not data:
        return NONE
    values = decode_all(data)
    holders = int(values[0])
    docs, counts = np.cumsum(values[1 : holders + 1]), values[holders + 1 : 2 * holders + 1]
    gaps = values[2 * holders + 1 :]
    sums, begins = np.cumsum(gaps), np.cumsum(counts) - counts
    places = sums - np.repeat(sums[begins] - gaps[begins], counts)
    spots: Numbers = np.repeat(docs, counts) << SPOT_DOC | places
    return spots


def _lists(values: Numbers, edges: Numbers, counts: Numbers) -> Lists:
    data, starts = encode(values)
    return Lists(data, starts[edges], counts)


def _gaps(numbers: Numbers, begins: Numbers) -> Numbers:
    """Return each number less the one before it, but whole where a group begins."""
    gaps = np.diff(numbers, prepend=0)
    gaps[begins] = numbers[begins]
    return gaps


def _firsts(groups: Numbers) -> Numbers:
    """Return where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(groups, prepend=-1))
