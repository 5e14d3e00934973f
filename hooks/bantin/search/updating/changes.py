"""What edited articles change in the lists of terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bantin.search.format.postings import (
    DOC_BITS,
    POSITION_BITS,
    POSITION_MASK,
    POSITION_TERM_SHIFT,
)
from bantin.search.format.terms import Term
from bantin.search.indexing.segment import CODE_MASK, Segment


class ArticleChange(NamedTuple):
    """An edited article: its number, and a segment of it alone before and after the edit."""

    doc: int
    before: Segment
    after: Segment


@dataclass(frozen=True, slots=True)
class ListChange:
    """Postings or positions that a list loses and gains, packed without their term."""

    removed: set[int] = field(default_factory=set)
    added: set[int] = field(default_factory=set)


ListChanges = Mapping[Term, ListChange]


def list_changes(changes: Iterable[ArticleChange]) -> tuple[ListChanges, ListChanges]:
    """Return the changes of posting lists, and those of lists of positions, by term."""
    postings = defaultdict[Term, ListChange](ListChange)
    positions = defaultdict[Term, ListChange](ListChange)
    for doc, before, after in changes:
        for term, code, at in _terms_of(before):
            postings[term].removed.add(code << DOC_BITS | doc)
            positions[term].removed.update(doc << POSITION_BITS | position for position in at)
        for term, code, at in _terms_of(after):
            postings[term].added.add(code << DOC_BITS | doc)
            positions[term].added.update(doc << POSITION_BITS | position for position in at)
    return _differing(postings), _differing(positions)


def _terms_of(segment: Segment) -> Iterable[tuple[Term, int, list[int]]]:
    """Return for each term of a single article its code and its positions."""
    terms = segment.exact_terms()
    positions: list[list[int]] = [[] for _ in terms]
    for packed in segment.packed_positions().tolist():
        positions[packed >> POSITION_TERM_SHIFT].append(packed & POSITION_MASK)
    codes = (packed & CODE_MASK for packed in segment.packed_postings().tolist())
    return zip(terms, codes, positions, strict=True)


def _differing(changes: ListChanges) -> ListChanges:
    return {term: change for term, change in changes.items() if change.removed != change.added}
