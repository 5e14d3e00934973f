"""Results of one programme as one row that opens."""

from collections.abc import Sequence
from typing import NamedTuple

from bantin.search.query.reader import IndexReader

PROGRAMS = "chuong-trinh"


class Row(NamedTuple):
    """The best of the results that are of one programme, and the others.

    Attributes:
        doc: number of the best article.
        others: numbers of the others, in their order.
        program: id of the programme; empty for an article without one.
        name: of the programme.
    """

    doc: int
    others: tuple[int, ...]
    program: str
    name: str


def fold_siblings(index: IndexReader, docs: Sequence[int]) -> list[Row]:
    """Return results as rows in their order; an article of several programmes is of the first."""
    program_of = dict[int, tuple[str, str]]()
    for id_, (name, members) in index.facet(PROGRAMS).items():
        for doc in members.tolist():
            program_of.setdefault(doc, (id_, name))
    groups = dict[str, list[int]]()
    for doc in docs:
        program, _ = program_of.get(doc, ("", ""))
        groups.setdefault(program or f"{doc}", []).append(doc)
    return [
        Row(best, tuple(others), *program_of.get(best, ("", "")))
        for best, *others in groups.values()
    ]
