"""The key of a name: what a typed name and a name on record have in common."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bantin.search.format.terms import hash_of
from bantin.vietnamese.tokens import tokenise

# Words that a reader writes or leaves out: “Công an (tỉnh) Quảng Nam”. Folded.
OPTIONAL = frozenset({"tinh", "tp", "huyen", "va", "cua"})
OPTIONAL_PAIR = ("thanh", "pho")


@lru_cache(maxsize=50_000)  # the words of names recur
def _words_of(fragment: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenise(fragment) if token.kind == "word")


def name_words(text: str) -> list[str]:
    """Return the folded words of a name without those that may be left out."""
    return telling_words([word for part in text.split() for word in _words_of(part)])


def telling_words(words: Sequence[str]) -> list[str]:
    """Return folded words without those that may be left out; all where none else is there."""
    pairs = zip(words, (*words[1:], ""), strict=True)
    starts = {at for at, pair in enumerate(pairs) if pair == OPTIONAL_PAIR}
    kept = [
        word
        for at, word in enumerate(words)
        if word not in OPTIONAL and at not in starts and at - 1 not in starts
    ]
    return kept or list(words)


def name_hash(words: Iterable[str]) -> int:
    """Return the hash of a name, whatever the order of its words."""
    return hash_of(" ".join(sorted(words)))
