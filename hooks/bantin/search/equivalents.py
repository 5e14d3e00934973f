"""Abbreviations and other spellings: a text that has one form is found by the others too."""

import re
from collections.abc import Iterator, Mapping

from bantin.model import Registries
from bantin.vietnamese.fold import fold

WORD = re.compile(r"[^\W_]+")

Forms = Mapping[str, list[tuple[list[str], str]]]


class Equivalents:
    """Forms that stand for each other, from the glossary."""

    def __init__(self, registries: Registries) -> None:
        pairs = list(_pairs(registries))
        self._short = _by_first_word((short, full) for short, full in pairs)
        self._full = _by_first_word((full.lower(), short) for short, full in pairs)

    def __repr__(self) -> str:
        """Return all that the forms can add: part of the key of a vector."""
        return repr((self._short, self._full))

    def of(self, text: str) -> list[str]:
        """Return the forms to be found by, besides those in the text."""
        short = _met(self._short, WORD.findall(text))
        return list(short | _met(self._full, WORD.findall(text.lower())))


def _met(forms: Forms, words: list[str]) -> dict[str, None]:
    """Return what the forms stand for that occur among the words, in order of appearance."""
    found: dict[str, None] = {}
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
