"""The ledger of a programme: what was set for a year beside what came of it, where both are told.

A conference at the end of 2023 reports the results and limits of 2023 and sets the tasks of 2024;
the next one reports the results of 2024. So the tasks of one conference are in the same row as the
results of the next, and a reader sees what became of a promise. A year of which only one side is
told compares nothing: what such conferences say stands on cards, one for each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from bantin.catalog.days import date_in_lists
from bantin.compile.page import Link
from bantin.model import Conference, Program
from bantin.model.labels import types_in_words

MOST_ROWS = 15
MOST_ENTRIES = 3
# A conference up to June that does not say what it reviews, reviews the year before.
JUNE = 6
UNKNOWN = "Chưa rõ năm"
# Where tasks stand that were set for a time after the period.
AFTER = "Sau giai đoạn"


class Entry(NamedTuple):
    """An excerpt, and the section of an article that it is cut from."""

    text: str
    source: Link
    covers: str


Cells: TypeAlias = dict[str, list[Conference]]


class LedgerRow(NamedTuple):
    """The excerpts for one year; ``left_out`` is the number of those not shown."""

    year: str
    tasks: tuple[Entry, ...]
    results: tuple[Entry, ...]
    limits: tuple[Entry, ...]
    left_out: int = 0


class Card(NamedTuple):
    """What one conference says; its note is the type and the day."""

    conference: Link
    results: Entry | None
    limits: Entry | None
    tasks: Entry | None


class Ledger(NamedTuple):
    """The years that can be compared, and the conferences of which nothing can."""

    rows: tuple[LedgerRow, ...] = ()
    cards: tuple[Card, ...] = ()
    more_cards: int = 0


def ledger(conferences: Iterable[Conference], program: Program) -> Ledger:
    """Return the rows of the latest ``MOST_ROWS`` years, and as many cards, the latest first.

    Args:
        conferences: those of a programme in one period, and the one that signed it.
        program: the programme; results before its signing belong to the earlier period.
    """
    held = [conference for conference in conferences if conference.outcome]
    cells: dict[str, Cells] = defaultdict(lambda: defaultdict(list))
    for conference in held:
        for year, column in _told_of(conference, program):
            cells[year][column].append(conference)
    years = sorted(filter(lambda year: _compares(cells[year], year), cells), reverse=True)
    rows = years[:MOST_ROWS]
    cards = list(filter(None, (_card(one, program, rows) for one in held)))
    return Ledger(
        tuple(_row(year, cells[year], program) for year in rows),
        tuple(cards[:MOST_ROWS]),
        max(0, len(cards) - MOST_ROWS),
    )


def _told_of(conference: Conference, program: Program) -> Iterator[tuple[str, str]]:
    """Yield the year and the column of what a conference says of a programme."""
    is_reviewed = conference.reviews(program)
    for year, column in _cells(conference, program):
        if is_reviewed or column == "tasks":
            yield year, column


def _compares(cells: Cells, year: str) -> bool:
    """Whether one conference set tasks for a year and another says what came of it."""
    if not year.isdigit():
        return False
    setting = {one.principal.path for one in cells.get("tasks", ())}
    telling = {one.principal.path for name in ("results", "limits") for one in cells.get(name, ())}
    return bool(setting and telling) and len(setting | telling) > 1


def _card(conference: Conference, program: Program, rows: Collection[str]) -> Card | None:
    """Return what a conference says that is in no row; None where nothing is left."""
    left = {name for year, name in _told_of(conference, program) if year not in rows}
    entries = {
        name: _entry(conference, name, program) if name in left else None
        for name in ("results", "limits", "tasks")
    }
    return Card(_conference_link(conference), **entries) if left else None


def _conference_link(conference: Conference) -> Link:
    front = conference.principal.front
    day = date_in_lists(front, conference.bounds)
    words = (types_in_words(conference.meeting.types), day)
    return Link(conference.principal.address, front.title, ", ".join(filter(None, words)))


def _cells(conference: Conference, program: Program) -> Iterator[tuple[str, str]]:
    """Yield the year and the column of each excerpt that a conference has."""
    outcome, last = conference.outcome, _last_year(conference, program)
    told = _within(last, program)
    if outcome.results:
        yield _year(told), "results"
    if outcome.limits:
        yield _year(told), "limits"
    if outcome.tasks:
        is_after = last is not None and _within(last + 1, program) != last + 1
        yield AFTER if is_after else _year(None if last is None else last + 1), "tasks"


def _last_year(conference: Conference, program: Program) -> int | None:
    """Return the last year that a conference reviewed, as written or inferred from its day."""
    covered = conference.covered(program)
    if covered and covered.last_year:
        return covered.last_year
    year, bounds = conference.year, conference.bounds
    if year is None:
        return None
    if conference.date is None:
        # Where nothing tells the half of the year, nothing tells which year was reviewed.
        is_late = bounds.earliest is not None and bounds.earliest.month > JUNE
        is_early = bounds.latest is not None and bounds.latest.month <= JUNE
        return year if is_late else year - 1 if is_early else None
    return year if (conference.date.month or 0) > JUNE else year - 1


def _within(year: int | None, program: Program) -> int | None:
    """Return a year, or the nearest one of the programme's period."""
    period = program.period
    if year is None or period is None:
        return year
    return max(period.first_year, min(year, period.last_year or year))


def _year(year: int | None) -> str:
    return str(year) if year else UNKNOWN


def _source(conference: Conference, name: str) -> Link:
    articles = (conference.principal, *conference.reports)
    article = next((one for one in articles if one.outcome), conference.principal)
    id_ = getattr(article.outcome, f"{name}_id")
    anchor = f"#{id_}" if id_ else ""
    return Link(article.address + anchor, article.front.title)


def _row(year: str, cells: Cells, program: Program) -> LedgerRow:
    shown = {
        column: tuple(_entry(one, column, program) for one in cells.get(column, ())[:MOST_ENTRIES])
        for column in ("tasks", "results", "limits")
    }
    left_out = sum(max(0, len(conferences) - MOST_ENTRIES) for conferences in cells.values())
    return LedgerRow(year, **shown, left_out=left_out)


def _entry(conference: Conference, column: str, program: Program) -> Entry:
    covered = conference.covered(program)
    text = getattr(conference.outcome, column)
    return Entry(text, _source(conference, column), covered.label if covered else "")
