"""Abbreviations and other spellings: a text that has one form is found by the others too."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bantin.model import Registries
from bantin.search.fields import Field
from bantin.vietnamese.fold import fold

WORD = re.compile(r"[^\W_]+")


class Form(NamedTuple):
    """A form that a text may hold, and what it stands for.

    A short form counts as it is written only; a full one, whose letters are small, whatever the
    case.
    """

    rank: int
    text: str
    meant: str
    is_short: bool = False

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

    def __init__(self, registries: Registries) -> None:
        self._pairs = list(_pairs(registries))
        self._by_first_word: dict[str, list[Form]] = {}
        for rank, (short, full) in enumerate(self._pairs):
            self._add(Form(2 * rank, short, full, is_short=True))
            self._add(Form(2 * rank + 1, full.lower(), short))
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
        first = WORD.findall(form.text.lower())[0]
        self._by_first_word.setdefault(first, []).append(form)

    def _in(self, text: str) -> list[Form]:
        small = text.lower()
        return [
            form
            for first in self._by_first_word.keys() & set(WORD.findall(small))
            for form in self._by_first_word[first]
            if form.stands_in(text if form.is_short else small)
        ]


def _pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    for short in registries.glossary.abbreviations:
        yield from ((short.form, expansion) for expansion in short.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
