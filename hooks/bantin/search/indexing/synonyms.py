"""Abbreviations and variant spellings: a text that has one form is found by the others too."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bantin.model import Registries
from bantin.search.format.codec import Numbers
from bantin.search.indexing.lexicon import WRITTEN_WORD
from bantin.vietnamese.fold import fold

# A written word in small letters, or two neighbours.
Key = tuple[str, ...]


class Form(NamedTuple):
    """A form that a text may have.

    Attributes:
        text: an abbreviation as it is written, or a full form in small letters.
        is_short: whether it is an abbreviation or a variant: then its case counts.
        synonyms: what it stands for.
    """

    text: str
    is_short: bool
    synonyms: tuple[str, ...]

    @property
    def keys(self) -> list[Key]:
        """Its pairs of neighbouring words, or its only word."""
        words = WRITTEN_WORD.findall(self.text.lower())
        return [*pairwise(words)] or [tuple(words)]

    def occurs_in(self, text: str) -> bool:
        """Whether a text has the form as whole words."""
        start = text.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                return True
            start = text.find(self.text, end)
        return False


class Synonyms:
    """Forms of the glossary that stand for each other.

    A text is searched only for the forms of which it has the rarest key: numpy finds these keys in
    many texts at once, among words that are tokenised anyway.

    Attributes:
        key_words: the words of all rarest keys; ``find`` wants texts as numbers of these.
    """

    def __init__(self, registries: Registries) -> None:
        self._pairs = list(_synonym_pairs(registries))
        by_key = _by_rarest_key(_forms(self._pairs))
        self.key_words = sorted(set().union(*by_key))
        self._forms = list(by_key.values())
        self._key_numbers = _key_table(by_key, self.key_words)

    def __repr__(self) -> str:
        """Return all that can be found: part of what articles are fingerprinted by."""
        return repr(self._pairs)

    def find(self, texts: Sequence[str], words: Numbers, owners: Numbers) -> list[set[str]]:
        """Return for each text the synonyms of the forms that it has.

        Args:
            texts: with a line for each field.
            words: of all texts in a row, as numbers of key words from 1; 0 for others, and between
                fields.
            owners: the number of the text that each word is of.
        """
        found = [set[str]() for _ in texts]
        small = [text.lower() for text in texts]
        for owner, key in self._keys_in(words, owners):
            for form in self._forms[key]:
                if form.occurs_in(texts[owner] if form.is_short else small[owner]):
                    found[owner].update(form.synonyms)
        return found

    def _keys_in(self, words: Numbers, owners: Numbers) -> Iterable[tuple[int, int]]:
        """Return the numbers of texts with those of the keys that they have."""
        size, count = len(self.key_words) + 1, len(self._forms)
        before = np.append(0, words[:-1])
        # A word alone is looked up as if 0 were before it: first all words, then all pairs.
        keys = self._key_numbers[np.concatenate((words, before * size + words))]
        hits = np.flatnonzero(keys)
        has_key = np.zeros((owners.max(initial=-1) + 1, count), bool)
        has_key[owners[hits % len(words)], keys[hits] - 1] = True
        return zip(*map(np.ndarray.tolist, has_key.nonzero()), strict=True)


def _forms(pairs: Iterable[tuple[str, str]]) -> list[Form]:
    synonyms = defaultdict[tuple[str, bool], list[str]](list)
    for short, full in pairs:
        synonyms[short, True].append(full)
        synonyms[full.lower(), False].append(short)
    return [Form(*form, tuple(others)) for form, others in synonyms.items()]


def _by_rarest_key(forms: Iterable[Form]) -> dict[Key, list[Form]]:
    """Return the forms by the one of their keys that fewest forms have."""
    with_keys = [(form.keys, form) for form in forms]
    frequencies = Counter(key for keys, _ in with_keys for key in keys)
    by_key = defaultdict[Key, list[Form]](list)
    for keys, form in with_keys:
        by_key[min(keys, key=lambda key: (frequencies[key], key))].append(form)
    return dict(by_key)


def _key_table(keys: Iterable[Key], words: Sequence[str]) -> Numbers:
    """Return the number of each key, from 1, at the index made of the numbers of its words."""
    numbers = {word: number for number, word in enumerate(words, 1)}
    table = np.zeros((len(words) + 1, len(words) + 1), np.int64)
    for number, key in enumerate(keys, 1):
        first, second = ["", *key][-2:]
        table[numbers.get(first, 0), numbers[second]] = number
    return table.ravel()


def _synonym_pairs(registries: Registries) -> Iterator[tuple[str, str]]:
    """Yield abbreviations, variants and synonyms with what they stand for."""
    for abbreviation in registries.glossary.abbreviations:
        yield from ((abbreviation.form, expansion) for expansion in abbreviation.expansions)
    for spelling in registries.glossary.spellings:
        for variant in spelling.variants:
            # A variant that differs in diacritics alone is found by its folded form.
            if fold(variant) != fold(spelling.canonical):
                yield variant, spelling.canonical
    for synonym in registries.glossary.synonyms:
        yield from ((other, synonym.term) for other in synonym.others)
