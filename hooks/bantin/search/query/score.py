"""How well each article answers; integers only, so that the browser reckons alike."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import OTHER
from bantin.search.query.parse import Query, Typed, has_marks, is_digits
from bantin.search.query.reader import Group, Reader, Term
from bantin.search.query.slots import Option, Slots, stop_words

IDF_STEPS = 16
COMMON_SHARE = 3
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Scores:
    """By article number.

    Attributes:
        score: how well it answers; 0 for not at all.
        cover: how much of the query it has, in thousandths.
        by_name: whether some word is best met there through another name.
    """

    score: Numbers
    cover: Numbers
    by_name: NDArray[np.bool_]


class Scorer:
    """Scores the articles of an index for one query."""

    def __init__(self, reader: Reader, query: Query, slots: Slots) -> None:
        self._reader, self._query, self._slots = reader, query, slots
        self._scoring: dict[str, int] = reader.manifest["scoring"]
        self._stop = stop_words(reader, query)
        size, count = reader.size, len(query.words)
        self._score = np.zeros(size, dtype=np.int64)
        self._cover = np.zeros((count, size), dtype=np.int64)
        self._direct = np.zeros((count, size), dtype=np.int64)
        self._groups: dict[tuple[str, ...], list[Group]] = {}

    def scores(self) -> Scores:
        """Return the scores of all articles."""
        words = self._query.words
        for place in range(len(words) - 1):
            both = words[place : place + 2]
            weight = self._scoring["pair"] * min(map(self._weight, both)) // 100
            self._add(self._slots.pairs[place], both, weight, range(place, place + 2), 100)
        for place, word in enumerate(words):
            alone = is_digits(word.folded) or not self._has_pair(place)
            worth = 100 if alone else self._scoring["scattered"]
            options = [o for o in self._slots.singles[place] if alone or not self._is_common(o)]
            weight = self._scoring["single"] * self._weight(word) // 100
            self._add(options, (word,), weight, range(place, place + 1), worth)
        for form in self._query.joined:
            terms = tuple(self._reader.terms(form.folded))
            covered = range(form.position, min(form.position + form.length, len(words)))
            option = Option((form.folded,), terms)
            self._add([option] if terms else [], (form,), self._scoring["joined"], covered, 100)
        return self._total()

    def _add(
        self,
        options: Iterable[Option],
        typed: tuple[Typed, ...],
        weight: int,
        covered: range,
        worth: int,
    ) -> None:
        """Add the best of several options to every article that has one."""
        best = np.zeros(self._reader.size, dtype=np.int64)
        cover = np.zeros(self._reader.size, dtype=np.int64)
        direct = np.zeros(self._reader.size, dtype=np.int64)
        for option in options:
            rarity = self._rarity(option)
            for term in option.terms:
                credit = self._credit(option, term, typed)
                for group in self._reader.groups(term):
                    source = self._scoring["other"] if group.source == OTHER else 100
                    value = group.level * rarity * weight * credit * source // 10_000
                    best[group.docs] = np.maximum(best[group.docs], value)
                    part = credit * worth * self._presence(group) // 10_000
                    cover[group.docs] = np.maximum(cover[group.docs], part)
                    if group.source != OTHER:
                        direct[group.docs] = np.maximum(direct[group.docs], part)
        self._score += best
        for place in covered:
            self._cover[place] = np.maximum(self._cover[place], cover)
            self._direct[place] = np.maximum(self._direct[place], direct)

    def _credit(self, option: Option, term: Term, typed: tuple[Typed, ...]) -> int:
        """Return what a spelling is worth: marks typed count, marks left out hardly."""
        if option.worth < WHOLE:
            return option.worth
        return min(map(self._likeness, typed, term.words))

    def _presence(self, group: Group) -> int:
        return self._scoring["other_cover"] if group.source == OTHER else 100

    def _likeness(self, typed: Typed, written: str) -> int:
        if typed.exact == written:
            return self._scoring["exact"]
        if is_digits(typed.folded):
            return self._scoring["digits"]
        if has_marks(typed):
            return self._scoring["marked"]
        return self._scoring["unmarked" if self._query.is_marked else "plain"]

    def _rarity(self, option: Option) -> int:
        count = min(self._reader.size, sum(map(self._count, option.terms)))
        return rarity(self._reader.size, count)

    def _count(self, term: Term) -> int:
        return term.count or sum(len(group.docs) for group in self._reader.groups(term))

    def _weight(self, word: Typed) -> int:
        return self._scoring["stop"] if word.exact in self._stop else 100

    def _has_pair(self, place: int) -> bool:
        pairs = self._slots.pairs
        return any(pairs[at] for at in (place - 1, place) if 0 <= at < len(pairs))

    def _is_common(self, option: Option) -> bool:
        return sum(term.count for term in option.terms) * COMMON_SHARE > self._reader.size

    def _total(self) -> Scores:
        weights = [
            self._weight(word) * max(map(self._rarity, options), default=0)
            for word, options in zip(self._query.words, self._slots.singles, strict=True)
        ]
        whole = max(1, sum(weights))
        share = (np.array(weights, dtype=np.int64) @ self._cover) * 10 // whole
        counted = np.array(weights, dtype=np.int64) > 0
        by_name: NDArray[np.bool_] = np.any((self._cover > self._direct)[counted], axis=0)
        score = self._score
        for _ in range(self._scoring["power"]):
            score = score * share // 1000
        return Scores(score, share, by_name)


def rarity(size: int, count: int) -> int:
    """Return a whole number that grows as a term is rarer."""
    return math.floor(IDF_STEPS * math.log2(1 + size / max(1, count)) + 0.5)
