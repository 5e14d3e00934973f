"""Abbreviations and other spellings: a text that has one form is found by the others too."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bantin.model import Registries
from bantin.search.fields import Field
from bantin.vietnamese.fold import fold

WORD = re.compile(r"[^\W_]+")


class Form(NamedTuple):
    """A form that a text may hold, as words between spaces, and what it stands for.

    A short form counts as it is written only; a full one, whose words are small, whatever the case.
    """

    rank: int
    text: str
    meant: str
    is_short: bool = False


class Equivalents:
    """Forms that stand for each other, from the glossary."""

    def __init__(self, registries: Registries) -> None:
        self._pairs = list(_pairs(registries))
        self._by_first_word: dict[str, list[tuple[frozenset[str], Form]]] = {}
        for rank, (short, full) in enumerate(self._pairs):
            self._add(Form(2 * rank, _spaced(WORD.findall(short)), full, is_short=True))
            self._add(Form(2 * rank + 1, _spaced(WORD.findall(full.lower())), short))
        self._known: dict[str, list[Form]] = {}

    def __repr__(self) -> str:
        """Return all that the forms can add: part of the key of a vector."""
        return repr(self._pairs)

    def of(self, own: Iterable[Field], named: Iterable[Field]) -> list[str]:
        """Return the forms that an article is to be found by, besides those in its fields.

        Args:
            own: its own words.
            named: what registry records are called; worked out once a text.
        """
        found = self._in("\n".join(field.text for field in own))
        for field in named:
            if field.text not in self._known:
                self._known[field.text] = self._in(field.text)
            found = [*found, *self._known[field.text]]
        return list(dict.fromkeys(form.meant for form in sorted(found, key=lambda form: form.rank)))

    def _add(self, form: Form) -> None:
        small = form.text.lower().split()
        self._by_first_word.setdefault(small[0], []).append((frozenset(small), form))

    def _in(self, text: str) -> list[Form]:
        words = WORD.findall(text.lower())
        there = set(words)
        likely = [
            form
            for first in self._by_first_word.keys() & there
            for needed, form in self._by_first_word[first]
            if needed <= there
        ]
        small = _spaced(words)
        written = _spaced(WORD.findall(text)) if any(form.is_short for form in likely) else ""
        return [form for form in likely if form.text in (written if form.is_short else small)]


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def _pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    for short in registries.glossary.abbreviations:
        yield from ((short.form, expansion) for expansion in short.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
