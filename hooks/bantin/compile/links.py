"""Registry records as links, told in the words of then and now."""

from collections.abc import Iterable

from bantin.catalog import Catalog
from bantin.catalog.people import person_id
from bantin.compile.addresses import (
    agency_address,
    district_address,
    document_address,
    person_address,
    program_address,
    province_address,
)
from bantin.compile.page import Link
from bantin.model import Agency, District, Document, Party, Person, Program, Province
from bantin.vietnamese.dates import in_figures

NO_SUCCESSOR = "không có cơ quan kế tục trực tiếp"


def agency_link(catalog: Catalog, agency: Agency) -> Link:
    """An agency with what became of it."""
    return Link(agency_address(agency.id), agency.name, fate_of(catalog, agency))


def fate_of(catalog: Catalog, agency: Agency) -> str:
    """Return “nay là …”, or that the body ended; nothing for one that goes on."""
    if not agency.has_ended:
        return ""
    if not agency.succeeded_by:
        ended = in_figures(agency.valid_to) if agency.valid_to else "chưa rõ"
        return f"kết thúc hoạt động ngày {ended}, {NO_SUCCESSOR}"
    now = catalog.lineage.today_of_agency(agency)
    known = catalog.registries.agencies
    heirs = now or tuple(known[id_] for id_ in agency.succeeded_by if id_ in known)
    undated = "" if agency.valid_to else " (chưa rõ ngày)"
    return f"nay là {' và '.join(heir.name for heir in heirs)}{undated}"


def party_links(catalog: Catalog, parties: Iterable[Party]) -> tuple[Link, ...]:
    """Bodies as links; one known by name only has no address."""
    known = catalog.registries.agencies
    return tuple(
        agency_link(catalog, known[party.id])
        if party.id and party.id in known
        else Link("", party.name or "")
        for party in parties
    )


def program_link(program: Program) -> Link:
    """A programme by its short name, with its term."""
    return Link(program_address(program.id), program.label, program.term)


def province_link(catalog: Catalog, province: Province) -> Link:
    """A province with the unit that holds its territory today."""
    return Link(province_address(province), province.name, province_now(catalog, province))


def province_now(catalog: Catalog, province: Province) -> str:
    """Return “nay thuộc …” for a unit that was merged, else nothing."""
    now = catalog.lineage.today_of_province(province) if province.has_ended else ()
    return f"nay thuộc {' và '.join(p.full_name for p in now)}" if now else ""


def district_link(catalog: Catalog, district: District) -> Link:
    """A district with the province it belonged to."""
    province = catalog.registries.provinces[district.province]
    return Link(district_address(district), district.full_name, province.full_name)


def document_link(document: Document) -> Link:
    """A document by type and number, with its title."""
    title = document.title if document.number else ""
    return Link(document_address(document.id), document.name, title or "")


def person_link(person: Person) -> Link:
    """A person with the office held that day."""
    return Link(person_address(person_id(person)), person.name, person.office or "")
