"""The terms of the index that a query asks for; words without a match are corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from bantin.search.format.terms import Term
from bantin.search.query.parse import Query, QueryWord, has_diacritics, is_number
from bantin.search.query.reader import IndexedTerm, IndexReader

# Shorter words are not corrected; from this length on two typing errors are forgiven, not one.
SHORTEST, LONG = 2, 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Terms with one folded form that a word of the query, or a pair, may stand for.

    Attributes:
        folded: that form.
        terms: its spellings.
        percent: what a match is worth: 100 as typed, less where corrected.
    """

    folded: Term
    terms: tuple[IndexedTerm, ...]
    percent: int = 100


class Correction(NamedTuple):
    """A folded word that a typed one may have been meant as, and what a match is worth."""

    folded: str
    percent: int


@dataclass(slots=True)
class ResolvedQuery:
    """The candidates of a query.

    Attributes:
        words: for each word.
        pairs: for each word but the last, together with the word after it.
        unknown: positions of words that the index does not have.
        corrections: by position, what was searched for instead.
    """

    words: list[list[Candidate]]
    pairs: list[list[Candidate]]
    unknown: list[int] = field(default_factory=list)
    corrections: dict[int, str] = field(default_factory=dict)

    def has_pair(self, position: int) -> bool:
        """Whether the index has a word next to one of its neighbours in the query."""
        neighbours = (position - 1, position)
        return any(self.pairs[at] for at in neighbours if 0 <= at < len(self.pairs))


class Resolver:
    """Looks the words of a query up in an index."""

    def __init__(self, index: IndexReader) -> None:
        self._index = index
        self._scoring: dict[str, int] = index.manifest["scoring"]
        self._limits: dict[str, int] = index.manifest["limits"]

    def resolve(self, query: Query) -> ResolvedQuery:
        """Return the candidates of a query; words without a match are corrected where possible."""
        words = [self._word(word.folded) for word in query.words]
        pairs = [self._pair(a.folded, b.folded) for a, b in pairwise(query.words)]
        resolved = ResolvedQuery(words, pairs)
        stop_words = stop_words_for(self._index.manifest, query)
        for position, word in enumerate(query.words):
            if word.exact in stop_words:
                continue
            # In order: a correction counts when the word after it is judged.
            if _needs_correction(resolved, query, position):
                self._correct(resolved, query, position)
            if not words[position]:
                resolved.unknown.append(position)
        return resolved

    def _word(self, folded: str, percent: int = 100) -> list[Candidate]:
        terms = self._index.word_terms(folded)
        return [Candidate((folded,), tuple(terms), percent)] if terms else []

    def _pair(self, first: str, second: str, percent: int = 100) -> list[Candidate]:
        pairs = self._index.pair_terms(first, second[0])
        terms = tuple(term for term in pairs if term.folded[1] == second)
        return [Candidate((first, second), terms, percent)] if terms else []

    def _correct(self, resolved: ResolvedQuery, query: Query, position: int) -> None:
        """Add candidates for what a word may have been meant to be."""
        typed = query.words[position]
        corrections = self._corrections_after_neighbour(query, position) if position else []
        if not corrections and (not resolved.words[position] or has_diacritics(typed)):
            corrections = self._corrections_from_vocabulary(query, position)
        for folded, percent in corrections:
            resolved.words[position] += self._word(folded, percent)
            if position:
                before = query.words[position - 1].folded
                resolved.pairs[position - 1] += self._pair(before, folded, percent)
            if position < len(resolved.pairs):
                after = query.words[position + 1].folded
                resolved.pairs[position] += self._pair(folded, after, percent)
        if corrections and corrections[0].folded != typed.folded:
            best = _common_spelling(resolved.words[position], corrections[0].folded)
            resolved.corrections[position] = best

    def _corrections_after_neighbour(self, query: Query, position: int) -> list[Correction]:
        """Return similar words that the index has after the word before."""
        counts: dict[str, int] = {}
        before, typed = query.words[position - 1].folded, query.words[position].folded
        for term in self._index.pair_terms(before, typed[0]):
            # The size of a list in its shard tells well enough how common a pair is.
            count = term.count or len(term.list.data)
            counts[term.folded[1]] = counts.get(term.folded[1], 0) + count
        # A number is never meant as another number.
        words = ((folded, count) for folded, count in counts.items() if not is_number(folded))
        return self._closest(query, position, words)

    def _corrections_from_vocabulary(self, query: Query, position: int) -> list[Correction]:
        """Return similar words of the index; of these, those that go best with both neighbours."""
        similar = self._closest(query, position, self._index.vocabulary())
        matches = [self._neighbour_matches(query, position, word.folded) for word in similar]
        most = max(matches, default=0)
        return [word for word, count in zip(similar, matches, strict=True) if count == most]

    def _neighbour_matches(self, query: Query, position: int, folded: str) -> int:
        """Return with how many of its neighbours (0 to 2) the index has a word as a pair."""
        words = query.words
        before = position > 0 and self._pair(words[position - 1].folded, folded)
        after = position < len(words) - 1 and self._pair(folded, words[position + 1].folded)
        return bool(before) + bool(after)

    def _closest(
        self, query: Query, position: int, vocabulary: Iterable[tuple[str, int]]
    ) -> list[Correction]:
        """Return the best few words for a typed one.

        Continuations of an unfinished word come first, then the nearest, the commonest and the
        first by letters.

        Args:
            query: what was typed.
            position: of the word.
            vocabulary: folded words with how common each is.
        """
        typed = query.words[position].folded
        is_unfinished = query.is_open and position == len(query.words) - 1
        limit = max_edits(typed)
        similar = []
        for folded, count in vocabulary:
            edits = OSA.distance(typed, folded, score_cutoff=limit)
            if is_unfinished and folded.startswith(typed) and folded != typed:
                similar.append((0, -count, folded, self._scoring["prefix"]))
            elif 0 < edits <= limit:
                similar.append((edits, -count, folded, self._scoring["near"]))
        similar.sort()
        best = similar[: self._limits["corrections"]]
        return [Correction(folded, percent) for _, _, folded, percent in best]


def max_edits(word: str) -> int:
    """Return how many typing errors are forgiven in a word: more in longer ones."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < LONG else 2


def stop_words_for(manifest: dict[str, Any], query: Query) -> frozenset[str]:
    """Return the words that count little in a query; fewer where it has no diacritics."""
    return frozenset(manifest["stop" if query.has_diacritics else "bare_stop"])


def _needs_correction(resolved: ResolvedQuery, query: Query, position: int) -> bool:
    """Whether the index has a word neither as it was typed nor next to a neighbour."""
    word, candidates = query.words[position], resolved.words[position]
    if is_number(word.folded) or resolved.has_pair(position):
        return False
    if position == len(query.words) - 1 and query.is_open and position > 0:
        # Unfinished, it may be a word by chance: “hi” on the way to “hình”.
        return True
    return not candidates or (has_diacritics(word) and not _has_spelling(candidates, word))


def _has_spelling(candidates: list[Candidate], word: QueryWord) -> bool:
    terms = (term for candidate in candidates for term in candidate.terms)
    return any(term.words == (word.exact,) for term in terms)


def _common_spelling(candidates: list[Candidate], folded: str) -> str:
    """Return the commonest spelling of a folded word."""
    same_form = [candidate for candidate in candidates if candidate.folded == (folded,)]
    terms = [term for candidate in same_form for term in candidate.terms]
    best = max(terms, key=lambda term: (term.count, len(term.list.data)), default=None)
    return best.words[0] if best else folded
