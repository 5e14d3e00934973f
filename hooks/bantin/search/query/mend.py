"""What a word may have been meant to be: how it may go on, or words that differ by a slip."""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz.distance import OSA

from bantin.search.query.parse import Query, is_letters, is_number
from bantin.search.query.reader import IndexReader
from bantin.vietnamese.fold import fold
from bantin.vietnamese.syllables import TONES, is_syllable
from bantin.vietnamese.tone import without_tones

# Shorter words are not mended; from this length on two slips are forgiven, not one.
SHORTEST, LONG = 2, 8
# So long, a word that is no syllable has few neighbours: the nearest one is sure even by itself.
SURE = 5
# So many completions are looked up.
MOST_TRIED = 12


class Correction(NamedTuple):
    """A folded word that a typed one may have been meant as, and what a match is worth.

    Attributes:
        folded: that word.
        percent: what a match is worth.
        has_neighbour: whether the index has it next to a neighbour of the typed word.
    """

    folded: str
    percent: int
    has_neighbour: bool


class Mender:
    """Finds in an index what words of a query may have been meant to be."""

    def __init__(self, index: IndexReader) -> None:
        self._index = index
        self._scoring: dict[str, int] = index.manifest["scoring"]
        self._most: int = index.manifest["limits"]["corrections"]

    def completions(self, query: Query, position: int) -> list[Correction]:
        """Return words with which an unfinished last word may go on, the commonest first."""
        typed, folded = query.words[position].exact, query.words[position].folded
        words = self._after(query, position).items() if position else self._index.vocabulary()
        longer = (
            (-count, word) for word, count in words if word.startswith(folded) and word != folded
        )
        best: list[Correction] = []
        for _, word in sorted(longer)[:MOST_TRIED]:
            spellings = (term.words[0] for term in self._index.word_terms(word))
            if any(begins(spelling, typed) for spelling in spellings):
                best.append(Correction(word, self._scoring["prefix"], position > 0))
            if len(best) == self._most:
                break
        return best

    def mends(self, query: Query, position: int) -> list[Correction]:
        """Return the best few words that differ from one by a slip.

        First those that the index has after the word before, else those that go best with both
        neighbours.
        """
        after = self._closest(query, position, self._after(query, position).items())
        if after:
            return [correction._replace(has_neighbour=True) for correction in after]
        similar = self._closest(query, position, self._index.vocabulary())
        matches = [self._neighbour_matches(query, position, word.folded) for word in similar]
        most = max(matches, default=0)
        return [
            word._replace(has_neighbour=count > 0)
            for word, count in zip(similar, matches, strict=True)
            if count == most
        ]

    def is_sure(self, query: Query, position: int, mends: list[Correction]) -> bool:
        """Whether a word is certainly a slip, and certainly for the first of some words."""
        typed = query.words[position]
        if not mends or typed.is_code or is_syllable(typed.exact):
            return False
        if is_letters(typed) and typed.folded in self._index.short_forms():
            return False
        return mends[0].has_neighbour or len(typed.folded) >= SURE

    def _after(self, query: Query, position: int) -> dict[str, int]:
        """Return what the index has after the word before, with how common it is."""
        counts: dict[str, int] = {}
        if not position:
            return counts
        before, typed = query.words[position - 1].folded, query.words[position].folded
        for term in self._index.pair_terms(before, typed[0]):
            # The size of a list in its shard tells well enough how common a pair is.
            count = term.count or len(term.list.data)
            counts[term.folded[1]] = counts.get(term.folded[1], 0) + count
        # A number is never meant as another number.
        return {folded: count for folded, count in counts.items() if not is_number(folded)}

    def _neighbour_matches(self, query: Query, position: int, folded: str) -> int:
        """Return with how many of its neighbours (0 to 2) the index has a word as a pair."""
        words = query.words
        before = position > 0 and self._has_pair(words[position - 1].folded, folded)
        after = position < len(words) - 1 and self._has_pair(folded, words[position + 1].folded)
        return bool(before) + bool(after)

    def _has_pair(self, first: str, second: str) -> bool:
        pairs = self._index.pair_terms(first, second[0])
        return any(term.folded[1] == second for term in pairs)

    def _closest(
        self, query: Query, position: int, words: Iterable[tuple[str, int]]
    ) -> list[Correction]:
        """Return the nearest words, of these the commonest, of these the first by letters."""
        typed = query.words[position].folded
        limit = max_edits(typed)
        similar = []
        for folded, count in words:
            edits = OSA.distance(typed, folded, score_cutoff=limit)
            if 0 < edits <= limit:
                similar.append((edits, -count, folded))
        similar.sort()
        near = self._scoring["near"]
        return [
            Correction(folded, near, has_neighbour=False) for *_, folded in similar[: self._most]
        ]


def max_edits(word: str) -> int:
    """Return how many typing errors are forgiven in a word: more in longer ones."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < LONG else 2


def begins(whole: str, typed: str) -> bool:
    """Whether a word may go on as another; where diacritics were typed, with these.

    The tone mark moves while a word is typed: tòa goes on as toàn.
    """
    if typed == fold(typed):
        return True
    tones = [char for char in normalize("NFD", typed) if char in TONES]
    has_tones = all(tone in normalize("NFD", whole) for tone in tones)
    return has_tones and without_tones(whole).startswith(without_tones(typed))
