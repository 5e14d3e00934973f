"""The home page: the lead story, the latest conferences, and links to all sections."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from bantin.catalog import Catalog
from bantin.compile.addresses import HOME, agency_address, province_address, year_address
from bantin.compile.listing import Row, Rows, year_name
from bantin.compile.page import Link, Page
from bantin.compile.pages.program import is_running
from bantin.compile.record_links import program_link
from bantin.model import Article, Problem, Program
from bantin.model.conference import Stage
from bantin.model.labels import AGENCY_KINDS
from bantin.vietnamese.order import sort_key

LATEST = 9
COMING = 4
RUNNING = 12
PERCENT = 100


class RunningProgram(NamedTuple):
    """A programme that is running.

    Attributes:
        last: its last year; None for one without an end.
        is_ending: whether that is the year of the build.
        percent: how much of its period is over; 0 for one without an end.
    """

    link: Link
    first: int
    last: int | None
    is_ending: bool
    percent: int


class HomeView(NamedTuple):
    """What the home page shows."""

    intro: str
    lead: Row | None
    latest: tuple[Row, ...]
    coming: tuple[Row, ...]
    running: tuple[RunningProgram, ...]
    kinds: tuple[Link, ...]
    provinces: tuple[Link, ...]
    years: tuple[Link, ...]
    conferences: int


def notice(left_out: Sequence[Problem]) -> str:
    """Return HTML that says what is left out while serving; empty where nothing is.

    It is on the home page alone: on every page, one mistake of an editor would change all of them.
    """
    if not left_out:
        return ""
    items = Markup().join(Markup("<li>{}</li>").format(problem) for problem in left_out)
    text = Markup(
        '<aside class="notice" role="status"><p>Bản đang xem thử bỏ ra ngoài {} chỗ có lỗi:</p>'
        "<ul>{}</ul></aside>"
    )
    return text.format(len(left_out), items)


def home_page(catalog: Catalog, rows: Rows, intro: str) -> Page:
    """Return the home page; ``intro`` is HTML from the hand-written ``index.md``."""
    lead = _lead(catalog)
    latest = [story for story in catalog.stories if story is not lead][:LATEST]
    view = HomeView(
        intro=intro,
        lead=rows.row(lead) if lead else None,
        latest=rows.of(latest),
        coming=rows.of(_coming(catalog)),
        running=_running(catalog),
        kinds=_kinds(catalog),
        provinces=_provinces(catalog),
        years=tuple(
            Link(year_address(folder), year_name(folder), str(len(stories)))
            for folder, stories in catalog.by_year.items()
        ),
        conferences=len(catalog.conferences),
    )
    return Page(
        address=HOME,
        template="home.html",
        title="",
        view=view,
        description="Bản tin các hội nghị sơ kết, tổng kết, ký kết chương trình phối hợp giữa các"
        " cơ quan.",
    )


def _lead(catalog: Catalog) -> Article | None:
    """Return the story that is pinned today, else the latest."""
    pinned = (
        story
        for story in (*catalog.stories, *catalog.announced.stories)
        if story.front.pinned
        and story.front.pinned.last
        and story.front.pinned.last >= catalog.today
    )
    return next(pinned, catalog.stories[0] if catalog.stories else None)


def _coming(catalog: Catalog) -> Sequence[Article]:
    """Return the conferences that are to come next."""
    coming = [a for a in catalog.announced.stories if catalog.stage_of(a) is Stage.PLANNED]
    return coming[:COMING]


def _running(catalog: Catalog) -> tuple[RunningProgram, ...]:
    running = [p for p in catalog.registries.programs.values() if is_running(catalog, p)]
    ranked = sorted(running, key=lambda p: (-len(catalog.by_program.get(p.id, ())), p.id))
    return tuple(_running_program(catalog, program) for program in ranked[:RUNNING])


def _running_program(catalog: Catalog, program: Program) -> RunningProgram:
    period, today = program.period, catalog.today
    first, last = (period.first_year, period.last_year) if period else (today.year, None)
    years = today.year - first + today.timetuple().tm_yday / 366
    percent = round(PERCENT * min(1.0, years / (last - first + 1))) if last else 0
    return RunningProgram(program_link(program), first, last, last == today.year, percent)


def _kinds(catalog: Catalog) -> tuple[Link, ...]:
    """Return the kinds of agencies, each with the number of those in its part of the index."""
    kinds: list[str] = [agency.kind for agency in catalog.registries.agencies.values()]
    address = agency_address("")[:-1]
    return tuple(
        Link(f"{address}#{kind}", label, str(kinds.count(kind)))
        for kind, label in AGENCY_KINDS.items()
        if kind in kinds
    )


def _provinces(catalog: Catalog) -> tuple[Link, ...]:
    """Return the provinces of today with the number of stories on their ground."""
    records = catalog.registries.provinces
    told = ((p, len(catalog.on_ground(p))) for p in records.values() if not p.has_ended)
    return tuple(
        Link(province_address(p), catalog.lineage.province_name(p), str(total))
        for p, total in sorted(told, key=lambda pair: sort_key(pair[0].name))
        if total
    )
