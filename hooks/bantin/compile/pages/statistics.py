"""The page of statistics: the archive in numbers, and the years each programme was reviewed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    STATISTICS,
    agency_address,
    program_address,
    type_address,
    year_address,
)
from bantin.compile.page import Link, Page
from bantin.compile.pages.matrix import Matrix, matrix
from bantin.compile.record_links import document_link
from bantin.model import Article, Conference
from bantin.model.labels import LEVELS, MEETING_TYPES

TOP = 10

Index: TypeAlias = Mapping[str, tuple[Article, ...]]


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


class Share(NamedTuple):
    """How many records of a registry have news, and how many it has in all."""

    told: int
    total: int


class StatisticsView(NamedTuple):
    """What the page of statistics shows."""

    articles: int
    conferences: int
    programs: Share
    agencies: Share
    charts: tuple[Chart, ...]
    matrix: Matrix


def statistics_page(catalog: Catalog) -> Page:
    """Return the page of statistics."""
    view = StatisticsView(
        articles=len(catalog.articles),
        conferences=len(catalog.conferences),
        programs=_shared(catalog.registries.programs, catalog.by_program),
        agencies=_shared(catalog.registries.agencies, catalog.by_agency),
        charts=tuple(_charts(catalog)),
        matrix=matrix(catalog),
    )
    return Page(
        address=STATISTICS,
        template="statistics.html",
        title="Số liệu",
        view=view,
        description="Số hội nghị theo năm, loại, cấp; chương trình, cơ quan, văn bản được nhắc"
        " nhiều nhất.",
    )


def _shared(records: Mapping[str, object], index: Mapping[str, object]) -> Share:
    return Share(sum(1 for id_ in records if id_ in index), len(records))


def _charts(catalog: Catalog) -> Iterator[Chart]:
    conferences = catalog.conferences.values()
    yield _by_year(catalog)
    types: Counter[str] = Counter(name for c in conferences for name in c.meeting.types)
    links: dict[str, Link] = {name: Link(type_address(name), MEETING_TYPES[name]) for name in types}
    yield _chart("theo-loai", "Theo loại hội nghị", "Loại", types, links)
    levels: Counter[str] = Counter(level for c in conferences if (level := level_of(catalog, c)))
    yield _chart("theo-cap", "Theo cấp", "Cấp", levels, {k: Link("", v) for k, v in LEVELS.items()})
    records = catalog.registries
    programs = {id_: Link(program_address(id_), p.label) for id_, p in records.programs.items()}
    agencies = {id_: Link(agency_address(id_), a.name) for id_, a in records.agencies.items()}
    documents = {id_: document_link(d)._replace(note="") for id_, d in records.documents.items()}
    held = partial(_held, catalog)
    title = "Chương trình có nhiều hội nghị nhất"
    yield _top(held(catalog.by_program), "chuong-trinh", title, "Chương trình", programs)
    title = "Cơ quan có mặt nhiều nhất"
    yield _top(held(catalog.by_agency), "co-quan", title, "Cơ quan", agencies)
    title = "Văn bản được dẫn nhiều nhất"
    yield _top(held(catalog.by_document), "van-ban", title, "Văn bản", documents)


def level_of(catalog: Catalog, conference: Conference) -> str:
    """Return the highest level among the agencies that met; empty where none is registered."""
    agencies = catalog.registries.agencies
    ids = conference.principal.agency_ids
    levels = {agencies[id_].level for id_ in ids if id_ in agencies}
    return next((level for level in LEVELS if level in levels), "")


def _by_year(catalog: Catalog) -> Chart:
    """Return the conferences of every year between the first and the last, none left out."""
    counts = Counter(catalog.year_of(c.principal) for c in catalog.conferences.values())
    known = [int(name) for name in counts if name.isdigit()]
    years = [str(year) for year in range(min(known), max(known) + 1)] if known else []
    most = max(counts.values(), default=1)
    lines = tuple(
        BarLine(_year_link(catalog, name), counts[name], _share(counts[name], most))
        for name in (*years, *(name for name in counts if not name.isdigit()))
    )
    return Chart("theo-nam", "Theo năm", "Năm", lines)


def _year_link(catalog: Catalog, name: str) -> Link:
    address = year_address(name) if name in catalog.by_year else ""
    return Link(address, name if name.isdigit() else "Chưa rõ năm")


def _chart(
    id_: str, title: str, head: str, counts: Counter[str], links: Mapping[str, Link]
) -> Chart:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    most = max(counts.values(), default=1)
    lines = tuple(BarLine(links[name], n, _share(n, most)) for name, n in ranked)
    return Chart(id_, title, head, lines)


def _held(catalog: Catalog, index: Index) -> Index:
    """Return an index of conferences alone: other news tells of none."""
    return {
        key: tuple(story for story in stories if story.path in catalog.conferences)
        for key, stories in index.items()
    }


def _top(
    index: Index,
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
