"""A programme's terms and conferences on one line of years, as plain numbers for the picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.compile.addresses import program_address
from bantin.compile.links import program_link
from bantin.compile.listing import PER_PAGE, part_address
from bantin.compile.page import Link
from bantin.model import Program
from bantin.model.labels import capitalise

WIDTH = 720
MARGIN = 16
BAR = 28
LABEL = 24
GAP = 12
AXIS = 26
MOST_TICKS = 12


class Mark(NamedTuple):
    """The conferences of one year on a term's bar; ``link.note`` is their number."""

    x: float
    link: Link


class Bar(NamedTuple):
    """A term: its span in picture units, and the years with conferences on it.

    ``reach`` is the place of the last of these, since a term is often reviewed after its end.
    """

    term: Link
    label: str
    label_x: float
    x: float
    y: float
    width: float
    reach: float
    is_open: bool
    is_current: bool
    marks: tuple[Mark, ...]
    total: int


class Timeline(NamedTuple):
    """The whole picture; ticks are years with their place."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    today: float | None
    height: int
    width: int = WIDTH
    bar: int = BAR


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    today: int

    @property
    def unit(self) -> float:
        return (WIDTH - 2 * MARGIN) / max(1, self.last - self.first)

    def place(self, year: float) -> float:
        return round(MARGIN + (year - self.first) * self.unit, 1)

    def end_of(self, term: Program) -> int:
        """The year after a term's last; an open one reaches to today."""
        period = term.period
        if period is None:
            return self.today + 1
        return (period.last_year or max(self.today, period.first_year)) + 1


def timeline(catalog: Catalog, program: Program, terms: Sequence[Program]) -> Timeline | None:
    """Return the picture of a programme's terms; None where no term has years."""
    dated = [term for term in terms if term.period]
    if not dated:
        return None
    scale = _scale(catalog, dated)
    step = max(1, -(-(scale.last - scale.first) // MOST_TICKS))
    now = catalog.today.year + catalog.today.timetuple().tm_yday / 366
    return Timeline(
        bars=tuple(_bar(catalog, scale, program, dated, row) for row in range(len(dated))),
        ticks=tuple((y, scale.place(y)) for y in range(scale.first, scale.last, step)),
        today=scale.place(now) if scale.first <= now < scale.last else None,
        height=len(dated) * (LABEL + BAR + GAP) + AXIS,
    )


def _scale(catalog: Catalog, terms: Sequence[Program]) -> _Scale:
    """The years from the first term or conference to the end of the last term."""
    today = catalog.today.year
    starts = [term.period.first_year for term in terms if term.period]
    held = [year for term in terms for year in _years(catalog, term)]
    ends = [_Scale(0, 1, today).end_of(term) for term in terms]
    return _Scale(min(starts + held), max([*ends, *(year + 1 for year in held)]), today)


def _bar(
    catalog: Catalog, scale: _Scale, current: Program, terms: Sequence[Program], row: int
) -> Bar:
    term = terms[row]
    start = term.period.first_year if term.period else scale.first
    x, end = scale.place(start), scale.place(scale.end_of(term))
    held = _years(catalog, term)
    parts = _parts(catalog, term)
    marks = tuple(_mark(scale, parts[year], year, count) for year, count in sorted(held.items()))
    return Bar(
        term=program_link(term),
        label=_label(term),
        label_x=end if x > WIDTH / 2 else x,
        x=x,
        y=LABEL + row * (LABEL + BAR + GAP),
        width=round(end - x, 1),
        reach=max([end, *(mark.x for mark in marks)]),
        is_open=term.period is None or term.period.is_open,
        is_current=term.id == current.id,
        marks=marks,
        total=held.total(),
    )


def _label(term: Program) -> str:
    """Return “Giai đoạn 2016–2021”, or its own words where these are not plain years."""
    is_plain = term.period and not term.period.is_open and not term.period_label
    return f"Giai đoạn {term.term}" if is_plain else capitalise(term.term)


def _years(catalog: Catalog, term: Program) -> Counter[int]:
    """How many conferences a term had in each year that is known."""
    stories = (catalog.conferences.get(s.path) for s in catalog.by_program.get(term.id, ()))
    return Counter(c.date.year for c in stories if c and c.date and c.date.year)


def _parts(catalog: Catalog, term: Program) -> dict[int, str]:
    """The page of the term's list on which each year begins."""
    found: dict[int, str] = {}
    for position, story in enumerate(catalog.by_program.get(term.id, ())):
        date, number = belonging_date(story.front), position // PER_PAGE + 1
        if date and date.year:
            found.setdefault(date.year, part_address(program_address(term.id), number))
    return found


def _mark(scale: _Scale, page: str, year: int, count: int) -> Mark:
    text = f"Năm {year}: {count} hội nghị"
    return Mark(scale.place(year + 0.5), Link(f"{page}#nam-{year}", text, str(count)))
