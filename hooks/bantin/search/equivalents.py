"""Abbreviations and other spellings: a text that has one form is found by the others too."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bantin.model import Registries
from bantin.search.fields import Field
from bantin.vietnamese.fold import fold

WORD = re.compile(r"[^\W_]+")

Forms = Mapping[str, list[tuple[list[str], str]]]


class Equivalents:
    """Forms that stand for each other, from the glossary."""

    def __init__(self, registries: Registries) -> None:
        pairs = list(_pairs(registries))
        self._short = _by_first_word((short, full) for short, full in pairs)
        self._full = _by_first_word((full.lower(), short) for short, full in pairs)
        self._known: dict[str, dict[str, None]] = {}

    def __repr__(self) -> str:
        """Return all that the forms can add: part of the key of a vector."""
        return repr((self._short, self._full))

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
            found |= self._known[field.text]
        return list(found)

    def _in(self, text: str) -> dict[str, None]:
        short = _met(self._short, WORD.findall(text))
        return short | _met(self._full, WORD.findall(text.lower()))


def _met(forms: Forms, words: list[str]) -> dict[str, None]:
    """Return what the forms stand for that occur among the words, in order of appearance."""
    found: dict[str, None] = {}
    if forms.keys().isdisjoint(words):
        return found
    for place in [place for place, word in enumerate(words) if word in forms]:
        for form, meant in forms[words[place]]:
            if meant not in found and words[place : place + len(form)] == form:
                found[meant] = None
    return found


def _by_first_word(pairs: Iterator[tuple[str, str]]) -> Forms:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for form, meant in pairs:
        words = WORD.findall(form)
        found.setdefault(words[0], []).append((words, meant))
    return found


def _pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    for short in registries.glossary.abbreviations:
        yield from ((short.form, expansion) for expansion in short.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
