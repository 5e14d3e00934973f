"""The home page: the lead story, the latest conferences, and the ways in."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from bantin.catalog import Catalog
from bantin.compile.addresses import agency_address, province_address, year_address
from bantin.compile.links import program_link
from bantin.compile.listing import Row, Rows
from bantin.compile.page import Link, Page
from bantin.compile.pages.archive import year_name
from bantin.compile.pages.program import is_running
from bantin.model import Article, Problem, Program
from bantin.model.labels import AGENCY_KINDS
from bantin.vietnamese.order import sort_key

LATEST = 9
RUNNING = 12
PERCENT = 100


class RunningTerm(NamedTuple):
    """A programme in term, with how far along it is."""

    link: Link
    first: int
    last: int
    year: int
    percent: int


class HomeView(NamedTuple):
    """All that the home page shows."""

    intro: str
    lead: Row | None
    latest: tuple[Row, ...]
    running: tuple[RunningTerm, ...]
    kinds: tuple[Link, ...]
    provinces: tuple[Link, ...]
    years: tuple[Link, ...]
    conferences: int


def notice(left_out: Sequence[Problem]) -> str:
    """Return HTML that says what a preview leaves out; empty where nothing is.

    It stands on the home page alone: on all pages, one slip would have all of them made again.
    """
    if not left_out:
        return ""
    items = Markup().join(Markup("<li>{}</li>").format(problem) for problem in left_out)
    told = Markup(
        '<aside class="notice" role="status"><p>Bản đang xem thử bỏ ra ngoài {} chỗ có lỗi:</p>'
        "<ul>{}</ul></aside>"
    )
    return told.format(len(left_out), items)


def home_page(catalog: Catalog, rows: Rows, intro: str) -> Page:
    """Return the home page; ``intro`` is HTML from the hand-written ``index.md``."""
    lead = _lead(catalog)
    latest = [story for story in catalog.stories if story is not lead][:LATEST]
    view = HomeView(
        intro=intro,
        lead=rows.row(lead) if lead else None,
        latest=rows.of(latest),
        running=_running(catalog),
        kinds=_kinds(catalog),
        provinces=_provinces(catalog),
        years=tuple(
            Link(year_address(folder), year_name(folder), str(len(stories)))
            for folder, stories in catalog.by_year.items()
        ),
        conferences=len(catalog.conferences),
    )
    described = (
        "Bản tin các hội nghị sơ kết, tổng kết, ký kết chương trình phối hợp giữa các cơ quan."
    )
    return Page("", "home.html", "", view, described)


def _lead(catalog: Catalog) -> Article | None:
    """The pinned story that is still pinned today, else the latest."""
    pinned = (
        story
        for story in catalog.stories
        if story.front.pinned
        and story.front.pinned.last
        and story.front.pinned.last >= catalog.today
    )
    return next(pinned, catalog.stories[0] if catalog.stories else None)


def _running(catalog: Catalog) -> tuple[RunningTerm, ...]:
    running = [p for p in catalog.registries.programs.values() if is_running(catalog, p)]
    ranked = sorted(running, key=lambda p: (-len(catalog.by_program.get(p.id, ())), p.id))
    return tuple(_term(catalog, program) for program in ranked[:RUNNING])


def _term(catalog: Catalog, program: Program) -> RunningTerm:
    period, today = program.period, catalog.today
    first = period.first_year if period else today.year
    last = (period.last_year if period else None) or today.year
    gone = today.year - first + today.timetuple().tm_yday / 366
    percent = round(PERCENT * min(1.0, gone / (last - first + 1)))
    return RunningTerm(program_link(program), first, last, today.year, percent)


def _kinds(catalog: Catalog) -> tuple[Link, ...]:
    kinds: list[str] = [catalog.registries.agencies[i].kind for i in catalog.by_agency]
    address = agency_address("")[:-1]
    return tuple(
        Link(f"{address}#{kind}", label, str(kinds.count(kind)))
        for kind, label in AGENCY_KINDS.items()
        if kind in kinds
    )


def _provinces(catalog: Catalog) -> tuple[Link, ...]:
    known = catalog.registries.provinces
    named = [known[id_] for id_ in catalog.by_province if id_ in known]
    return tuple(
        Link(province_address(p), p.name, str(len(catalog.by_province[p.id])))
        for p in sorted(named, key=lambda p: sort_key(p.name))
    )
