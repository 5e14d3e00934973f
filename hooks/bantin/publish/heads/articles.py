"""Articles and conferences in the terms of schema.org."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.catalog.origin import authors_of, published_here
from bantin.catalog.people import person_id
from bantin.compile.addresses import (
    agency_address,
    document_address,
    person_address,
    program_address,
    province_address,
)
from bantin.compile.page import Preview
from bantin.compile.photos import photo_views
from bantin.model import Article, Conference, Party, Source
from bantin.model.conference import Stage
from bantin.publish.heads.bylines import author_nodes
from bantin.publish.heads.nodes import Node, Urls, node
from bantin.publish.heads.records import organization_kind
from bantin.vietnamese.dates import PartialDate

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
EVENT = "hoi-nghi"
EVENT_STATUSES = {
    Stage.PLANNED: "Scheduled",
    Stage.POSTPONED: "Postponed",
    Stage.CANCELLED: "Cancelled",
}


class Frame(NamedTuple):
    """What an article has from the site that shows it: publisher, and preview of a shared link."""

    publisher: Node | None
    preview: Preview | None


def article_nodes(catalog: Catalog, article: Article, urls: Urls, frame: Frame) -> Iterator[Node]:
    """Yield the article, and the conference where this is its principal report."""
    yield _article(catalog, article, urls, frame)
    conference = catalog.conference_of(article)
    if conference and conference.principal is article and _is_told(catalog, article):
        yield _event(catalog, conference, urls)


def _is_told(catalog: Catalog, article: Article) -> bool:
    """Whether programs are told of a conference: of one that is overdue, nothing is known."""
    return catalog.stage_of(article) is not Stage.OVERDUE


def _article(catalog: Catalog, article: Article, urls: Urls, frame: Frame) -> Node:
    front, own = article.front, urls.of(article.address)
    principal = catalog.principals.get(article.path, article)
    changed = max((c.date.iso() for c in front.corrections), default=None)
    return node(
        "NewsArticle",
        id=own,
        url=own,
        headline=front.title,
        description=front.lead,
        inLanguage="vi",
        datePublished=iso(published_here(front)),
        dateModified=iso(front.updated) or changed,
        author=author_nodes(authors_of(front)) or frame.publisher,
        publisher=frame.publisher,
        creditText=front.author,
        # A verbatim copy is its author's: the licence of this site does not cover it.
        license=None if front.source and front.source.verbatim else LICENCE,
        image=_images(catalog, article, frame, urls),
        isBasedOn=_origin(front.source) if front.source else None,
        correction=[
            node("CorrectionComment", text=c.note, datePublished=iso(c.date))
            for c in front.corrections
        ],
        temporalCoverage=_coverage(catalog, article),
        about=[{"@id": urls.of(principal.address, EVENT)}]
        if front.conference and _is_told(catalog, article)
        else [],
        citation=[
            node("Legislation", id=urls.of(document_address(d.id), "van-ban"), name=d.name)
            for d in catalog.cited(article)
        ],
    )


def _coverage(catalog: Catalog, article: Article) -> str | None:
    """Return between which days the conference was held where no source gives its day.

    An event has no such property in schema.org, and a ``startDate`` would say what nobody knows.
    """
    meeting = article.front.conference
    if meeting is None or (meeting.date and meeting.date.precision == "day"):
        return None
    return catalog.bounds_of(article).edtf or None


def _images(catalog: Catalog, article: Article, frame: Frame, urls: Urls) -> list[str]:
    """Return the addresses of its photographs, else of the preview of a shared link."""
    photos = [p.picture.src for p in photo_views(catalog, article) if p.picture]
    previews = [frame.preview.address] if frame.preview else []
    return [urls.of(address) for address in photos or previews]


def _origin(source: Source) -> Node:
    via = source.via
    return node(
        "CreativeWork",
        url=source.url,
        headline=source.title,
        author=author_nodes(source.writers),
        datePublished=iso(source.published),
        creditText=source.byline,
        publisher=node("Organization", name=source.name),
        provider=node("Organization", name=via.name, url=via.url) if via else None,
        archivedAt=source.archived,
    )


def _event(catalog: Catalog, conference: Conference, urls: Urls) -> Node:
    article, stage = conference.principal, catalog.stage_of(conference.principal)
    moved_from = conference.meeting.moved_from if stage is not Stage.HELD else None
    agencies = [_party(catalog, party, urls) for party in article.front.agencies]
    programs = (catalog.registries.programs.get(id_) for id_ in programs_of(article))
    return node(
        "Event",
        id=urls.of(article.address, EVENT),
        name=article.front.title,
        startDate=iso(conference.date),
        previousStartDate=iso(moved_from),
        eventStatus=_status(stage, is_moved=moved_from is not None),
        location=_location(catalog, conference, urls),
        organizer=agencies[:1],
        contributor=agencies[1:],
        attendee=[
            node("Person", id=urls.of(person_address(person_id(p)), "nguoi"), name=p.name,
                 jobTitle=p.office)
            for p in article.front.people
            if stage is Stage.HELD
        ],
        superEvent=[
            node("EventSeries", id=urls.of(program_address(p.id), "chuong-trinh"), name=p.name)
            for p in programs
            if p
        ],
        subjectOf=[
            {"@id": urls.of(a.address)}
            for a in (article, *conference.reports, *conference.announcements)
        ],
    )  # fmt: skip


def _status(stage: Stage, *, is_moved: bool) -> str | None:
    """Return what schema.org calls the state of a conference to come; None for one held."""
    if stage is Stage.HELD:
        return None
    return "https://schema.org/Event" + (
        "Rescheduled" if stage is Stage.PLANNED and is_moved else EVENT_STATUSES[stage]
    )


def _location(catalog: Catalog, conference: Conference, urls: Urls) -> list[Node]:
    provinces, venue = catalog.registries.provinces, conference.meeting.place
    units = (provinces[id_] for id_ in conference.principal.front.provinces if id_ in provinces)
    return ([node("Place", name=venue, address=venue)] if venue else []) + [
        node("AdministrativeArea", id=urls.of(province_address(unit), "dia-ban"),
             name=unit.full_name,
             address=node("PostalAddress", addressRegion=unit.full_name, addressCountry="VN"))
        for unit in units
    ]  # fmt: skip


def _party(catalog: Catalog, party: Party, urls: Urls) -> Node:
    agency = catalog.registries.agencies.get(party.id or "")
    if agency is None:
        return node("Organization", name=party.name)
    id_ = urls.of(agency_address(agency.id), "co-quan")
    return node(organization_kind(agency), id=id_, name=agency.name)


def iso(date: PartialDate | None) -> str | None:
    """A date as ISO 8601; None without its year, which schema.org cannot express."""
    return date.iso() if date and date.year else None
