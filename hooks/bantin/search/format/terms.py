"""Terms: words and pairs of neighbouring words; how they are hashed, ordered and written.

A query knows the hash of a term and with it the shard to fetch: no directory of terms is needed.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from zlib import crc32

from bantin.vietnamese.fold import fold

# The exact form of one word, or of two neighbours.
Term = tuple[str, ...]

LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
HASH_BITS = 32
# A term as one integer: the number of its last word in the lower half; above it that of the first
# word of a pair, or 0.
WORD_BITS = 32
WORD_MASK = (1 << WORD_BITS) - 1


def folded_form(exact: str) -> str:
    """Return the form that finds a word: without diacritics, and digits without leading zeros.

    A joined form may hold several runs of digits: 01ttrtu is found as 1ttrtu.
    """
    return LEADING_ZEROS.sub("", fold(exact))


def hash_of(text: str) -> int:
    """Return the 32-bit hash that assigns a term to a shard."""
    return crc32(text.encode())


def pair_key(first: str, second: str) -> str:
    """Return what is hashed of a pair: its first word and the first letter of the second, folded.

    So all pairs of “dân” with words in v- are in one shard: whatever completes an unfinished word,
    and what a misspelt one may have been meant to be.
    """
    return pair_key_prefix(first) + second[0]


def pair_key_prefix(first: str) -> str:
    """Return the part of ``pair_key`` that all pairs with the same folded first word share."""
    return f"{first} "


def pair_hash(prefix_hash: int, initial: bytes) -> int:
    """Return the hash of a ``pair_key`` from that of its prefix.

    A CRC can be continued: the builder hashes each first word once and adds single letters.
    """
    return crc32(initial, prefix_hash)


def term_order(term: Term) -> tuple[int, Term]:
    """Return the key by which the terms of a kind are sorted: the hash, then the exact form."""
    folded = [folded_form(word) for word in term]
    return hash_of(pair_key(*folded) if len(folded) > 1 else folded[0]), term


def shard_of(hash_: int, shard_bits: int) -> int:
    """Return the number of the shard that has the terms of a hash."""
    return hash_ >> (HASH_BITS - shard_bits)


def join_terms(terms: Sequence[Term]) -> str:
    """Return the text of a shard: words, or a line for each run of pairs with one first word."""
    if not terms or len(terms[0]) == 1:
        return " ".join(word for (word,) in terms)
    runs = groupby(terms, key=lambda pair: pair[0])
    return "\n".join(f"{first}\t{' '.join(second for _, second in run)}" for first, run in runs)


def split_words(text: str) -> list[Term]:
    """Return the terms in the text of a shard of words."""
    return [(word,) for word in text.split()]


def split_pairs(text: str) -> list[Term]:
    """Return the terms in the text of a shard of pairs."""
    lines = (line.partition("\t") for line in text.split("\n") if line)
    return [(first, second) for first, _, seconds in lines for second in seconds.split(" ")]
