"""Vectors of many articles, laid end to end, with the lexicon that numbers their terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bantin.search.vector import PAIR_BITS, Codes, Ids, Lexicon, Numbering, Numbers, Vector

N = TypeVar("N", np.uint8, np.uint32)
WORD_MASK = (1 << PAIR_BITS) - 1


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


def batch_of(lexicon: Lexicon, vectors: Sequence[Vector]) -> Batch:
    """Return vectors as a batch."""
    ids, starts = laid_end_to_end([vector.terms for vector in vectors], np.uint32)
    codes, _ = laid_end_to_end([vector.codes for vector in vectors], np.uint8)
    pairs, pair_starts = laid_end_to_end([vector.pairs for vector in vectors], np.uint32)
    terms = np.fromiter(lexicon.terms, np.int64, len(lexicon.terms))
    return Batch(list(lexicon.words), terms, ids, codes, starts, pairs, pair_starts)


def joined(batches: Sequence[Batch]) -> Batch:
    """Return batches as one; the numbers of the first stay as they are."""
    words, terms = Numbering(batches[0].words, 1), batches[0].terms
    ids, pairs = [batches[0].ids], [batches[0].pairs]
    for batch in batches[1:]:
        known = np.array([0, *(words[word] for word in batch.words)], np.int64)
        first, second = known[batch.terms >> PAIR_BITS], known[batch.terms & WORD_MASK]
        terms, numbers = _numbered(terms, first << PAIR_BITS | second)
        ids.append(numbers[batch.ids])
        pairs.append(np.append(np.zeros(1, np.uint32), numbers + 1)[batch.pairs])
    return Batch(
        list(words),
        terms,
        np.concatenate(ids),
        np.concatenate([batch.codes for batch in batches]),
        _shifted(batch.starts for batch in batches),
        np.concatenate(pairs),
        _shifted(batch.pair_starts for batch in batches),
    )


def arranged(batch: Batch, rows: Sequence[int]) -> Batch:
    """Return a batch with only some of its articles, in the order given."""
    if rows == range(batch.size):
        return batch
    cuts, pair_cuts = _cuts(batch.starts, rows), _cuts(batch.pair_starts, rows)
    ids, starts = laid_end_to_end([batch.ids[cut] for cut in cuts], np.uint32)
    codes, _ = laid_end_to_end([batch.codes[cut] for cut in cuts], np.uint8)
    pairs, pair_starts = laid_end_to_end([batch.pairs[cut] for cut in pair_cuts], np.uint32)
    return replace(
        batch, ids=ids, codes=codes, starts=starts, pairs=pairs, pair_starts=pair_starts
    )


def laid_end_to_end(parts: Sequence[NDArray[N]], kind: type[N]) -> tuple[NDArray[N], Numbers]:
    """Return the parts as one, and where each begins, and the end."""
    lengths = np.array([0, *map(len, parts)])
    return np.concatenate([np.zeros(0, kind), *parts]), np.cumsum(lengths)


def _numbered(terms: Numbers, keys: Numbers) -> tuple[Numbers, Ids]:
    """Return the terms with the keys that are new to them, and the number of each key."""
    order = np.argsort(terms)
    at = np.searchsorted(terms, keys, sorter=order)
    found = order[np.minimum(at, len(terms) - 1)] if len(terms) else np.zeros(len(keys), np.int64)
    is_new = terms[found] != keys if len(terms) else np.ones(len(keys), bool)
    numbers = np.where(is_new, len(terms) - 1 + np.cumsum(is_new), found)
    return np.concatenate((terms, keys[is_new])), numbers.astype(np.uint32)


def _shifted(all_starts: Iterable[Numbers]) -> Numbers:
    lengths = [np.diff(starts) for starts in all_starts]
    return np.concatenate(([0], np.cumsum(np.concatenate(lengths))))


def _cuts(starts: Numbers, rows: Sequence[int]) -> list[Any]:
    chosen = np.array(rows, np.int64)
    edges = zip(starts[chosen].tolist(), starts[chosen + 1].tolist(), strict=True)
    return list(starmap(slice, edges))
