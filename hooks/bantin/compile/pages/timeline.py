"""The timeline of a programme: its periods and conferences by year, as numbers for the picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a class, as elsewhere
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import program_address
from bantin.compile.listing import PER_PAGE, list_address
from bantin.compile.page import Link
from bantin.compile.record_links import program_link
from bantin.model import Article, Program
from bantin.model.conference import Stage
from bantin.model.labels import capitalise

WIDTH = 720
MARGIN = 16
BAR = 28
LABEL = 24
GAP = 12
AXIS = 26
MOST_TICKS = 12
# How far the dot of conferences to come is from the dot of those held in the same year.
BESIDE = 28
# Of the part of a page that lists conferences to come; templates name it too.
PLANNED_ID = "du-kien"


class Dot(NamedTuple):
    """The conferences of one year on a bar; ``link.note`` is their number."""

    x: float
    link: Link


class About(NamedTuple):
    """A conference of no known year: from where to where it can have been."""

    x: float
    end: float
    words: str


class Bar(NamedTuple):
    """One period of a programme: where its bar is, in units of the picture, and its dots.

    Attributes:
        program: the programme in this period.
        label_x: where the label starts, or ends in the right half of the picture.
        reach: x of the last dot: a programme is often reviewed after its period.
        total: number of conferences whose year is known.
        planned: dots of the conferences to come, apart from those held.
        about: conferences of no known year of which both bounds are known.
    """

    program: Link
    label: str
    label_x: float
    x: float
    y: float
    width: float
    reach: float
    is_open: bool
    is_current: bool
    dots: tuple[Dot, ...]
    total: int
    planned: tuple[Dot, ...] = ()
    about: tuple[About, ...] = ()


class Timeline(NamedTuple):
    """The whole picture; a tick is a year with its x."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    today: float | None
    height: int
    width: int = WIDTH
    bar: int = BAR

    @property
    def has_planned(self) -> bool:
        """Whether a conference to come is drawn."""
        return any(bar.planned for bar in self.bars)

    @property
    def has_about(self) -> bool:
        """Whether a conference of no known year is drawn."""
        return any(bar.about for bar in self.bars)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns years into x."""

    first: int
    last: int
    today: int

    @property
    def unit(self) -> float:
        return (WIDTH - 2 * MARGIN) / max(1, self.last - self.first)

    def x(self, year: float) -> float:
        return round(MARGIN + (year - self.first) * self.unit, 1)

    def end_of(self, program: Program) -> int:
        """The year after the last one of a period; an open one reaches to today."""
        period = program.period
        if period is None:
            return self.today + 1
        return (period.last_year or max(self.today, period.first_year)) + 1


def timeline(catalog: Catalog, program: Program, periods: Sequence[Program]) -> Timeline | None:
    """Return the picture of a programme; None where no period has years.

    Args:
        catalog: what may be shown.
        program: the one whose page shows the picture.
        periods: the programme in all its periods, the earliest first.
    """
    dated = [one for one in periods if one.period]
    if not dated:
        return None
    scale = _scale(catalog, dated)
    step = max(1, -(-(scale.last - scale.first) // MOST_TICKS))
    now = catalog.today.year + catalog.today.timetuple().tm_yday / 366
    return Timeline(
        bars=tuple(_bar(catalog, scale, program, dated, row) for row in range(len(dated))),
        ticks=tuple((y, scale.x(y)) for y in range(scale.first, scale.last, step)),
        today=scale.x(now) if scale.first <= now < scale.last else None,
        height=len(dated) * (LABEL + BAR + GAP) + AXIS,
    )


def _scale(catalog: Catalog, programs: Sequence[Program]) -> _Scale:
    """Return the years from the first start or conference to the last end or conference."""
    today = catalog.today.year
    starts = [program.period.first_year for program in programs if program.period]
    years = [
        year
        for program in programs
        for year in (*_years(catalog, program), *_planned_years(catalog, program))
    ]
    ends = [_Scale(0, 1, today).end_of(program) for program in programs]
    return _Scale(min(starts + years), max([*ends, *(year + 1 for year in years)]), today)


def _bar(
    catalog: Catalog, scale: _Scale, current: Program, programs: Sequence[Program], row: int
) -> Bar:
    program = programs[row]
    start = program.period.first_year if program.period else scale.first
    x, end = scale.x(start), scale.x(scale.end_of(program))
    counts, pages = _years(catalog, program), _list_pages(catalog, program)
    dots = tuple(_dot(scale, pages[year], year, count) for year, count in sorted(counts.items()))
    planned = tuple(
        _planned(scale, program, year, count, is_beside=year in counts)
        for year, count in sorted(_planned_years(catalog, program).items())
    )
    return Bar(
        program=program_link(program),
        label=_label(program),
        label_x=end if x > WIDTH / 2 else x,
        x=x,
        y=LABEL + row * (LABEL + BAR + GAP),
        width=round(end - x, 1),
        reach=max([end, *(dot.x for dot in (*dots, *planned))]),
        is_open=program.period is None or program.period.is_open,
        is_current=program.id == current.id,
        dots=dots,
        total=counts.total(),
        planned=planned,
        about=_about(catalog, scale, program),
    )


def _label(program: Program) -> str:
    """Return “Giai đoạn 2016–2021”, or its own words where these are not plain years."""
    is_plain = program.period and not program.period.is_open and not program.period_label
    return f"Giai đoạn {program.term}" if is_plain else capitalise(program.term)


def _years(catalog: Catalog, program: Program) -> Counter[int]:
    """Return the number of conferences in each year, those without a year left out."""
    stories = catalog.by_program.get(program.id, ())
    conferences = (catalog.conferences.get(story.path) for story in stories)
    return Counter(c.year for c in conferences if c and c.year)


def _planned_years(catalog: Catalog, program: Program) -> Counter[int]:
    """Return the number of conferences to come in each year, as far as it is known."""
    stories = catalog.announced.of("by_program", program.id)
    coming = (catalog.announced.conferences[s.path] for s in stories if _is_coming(catalog, s))
    return Counter(c.date.year for c in coming if c.date and c.date.year)


def _about(catalog: Catalog, scale: _Scale, program: Program) -> tuple[About, ...]:
    """Return the conferences between two known bounds in different years, cut to the picture."""
    stories = catalog.by_program.get(program.id, ())
    held = (catalog.conferences[s.path] for s in stories if s.path in catalog.conferences)
    found = []
    for conference in held:
        first, last = conference.bounds.earliest, conference.bounds.latest
        if first and last and not conference.year:
            words = f"Hội nghị {conference.bounds.label}"
            found.append(About(_x(scale, first), _x(scale, last), words))
    return tuple(found)


def _x(scale: _Scale, day: Day) -> float:
    year = day.year + day.timetuple().tm_yday / 366
    return scale.x(max(scale.first, min(year, scale.last)))


def _is_coming(catalog: Catalog, story: Article) -> bool:
    return catalog.stage_of(story) is Stage.PLANNED


def _list_pages(catalog: Catalog, program: Program) -> dict[int, str]:
    """Return the address of the page of the programme's list on which each year begins."""
    pages: dict[int, str] = {}
    for position, story in enumerate(catalog.by_program.get(program.id, ())):
        year, number = catalog.bounds_of(story).year, position // PER_PAGE + 1
        if year:
            pages.setdefault(year, list_address(program_address(program.id), number))
    return pages


def _planned(scale: _Scale, program: Program, year: int, count: int, *, is_beside: bool) -> Dot:
    """Return the dot of conferences to come, beside the one of those held in the same year."""
    text = f"Năm {year}: {count} hội nghị dự kiến, chưa họp"
    x = scale.x(year + 0.5) + (BESIDE if is_beside else 0)
    return Dot(
        min(x, WIDTH - MARGIN),
        Link(f"{program_address(program.id)}#{PLANNED_ID}", text, str(count)),
    )


def _dot(scale: _Scale, page: str, year: int, count: int) -> Dot:
    text = f"Năm {year}: {count} hội nghị"
    return Dot(scale.x(year + 0.5), Link(f"{page}#nam-{year}", text, str(count)))
