"""The pages of agencies: then and now, with whom they met, and their index from A to Z."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import AGENCIES, agency_address
from bantin.compile.links import agency_link, fate_of, program_link, province_link
from bantin.compile.listing import Part, Rows, cut
from bantin.compile.page import Link, Page
from bantin.model import Agency
from bantin.model.labels import AGENCY_KINDS, LEVELS
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key

MOST_PARTNERS = 12


class AgencyView(NamedTuple):
    """All that the page of an agency shows."""

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
    partners: tuple[Link, ...]
    note: str
    source: str
    inferred: tuple[str, ...]
    listing: Part


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in the index."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The agencies of one kind and level, from A to Z."""

    id: str
    section: str
    kind: str
    level: str
    lines: tuple[AgencyLine, ...]


def agency_pages(catalog: Catalog, rows: Rows, agency: Agency) -> Iterator[Page]:
    """Yield the pages of one agency: the first, and the further ones of its list."""
    partners = _partners(catalog, agency)
    for part in cut(rows.of(catalog.by_agency.get(agency.id, ())), agency_address(agency.id)):
        yield _page(agency, _view(catalog, agency, partners, part), part)


def _page(agency: Agency, view: AgencyView, part: Part) -> Page:
    return Page(
        address=part.address(part.number),
        template="agency.html",
        title=agency.name,
        view=view,
        description=f"{agency.name}: các hội nghị theo năm, tên gọi trước và nay.",
        trail=(Link(AGENCIES, "Cơ quan"),),
    )


def _view(
    catalog: Catalog,
    agency: Agency,
    partners: tuple[Link, ...],
    part: Part,
) -> AgencyView:
    known, lineage = catalog.registries, catalog.lineage
    province = known.provinces.get(agency.province or "")
    parent = known.agencies.get(agency.parent or "")
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
        successors=tuple(agency_link(catalog, known.agencies[id_]) for id_ in agency.succeeded_by),
        today=tuple(agency_link(catalog, now) for now in today),
        forerunners=tuple(
            agency_link(catalog, before)
            for before in lineage.forerunners_of_agency.get(agency.id, ())
        ),
        programs=tuple(map(program_link, lineage.programs_by_party.get(agency.id, ()))),
        partners=partners,
        note=agency.note or "",
        source=agency.source or "",
        inferred=tuple(agency.inferred.values()),
        listing=part,
    )


def _partners(catalog: Catalog, agency: Agency) -> tuple[Link, ...]:
    known, stories = catalog.registries.agencies, catalog.by_agency.get(agency.id, ())
    met = Counter(chain.from_iterable([story.agency_ids for story in stories]))
    others = (id_ for id_ in met if id_ != agency.id and id_ in known)
    ranked = sorted(others, key=lambda id_: (-met[id_], id_))[:MOST_PARTNERS]
    return tuple(Link(agency_address(i), known[i].name, f"{met[i]} hội nghị") for i in ranked)


def agency_index(catalog: Catalog) -> Page:
    """Return the index of agencies, by kind, level and letter."""
    groups = tuple(
        AgencyGroup(f"{kind}-{level}", kind, kind_label, level_label, lines)
        for kind, kind_label in AGENCY_KINDS.items()
        for level, level_label in LEVELS.items()
        if (lines := _lines(catalog, kind, level))
    )
    described = (
        "Các cơ quan đã có trong bản tin, xếp theo khối, cấp và vần chữ cái, kèm tên gọi nay."
    )
    return Page(AGENCIES, "agencies.html", "Cơ quan", groups, described)


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
