"""The pages of agencies: their names over time, whom they met; their index from A to Z."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.tasks import TaskRecord
from bantin.compile.addresses import AGENCIES, agency_address
from bantin.compile.listing import ListPage, Row, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.record_links import agency_link, fate_of, program_link, province_link
from bantin.compile.task_lines import MOST_TASKS, TaskGroup, task_groups
from bantin.model import Agency
from bantin.model.labels import AGENCY_KINDS, LEVELS
from bantin.model.lineage import ancestors
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key

MOST_PARTNERS = 12


class AgencyView(NamedTuple):
    """What the page of an agency shows."""

    kind: str
    level: str
    aliases: tuple[str, ...]
    province: Link | None
    parent: Link | None
    valid_from: str
    valid_to: str
    fate: str
    successors: tuple[Link, ...]
    today: tuple[Link, ...]
    forerunners: tuple[Link, ...]
    programs: tuple[Link, ...]
    duties: tuple[TaskGroup, ...]
    more_duties: int
    partners: tuple[Link, ...]
    note: str
    source: str
    inferred: tuple[str, ...]
    listing: ListPage[Row]


class AgencyLine(NamedTuple):
    """An agency in the index."""

    link: Link
    total: int


class AgencyGroup(NamedTuple):
    """The agencies of one kind and level, from A to Z."""

    id: str
    section: str
    kind: str
    level: str
    lines: tuple[AgencyLine, ...]


def agency_pages(catalog: Catalog, rows: Rows, agency: Agency) -> Iterator[Page]:
    """Yield the pages of one agency, one for each page of its list of news."""
    stories, partners = catalog.by_agency.get(agency.id, ()), _partners(catalog, agency)
    announced = rows.of(catalog.announced.of("by_agency", agency.id))
    for listing in paginate(rows.of(stories), agency_address(agency.id), announced=announced):
        yield Page(
            address=listing.address(listing.number),
            template="agency.html",
            title=agency.name,
            view=_view(catalog, agency, partners, listing),
            description=f"{agency.name}: các hội nghị theo năm, tên gọi trước và nay.",
            trail=(Link(AGENCIES, "Cơ quan"),),
        )


def _view(
    catalog: Catalog,
    agency: Agency,
    partners: tuple[Link, ...],
    listing: ListPage[Row],
) -> AgencyView:
    records, lineage = catalog.registries, catalog.lineage
    province = records.provinces.get(agency.province or "")
    parent = records.agencies.get(agency.parent or "")
    duties = duties_of(catalog, agency) if listing.number == 1 else []
    today = [now for now in lineage.today_of_agency(agency) if now.id != agency.id]
    return AgencyView(
        kind=AGENCY_KINDS[agency.kind],
        level=LEVELS[agency.level],
        aliases=agency.aliases,
        province=province_link(catalog, province) if province else None,
        parent=agency_link(catalog, parent) if parent else None,
        valid_from=in_words(agency.valid_from, weekday=False) if agency.valid_from else "",
        valid_to=in_words(agency.valid_to, weekday=False) if agency.valid_to else "",
        fate=fate_of(catalog, agency),
        successors=tuple(
            agency_link(catalog, records.agencies[id_]) for id_ in agency.succeeded_by
        ),
        today=tuple(agency_link(catalog, now) for now in today),
        forerunners=tuple(
            agency_link(catalog, before)
            for before in lineage.forerunners_of_agency.get(agency.id, ())
        ),
        programs=tuple(map(program_link, lineage.programs_by_party.get(agency.id, ()))),
        duties=task_groups(catalog, duties[:MOST_TASKS]),
        more_duties=max(0, len(duties) - MOST_TASKS),
        partners=partners,
        note=agency.note or "",
        source=agency.source or "",
        inferred=tuple(agency.inferred.values()),
        listing=listing,
    )


def duties_of(catalog: Catalog, agency: Agency) -> list[TaskRecord]:
    """Return the tasks that an agency has still to do; its own and those it took over."""
    lineage, tasks = catalog.lineage, catalog.tasks.by_owner
    before = ancestors(lineage.forerunners_of_agency, agency.id) if not agency.has_ended else ()
    ids = (agency.id, *(one.id for one in before))
    records = {record.address: record for id_ in ids for record in tasks.get(id_, ())}
    return [record for record in records.values() if not record.is_done]


def _partners(catalog: Catalog, agency: Agency) -> tuple[Link, ...]:
    """Return the agencies that were at most conferences with this one."""
    agencies, stories = catalog.registries.agencies, catalog.by_agency.get(agency.id, ())
    counts = Counter(chain.from_iterable([story.agency_ids for story in stories]))
    others = (id_ for id_ in counts if id_ != agency.id and id_ in agencies)
    ranked = sorted(others, key=lambda id_: (-counts[id_], id_))[:MOST_PARTNERS]
    return tuple(
        Link(agency_address(id_), agencies[id_].name, f"{counts[id_]} hội nghị") for id_ in ranked
    )


def agency_index(catalog: Catalog) -> Page:
    """Return the index of agencies, by kind, level and name."""
    groups = tuple(
        AgencyGroup(f"{kind}-{level}", kind, kind_label, level_label, lines)
        for kind, kind_label in AGENCY_KINDS.items()
        for level, level_label in LEVELS.items()
        if (lines := _lines(catalog, kind, level))
    )
    return Page(
        address=AGENCIES,
        template="agencies.html",
        title="Cơ quan",
        view=groups,
        description="Các cơ quan đã có trong bản tin, xếp theo khối, cấp và vần chữ cái, kèm tên"
        " gọi nay.",
    )


def _lines(catalog: Catalog, kind: str, level: str) -> tuple[AgencyLine, ...]:
    agencies = [
        agency
        for agency in catalog.registries.agencies.values()
        if agency.kind == kind and agency.level == level
    ]
    return tuple(
        AgencyLine(agency_link(catalog, agency), len(catalog.by_agency.get(agency.id, ())))
        for agency in sorted(agencies, key=lambda agency: sort_key(agency.name))
    )
