"""The page of statistics: the archive in numbers, and the years each programme was reviewed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    STATISTICS,
    agency_address,
    document_address,
    program_address,
    type_address,
    year_address,
)
from bantin.compile.page import Link, Page
from bantin.model import Conference, Program
from bantin.model.labels import LEVELS, MEETING_TYPES

TOP = 10
# The table of programmes and years has to stay readable, in any archive.
MOST_PROGRAMS = 60
MOST_YEARS = 20


class BarLine(NamedTuple):
    """One bar of a chart; ``share`` is its length in per cent of the longest."""

    link: Link
    total: int
    share: float


class Chart(NamedTuple):
    """A bar chart, which is a table too; ``head`` is the heading of its first column."""

    id: str
    title: str
    head: str
    lines: tuple[BarLine, ...]


class MatrixRow(NamedTuple):
    """Numbers of conferences of a programme by year.

    A year without one is 0 within the period of the programme, None outside it.
    """

    link: Link
    cells: tuple[int | None, ...]


class StatisticsView(NamedTuple):
    """What the page of statistics shows."""

    articles: int
    conferences: int
    programs: int
    agencies: int
    charts: tuple[Chart, ...]
    years: tuple[int, ...]
    matrix: tuple[MatrixRow, ...]


def statistics_page(catalog: Catalog) -> Page:
    """Return the page of statistics."""
    years = _years(catalog)
    view = StatisticsView(
        articles=len(catalog.articles),
        conferences=len(catalog.conferences),
        programs=sum(1 for p in catalog.registries.programs if p in catalog.by_program),
        agencies=len(catalog.by_agency),
        charts=tuple(_charts(catalog)),
        years=years,
        matrix=_matrix(catalog, years),
    )
    return Page(
        address=STATISTICS,
        template="statistics.html",
        title="Số liệu",
        view=view,
        description="Số hội nghị theo năm, loại, cấp; chương trình, cơ quan, văn bản được nhắc"
        " nhiều nhất.",
    )


def _charts(catalog: Catalog) -> Iterator[Chart]:
    conferences = catalog.conferences.values()
    yield _by_year(conferences)
    types: Counter[str] = Counter(name for c in conferences for name in c.meeting.types)
    links: dict[str, Link] = {name: Link(type_address(name), MEETING_TYPES[name]) for name in types}
    yield _chart("theo-loai", "Theo loại hội nghị", "Loại", types, links)
    levels: Counter[str] = Counter(level for c in conferences if (level := level_of(catalog, c)))
    yield _chart("theo-cap", "Theo cấp", "Cấp", levels, {k: Link("", v) for k, v in LEVELS.items()})
    records = catalog.registries
    programs = {id_: Link(program_address(id_), p.label) for id_, p in records.programs.items()}
    agencies = {id_: Link(agency_address(id_), a.name) for id_, a in records.agencies.items()}
    documents = {id_: Link(document_address(id_), d.name) for id_, d in records.documents.items()}
    title = "Chương trình có nhiều hội nghị nhất"
    yield _top(catalog.by_program, "chuong-trinh", title, "Chương trình", programs)
    yield _top(catalog.by_agency, "co-quan", "Cơ quan có mặt nhiều nhất", "Cơ quan", agencies)
    yield _top(catalog.by_document, "van-ban", "Văn bản được dẫn nhiều nhất", "Văn bản", documents)


def level_of(catalog: Catalog, conference: Conference) -> str:
    """Return the highest level among the agencies that met; empty where none is registered."""
    agencies = catalog.registries.agencies
    ids = conference.principal.agency_ids
    levels = {agencies[id_].level for id_ in ids if id_ in agencies}
    return next((level for level in LEVELS if level in levels), "")


def _by_year(conferences: Iterable[Conference]) -> Chart:
    years = Counter(c.principal.path.split("/")[1] for c in conferences)
    most = max(years.values(), default=1)
    lines = tuple(
        BarLine(Link(year_address(y), y if y.isdigit() else "Chưa rõ năm"), n, _share(n, most))
        for y, n in sorted(years.items())
    )
    return Chart("theo-nam", "Theo năm", "Năm", lines)


def _chart(
    id_: str, title: str, head: str, counts: Counter[str], links: Mapping[str, Link]
) -> Chart:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    most = max(counts.values(), default=1)
    lines = tuple(BarLine(links[name], n, _share(n, most)) for name, n in ranked)
    return Chart(id_, title, head, lines)


def _top(
    index: Mapping[str, tuple[object, ...]],
    id_: str,
    title: str,
    head: str,
    links: Mapping[str, Link],
) -> Chart:
    counts = Counter({name: len(stories) for name, stories in index.items() if name in links})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP]
    return _chart(id_, title, head, Counter(dict(ranked)), links)


def _share(count: int, most: int) -> float:
    return round(100 * count / most, 1)


def _years(catalog: Catalog) -> tuple[int, ...]:
    years = {y for c in catalog.conferences.values() for y in _years_reviewed(c)}
    return tuple(sorted(years)[-MOST_YEARS:])


def _years_reviewed(conference: Conference) -> Iterable[int]:
    """Return the years that a conference reviewed, else the year in which it was held."""
    if conference.covered and conference.covered.last_year:
        return conference.covered.years()
    return (conference.year,) if conference.year else ()


def _matrix(catalog: Catalog, years: tuple[int, ...]) -> tuple[MatrixRow, ...]:
    active = sorted(
        (p for p in catalog.registries.programs.values() if p.id in catalog.by_program),
        key=lambda p: (-len(catalog.by_program[p.id]), p.id),
    )[:MOST_PROGRAMS]
    return tuple(_matrix_row(catalog, program, years) for program in active)


def _matrix_row(catalog: Catalog, program: Program, years: tuple[int, ...]) -> MatrixRow:
    stories = catalog.by_program[program.id]
    conferences = [catalog.conferences[s.path] for s in stories if s.path in catalog.conferences]
    counts = Counter(y for c in conferences if c.reviews(program.id) for y in _years_reviewed(c))
    period = program.period
    cells = tuple(
        counts[year]
        if counts[year] or (period and period.includes(year) and year <= catalog.today.year)
        else None
        for year in years
    )
    return MatrixRow(Link(program_address(program.id), program.label, program.term), cells)
