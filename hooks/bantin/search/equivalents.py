"""Abbreviations and other spellings: a text that has one form is found by the others too."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bantin.model import Registries
from bantin.search.fields import Fields
from bantin.search.inverting import Run
from bantin.search.lexicon import PIECE
from bantin.vietnamese.fold import fold


class Form(NamedTuple):
    """A form that a text may hold, and what it stands for.

    A short form counts as it is written only; a full one, whose letters are small, whatever the
    case.
    """

    rank: int
    text: str
    meant: str
    is_short: bool

    @property
    def words(self) -> frozenset[str]:
        """Its words in small letters: a text without one of them does not hold it."""
        return frozenset(PIECE.findall(self.text.lower()))

    def stands_in(self, text: str) -> bool:
        """Whether the form is there, between words, not within one."""
        start = text.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
                return True
            start = text.find(self.text, end)
        return False


class Equivalents:
    """Forms that stand for each other, from the glossary."""

    def __init__(self, registries: Registries, words_of: Callable[[Run], set[str]]) -> None:
        self._pairs = list(_pairs(registries))
        self._words_of = words_of
        self._by_word = _by_rarest_word(_forms(self._pairs))
        self._known = dict[Fields, list[Form]]()

    def __repr__(self) -> str:
        """Return all that the forms can add: part of the key of an article."""
        return repr(self._pairs)

    def of(self, own: Run, named: Iterable[Run]) -> list[str]:
        """Return the forms that an article is to be found by, besides those in its fields.

        Args:
            own: its own fields.
            named: those of registry records; worked out once a record.
        """
        found = self._in(own)
        for run in named:
            if run.fields not in self._known:
                self._known[run.fields] = self._in(run)
            found += self._known[run.fields]
        return list(dict.fromkeys(form.meant for form in sorted(found, key=lambda form: form.rank)))

    def _in(self, run: Run) -> list[Form]:
        words = self._words_of(run)
        text = "\n".join(field.text for field in run.fields)
        small = text.lower()
        return [
            form
            for word in self._by_word.keys() & words
            for needed, form in self._by_word[word]
            if needed <= words and form.stands_in(text if form.is_short else small)
        ]


def _forms(pairs: Iterable[tuple[str, str]]) -> list[Form]:
    return [
        form
        for rank, (short, full) in enumerate(pairs)
        for form in (
            Form(2 * rank, short, full, is_short=True),
            Form(2 * rank + 1, full.lower(), short, is_short=False),
        )
    ]


def _by_rarest_word(forms: Iterable[Form]) -> dict[str, list[tuple[frozenset[str], Form]]]:
    """Return the forms by the one of their words that fewest forms have, with all their words."""
    listed = [(form.words, form) for form in forms]
    common = Counter(word for words, _ in listed for word in words)
    found = defaultdict[str, list[tuple[frozenset[str], Form]]](list)
    for words, form in listed:
        found[min(words, key=lambda word: (common[word], word))].append((words, form))
    return dict(found)


def _pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    for short in registries.glossary.abbreviations:
        yield from ((short.form, expansion) for expansion in short.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
