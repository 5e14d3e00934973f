"""Agencies, urls, programmes, documents and people in the terms of schema.org."""

from bantin.catalog import Catalog
from bantin.catalog.people import PersonRecord
from bantin.compile.addresses import (
    agency_address,
    document_address,
    person_address,
    program_address,
    province_address,
)
from bantin.model import Agency, Document, Party, Program, Province
from bantin.publish.heads.nodes import Node, Urls, node

# Kinds of agencies that belong to the State; those of the Party and the Front do not.
STATE = ("chinh-quyen", "luc-luong-vu-trang")


def organization_kind(agency: Agency) -> str:
    """The type of schema.org for an agency."""
    return "GovernmentOrganization" if agency.kind in STATE else "Organization"


def agency_node(catalog: Catalog, agency: Agency, urls: Urls) -> Node:
    """Return an agency with its forerunners and its successors."""
    records = catalog.registries
    parent = records.agencies.get(agency.parent or "")
    before = catalog.lineage.forerunners_of_agency.get(agency.id, ())
    after = (records.agencies[id_] for id_ in agency.succeeded_by if id_ in records.agencies)
    return node(
        organization_kind(agency),
        id=urls.of(agency_address(agency.id), "co-quan"),
        url=urls.of(agency_address(agency.id)),
        name=agency.name,
        alternateName=list(dict.fromkeys(filter(None, (agency.short, *agency.aliases)))),
        parentOrganization=_reference(parent, urls) if parent else None,
        foundingDate=agency.valid_from.iso() if agency.valid_from else None,
        dissolutionDate=agency.valid_to.iso() if agency.valid_to else None,
        areaServed=_area(records.provinces.get(agency.province or ""), urls),
        dcterms__isReplacedBy=[_reference(successor, urls) for successor in after],
        dcterms__replaces=[_reference(forerunner, urls) for forerunner in before],
    )


def _reference(agency: Agency, urls: Urls) -> Node:
    id_ = urls.of(agency_address(agency.id), "co-quan")
    return node(organization_kind(agency), id=id_, name=agency.name)


def _area(province: Province | None, urls: Urls) -> Node | None:
    if province is None:
        return None
    id_ = urls.of(province_address(province), "dia-ban")
    return node("AdministrativeArea", id=id_, name=province.full_name)


def province_node(catalog: Catalog, province: Province, urls: Urls) -> Node:
    """Return a province with its forerunners and its successors."""
    records = catalog.registries.provinces
    before = catalog.lineage.forerunners_of_province.get(province.id, ())
    return node(
        "AdministrativeArea",
        id=urls.of(province_address(province), "dia-ban"),
        url=urls.of(province_address(province)),
        name=province.full_name,
        alternateName=list(province.aliases),
        dcterms__isReplacedBy=[
            _area(records[id_], urls) for id_ in province.succeeded_by if id_ in records
        ],
        dcterms__replaces=[_area(unit, urls) for unit in before],
    )


def program_node(catalog: Catalog, program: Program, urls: Urls) -> Node:
    """Return a programme in one period as the series of its conferences."""
    records, period = catalog.registries, program.period
    above = records.programs.get(program.implements or "")
    return node(
        "EventSeries",
        id=urls.of(program_address(program.id), "chuong-trinh"),
        url=urls.of(program_address(program.id)),
        name=program.name,
        alternateName=list(dict.fromkeys(filter(None, (program.short, *program.aliases)))),
        identifier=program.code,
        startDate=str(period.first_year) if period else None,
        endDate=str(period.last_year) if period and period.last_year else None,
        organizer=[_party(catalog, party, urls) for party in program.parties],
        superEvent=node(
            "EventSeries",
            id=urls.of(program_address(above.id), "chuong-trinh"),
            name=above.name,
        )
        if above
        else None,
    )


def _party(catalog: Catalog, party: Party, urls: Urls) -> Node:
    agency = catalog.registries.agencies.get(party.id or "")
    return _reference(agency, urls) if agency else node("Organization", name=party.name)


def document_node(document: Document, urls: Urls) -> Node:
    """Return a document."""
    issuer = node("Organization", name=document.issuer) if document.issuer else None
    return node(
        "Legislation",
        id=urls.of(document_address(document.id), "van-ban"),
        url=urls.of(document_address(document.id)),
        name=document.name,
        description=document.title,
        inLanguage="vi",
        legislationIdentifier=document.number,
        legislationType=document.type,
        legislationDate=document.date.iso() if document.date and document.date.year else None,
        legislationPassedBy=issuer,
        sameAs=document.source,
    )


def person_node(catalog: Catalog, person: PersonRecord, urls: Urls) -> Node:
    """Return a person with the offices on record, the latest first."""
    mentions = [appearance.person for appearance in person.appearances]
    offices = dict.fromkeys(p.office for p in mentions if p.office)
    agencies = dict.fromkeys(p.agency for p in mentions if p.agency)
    records = catalog.registries.agencies
    return node(
        "Person",
        id=urls.of(person_address(person.id), "nguoi"),
        url=urls.of(person_address(person.id)),
        name=person.name,
        hasOccupation=[node("Occupation", name=office) for office in offices],
        affiliation=[_reference(records[id_], urls) for id_ in agencies if id_ in records],
    )
