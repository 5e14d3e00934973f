"""Exact phrases: articles whose own text has the words of a phrase one after another."""

from collections.abc import Iterable

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.postings import EMPTY
from bantin.search.format.settings import TEXT
from bantin.search.query.parse import QueryWord, has_diacritics
from bantin.search.query.reader import IndexedTerm, IndexReader

PAIR = 2


def docs_with_phrase(index: IndexReader, phrase: tuple[QueryWord, ...]) -> Numbers:
    """Return the articles that have a phrase; where diacritics were typed, with exactly these."""
    is_exact = any(map(has_diacritics, phrase))
    if len(phrase) == 1:
        terms = _spelled_as(phrase, index.word_terms(phrase[0].folded), is_exact=is_exact)
        return _docs_in_text(index, terms)
    pairs = [
        _pair_terms(index, phrase[at : at + PAIR], is_exact=is_exact)
        for at in range(len(phrase) - 1)
    ]
    common, *others = (_docs_in_text(index, terms) for terms in pairs)
    for docs in others:
        common = np.intersect1d(common, docs)
    if len(phrase) == PAIR or not len(common):
        return common
    return _docs_in_order(index, pairs, common.tolist())


def _docs_in_order(index: IndexReader, pairs: list[list[IndexedTerm]], docs: list[int]) -> Numbers:
    """Return those of some articles in which the pairs follow one another.

    Every other pair covers the whole phrase, with the last one where the words are odd in number:
    the positions of the rest need not be loaded.
    """
    needed = sorted({*range(0, len(pairs), PAIR), len(pairs) - 1})
    starts: dict[int, set[int]] = {}
    for offset in needed:
        positions = _positions(index, pairs[offset])
        for doc in docs:
            here = {position - offset for position in positions.get(doc, ())}
            starts[doc] = here & starts.get(doc, here)
    return np.array([doc for doc in docs if starts[doc]], dtype=np.int64)


def _positions(index: IndexReader, terms: Iterable[IndexedTerm]) -> dict[int, set[int]]:
    """Return by article where any of some terms is."""
    merged: dict[int, set[int]] = {}
    for term in terms:
        for doc, positions in index.positions(term).items():
            merged.setdefault(doc, set()).update(positions)
    return merged


def _pair_terms(
    index: IndexReader, typed: tuple[QueryWord, ...], *, is_exact: bool
) -> list[IndexedTerm]:
    first, second = typed
    terms = index.pair_terms(first.folded, second.folded[0])
    same_form = [term for term in terms if term.folded[1] == second.folded]
    return _spelled_as(typed, same_form, is_exact=is_exact)


def _spelled_as(
    typed: tuple[QueryWord, ...], terms: list[IndexedTerm], *, is_exact: bool
) -> list[IndexedTerm]:
    """Return the terms that are spelled as typed, or all where diacritics do not count."""
    exact = tuple(word.exact for word in typed)
    return [term for term in terms if term.words == exact] if is_exact else terms


def _docs_in_text(index: IndexReader, terms: Iterable[IndexedTerm]) -> Numbers:
    """Return the articles that have any of some terms in their own text, by rising number."""
    postings = (posting for term in terms for posting in index.postings(term))
    docs = [posting.docs for posting in postings if posting.source == TEXT]
    return np.unique(np.concatenate(docs)) if docs else EMPTY
