"""Vectors of many articles, laid end to end, with the lexicon that numbers their terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bantin.search.vector import PAIR_BITS, Codes, Ids, Lexicon, Numbering, Numbers, Vector

N = TypeVar("N", np.uint8, np.uint32)
WORD_MASK = (1 << PAIR_BITS) - 1
AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """The vectors of articles, in their order.

    Attributes:
        words: the first has number 1.
        terms: what each term number stands for: a word, or two, as one integer.
        ids: term numbers of all articles; ``codes`` beside them.
        starts: where each article begins in ``ids``, and the end.
        pairs: for each place of all articles, one more than the number of its pair, or 0.
        pair_starts: where each article begins in ``pairs``, and the end.
    """

    words: Sequence[str]
    terms: Numbers
    ids: Ids
    codes: Codes
    starts: Numbers
    pairs: Ids
    pair_starts: Numbers

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.starts) - 1


def batch_of(lexicon: Lexicon, vectors: Iterable[Vector]) -> Batch:
    """Return vectors as a batch; each may be forgotten once it is asked for."""
    ids, codes, pairs = bytearray(), bytearray(), bytearray()
    starts, pair_starts = [0], [0]
    for vector in vectors:
        ids += vector.terms.tobytes()
        codes += vector.codes.tobytes()
        pairs += vector.pairs.tobytes()
        starts.append(len(codes))
        pair_starts.append(pair_starts[-1] + len(vector.pairs))
    return Batch(
        list(lexicon.words),
        np.fromiter(lexicon.terms, np.int64, len(lexicon.terms)),
        np.frombuffer(ids, np.uint32),
        np.frombuffer(codes, np.uint8),
        np.array(starts),
        np.frombuffer(pairs, np.uint32),
        np.array(pair_starts),
    )


def counted(numbers: Ids, size: int) -> Numbers:
    """Return how often each number below ``size`` occurs; some at a time, to spare memory."""
    counts = np.zeros(size, np.int64)
    for start in range(0, len(numbers), AT_ONCE):
        counts += np.bincount(numbers[start : start + AT_ONCE], minlength=size)
    return counts


def gathered(batches: Sequence[Batch], rows: Sequence[tuple[int, int]]) -> Batch:
    """Return some articles of several batches as one; the first keeps its term numbers.

    Args:
        batches: each with a lexicon of its own.
        rows: for each article wanted, the number of its batch and its place there.
    """
    words, terms = Numbering[str]((), 1), np.zeros(0, np.int64)
    numbers: list[Ids] = []
    for batch in batches:
        known = np.array([0, *(words[word] for word in batch.words)], np.int64)
        first, second = known[batch.terms >> PAIR_BITS], known[batch.terms & WORD_MASK]
        terms, numbered = _numbered(terms, first << PAIR_BITS | second)
        numbers.append(numbered)
    following = [np.append(np.zeros(1, np.uint32), numbered + 1) for numbered in numbers]
    ids, starts = _scattered([b.ids for b in batches], [b.starts for b in batches], rows, numbers)
    pairs, pair_starts = _scattered(
        [b.pairs for b in batches], [b.pair_starts for b in batches], rows, following
    )
    codes, _ = _scattered([b.codes for b in batches], [b.starts for b in batches], rows)
    return Batch(list(words), terms, ids, codes, starts, pairs, pair_starts)


def translate(numbers: Ids, meanings: Ids) -> None:
    """Put in place of each number what it means; some at a time, to spare memory."""
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        part[:] = meanings[part]


def _scattered(
    columns: Sequence[NDArray[N]],
    all_starts: Sequence[Numbers],
    rows: Sequence[tuple[int, int]],
    translations: Sequence[NDArray[N]] = (),
) -> tuple[NDArray[N], Numbers]:
    """Return the parts of columns that rows name, end to end, and where each begins."""
    lengths: list[Numbers] = [np.diff(begins) for begins in all_starts]
    starts = np.cumsum([0, *(lengths[batch][row] for batch, row in rows)], dtype=np.int64)
    found = np.empty(int(starts[-1]), columns[0].dtype)
    for number, column in enumerate(columns):
        translated = translations[number][column] if translations else column
        begins = all_starts[number].tolist()
        for place, (batch, row) in enumerate(rows):
            if batch == number:
                part = translated[begins[row] : begins[row + 1]]
                found[starts[place] : starts[place] + len(part)] = part
    return found, starts


def _numbered(terms: Numbers, keys: Numbers) -> tuple[Numbers, Ids]:
    """Return the terms with the keys that are new to them, and the number of each key."""
    order = np.argsort(terms)
    at = np.searchsorted(terms, keys, sorter=order)
    found = order[np.minimum(at, len(terms) - 1)] if len(terms) else np.zeros(len(keys), np.int64)
    is_new = terms[found] != keys if len(terms) else np.ones(len(keys), bool)
    numbers = np.where(is_new, len(terms) - 1 + np.cumsum(is_new), found)
    return np.concatenate((terms, keys[is_new])), numbers.astype(np.uint32)
