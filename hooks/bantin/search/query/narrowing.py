"""What results are narrowed to: values of facets, and years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.addresses import SCHEME, address_key
from bantin.search.format.codec import Numbers
from bantin.search.format.settings import AMONG, COVERED, SOURCES
from bantin.search.query.reader import IndexReader

YEAR = "nam"
EARLIEST, LATEST = 1, 9999

# For each article of the index whether it is in a set.
DocSet = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filters:
    """What results are narrowed to.

    An article is of a year where its conference was held then or looks back on it.

    Attributes:
        chosen: by facet, ids of which an article must have any.
        first_year: included, as the last one; None is no limit.
        last_year: see above.
        is_undated: with years: articles of unknown years too; else these alone.
    """

    chosen: Mapping[str, Sequence[str]]
    first_year: int | None = None
    last_year: int | None = None
    is_undated: bool = False

    def __bool__(self) -> bool:
        return any(self.chosen.values()) or self.has_years or self.is_undated

    @property
    def has_years(self) -> bool:
        """Whether results are narrowed to known years."""
        return bool(self.first_year or self.last_year)


def with_source(index: IndexReader, text: str, filters: Filters) -> tuple[str, Filters]:
    """Return what to search for where a text is an address: nothing, narrowed to the article there.

    What has no scheme and no article is searched for as a text.
    """
    key = address_key(text)
    if not key or not (SCHEME.match(text) or key in index.facet(SOURCES)):
        return text, filters
    return "", replace(filters, chosen={**filters.chosen, SOURCES: [key]})


class Narrowing:
    """The articles that filters allow, by facet and for the years."""

    def __init__(self, index: IndexReader, filters: Filters) -> None:
        self._index, self._filters = index, filters
        self._undated = self._undated_docs()
        self._sets = self._allowed()

    def narrow(self, matching: DocSet) -> DocSet:
        """Return what of some articles all filters allow."""
        narrowed: DocSet = np.logical_and.reduce([*self._sets.values(), matching])
        return narrowed

    def count_undated(self, matching: DocSet) -> int:
        """Return how many articles of unknown years match, or would if these were allowed."""
        return int((self._beside(YEAR, matching) & self._undated).sum())

    def count(self, key: str, matching: DocSet) -> dict[str, int]:
        """Return the counts of a facet's values; its own choice does not narrow them."""
        shown = self._beside(key, matching)
        values = self._index.facet(key).items()
        counts = {id_: int(shown[docs].sum()) for id_, (_, docs) in values}
        return {id_: count for id_, count in counts.items() if count}

    def _beside(self, key: str, matching: DocSet) -> DocSet:
        others = [docs for other, docs in self._sets.items() if other != key]
        shown: DocSet = np.logical_and.reduce([matching, *others])
        return shown

    def _allowed(self) -> dict[str, DocSet]:
        """Return for each facet that is narrowed, and for the years, the articles it allows."""
        filters, allowed = self._filters, dict[str, DocSet]()
        for key, ids in filters.chosen.items():
            if ids:
                values = self._index.facet(key)
                lists = [values[id_][1] for id_ in ids if id_ in values]
                allowed[key] = doc_set(self._index, lists)
        if filters.has_years:
            allowed[YEAR] = self._in_years()
        if filters.is_undated:
            allowed[YEAR] = allowed[YEAR] | self._undated if filters.has_years else self._undated
        return allowed

    def _in_years(self) -> DocSet:
        first, last = self._filters.first_year or EARLIEST, self._filters.last_year or LATEST
        covered = self._index.facet(COVERED).items()
        lists = [docs for id_, (_, docs) in covered if first <= int(id_.rstrip(AMONG)) <= last]
        return self._held_in(first, last) | doc_set(self._index, lists)

    def _held_in(self, first: int, last: int) -> DocSet:
        years = self._index.manifest["years"]
        is_inside = [first <= year <= last for year, _ in years]
        return np.repeat(np.array(is_inside, dtype=bool), [count for _, count in years])

    def _undated_docs(self) -> DocSet:
        """Return the articles of unknown years.

        What is known to look back on some year belongs to that one, where results are narrowed to
        years.
        """
        undated = self._held_in(0, 0)
        if not self._filters.has_years:
            return undated
        known = [docs for _, docs in self._index.facet(COVERED).values()]
        return undated & ~doc_set(self._index, known)


def doc_set(index: IndexReader, lists: Sequence[Numbers]) -> DocSet:
    """Return the articles that are in any of some lists."""
    members = np.zeros(index.size, dtype=bool)
    for docs in lists:
        members[docs] = True
    return members
