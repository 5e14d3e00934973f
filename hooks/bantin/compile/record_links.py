"""Links to records, with what became of them: a name of then leads to the one of today."""

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
    """Return the link to an agency; its note says what became of one that ended."""
    return Link(agency_address(agency.id), agency.name, fate_of(catalog, agency))


def fate_of(catalog: Catalog, agency: Agency) -> str:
    """Return “nay là …”, or that an agency ended without successor; empty for one of today."""
    if not agency.has_ended:
        return ""
    if not agency.succeeded_by:
        ended = in_figures(agency.valid_to) if agency.valid_to else "chưa rõ"
        return f"kết thúc hoạt động ngày {ended}, {NO_SUCCESSOR}"
    now = catalog.lineage.today_of_agency(agency)
    agencies = catalog.registries.agencies
    heirs = now or tuple(agencies[id_] for id_ in agency.succeeded_by if id_ in agencies)
    undated = "" if agency.valid_to else " (chưa rõ ngày)"
    return f"nay là {' và '.join(heir.name for heir in heirs)}{undated}"


def party_links(catalog: Catalog, parties: Iterable[Party]) -> tuple[Link, ...]:
    """Return the links to agencies; one that is given by name only has no address."""
    agencies = catalog.registries.agencies
    return tuple(
        agency_link(catalog, agencies[party.id])
        if party.id and party.id in agencies
        else Link("", party.name or "")
        for party in parties
    )


def program_link(program: Program) -> Link:
    """Return the link to a programme by its short name; its note is the period."""
    return Link(program_address(program.id), program.label, program.term)


def province_link(catalog: Catalog, province: Province) -> Link:
    """Return the link to a province; its note is the one that its territory is part of today."""
    name = catalog.lineage.province_name(province)
    return Link(province_address(province), name, province_now(catalog, province))


def province_now(catalog: Catalog, province: Province) -> str:
    """Return “nay thuộc …” for a province that was merged; empty for one of today."""
    now = catalog.lineage.today_of_province(province) if province.has_ended else ()
    return f"nay thuộc {' và '.join(p.full_name for p in now)}" if now else ""


def district_link(catalog: Catalog, district: District) -> Link:
    """Return the link to a district; its note is the province that it belonged to."""
    province = catalog.registries.provinces[district.province]
    note = catalog.lineage.province_name(province, is_full=True)
    return Link(district_address(district), district.full_name, note)


def document_link(document: Document) -> Link:
    """Return the link to a document by type, number and khóa; its note is the title."""
    title = document.title if document.number else ""
    # In each khóa the Party numbers its documents anew.
    term = f" (khóa {document.term})" if document.number and document.term else ""
    return Link(document_address(document.id), document.name + term, title or "")


def person_link(person: Person) -> Link:
    """Return the link to a person; its note is the office held that day."""
    return Link(person_address(person_id(person)), person.name, person.office or "")
