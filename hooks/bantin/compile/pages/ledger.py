"""The ledger of a programme: what each year achieved beside what had been promised for it.

Results and limits belong to the years a conference reviewed, tasks to what follows them,
so that the tasks of one year stand in the same row as the results of the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from bantin.compile.page import Link
from bantin.model import Conference

MOST_ROWS = 15
MOST_ENTRIES = 3
JUNE = 6


class Entry(NamedTuple):
    """One excerpt, linked to the section it is cut from."""

    text: str
    source: Link
    covers: str


Cells: TypeAlias = dict[str, list[Conference]]


class LedgerRow(NamedTuple):
    """A year: the tasks set for it beforehand, its results and its limits."""

    year: str
    tasks: tuple[Entry, ...]
    results: tuple[Entry, ...]
    limits: tuple[Entry, ...]
    left_out: int = 0


def ledger(conferences: Iterable[Conference], program: str) -> tuple[LedgerRow, ...]:
    """Return the years on record, the latest first; the latest ``MOST_ROWS`` only.

    Args:
        conferences: those that reviewed the term, and the one that signed it.
        program: id of the term; what was achieved before it was signed is not its own.
    """
    cells: dict[str, Cells] = defaultdict(lambda: defaultdict(list))
    for conference in conferences:
        is_reviewed = conference.reviews(program)
        for year, column in _places(conference):
            if is_reviewed or column == "tasks":
                cells[year][column].append(conference)
    years = sorted(cells, key=lambda year: (year.isdigit(), year), reverse=True)[:MOST_ROWS]
    return tuple(_row(year, cells[year]) for year in years)


def _places(conference: Conference) -> Iterator[tuple[str, str]]:
    """Yield the years and columns that a conference has something to say in."""
    outcome, last = conference.outcome, _last_year(conference)
    if outcome.results:
        yield _year(last), "results"
    if outcome.limits:
        yield _year(last), "limits"
    if outcome.tasks:
        yield _year(None if last is None else last + 1), "tasks"


def _last_year(conference: Conference) -> int | None:
    """The last year reviewed; without one, the year before the conference, at its end or start."""
    if conference.covered and conference.covered.last_year:
        return conference.covered.last_year
    date = conference.date
    if date is None or date.year is None:
        return None
    return date.year if (date.month or 0) > JUNE else date.year - 1


def _year(year: int | None) -> str:
    return str(year) if year else "Chưa rõ năm"


def _source(conference: Conference, name: str) -> Link:
    told = (conference.principal, *conference.reports)
    article = next((a for a in told if a.outcome), conference.principal)
    id_ = getattr(article.outcome, f"{name}_id")
    anchor = f"#{id_}" if id_ else ""
    return Link(article.address + anchor, article.front.title)


def _row(year: str, cells: Cells) -> LedgerRow:
    shown = {
        column: tuple(_entry(told, column) for told in cells.get(column, ())[:MOST_ENTRIES])
        for column in ("tasks", "results", "limits")
    }
    left_out = sum(max(0, len(told) - MOST_ENTRIES) for told in cells.values())
    return LedgerRow(year, **shown, left_out=left_out)


def _entry(conference: Conference, column: str) -> Entry:
    label = conference.covered.label if conference.covered else ""
    return Entry(getattr(conference.outcome, column), _source(conference, column), label)
