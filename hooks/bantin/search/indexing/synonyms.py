"""Abbreviations and other spellings: a text that has one form is found by the others too."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bantin.model import Registries
from bantin.search.format.codec import Numbers
from bantin.search.indexing.lexicon import PIECE
from bantin.vietnamese.fold import fold

# A word, or two that are neighbours.
Key = tuple[str, ...]


class Form(NamedTuple):
    """A form that a text may hold, and all that it stands for.

    A short form counts as it is written only; a full one, whose letters are small, whatever the
    case.
    """

    text: str
    is_short: bool
    meant: tuple[str, ...]

    @property
    def keys(self) -> list[Key]:
        """Its neighbouring words in small letters, or its only word."""
        words = PIECE.findall(self.text.lower())
        return [*pairwise(words)] or [tuple(words)]

    def stands_in(self, text: str) -> bool:
        """Whether the form is there, between words, not within one."""
        form = self.text
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                return True
            start = text.find(form, end)
        return False


class Equivalents:
    """Forms that stand for each other, from the glossary.

    Attributes:
        words: those by which a text that holds a form is known.
    """

    def __init__(self, registries: Registries) -> None:
        self._pairs = list(_pairs(registries))
        by_key = _by_rarest_key(_forms(self._pairs))
        self.words = sorted(set().union(*by_key))
        self._forms = list(by_key.values())
        self._table = _table(by_key, self.words)

    def __repr__(self) -> str:
        """Return all that the forms can add: part of the key of an article."""
        return repr(self._pairs)

    def of(self, texts: Sequence[str], words: Numbers, owners: Numbers) -> list[set[str]]:
        """Return for each text what the forms in it stand for.

        Args:
            texts: with a line for each field.
            words: of all texts in a row, by their places among the words of forms, from 1; 0 for
                others, and between fields.
            owners: which text each word is of.
        """
        found = [set[str]() for _ in texts]
        small = [text.lower() for text in texts]
        for owner, number in self._met(words, owners):
            for form in self._forms[number]:
                if form.stands_in(texts[owner] if form.is_short else small[owner]):
                    found[owner].update(form.meant)
        return found

    def _met(self, words: Numbers, owners: Numbers) -> Iterable[tuple[int, int]]:
        """Return each text with the numbers of the keys that it has."""
        size, count = len(self.words) + 1, len(self._forms)
        before = np.append(0, words[:-1])
        keys = self._table[np.concatenate((words, before * size + words))]
        places = np.flatnonzero(keys)
        met = np.zeros((owners.max(initial=-1) + 1, count), bool)
        met[owners[places % len(words)], keys[places] - 1] = True
        return zip(*map(np.ndarray.tolist, met.nonzero()), strict=True)


def _forms(pairs: Iterable[tuple[str, str]]) -> list[Form]:
    meant = defaultdict[tuple[str, bool], list[str]](list)
    for short, full in pairs:
        meant[short, True].append(full)
        meant[full.lower(), False].append(short)
    return [Form(*form, tuple(all_)) for form, all_ in meant.items()]


def _by_rarest_key(forms: Iterable[Form]) -> dict[Key, list[Form]]:
    """Return the forms by the one of their keys that fewest forms have."""
    listed = [(form.keys, form) for form in forms]
    common = Counter(key for keys, _ in listed for key in keys)
    found = defaultdict[Key, list[Form]](list)
    for keys, form in listed:
        found[min(keys, key=lambda key: (common[key], key))].append(form)
    return dict(found)


def _table(keys: Iterable[Key], words: Sequence[str]) -> Numbers:
    """Return the number of each key, from 1, where the numbers of its words lead."""
    numbers = {word: number for number, word in enumerate(words, 1)}
    table = np.zeros((len(words) + 1, len(words) + 1), np.int64)
    for number, key in enumerate(keys, 1):
        first, second = ["", *key][-2:]
        table[numbers.get(first, 0), numbers[second]] = number
    return table.ravel()


def _pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    for short in registries.glossary.abbreviations:
        yield from ((short.form, expansion) for expansion in short.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
