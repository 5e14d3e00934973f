"""A search from beginning to end: the same steps, in the same order, as in the browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.query.grammar import with_months
from bantin.search.query.parse import Query, QueryWord, clean, parse
from bantin.search.query.phrase import docs_with_phrase
from bantin.search.query.reader import IndexReader
from bantin.search.query.resolve import ResolvedQuery, Resolver
from bantin.search.query.score import Scorer, Scores
from bantin.search.query.split import set_apart
from bantin.search.query.telex import decode_keystrokes

YEAR = "nam"
EARLIEST, LATEST = 1, 9999

# For each article of the index whether it is in a set.
DocSet = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filters:
    """What results are narrowed to.

    Attributes:
        chosen: by facet, ids of which an article must have any.
        first_year: included, as the last one; None is no limit.
        last_year: see above.
    """

    chosen: Mapping[str, Sequence[str]]
    first_year: int | None = None
    last_year: int | None = None

    def __bool__(self) -> bool:
        return any(self.chosen.values()) or bool(self.first_year or self.last_year)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found.

    Attributes:
        docs: numbers of articles, best first.
        by_other_name: those with some word only in another name of a record.
        searched_for: the query as corrected; empty where it was taken as typed.
        offered: the query as it may have been meant; it was not searched for.
        ignored: words that the index does not have.
        absent: words in a row that the index does not have, or not next to each other.
        excluded: words and phrases that the results do not have.
        is_by_date: whether the query asks for the newest articles first.
        missing_phrases: phrases that no article has.
        is_truncated: whether the query was longer than is read.
        counts: for each facet, how many results each value has if only it were chosen there.
    """

    docs: tuple[int, ...]
    by_other_name: frozenset[int]
    searched_for: str
    offered: str
    ignored: tuple[str, ...]
    absent: tuple[str, ...]
    excluded: tuple[str, ...]
    is_by_date: bool
    missing_phrases: tuple[str, ...]
    is_truncated: bool
    counts: Mapping[str, Mapping[str, int]]


