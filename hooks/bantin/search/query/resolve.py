"""The terms of the index that a query asks for; what is typed and known stays as it is."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bantin.search.format.terms import Term
from bantin.search.query.mend import Correction, Mender, begins
from bantin.search.query.parse import Query, QueryWord, has_diacritics, is_number
from bantin.search.query.reader import IndexedTerm, IndexReader
from bantin.vietnamese.syllables import is_syllable

# Where more words are absent the query is of another matter, and looking for each takes many files.
MOST_OFFERS = 4


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


@dataclass(slots=True)
class ResolvedQuery:
    """The candidates of a query.

    Attributes:
        words: for each word.
        pairs: for each word but the last, together with the word after it.
        unknown: positions of words that the index does not have.
        absent: runs of words that the index does not have, or has none of next to another, though
            they are next to each other in the query.
        corrections: by position, what was searched for instead.
        offers: by position, what may have been meant; it was not searched for.
    """

    words: list[list[Candidate]]
    pairs: list[list[Candidate]]
    unknown: list[int] = field(default_factory=list)
    absent: list[range] = field(default_factory=list)
    corrections: dict[int, str] = field(default_factory=dict)
    offers: dict[int, str] = field(default_factory=dict)

    def has_pair(self, position: int) -> bool:
        """Whether the index has a word next to one of its neighbours in the query."""
        neighbours = (position - 1, position)
        return any(self.pairs[at] for at in neighbours if 0 <= at < len(self.pairs))


class Resolver:
    """Looks the words of a query up in an index."""

    def __init__(self, index: IndexReader, *, is_literal: bool = False) -> None:
        """Take an index; where `is_literal`, words are taken as typed."""
        self._index, self._is_literal = index, is_literal
        self._mender = Mender(index)

    def resolve(self, query: Query) -> ResolvedQuery:
        """Return the candidates of a query.

        An unfinished last word is completed too; a word that can only be a slip is mended. For
        other words that the index does not have, what may have been meant is offered.
        """
        words = [self._word(word.folded) for word in query.words]
        pairs = [self._pair(a.folded, b.folded) for a, b in pairwise(query.words)]
        resolved = ResolvedQuery(words, pairs)
        stop_words = stop_words_for(self._index.manifest, query)
        content = [word for word in query.words if word.exact not in stop_words]
        # In order: a mended word counts when the word after it is judged.
        for word in content:
            self._read(resolved, query, word)
        resolved.absent = _absent_runs(resolved, content)
        is_short = sum(map(len, resolved.absent)) <= MOST_OFFERS
        for run in resolved.absent if is_short else ():
            for position in run:
                self._offer(resolved, query, position, is_alone=len(run) == 1)
        return resolved

    def _read(self, resolved: ResolvedQuery, query: Query, word: QueryWord) -> None:
        """Complete or mend a word where it takes that; note it where the index does not have it."""
        position, words = word.position, resolved.words
        is_known, has_pair = _is_known(words[position], word), resolved.has_pair(position)
        better: list[Correction] = []
        is_settled = self._is_literal or is_number(word.folded) or (is_known and has_pair)
        if not is_settled:
            better = self._better(query, position, is_known=is_known, has_pair=has_pair)
        if not is_known and not has_pair:
            words[position].clear()
        self._add(resolved, query, word, better)
        if better and not is_known and better[0].folded != word.folded:
            resolved.corrections[position] = self._spelling(better[0].folded, word)
        if not words[position]:
            resolved.unknown.append(position)

    def _better(
        self, query: Query, position: int, *, is_known: bool, has_pair: bool
    ) -> list[Correction]:
        """Return how an unfinished word may go on, or what a sure slip was meant to be."""
        is_open = query.is_open and position == len(query.words) - 1
        if is_open and (position or not is_known):
            completions = self._mender.completions(query, position)
            if completions:
                return completions
        if is_known or has_pair:
            return []
        mends = self._mender.mends(query, position)
        return mends if self._mender.is_sure(query, position, mends) else []

    def _word(self, folded: str, percent: int = 100) -> list[Candidate]:
        terms = self._index.word_terms(folded)
        return [Candidate((folded,), tuple(terms), percent)] if terms else []

    def _pair(self, first: str, second: str, percent: int = 100) -> list[Candidate]:
        pairs = self._index.pair_terms(first, second[0])
        terms = tuple(term for term in pairs if term.folded[1] == second)
        return [Candidate((first, second), terms, percent)] if terms else []

    def _add(
        self, resolved: ResolvedQuery, query: Query, word: QueryWord, better: list[Correction]
    ) -> None:
        """Add candidates for what a word may have been meant to be."""
        position = word.position
        for folded, percent, _ in better:
            resolved.words[position] += self._word(folded, percent)
            if position:
                before = query.words[position - 1].folded
                resolved.pairs[position - 1] += self._pair(before, folded, percent)
            if position < len(resolved.pairs):
                after = query.words[position + 1].folded
                resolved.pairs[position] += self._pair(folded, after, percent)

    def _offer(
        self, resolved: ResolvedQuery, query: Query, position: int, *, is_alone: bool
    ) -> None:
        """Note what a word may have been meant to be: it with other diacritics, or a near word."""
        word = query.words[position]
        if word.is_code or is_number(word.folded):
            return
        words = (
            [word.folded]
            if is_alone and self._index.word_terms(word.folded)
            else [
                mend.folded
                for mend in self._mender.mends(query, position)
                if is_alone or mend.has_neighbour
            ]
        )
        stop_words = stop_words_for(self._index.manifest, query)
        spellings = (self._spelling(folded, word) for folded in words)
        best = next((spelling for spelling in spellings if spelling not in stop_words), "")
        if best:
            resolved.offers[position] = best

    def _spelling(self, folded: str, typed: QueryWord) -> str:
        """Return the commonest spelling of a folded word; first one that begins as typed."""
        terms = self._index.word_terms(folded)
        best = max(
            terms,
            key=lambda term: (
                begins(term.words[0], typed.exact), term.count, len(term.list.data)
            ),
            default=None,
        )  # fmt: skip
        return best.words[0] if best else folded


def stop_words_for(manifest: dict[str, Any], query: Query) -> frozenset[str]:
    """Return the words that count little in a query; fewer where it has no diacritics."""
    return frozenset(manifest["stop" if query.has_diacritics else "bare_stop"])


def _is_known(candidates: list[Candidate], word: QueryWord) -> bool:
    """Whether the index has a word as it was typed."""
    terms = [term for candidate in candidates for term in candidate.terms]
    return any(not has_diacritics(word) or term.words == (word.exact,) for term in terms)


def _absent_runs(resolved: ResolvedQuery, content: list[QueryWord]) -> list[range]:
    """Return the runs of neighbours without a known pair; of a single one only where it is unknown.

    A word by itself is known where the index has it. Two in a row are a name or a term, and where
    the index has them apart from each other only, it speaks of other things.
    """
    runs: list[range] = []
    for word in content:
        position = word.position
        if resolved.has_pair(position) or (is_number(word.folded) and resolved.words[position]):
            continue
        is_next = runs and runs[-1].stop == position and not word.is_after_break
        # What is no syllable is a whole word or a name by itself.
        if is_next and not (resolved.words[position] and not is_syllable(word.exact)):
            runs[-1] = range(runs[-1].start, position + 1)
        else:
            runs.append(range(position, position + 1))
    unknown = set(resolved.unknown)
    return [run for run in runs if len(run) > 1 or run.start in unknown]
