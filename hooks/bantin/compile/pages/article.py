"""The page of an article, or the notice in place of a retracted one."""

from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.days import about
from bantin.catalog.origin import authors_of, origin_in_words, published_here
from bantin.catalog.people import person_id
from bantin.compile.addresses import ANNOUNCED, NEWS, year_address
from bantin.compile.body_links import BodyLink, body_links
from bantin.compile.listing import Row, Rows, year_name
from bantin.compile.page import Link, Page
from bantin.compile.pages.program_box import ProgramBox, program_boxes
from bantin.compile.photos import PhotoView, photo_views
from bantin.compile.record_links import (
    district_link,
    document_link,
    party_links,
    person_link,
    province_link,
)
from bantin.compile.related import Neighbours
from bantin.compile.task_lines import TaskLine, task_line
from bantin.model import Article, FrontMatter, Person, Source
from bantin.model.conference import Stage, announcement_in_words
from bantin.model.labels import ROLES, types_in_words
from bantin.model.sections import Section
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


class Attendee(NamedTuple):
    """A person named in the article, with the role in the conference."""

    link: Link
    role: str


class DateView(NamedTuple):
    """A date in words and for programs; ``basis`` says how it was inferred."""

    words: str
    iso: str
    basis: str = ""


class SourceBlock(NamedTuple):
    """The source of an article taken over from elsewhere; “chưa rõ” for what is not known.

    Attributes:
        title: that of the original.
        via: the aggregator through which the original was found.
        archived: address of a kept copy.
        phrase: all of it in one phrase, as the article is cited.
    """

    name: str
    url: str
    title: str
    author: str
    via: Link | None
    archived: str
    phrase: str
    published: str
    collected: str
    verbatim: bool


class ArticleView(NamedTuple):
    """What the page of an article shows besides its body.

    Attributes:
        authors: those who wrote the article as it stands here; ``cited_day`` is when it came out
            here, and empty where only another day is known.
        announced: what is known of a conference that had not been held when this was written.
        stage: how far that has come; empty for a report.
        announcements: articles that announced the conference.
        held: day of the conference; ``covers`` is the time that it reviewed.
        about: between which days it was held, in words, where the source does not give its day;
            ``grounds`` say from what.
        inferred: name of each inferred field, and what it was inferred from.
        principal: the article that counts for the conference, if it is not this one.
        reports: other articles about the same conference.
        tasks: those of its tasks of which later articles speak.
        followed: tasks of earlier conferences of which it speaks itself.
        body_links: the links in the body.
        digest: SHA-256 of the source file.
    """

    lead: str
    held: DateView | None
    about: str
    grounds: tuple[str, ...]
    published: DateView | None
    updated: DateView | None
    session: str
    types: str
    place: str
    covers: str
    programs: tuple[ProgramBox, ...]
    agencies: tuple[Link, ...]
    provinces: tuple[Link, ...]
    districts: tuple[Link, ...]
    documents: tuple[Link, ...]
    people: tuple[Attendee, ...]
    photos: tuple[PhotoView, ...]
    author: str
    authors: tuple[str, ...]
    cited_day: str
    source: SourceBlock | None
    inferred: tuple[tuple[str, str], ...]
    corrections: tuple[tuple[str, str], ...]
    principal: Link | None
    reports: tuple[Link, ...]
    announced: str
    stage: str
    announcements: tuple[Link, ...]
    related: tuple[Row, ...]
    newer: Link | None
    older: Link | None
    tasks: tuple[TaskLine, ...]
    followed: tuple[TaskLine, ...]
    body_links: tuple[BodyLink, ...]
    digest: str


