"""The page of one article."""

from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import NEWS, year_address
from bantin.compile.links import (
    district_link,
    document_link,
    party_links,
    person_link,
    province_link,
)
from bantin.compile.listing import Row, Rows
from bantin.compile.page import Link, Page
from bantin.compile.pages.program_box import ProgramBox, program_boxes
from bantin.compile.photos import PhotoView, photo_views
from bantin.compile.related import Neighbours
from bantin.compile.targets import Target, targets
from bantin.model import Article, Source
from bantin.model.labels import ROLES, types_in_words
from bantin.model.sections import UNKNOWN_YEAR
from bantin.vietnamese.dates import PartialDate, in_figures, in_words
from bantin.vietnamese.spans import Span

FIELD_NAMES = {
    "conference.date": "Ngày họp",
    "conference.covers": "Thời gian được xem xét",
    "conference.types": "Loại hội nghị",
    "conference.place": "Nơi họp",
    "conference.signs": "Chương trình được ký",
    "date": "Ngày đăng",
    "programs": "Chương trình",
    "agencies": "Cơ quan",
    "provinces": "Tỉnh, thành phố",
    "districts": "Địa bàn",
    "period": "Giai đoạn",
    "people": "Người dự",
}


class PersonLine(NamedTuple):
    """A person in the list of those present."""

    link: Link
    role: str


class Moment(NamedTuple):
    """A date as shown and as machines read it; ``basis`` says how it was inferred."""

    words: str
    iso: str
    basis: str = ""


class SourceBlock(NamedTuple):
    """Where a taken-over item comes from; what is unknown is said to be."""

    name: str
    url: str
    author: str
    published: str
    collected: str
    verbatim: bool


class ArticleView(NamedTuple):
    """All that an article's page shows beside its body."""

    lead: str
    held: Moment | None
    published: Moment | None
    updated: Moment | None
    session: str
    types: str
    place: str
    covers: str
    programs: tuple[ProgramBox, ...]
    agencies: tuple[Link, ...]
    provinces: tuple[Link, ...]
    districts: tuple[Link, ...]
    documents: tuple[Link, ...]
    people: tuple[PersonLine, ...]
    photos: tuple[PhotoView, ...]
    author: str
    source: SourceBlock | None
    inferred: tuple[tuple[str, str], ...]
    corrections: tuple[tuple[str, str], ...]
    principal: Link | None
    reports: tuple[Link, ...]
    related: tuple[Row, ...]
    newer: Link | None
    older: Link | None
    targets: tuple[Target, ...]
    digest: str
    retracted: bool = False


def article_page(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> Page:
    """Return the page of an article, or the notice in place of a withdrawn one."""
    if article.front.status == "retracted":
        return retracted_page(article)
    return _page(article, view_of(catalog, rows, order, article))


def _page(article: Article, view: ArticleView) -> Page:
    folder = article.path.split("/")[1]
    year = "Chưa rõ năm" if folder == UNKNOWN_YEAR else f"Năm {folder}"
    return Page(
        address=article.address,
        template="article.html",
        title=article.front.title,
        view=view,
        description=article.front.lead or "",
        trail=(Link(NEWS, "Tin hội nghị"), Link(year_address(folder), year)),
        source=article.path,
    )


def view_of(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> ArticleView:
    """Return what the page of an article shows."""
    front, meeting, known = article.front, article.front.conference, catalog.registries
    newer, older = order.around(article)
    return ArticleView(
        lead=front.lead or "",
        held=_moment(meeting.date, front.inferred.get("conference.date")) if meeting else None,
        published=_moment(front.date, front.inferred.get("date")),
        updated=_moment(front.updated),
        session=(meeting.session or "") if meeting else "",
        types=types_in_words(meeting.types) if meeting else "",
        place=(meeting.place or "") if meeting else "",
        covers=_covers(meeting.covers) if meeting else "",
        programs=program_boxes(catalog, order, article),
        agencies=party_links(catalog, front.agencies),
        provinces=tuple(province_link(catalog, known.provinces[i]) for i in front.provinces),
        districts=tuple(district_link(catalog, known.districts[i]) for i in front.districts),
        documents=tuple(document_link(document) for document in catalog.cited(article)),
        people=tuple(PersonLine(person_link(p), ROLES.get(p.role or "", "")) for p in front.people),
        photos=photo_views(catalog, article),
        author=front.author or "",
        source=_source(front.source) if front.source else None,
        inferred=tuple((FIELD_NAMES.get(k, k), basis) for k, basis in front.inferred.items()),
        corrections=tuple((in_words(c.date, weekday=False), c.note) for c in front.corrections),
        principal=_principal(catalog, article),
        reports=tuple(Link(r.address, r.front.title) for r in _other_reports(catalog, article)),
        related=rows.of(order.related(article)),
        newer=Link(newer.address, newer.front.title) if newer else None,
        older=Link(older.address, older.front.title) if older else None,
        targets=targets(catalog, article),
        digest=article.digest,
    )


def retracted_page(article: Article) -> Page:
    """The notice that stands at the address of a withdrawn article."""
    reasons = tuple((in_words(c.date, weekday=False), c.note) for c in article.front.corrections)
    trail = (Link(NEWS, "Tin hội nghị"),)
    title = "Bài đã được rút"
    return Page(article.address, "retracted.html", title, reasons, "", trail, hidden=True)


def _moment(date: PartialDate | None, basis: str | None = None) -> Moment | None:
    return Moment(in_words(date), date.iso(), basis or "") if date else None


def _covers(covers: Span | str | None) -> str:
    return covers.label if isinstance(covers, Span) else covers or ""


def _source(source: Source) -> SourceBlock:
    return SourceBlock(
        name=source.name,
        url=source.url or "",
        author=source.author or "chưa rõ",
        published=in_figures(source.published) if source.published else "chưa rõ",
        collected=in_figures(source.collected) if source.collected else "chưa rõ",
        verbatim=source.verbatim,
    )


def _principal(catalog: Catalog, article: Article) -> Link | None:
    path = article.front.same_event_as
    found = catalog.at(path) if path else None
    return Link(found.address, found.front.title) if found else None


def _other_reports(catalog: Catalog, article: Article) -> list[Article]:
    all_ = catalog.reports.get(article.front.same_event_as or article.path, ())
    return [report for report in all_ if report.path != article.path]
