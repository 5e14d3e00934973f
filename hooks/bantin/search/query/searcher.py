"""A search from beginning to end: the same steps, in the same order, as in the browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.query.entities import Entity, entities_named
from bantin.search.query.grammar import with_months
from bantin.search.query.narrowing import DocSet, Filters, Narrowing, doc_set
from bantin.search.query.parse import Query, QueryWord, clean, parse
from bantin.search.query.phrase import docs_with_phrase
from bantin.search.query.reader import IndexReader
from bantin.search.query.resolve import ResolvedQuery, Resolver
from bantin.search.query.score import Scorer, Scores
from bantin.search.query.split import set_apart
from bantin.search.query.telex import decode_keystrokes


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
        undated: how many results are of an unknown year, or would be.
        entities: whose name the query is; their pages are the answer before all articles.
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
    undated: int
    entities: tuple[Entity, ...]
    counts: Mapping[str, Mapping[str, int]]


class Searcher:
    """Searches a built index.

    Attributes:
        index: the reader of its files.
    """

    def __init__(self, index: IndexReader) -> None:
        self.index = index

    def search(  # noqa: PLR0913 -- each changes what is found
        self,
        text: str,
        filters: Filters | None = None,
        *,
        is_by_date: bool = False,
        is_finished: bool = False,
        is_literal: bool = False,
        facets: Sequence[str] = (),
    ) -> SearchResult:
        """Return the articles that match; an empty query matches all that the filters allow.

        Args:
            text: as typed.
            filters: what the results are narrowed to.
            is_by_date: newest first, instead of best first.
            is_finished: whether the reader has sent the query, so that its last word is whole.
            is_literal: whether words are taken as typed: none is mended or set apart.
            facets: keys of those whose values are counted.
        """
        limits = self.index.manifest["limits"]
        typed, is_text_truncated = clean(text, limits["characters"])
        read = self._read_as_typed if is_literal else self._read
        query, resolved = read(typed, is_finished=is_finished)
        scores = Scorer(self.index, query, resolved).scores()
        phrases = [docs_with_phrase(self.index, phrase) for phrase in query.phrases]
        matching = self._matching(query, scores, phrases)
        narrowing = Narrowing(self.index, filters or Filters({}))
        docs = np.flatnonzero(narrowing.narrow(matching))
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
            undated=narrowing.count_undated(matching),
            entities=entities_named(self.index, query, resolved),
            counts={key: narrowing.count(key, matching) for key in facets},
        )

    def _read_as_typed(self, text: str, *, is_finished: bool) -> tuple[Query, ResolvedQuery]:
        """Return a query with its candidates; nothing in it is decoded, mended or set apart."""
        query = parse(text, self.index.manifest["limits"], is_finished=is_finished)
        return query, Resolver(self.index, is_literal=True).resolve(query)

    def _read(self, typed: str, *, is_finished: bool) -> tuple[Query, ResolvedQuery]:
        """Return a query with its candidates; words typed without spaces are set apart."""
        resolver, limits = Resolver(self.index), self.index.manifest["limits"]
        text = with_months(decode_keystrokes(self.index, typed))
        query = parse(text, limits, is_finished=is_finished)
        resolved = resolver.resolve(query)
        spaced = set_apart(self.index, query, resolved)
        if spaced == text:
            return query, resolved
        query = parse(spaced, limits, is_finished=is_finished)
        return query, resolver.resolve(query)

    def _matching(self, query: Query, scores: Scores, phrases: list[Numbers]) -> DocSet:
        """Return the articles with all phrases and nearly as much of the query as the best one."""
        matching = np.ones(self.index.size, dtype=bool)
        for docs in phrases:
            matching &= doc_set(self.index, [docs])
        for excluded in query.excluded:
            matching &= ~doc_set(self.index, [docs_with_phrase(self.index, excluded)])
        if not query.words:
            return matching
        if not scores.is_answer:
            return np.zeros(self.index.size, dtype=bool)
        # Relative to the best one: a long query would otherwise have no results at all.
        best = int(scores.share[matching].max(initial=0))
        least = best * self.index.manifest["scoring"]["keep"]
        has_enough: DocSet = (scores.share * 100 >= least) & (scores.share > 0)
        return matching & has_enough


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
