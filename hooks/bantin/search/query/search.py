"""A search from beginning to end: the same steps, in the same order, as in the browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.query.parse import Query, clean, parse
from bantin.search.query.phrase import having
from bantin.search.query.reader import Reader
from bantin.search.query.score import Scorer, Scores
from bantin.search.query.slots import Resolver, Slots, decode_keystrokes

YEAR = "nam"


@dataclass(frozen=True, slots=True)
class Filters:
    """How results are narrowed: chosen values by facet (any of them), and years, both included."""

    chosen: Mapping[str, Sequence[str]]
    first_year: int | None = None
    last_year: int | None = None

    def __bool__(self) -> bool:
        return any(self.chosen.values()) or bool(self.first_year or self.last_year)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        docs: article numbers, best first.
        by_name: those of them where some word is met only through another name.
        read_as: what was searched for, where that is not what was typed.
        ignored: words found nowhere.
        missing: phrases found nowhere.
        is_cut: whether the query was longer than is read.
        counts: for each facet, how many results each value has, its own choice left aside.
    """

    docs: tuple[int, ...]
    by_name: frozenset[int]
    read_as: str
    ignored: tuple[str, ...]
    missing: tuple[str, ...]
    is_cut: bool
    counts: Mapping[str, Mapping[str, int]]


class Searcher:
    """Searches a built index."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        *,
        is_by_date: bool = False,
        counted: Sequence[str] = (),
    ) -> Found:
        """Return what is found; an empty query finds everything that the filters let through."""
        limits = self.reader.manifest["limits"]
        typed, is_cut = clean(text, limits["characters"])
        meant = decode_keystrokes(self.reader, typed)
        query = parse(meant, limits)
        slots = Resolver(self.reader).resolve(query)
        scores = Scorer(self.reader, query, slots).scores()
        phrases = [having(self.reader, phrase) for phrase in query.phrases]
        matching = self._matching(query, scores, phrases)
        passing = self._passing(filters or Filters({}))
        shown = matching & np.logical_and.reduce([*passing.values(), matching])
        docs = np.flatnonzero(shown)
        order = docs if is_by_date else docs[np.argsort(-scores.score[docs], kind="stable")]
        return Found(
            docs=tuple(order.tolist()),
            by_name=frozenset(docs[scores.by_name[docs]].tolist()),
            read_as=_read_as(query, slots, is_decoded=meant != typed),
            ignored=tuple(query.words[place].exact for place in slots.unknown),
            missing=tuple(
                " ".join(word.exact for word in phrase)
                for phrase, has in zip(query.phrases, phrases, strict=True)
                if not len(has)
            ),
            is_cut=is_cut or query.is_cut,
            counts={key: self._counts(key, matching, passing) for key in counted},
        )

    def _matching(self, query: Query, scores: Scores, phrases: list[Numbers]) -> NDArray[np.bool_]:
        allowed = np.ones(self.reader.size, dtype=bool)
        for docs in phrases:
            has = np.zeros(self.reader.size, dtype=bool)
            has[docs] = True
            allowed &= has
        if not query.words:
            return allowed
        best = int(scores.cover[allowed].max(initial=0))
        least = best * self.reader.manifest["scoring"]["keep"]
        enough: NDArray[np.bool_] = (scores.cover * 100 >= least) & (scores.cover > 0)
        return allowed & enough

    def _passing(self, filters: Filters) -> dict[str, NDArray[np.bool_]]:
        passing = {}
        for key, ids in filters.chosen.items():
            if ids:
                values, has = self.reader.facet(key), np.zeros(self.reader.size, dtype=bool)
                for id_ in ids:
                    if id_ in values:
                        has[values[id_][1]] = True
                passing[key] = has
        if filters.first_year or filters.last_year:
            passing[YEAR] = self._in_years(filters.first_year or 1, filters.last_year or 9999)
        return passing

    def _in_years(self, first: int, last: int) -> NDArray[np.bool_]:
        runs = self.reader.manifest["years"]
        inside = [first <= year <= last for year, _ in runs]
        return np.repeat(np.array(inside, dtype=bool), [count for _, count in runs])

    def _counts(
        self, key: str, matching: NDArray[np.bool_], passing: Mapping[str, NDArray[np.bool_]]
    ) -> dict[str, int]:
        others = [has for name, has in passing.items() if name != key]
        shown = np.logical_and.reduce([matching, *others])
        counted = {id_: int(shown[docs].sum()) for id_, (_, docs) in self.reader.facet(key).items()}
        return {id_: count for id_, count in counted.items() if count}


def _read_as(query: Query, slots: Slots, *, is_decoded: bool) -> str:
    """Return the query as it was understood; nothing where it was taken as typed."""
    if not slots.read_as and not is_decoded:
        return ""
    return " ".join(slots.read_as.get(place, word.exact) for place, word in enumerate(query.words))
