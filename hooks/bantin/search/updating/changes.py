"""What changed articles change in an index: what goes from the lists of terms, and what comes."""

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


class Change(NamedTuple):
    """An article that changed: its number, and what it was and is, inverted by itself."""

    doc: int
    before: Segment
    after: Segment


@dataclass(frozen=True, slots=True)
class Edit:
    """Postings or spots of a term, each as one integer less the term."""

    gone: set[int] = field(default_factory=set)
    come: set[int] = field(default_factory=set)


Edits = Mapping[Term, Edit]


def edits_of(changes: Iterable[Change]) -> tuple[Edits, Edits]:
    """Return the edits of postings, and those of spots."""
    postings, spots = defaultdict[Term, Edit](Edit), defaultdict[Term, Edit](Edit)
    for doc, before, after in changes:
        for term, code, places in _told(before):
            postings[term].gone.add(code << DOC_BITS | doc)
            spots[term].gone.update(doc << POSITION_BITS | place for place in places)
        for term, code, places in _told(after):
            postings[term].come.add(code << DOC_BITS | doc)
            spots[term].come.update(doc << POSITION_BITS | place for place in places)
    return _changed(postings), _changed(spots)


def _told(segment: Segment) -> Iterable[tuple[Term, int, list[int]]]:
    """Return for each term of a single article its code and its places."""
    spelled = segment.spelled()
    places: list[list[int]] = [[] for _ in spelled]
    for spot in segment.spots().tolist():
        places[spot >> POSITION_TERM_SHIFT].append(spot & POSITION_MASK)
    codes = (entry & CODE_MASK for entry in segment.entries().tolist())
    return zip(spelled, codes, places, strict=True)


def _changed(edits: Edits) -> Edits:
    return {term: edit for term, edit in edits.items() if edit.gone != edit.come}