def article_page(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> Page:
    """Return the page of an article.

    Args:
        catalog: what may be shown.
        rows: makes the rows of lists.
        order: finds the newer, older and related stories.
        article: the one to show.
    """
    if article.front.status == "retracted":
        return retracted_page(article)
    view = view_of(catalog, rows, order, article)
    return _page(article, view, catalog.year_of(article))


def _page(article: Article, view: ArticleView, year: str) -> Page:
    above = Link(year_address(year), year_name(year))
    if view.announced:
        # A year has a page once a conference was held in it.
        above = Link(ANNOUNCED, Section.ANNOUNCED.label)
    return Page(
        address=article.address,
        template="article.html",
        title=article.front.title,
        view=view,
        description=". ".join(filter(None, (view.announced, article.front.lead))),
        trail=(Link(NEWS, "Tin hội nghị"), above),
        source=article.path,
    )


def view_of(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> ArticleView:
    """Return what the page of an article shows."""
    front, meeting, records = article.front, article.front.conference, catalog.registries
    newer, older = order.newer_and_older(article)
    bounds = catalog.bounds_of(article)
    return ArticleView(
        lead=front.lead or "",
        held=_date(meeting.date, front.inferred.get("conference.date")) if meeting else None,
        about=about(meeting.date, bounds) if meeting else "",
        grounds=tuple(dict.fromkeys(ground.told for ground in bounds.grounds)),
        published=_date(front.date, front.inferred.get("date")),
        updated=_date(front.updated),
        session=(meeting.session or "") if meeting else "",
        types=types_in_words(meeting.types) if meeting else "",
        place=(meeting.place or "") if meeting else "",
        covers=_covers(meeting.covers) if meeting else "",
        programs=program_boxes(catalog, order, article),
        agencies=party_links(catalog, front.agencies),
        provinces=tuple(province_link(catalog, records.provinces[i]) for i in front.provinces),
        districts=tuple(district_link(catalog, records.districts[i]) for i in front.districts),
        documents=tuple(document_link(document) for document in catalog.cited(article)),
        people=tuple(_attendee(catalog, person) for person in front.people),
        photos=photo_views(catalog, article),
        author=front.author or "",
        authors=authors_of(front),
        cited_day=_cited_day(front),
        source=_source(front.source) if front.source else None,
        inferred=tuple((FIELD_NAMES.get(k, k), basis) for k, basis in front.inferred.items()),
        corrections=tuple((in_words(c.date, weekday=False), c.note) for c in front.corrections),
        principal=_principal(catalog, article),
        reports=tuple(Link(r.address, r.front.title) for r in _other_reports(catalog, article)),
        announced=_announced(catalog, article),
        stage=catalog.stage_of(article) if catalog.is_announcement(article) else "",
        announcements=_announcements(catalog, article),
        related=rows.of(order.related(article)),
        newer=Link(newer.address, newer.front.title) if newer else None,
        older=Link(older.address, older.front.title) if older else None,
        tasks=_tasks(catalog, article),
        followed=_followed(catalog, article),
        body_links=body_links(catalog, article),
        digest=article.digest,
    )


def retracted_page(article: Article) -> Page:
    """Return the notice at the address of a retracted article."""
    reasons = tuple((in_words(c.date, weekday=False), c.note) for c in article.front.corrections)
    return Page(
        address=article.address,
        template="retracted.html",
        title="Bài đã được rút",
        view=reasons,
        trail=(Link(NEWS, "Tin hội nghị"),),
        hidden=True,
    )


def _date(date: PartialDate | None, basis: str | None = None) -> DateView | None:
    return DateView(in_words(date), date.iso(), basis or "") if date else None


def _covers(covers: Span | str | None) -> str:
    return covers.label if isinstance(covers, Span) else covers or ""


def _source(source: Source) -> SourceBlock:
    return SourceBlock(
        name=source.name,
        url=source.url or "",
        title=source.title or "",
        author=source.byline or "chưa rõ",
        via=Link(source.via.url or "", source.via.name) if source.via else None,
        archived=source.archived or "",
        phrase=origin_in_words(source),
        published=in_figures(source.published) if source.published else "chưa rõ",
        collected=in_figures(source.collected) if source.collected else "chưa rõ",
        verbatim=source.verbatim,
    )


def _cited_day(front: FrontMatter) -> str:
    day = published_here(front)
    return day.iso() if day else ""


def _tasks(catalog: Catalog, article: Article) -> tuple[TaskLine, ...]:
    """Return the tasks of an article of which later ones speak."""
    records = catalog.tasks.by_article.get(article.path, ())
    return tuple(task_line(catalog, record) for record in records if record.told)


def _followed(catalog: Catalog, article: Article) -> tuple[TaskLine, ...]:
    """Return the tasks of earlier conferences, each with what the article itself says of it."""
    records = catalog.tasks.told_by.get(article.path, ())
    lines = (task_line(catalog, record) for record in records)
    return tuple(
        line._replace(
            told=tuple(t for t in line.told if t.source.address == article.address),
            silent=0,
        )
        for line in lines
    )


def _principal(catalog: Catalog, article: Article) -> Link | None:
    principal = catalog.principals.get(article.path)
    return Link(principal.address, principal.front.title) if principal else None


def _other_reports(catalog: Catalog, article: Article) -> list[Article]:
    principal = catalog.principals.get(article.path, article)
    reports = catalog.reports.get(principal.path, ())
    return [report for report in reports if report.path != article.path]


def _announcements(catalog: Catalog, article: Article) -> tuple[Link, ...]:
    conference = catalog.conferences.get(article.path)
    early = conference.announcements if conference else ()
    return tuple(Link(one.address, one.front.title) for one in early)


def _announced(catalog: Catalog, article: Article) -> str:
    """Return what is known of a conference that an article announces; else an empty text."""
    if not catalog.is_announcement(article):
        return ""
    stage, conference = catalog.stage_of(article), catalog.conference_of(article)
    if stage is Stage.HELD or conference is None:
        held = conference.date if conference else None
        return announcement_in_words(article.front, Stage.HELD, held)
    return announcement_in_words(conference.principal.front, stage)


def _attendee(catalog: Catalog, person: Person) -> Attendee:
    """Return a person; one who is only expected at a conference has no page yet."""
    link = person_link(person)
    if person_id(person) not in catalog.people:
        link = link._replace(address="")
    return Attendee(link, ROLES.get(person.role or "", ""))