class Searcher:
    """Searches a built index.

    Attributes:
        index: the reader of its files.
    """

    def __init__(self, index: IndexReader) -> None:
        self.index = index

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        *,
        is_by_date: bool = False,
        is_finished: bool = False,
        facets: Sequence[str] = (),
    ) -> SearchResult:
        """Return the articles that match; an empty query matches all that the filters allow.

        Args:
            text: as typed.
            filters: what the results are narrowed to.
            is_by_date: newest first, instead of best first.
            is_finished: whether the reader has sent the query, so that its last word is whole.
            facets: keys of those whose values are counted.
        """
        limits = self.index.manifest["limits"]
        typed, is_text_truncated = clean(text, limits["characters"])
        decoded = with_months(decode_keystrokes(self.index, typed))
        query, resolved = self._read(decoded, is_finished=is_finished)
        scores = Scorer(self.index, query, resolved).scores()
        phrases = [docs_with_phrase(self.index, phrase) for phrase in query.phrases]
        matching = self._matching(query, scores, phrases)
        allowed = self._allowed(filters or Filters({}))
        docs = np.flatnonzero(np.logical_and.reduce([*allowed.values(), matching]))
        # Stable: of equal scores the newer article stays first.
        order = (
            docs
            if is_by_date or query.is_by_date
            else docs[np.argsort(-scores.score[docs], kind="stable")]
        )
        return SearchResult(
            docs=tuple(order.tolist()),
            by_other_name=frozenset(docs[scores.by_other_name[docs]].tolist()),
            searched_for=_corrected_text(query, resolved, is_decoded=query.text != typed),
            offered=_with_words(query, resolved.corrections | resolved.offers)
            if resolved.offers
            else "",
            ignored=tuple(query.words[position].exact for position in resolved.unknown),
            absent=tuple(_text_of(query.words[run.start : run.stop]) for run in resolved.absent),
            excluded=tuple(map(_text_of, query.excluded)),
            is_by_date=query.is_by_date,
            missing_phrases=_missing(query, phrases),
            is_truncated=is_text_truncated or query.is_truncated,
            counts={key: self._count(key, matching, allowed) for key in facets},
        )

    def _read(self, text: str, *, is_finished: bool) -> tuple[Query, ResolvedQuery]:
        """Return a query with its candidates; words typed without spaces are set apart."""
        resolver, limits = Resolver(self.index), self.index.manifest["limits"]
        query = parse(text, limits, is_finished=is_finished)
        resolved = resolver.resolve(query)
        spaced = set_apart(self.index, query, resolved.unknown)
        if spaced == text:
            return query, resolved
        query = parse(spaced, limits, is_finished=is_finished)
        return query, resolver.resolve(query)

    def _matching(self, query: Query, scores: Scores, phrases: list[Numbers]) -> DocSet:
        """Return the articles with all phrases and nearly as much of the query as the best one."""
        matching = np.ones(self.index.size, dtype=bool)
        for docs in phrases:
            matching &= self._doc_set([docs])
        for excluded in query.excluded:
            matching &= ~self._doc_set([docs_with_phrase(self.index, excluded)])
        if not query.words:
            return matching
        if not scores.is_answer:
            return np.zeros(self.index.size, dtype=bool)
        # Relative to the best one: a long query would otherwise have no results at all.
        best = int(scores.share[matching].max(initial=0))
        least = best * self.index.manifest["scoring"]["keep"]
        has_enough: DocSet = (scores.share * 100 >= least) & (scores.share > 0)
        return matching & has_enough

    def _allowed(self, filters: Filters) -> dict[str, DocSet]:
        """Return for each facet that is narrowed, and for the years, the articles it allows."""
        allowed = {}
        for key, ids in filters.chosen.items():
            if ids:
                values = self.index.facet(key)
                allowed[key] = self._doc_set([values[id_][1] for id_ in ids if id_ in values])
        if filters.first_year or filters.last_year:
            first, last = filters.first_year or EARLIEST, filters.last_year or LATEST
            allowed[YEAR] = self._in_years(first, last)
        return allowed

    def _in_years(self, first: int, last: int) -> DocSet:
        years = self.index.manifest["years"]
        is_inside = [first <= year <= last for year, _ in years]
        return np.repeat(np.array(is_inside, dtype=bool), [count for _, count in years])

    def _count(self, key: str, matching: DocSet, allowed: Mapping[str, DocSet]) -> dict[str, int]:
        """Return the counts of a facet's values; its own choice does not narrow them."""
        others = [docs for other, docs in allowed.items() if other != key]
        shown = np.logical_and.reduce([matching, *others])
        counts = {id_: int(shown[docs].sum()) for id_, (_, docs) in self.index.facet(key).items()}
        return {id_: count for id_, count in counts.items() if count}

    def _doc_set(self, lists: Sequence[Numbers]) -> DocSet:
        """Return the articles that are in any of some lists."""
        members = np.zeros(self.index.size, dtype=bool)
        for docs in lists:
            members[docs] = True
        return members


def _missing(query: Query, phrases: list[Numbers]) -> tuple[str, ...]:
    """Return as text the phrases that no article has."""
    return tuple(
        _text_of(phrase)
        for phrase, docs in zip(query.phrases, phrases, strict=True)
        if not len(docs)
    )


def _corrected_text(query: Query, resolved: ResolvedQuery, *, is_decoded: bool) -> str:
    """Return the query as it was understood; empty where it was taken as typed."""
    if not resolved.corrections and not is_decoded:
        return ""
    return _with_words(query, resolved.corrections)


def _with_words(query: Query, others: Mapping[int, str]) -> str:
    """Return a query with other words in some positions."""
    return " ".join(others.get(at, word.exact) for at, word in enumerate(query.words))


def _text_of(words: Sequence[QueryWord]) -> str:
    return " ".join(word.exact for word in words)
