"""The terms a query asks for: at each place what was typed, and what may have been meant."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bantin.search.query.near import distance, reach
from bantin.search.query.parse import Query, Typed, has_marks, is_digits
from bantin.search.query.reader import Reader, Term
from bantin.search.query.telex import decode, is_vni
from bantin.vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class Option:
    """Terms of one folded form, with what they are worth in per cent."""

    folded: tuple[str, ...]
    terms: tuple[Term, ...]
    worth: int = 100


@dataclass(slots=True)
class Slots:
    """Options for each word, and for each two neighbours (by the place of the first)."""

    singles: list[list[Option]]
    pairs: list[list[Option]]
    unknown: list[int] = field(default_factory=list)
    read_as: dict[int, str] = field(default_factory=dict)


class Resolver:
    """Finds the terms of a query in an index."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._scoring: dict[str, int] = reader.manifest["scoring"]
        self._limits: dict[str, int] = reader.manifest["limits"]

    def resolve(self, query: Query) -> Slots:
        """Return the slots of a query; words found nowhere are mended where that is possible."""
        words = query.words
        slots = Slots([self._single(word.folded) for word in words], [])
        for place in range(len(words) - 1):
            slots.pairs.append(self._pair(words[place].folded, words[place + 1].folded))
        stop = stop_words(self._reader, query)
        for place in (place for place, word in enumerate(words) if word.exact not in stop):
            if self._is_strange(slots, query, place):
                self._mend(slots, query, place)
            if not slots.singles[place]:
                slots.unknown.append(place)
        return slots

    def _single(self, folded: str) -> list[Option]:
        terms = self._reader.terms(folded)
        return [Option((folded,), tuple(terms))] if terms else []

    def _pair(self, first: str, second: str, worth: int = 100) -> list[Option]:
        found = self._reader.pairs(first, second[0])
        terms = tuple(term for term in found if term.folded[1] == second)
        return [Option((first, second), terms, worth)] if terms else []

    def _is_strange(self, slots: Slots, query: Query, place: int) -> bool:
        """Whether a word is not known as typed and has no known neighbour."""
        word, options = query.words[place], slots.singles[place]
        if is_digits(word.folded):
            return False
        if any(slots.pairs[at] for at in (place - 1, place) if 0 <= at < len(slots.pairs)):
            return False
        if place == len(query.words) - 1 and query.is_open and place > 0:
            return True
        return not options or (has_marks(word) and not _knows(options, word))

    def _mend(self, slots: Slots, query: Query, place: int) -> None:
        """Add what the word may have been meant to be."""
        is_last = query.is_open and place == len(query.words) - 1
        word = query.words[place].folded
        found = self._beside(query, place, is_last=is_last) if place else []
        if not found and (not slots.singles[place] or has_marks(query.words[place])):
            found = self._anywhere(query, place, is_last=is_last)
        for meant, worth in found:
            slots.singles[place] += [
                Option(option.folded, option.terms, worth) for option in self._single(meant)
            ]
            if place:
                slots.pairs[place - 1] += self._pair(query.words[place - 1].folded, meant, worth)
            if place < len(slots.pairs):
                slots.pairs[place] += self._pair(meant, query.words[place + 1].folded, worth)
        if found and found[0][0] != word:
            slots.read_as[place] = _usual(slots.singles[place], found[0][0])

    def _beside(self, query: Query, place: int, *, is_last: bool) -> list[tuple[str, int]]:
        """Return words that stand in the index after the word before."""
        word = query.words[place].folded
        counts: dict[str, int] = {}
        for term in self._reader.pairs(query.words[place - 1].folded, word[0]):
            counts[term.folded[1]] = counts.get(term.folded[1], 0) + self._count(term)
        candidates = [(meant, count) for meant, count in counts.items() if not is_digits(meant)]
        return self._choose(word, candidates, is_last=is_last)

    def _anywhere(self, query: Query, place: int, *, is_last: bool) -> list[tuple[str, int]]:
        """Return words of the index spelled nearly so; those that fit their neighbours first."""
        word = query.words[place].folded
        chosen = self._choose(word, self._reader.vocabulary(), is_last=is_last)
        fits = [self._fit(query, place, meant) for meant, _ in chosen]
        best = max(fits, default=0)
        return [option for option, fit in zip(chosen, fits, strict=True) if fit == best]

    def _fit(self, query: Query, place: int, meant: str) -> int:
        words = query.words
        before = place > 0 and self._pair(words[place - 1].folded, meant)
        after = place < len(words) - 1 and self._pair(meant, words[place + 1].folded)
        return bool(before) + bool(after)

    def _choose(
        self, word: str, candidates: Iterable[tuple[str, int]], *, is_last: bool
    ) -> list[tuple[str, int]]:
        """Return the best few candidates with what they are worth."""
        ranked = []
        for meant, count in candidates:
            away = distance(word, meant, reach(word))
            if is_last and meant.startswith(word) and meant != word:
                ranked.append((0, -count, meant, self._scoring["prefix"]))
            elif 0 < away <= reach(word):
                ranked.append((away, -count, meant, self._scoring["near"]))
        ranked.sort()
        return [(meant, worth) for _, _, meant, worth in ranked[: self._limits["corrections"]]]

    def _count(self, term: Term) -> int:
        return term.count or len(term.list.data)


def stop_words(reader: Reader, query: Query) -> frozenset[str]:
    """Words that ask or bind; fewer are safe in a query typed without marks."""
    return frozenset(reader.manifest["stop" if query.is_marked else "bare_stop"])


def _knows(options: list[Option], word: Typed) -> bool:
    return any(term.words == (word.exact,) for option in options for term in option.terms)


def _usual(options: list[Option], folded: str) -> str:
    """Return the commonest spelling of a folded word."""
    terms = [t for option in options if option.folded == (folded,) for t in option.terms]
    best = max(terms, key=lambda t: (t.count, len(t.list.data)), default=None)
    return best.words[0] if best else folded


def decode_keystrokes(reader: Reader, text: str) -> str:
    """Return the text with Telex and VNI keystrokes decoded, where only that makes known words."""
    chunks = text.split(" ")
    vni = sum(is_vni(chunk.lower()) for chunk in chunks)
    return " ".join(_decoded(reader, chunk, is_likely=vni > 1) for chunk in chunks)


def _decoded(reader: Reader, chunk: str, *, is_likely: bool) -> str:
    lowered = chunk.lower()
    meant = decode(lowered)
    if not meant:
        return chunk
    if not any(term.words == (meant,) for term in reader.terms(fold(meant))):
        return chunk
    if is_vni(lowered):
        return meant if is_likely else chunk
    return chunk if reader.terms(lowered) else meant
