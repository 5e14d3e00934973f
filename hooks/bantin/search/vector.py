"""One article as numbers: which terms it has, how strongly, and its own words in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bantin.search.fields import Field
from bantin.search.settings import LEVEL_BITS, TOP_LEVEL
from bantin.vietnamese.tokens import Tokeniser

T = TypeVar("T")
Numbers = NDArray[np.int64]
Ids = NDArray[np.uint32]
Codes = NDArray[np.uint8]

SATURATION = 2.5
JOINED_WEIGHT = 1.5
PAIR_BITS = 32
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Vector:
    """The terms of one article.

    Attributes:
        terms: numbers of its words and pairs in the lexicon.
        codes: for each, where it was met and how strongly.
        pairs: for each place in its own words, one more than the number of the pair that
            begins there; 0 where none does.
    """

    terms: Ids
    codes: Codes
    pairs: Ids


class Numbering(dict[T, int]):
    """Gives every new key the next number."""

    def __init__(self, keys: Iterable[T] = (), first: int = 0) -> None:
        super().__init__(zip(keys, count(first), strict=False))
        self._first = first

    def __missing__(self, key: T) -> int:
        number = self[key] = self._first + len(self)
        return number


class Lexicon:
    """Numbers for words, from 1, and for terms: a word, or two neighbouring words.

    A term is known by one integer: the word's number, or both numbers of a pair.
    """

    def __init__(self, words: Iterable[str] = (), terms: Iterable[int] = ()) -> None:
        self.words = Numbering(words, 1)
        self.terms = Numbering(terms)


class Vectoriser:
    """Turns fields into vectors; texts of registry records are cut once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._terms = lexicon.words, lexicon.terms
        self._tokeniser = Tokeniser()
        self._cut: dict[str, tuple[list[int], list[int]]] = {}

    def vector(self, fields: Iterable[Field]) -> Vector:
        """Return the vector of an article; fields of one source stand together, own words first."""
        words, joined = [0], list[int]()
        spans, joined_spans = [(1, 0.0, 0)], list[tuple[int, float, int]]()
        own = 0
        for text, weight, source in fields:
            of_text, of_joined = self._read(text, source)
            words += [*of_text, 0]
            joined += of_joined
            spans.append((len(of_text) + 1, weight, source))
            joined_spans.append((len(of_joined), weight * JOINED_WEIGHT, source))
            own = len(words) if source == 0 else own
        sequence = np.array(words, dtype=np.int64)
        weights, sources = _spread(spans)
        first, second = sequence[:-1], sequence[1:]
        is_pair = (first > 0) & (second > 0)
        is_word = sequence > 0
        joined_weights, joined_sources = _spread(joined_spans)
        parts = (
            (sequence[is_word], weights[is_word], sources[is_word]),
            (np.array(joined, dtype=np.int64), joined_weights, joined_sources),
            ((first << PAIR_BITS | second)[is_pair], weights[1:][is_pair], sources[1:][is_pair]),
        )
        columns = (np.concatenate(column) for column in zip(*parts, strict=True))
        keys, codes, inverse = _weigh(*columns)
        terms = np.array([self._terms[key] for key in keys.tolist()], np.uint32)
        places = np.flatnonzero(is_pair[:own])
        pairs = np.zeros(own, np.uint32)
        pairs[places] = (
            1 + terms[inverse[len(inverse) - np.count_nonzero(is_pair) :]][: len(places)]
        )
        return Vector(terms, codes, pairs)

    def _read(self, text: str, source: int) -> tuple[list[int], list[int]]:
        known = self._cut.get(text)
        if known is None:
            words, joined = self._tokeniser.read(text)
            number = self._words
            known = (
                [number[word[0]] for word in words],
                [number[form.exact] for form in joined if form.kind != "guess"],
            )
            if source:
                self._cut[text] = known
        return known


def _spread(spans: list[tuple[int, float, int]]) -> tuple[NDArray[np.float64], Numbers]:
    """Return weight and source for every word."""
    if not spans:
        return np.zeros(0), np.zeros(0, dtype=np.int64)
    lengths, weights, sources = zip(*spans, strict=True)
    return np.repeat(np.array(weights), lengths), np.repeat(np.array(sources), lengths)


def _weigh(
    keys: Numbers, weights: NDArray[np.float64], sources: Numbers
) -> tuple[Numbers, Codes, Numbers]:
    """Return each key once; its code, made of the best source and the level; and where it went."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    is_first = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(keys)]
    firsts = np.flatnonzero(is_first)
    inverse = np.empty(len(keys), np.int64)
    inverse[order] = np.cumsum(is_first) - 1
    unique, total = ordered[firsts], np.add.reduceat(weights[order], firsts)
    source = np.minimum.reduceat(sources[order], firsts)
    level = np.clip(np.rint((TOP_LEVEL + 1) * total / (total + SATURATION)), 1, TOP_LEVEL)
    return unique, (source << LEVEL_BITS | level.astype(np.int64)).astype(np.uint8), inverse
