"""Terms: a word, or two that are neighbours; how they are written, found and placed in shards."""

from collections.abc import Sequence
from itertools import groupby
from zlib import crc32

from bantin.vietnamese.chunks import DIGITS
from bantin.vietnamese.fold import fold

Spelled = tuple[str, ...]

HASH_BITS = 32
# A term as one integer: the number of its word, or of both, the first in the upper half.
HALF = 32
LOWER = (1 << HALF) - 1


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
    return opening(first) + second[0]


def opening(first: str) -> str:
    """Return what the keys of all pairs begin with that have the same first word, folded."""
    return f"{first} "


def pair_hash(opening_hash: int, initial: bytes) -> int:
    """Return the hash of a pair's key, going on from that of its opening."""
    return crc32(initial, opening_hash)


def place_of(term: Spelled) -> tuple[int, Spelled]:
    """Return what orders the terms of a kind: hash, then spelling."""
    folded = [folded_form(word) for word in term]
    return hash_of(pair_key(*folded) if len(folded) > 1 else folded[0]), term


def shard_of(hash_: int, bits: int) -> int:
    """Return the shard of a hash."""
    return hash_ >> (HASH_BITS - bits)


def written(terms: Sequence[Spelled]) -> str:
    """Return the words, spaces between them; of pairs “first, tab, seconds by spaces” lines."""
    if not terms or len(terms[0]) == 1:
        return " ".join(word for (word,) in terms)
    runs = groupby(terms, key=lambda pair: pair[0])
    return "\n".join(f"{word}\t{' '.join(second for _, second in run)}" for word, run in runs)


def read_words(text: str) -> list[Spelled]:
    """Return the words of a shard."""
    return [(word,) for word in text.split()]


def read_pairs(text: str) -> list[Spelled]:
    """Return the pairs of a shard."""
    lines = (line.partition("\t") for line in text.split("\n") if line)
    return [(first, second) for first, _, seconds in lines for second in seconds.split(" ")]
