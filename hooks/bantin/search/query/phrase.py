"""Exact phrases: articles whose own words have the words of a phrase in a row."""

from collections.abc import Iterable

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.settings import TEXT
from bantin.search.query.parse import Typed, has_marks
from bantin.search.query.reader import Reader, Term

PAIR = 2


def having(reader: Reader, phrase: tuple[Typed, ...]) -> Numbers:
    """Return the articles that have a phrase; with marks typed, exactly those marks."""
    is_exact = any(map(has_marks, phrase))
    if len(phrase) == 1:
        terms = _alike(reader.terms(phrase[0].folded), phrase, is_exact=is_exact)
        return _in_text(reader, terms)
    pairs = [
        _pair(reader, phrase[place : place + PAIR], is_exact=is_exact)
        for place in range(len(phrase) - 1)
    ]
    docs = [_in_text(reader, terms) for terms in pairs]
    shared = docs[0]
    for other in docs[1:]:
        shared = np.intersect1d(shared, other)
    if len(phrase) == PAIR or not len(shared):
        return shared
    return _in_a_row(reader, pairs, shared.tolist())


def _in_a_row(reader: Reader, pairs: list[list[Term]], docs: list[int]) -> Numbers:
    """Return those of the articles in which pairs that cover the phrase follow one another."""
    chosen = sorted({*range(0, len(pairs), PAIR), len(pairs) - 1})
    starts: dict[int, set[int]] = {}
    for number, place in enumerate(chosen):
        found = _places(reader, pairs[place])
        for doc in docs:
            here = {spot - place for spot in found.get(doc, ())}
            starts[doc] = here if not number else starts[doc] & here
    return np.array([doc for doc in docs if starts[doc]], dtype=np.int64)


def _places(reader: Reader, terms: Iterable[Term]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for term in terms:
        for doc, spots in reader.places(term).items():
            found.setdefault(doc, set()).update(spots)
    return found


def _pair(reader: Reader, typed: tuple[Typed, ...], *, is_exact: bool) -> list[Term]:
    first, second = typed
    found = reader.pairs(first.folded, second.folded[0])
    alike = [term for term in found if term.folded[1] == second.folded]
    return _alike(alike, typed, is_exact=is_exact)


def _alike(terms: list[Term], typed: tuple[Typed, ...], *, is_exact: bool) -> list[Term]:
    wanted = tuple(word.exact for word in typed)
    return [term for term in terms if term.words == wanted] if is_exact else terms


def _in_text(reader: Reader, terms: Iterable[Term]) -> Numbers:
    lists = [g.docs for term in terms for g in reader.groups(term) if g.source == TEXT]
    return np.unique(np.concatenate(lists)) if lists else np.zeros(0, dtype=np.int64)
