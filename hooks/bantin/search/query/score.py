"""How well each article matches, in whole numbers only, so that the browser works out the same."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import AMONG, COVERED, OTHER_NAME
from bantin.search.query.parse import Query, QueryWord, has_diacritics, is_number
from bantin.search.query.reader import IndexedTerm, IndexReader, Posting
from bantin.search.query.resolve import Candidate, ResolvedQuery, stop_words_for
from bantin.vietnamese.syllables import is_syllable

IDF_STEPS = 16
# A word that more than one article in so many has is common.
COMMON_SHARE = 3
ALL = 100  # per cent


@dataclass(frozen=True, slots=True)
class Scores:
    """How well articles match, by their numbers.

    Attributes:
        score: 0 for not at all.
        share: how much of the query an article has, in thousandths.
        by_other_name: whether it has some word only, or best, in another name of a record.
        is_answer: whether the index knows enough of the query.
    """

    score: Numbers
    share: Numbers
    by_other_name: NDArray[np.bool_]
    is_answer: bool


class _Clause(NamedTuple):
    """A part of the query that gives articles points: a pair, a word or a joined form.

    Attributes:
        candidates: of which the best one counts.
        typed: the words of the query.
        weight: of the points.
        covered: positions of the words that it covers.
        coverage: how far it covers them, in per cent.
    """

    candidates: list[Candidate]
    typed: tuple[QueryWord, ...]
    weight: int
    covered: range
    coverage: int = ALL


class Scorer:
    """Scores the articles of an index for one query."""

    def __init__(self, index: IndexReader, query: Query, resolved: ResolvedQuery) -> None:
        self._index, self._query, self._resolved = index, query, resolved
        self._scoring: dict[str, int] = index.manifest["scoring"]
        self._stop_words = stop_words_for(index.manifest, query)
        word_count = len(query.words)
        self._score = np.zeros(index.size, dtype=np.int64)
        # For each word and article how well the article has the word, in per cent: from any
        # source, and from all but other names.
        self._cover = np.zeros((word_count, index.size), dtype=np.int64)
        self._direct = np.zeros((word_count, index.size), dtype=np.int64)

    def scores(self) -> Scores:
        """Return the scores of all articles."""
        for clause in self._clauses():
            self._add(clause)
        return self._total()

    def _clauses(self) -> Iterator[_Clause]:
        words = self._query.words
        for at, both in enumerate(pairwise(words)):
            weight = self._scoring["pair"] * min(map(self._weight, both)) // 100
            yield _Clause(self._resolved.pairs[at], both, weight, range(at, at + 2))
        for at, word in enumerate(words):
            yield self._word_clause(at, word)
        for form in self._query.joined:
            terms = tuple(self._index.word_terms(form.folded))
            candidates = [Candidate((form.folded,), terms)] if terms else []
            covered = range(form.position, min(form.position + form.length, len(words)))
            yield _Clause(candidates, (form,), self._scoring["joined"], covered)

    def _word_clause(self, at: int, word: QueryWord) -> _Clause:
        # A syllable that goes with a neighbour says little away from it.
        is_alone = is_number(word.folded) or not self._resolved.has_pair(at)
        candidates = [c for c in self._resolved.words[at] if is_alone or not self._is_common(c)]
        weight = self._scoring["single"] * self._weight(word) // 100
        coverage = ALL if is_alone else self._scoring["scattered"]
        return _Clause(candidates, (word,), weight, range(at, at + 1), coverage)

    def _add(self, clause: _Clause) -> None:
        """Give every article the points of the best candidate that it has."""
        best = np.zeros(self._index.size, dtype=np.int64)
        for candidate in clause.candidates:
            rarity = self._rarity(candidate)
            for term in candidate.terms:
                credit = self._credit(candidate, term, clause.typed)
                points = rarity * clause.weight * credit
                for posting in self._index.postings(term):
                    self._add_posting(clause, posting, credit, points, best)
        self._score += best

    def _add_posting(
        self, clause: _Clause, posting: Posting, credit: int, points: int, best: Numbers
    ) -> None:
        """Raise ``best`` and the cover of the clause's words for the articles of a posting."""
        is_other = posting.source == OTHER_NAME
        source = self._scoring["other"] if is_other else ALL
        _raise(best, posting.docs, posting.level * points * source // 10_000)
        presence = self._scoring["other_cover"] if is_other else ALL
        covered = credit * clause.coverage * presence // 10_000
        for at in clause.covered:
            _raise(self._cover[at], posting.docs, covered)
            if not is_other:
                _raise(self._direct[at], posting.docs, covered)

    def _credit(self, candidate: Candidate, term: IndexedTerm, typed: tuple[QueryWord, ...]) -> int:
        """Return what a match is worth in per cent: less where corrected, or spelled otherwise."""
        if candidate.percent < ALL:
            return candidate.percent
        return min(map(self._similarity, typed, term.words))

    def _similarity(self, typed: QueryWord, spelling: str) -> int:
        if typed.exact == spelling:
            return self._scoring["exact"]
        if is_number(typed.folded):
            return self._scoring["digits"]
        if has_diacritics(typed):
            return self._scoring["marked"]
        return self._scoring["unmarked" if self._query.has_diacritics else "plain"]

    def _rarity(self, candidate: Candidate) -> int:
        count = min(self._index.size, sum(map(self._count, candidate.terms)))
        return idf(self._index.size, count)

    def _most_telling(self, at: int) -> int:
        """Return the rarity of a word, or of a pair with a neighbour if that is rarer.

        A pair with a stop word is rare by accident: it tells nothing.
        """
        pairs, words = self._resolved.pairs, self._query.words
        telling = [
            one
            for one in (at - 1, at)
            if 0 <= one < len(pairs)
            and all(word.exact not in self._stop_words for word in words[one : one + 2])
        ]
        both = [candidate for one in telling for candidate in pairs[one]]
        return max(map(self._rarity, (*self._resolved.words[at], *both)), default=0)

    def _count(self, term: IndexedTerm) -> int:
        return term.count or sum(len(posting.docs) for posting in self._index.postings(term))

    def _weight(self, word: QueryWord) -> int:
        return self._scoring["stop"] if word.exact in self._stop_words else 100

    def _is_common(self, candidate: Candidate) -> bool:
        return sum(term.count for term in candidate.terms) * COMMON_SHARE > self._index.size

    def _total(self) -> Scores:
        weights = np.array([
            self._weight(word) * max(map(self._rarity, candidates), default=0)
            for word, candidates in zip(self._query.words, self._resolved.words, strict=True)
        ], dtype=np.int64)  # fmt: skip
        share = (weights @ self._cover) * 10 // max(1, int(weights.sum()))
        by_other_name: NDArray[np.bool_] = np.any((self._cover > self._direct)[weights > 0], axis=0)
        score = self._score
        for _ in range(self._scoring["power"]):
            score = score * share // 1000
        if self._query.years:
            score = score * self._year_factors() // ALL
        return Scores(score, share, by_other_name, self._is_answer())

    def _year_factors(self) -> Numbers:
        """Return for each article, in per cent, how far it is of the years of the query."""
        scoring, years = self._scoring, self._query.years
        held = [year for year, count in self._index.manifest["years"] for _ in range(count)]
        by_year = {0: scoring["undated"]} | dict.fromkeys(years, scoring["held"])
        factors = np.array([by_year.get(year, scoring["other_year"]) for year in held], np.int64)
        # “2016” comes after “2016+” here, so that a single year counts most.
        for year, (_, docs) in sorted(self._index.facet(COVERED).items(), reverse=True):
            if int(year.removesuffix(AMONG)) in years:
                factors[docs] = scoring["covered_among" if year.endswith(AMONG) else "covered"]
        return factors

    def _is_answer(self) -> bool:
        """Whether the words that the index knows are enough of the query.

        An absent word weighs as if one article had it; half of that where it is no syllable, as it
        may be a slip in a word of the archive.
        """
        absent = {position for run in self._resolved.absent for position in run}
        missing = known = 0
        for at, word in enumerate(self._query.words):
            if at in absent:
                share = 1 if is_syllable(word.exact) else 2
                missing += self._weight(word) * idf(self._index.size, 1) // share
            else:
                known += self._weight(word) * self._most_telling(at)
        return not absent or known * ALL >= (known + missing) * self._scoring["known"]


def idf(size: int, count: int) -> int:
    """Return a whole number that grows as a term is rarer (inverse document frequency).

    Args:
        size: how many articles there are.
        count: how many of them have the term.
    """
    return math.floor(IDF_STEPS * math.log2(1 + size / max(1, count)) + 0.5)


def _raise(values: Numbers, docs: Numbers, least: int) -> None:
    """Raise the values of some articles to at least so much."""
    values[docs] = np.maximum(values[docs], least)
