"""The order in which terms stand in the index, and the shard of each."""

from dataclasses import dataclass
from itertools import groupby
from zlib import crc32

import numpy as np

from bantin.search.batch import WORD_MASK, Batch, counted
from bantin.search.vector import PAIR_BITS, Ids, Numbers
from bantin.vietnamese.chunks import DIGITS
from bantin.vietnamese.fold import fold

HASH_BITS = 32


@dataclass(frozen=True, slots=True)
class Ranking:
    """Terms in use, ordered: all words, then all pairs; each kind by hash, then by spelling.

    Attributes:
        words: exact words in their order.
        pairs: the two words of each pair, as exact words.
        word_hashes: hash of each word's folded form, rising.
        pair_hashes: hash of the first folded word and the first letter of the second, rising.
        ranks: rank of each term number; what is not in use has none worth asking for.
    """

    words: list[str]
    pairs: tuple[list[str], list[str]]
    word_hashes: Numbers
    pair_hashes: Numbers
    ranks: Ids

    @property
    def size(self) -> int:
        """How many terms are in use."""
        return len(self.word_hashes) + len(self.pair_hashes)

    def word_text(self, start: int, end: int) -> str:
        """Return a run of words, spaces between them."""
        return " ".join(self.words[start:end])

    def pair_text(self, start: int, end: int) -> str:
        """Return “first, tab, seconds by spaces” lines for a run of pairs."""
        first, second = (column[start:end] for column in self.pairs)
        runs = groupby(zip(first, second, strict=True), key=lambda pair: pair[0])
        return "\n".join(f"{word}\t{' '.join(pair[1] for pair in run)}" for word, run in runs)


def rank(batch: Batch) -> Ranking:
    """Order the terms that occur."""
    keys = batch.terms
    used = np.flatnonzero(counted(batch.ids, len(keys)))
    exact = np.array(["", *batch.words], dtype=object)
    folded = [folded_form(word) for word in exact]
    order = np.zeros(len(exact), dtype=np.int64)
    order[sorted(range(len(exact)), key=exact.__getitem__)] = np.arange(len(exact))
    is_word = keys[used] <= WORD_MASK
    words, pairs = used[is_word], used[~is_word]
    hashes = np.array([hash_of(word) for word in folded], dtype=np.int64)[keys[words]]
    first, second = keys[pairs] >> PAIR_BITS, keys[pairs] & WORD_MASK
    pair_hashes = _pair_hashes(folded, first, second)
    word_order = np.lexsort((order[keys[words]], hashes))
    pair_order = np.lexsort((order[second], order[first], pair_hashes))
    ranks = np.zeros(len(keys), dtype=np.uint32)
    ranks[np.concatenate((words[word_order], pairs[pair_order]))] = np.arange(len(used))
    return Ranking(
        exact[keys[words][word_order]].tolist(),
        (exact[first[pair_order]].tolist(), exact[second[pair_order]].tolist()),
        hashes[word_order],
        pair_hashes[pair_order],
        ranks,
    )


def folded_form(exact: str) -> str:
    """Return the form that finds: no marks; of digits, no leading zeros."""
    if exact.strip(DIGITS):
        return fold(exact)
    return exact.lstrip("0") or exact[-1:]


def hash_of(text: str) -> int:
    """Return the 32-bit hash that places a term in a shard."""
    return crc32(text.encode())


def pair_key(first: str, second: str) -> str:
    """Return what is hashed of two folded words: pairs that begin alike stand together."""
    return f"{first} {second[0]}"


def shard_of(hash_: int, bits: int) -> int:
    """Return the shard of a hash."""
    return hash_ >> (HASH_BITS - bits)


def _pair_hashes(folded: list[str], first: Numbers, second: Numbers) -> Numbers:
    """Return the hash of each pair; worked out once for all that begin alike."""
    known: dict[str, int] = {}
    letters = np.array([ord(word[0]) if word else 0 for word in folded], dtype=np.int64)
    groups, inverse = np.unique(first << PAIR_BITS | letters[second], return_inverse=True)
    keys = [f"{folded[group >> PAIR_BITS]} {chr(group & WORD_MASK)}" for group in groups.tolist()]
    for key in keys:
        known.setdefault(key, hash_of(key))
    hashes: Numbers = np.array([known[key] for key in keys], dtype=np.int64)[inverse]
    return hashes
