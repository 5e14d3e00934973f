"""A programme's terms and conferences on one line of years, as plain numbers for the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from bantin.catalog import Catalog
from bantin.compile.links import program_link
from bantin.compile.page import Link
from bantin.model import Program
from bantin.vietnamese.dates import in_figures

WIDTH = 720
LEFT = 8
BAR = 26
GAP = 12
TOP = 10
AXIS = 26
MOST_MARKS = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """A conference on its term's bar."""

    x: float
    link: Link


@dataclass(frozen=True, slots=True)
class Bar:
    """A term: its span in picture units, and the conferences on it."""

    term: Link
    x: float
    y: float
    width: float
    is_open: bool
    is_current: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; ticks are years with their place."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    height: float
    width: int = WIDTH


def timeline(catalog: Catalog, program: Program, terms: Sequence[Program]) -> Timeline | None:
    """Return the picture of a programme's terms; None where no term has years."""
    dated = [term for term in terms if term.period]
    if not dated:
        return None
    first = min(term.period.first_year for term in dated if term.period)
    last = max(_last_year(term, catalog.today.year) for term in dated) + 1
    unit = (WIDTH - 2 * LEFT) / max(1, last - first)
    bars = tuple(
        _bar(catalog, term, program, (first, unit), TOP + row * (BAR + GAP))
        for row, term in enumerate(dated)
    )
    step = max(1, -(-(last - first) // 12))
    ticks = tuple((year, _round(LEFT + (year - first) * unit)) for year in range(first, last, step))
    return Timeline(bars, ticks, TOP + len(dated) * (BAR + GAP) + AXIS)


def _last_year(term: Program, today: int) -> int:
    period = term.period
    return (period.last_year or max(today, period.first_year)) if period else today


def _bar(
    catalog: Catalog, term: Program, current: Program, scale: tuple[int, float], y: float
) -> Bar:
    first, unit = scale
    start = term.period.first_year if term.period else first
    x = LEFT + (start - first) * unit
    width = (_last_year(term, catalog.today.year) + 1 - start) * unit
    return Bar(
        term=program_link(term),
        x=_round(x),
        y=y,
        width=_round(width),
        is_open=term.period is None or term.period.is_open,
        is_current=term.id == current.id,
        marks=_marks(catalog, term, scale),
    )


def _marks(catalog: Catalog, term: Program, scale: tuple[int, float]) -> tuple[Mark, ...]:
    first, unit = scale
    marks = []
    for story in catalog.by_program.get(term.id, ())[:MOST_MARKS]:
        conference = catalog.conferences.get(story.path)
        date = conference.date if conference else None
        if date and date.year:
            x = LEFT + (date.year - first + ((date.month or 7) - 0.5) / 12) * unit
            if LEFT <= x <= WIDTH - LEFT:
                link = Link(story.address, story.front.title, in_figures(date))
                marks.append(Mark(_round(x), link))
    return tuple(marks)


def _round(value: float) -> float:
    return round(value, 1)
