"""What may be shown on a given day, with its indexes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bantin.catalog.articles import is_visible, newest_first, programs_of
from bantin.catalog.documents import DocumentIndex
from bantin.catalog.lineage import Lineage
from bantin.catalog.people import PersonRecord, gather_people
from bantin.model import Article, Conference, Document, Registries
from bantin.pictures import Picture
from bantin.pictures.references import pictures_of
from bantin.reading import Content

Index: TypeAlias = Mapping[str, tuple[Article, ...]]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Indexes over the published content; every list of articles is newest first.

    Every index ``by_…`` but ``by_path`` and ``by_year`` holds, by key, the stories that have that
    key themselves or in one of their further reports; ``by_year`` goes by the story's own folder.

    Attributes:
        registries: all registry records.
        today: the day of the build, the only clock.
        articles: all that may be read.
        stories: those that lists show and count: plain news, and of the reports of one conference
            the principal one.
        retracted: withdrawn articles, whose addresses go on working.
        conferences: by path of the principal article.
        reports: further reports of a conference, by path of the principal article.
        by_program: stories by id of a programme, as in the other indexes ``by_…`` by their key.
        people: everyone named, by id.
        lineage: what became of records, and from what they came.
        documents: finds documents by id or number.
        by_path: articles by path from ``docs/``.
        pictures: what the articles show, by path from ``docs/``.
    """

    registries: Registries
    today: date
    articles: tuple[Article, ...]
    stories: tuple[Article, ...]
    retracted: tuple[Article, ...]
    conferences: Mapping[str, Conference]
    reports: Index
    by_program: Index
    by_agency: Index
    by_province: Index
    by_district: Index
    by_document: Index
    by_type: Index
    by_year: Index
    people: Mapping[str, PersonRecord]
    lineage: Lineage
    documents: DocumentIndex
    by_path: Mapping[str, Article]
    pictures: Mapping[str, Picture]

    def at(self, path: str) -> Article | None:
        """Return the published article of a path from ``docs/``."""
        return self.by_path.get(path)

    def cited(self, article: Article) -> tuple[Document, ...]:
        """Return the records of the documents that an article cites."""
        return _cited(article, self.documents)


def build_catalog(content: Content, today: date) -> Catalog:
    """Index what may be shown on ``today``: no draft, nothing dated later."""
    visible = sorted((a for a in content.articles if is_visible(a, today)), key=newest_first)
    articles = tuple(a for a in visible if a.front.status == "published")
    by_path = {article.path: article for article in articles}
    reports = _reports(articles, by_path)
    stories = tuple(a for a in articles if a.front.same_event_as not in by_path)
    conferences = {
        a.path: Conference(a, reports.get(a.path, ())) for a in stories if a.front.conference
    }
    documents = DocumentIndex(content.registries.documents)

    def index(keys: Callable[[Article], Iterable[str]]) -> Index:
        def keys_of_reports(story: Article) -> Iterable[str]:
            if further := reports.get(story.path):
                return (key for article in (story, *further) for key in keys(article))
            return keys(story)

        return _index(stories, keys_of_reports)

    return Catalog(
        registries=content.registries,
        today=today,
        articles=articles,
        stories=stories,
        retracted=tuple(a for a in visible if a.front.status == "retracted"),
        conferences=conferences,
        reports=reports,
        by_program=index(programs_of),
        by_agency=index(lambda a: a.agency_ids),
        by_province=index(lambda a: a.front.provinces),
        by_district=index(lambda a: a.front.districts),
        by_document=index(lambda a: [d.id for d in _cited(a, documents)]),
        by_type=index(lambda a: a.front.conference.types if a.front.conference else ()),
        by_year=_index(stories, lambda a: (a.path.split("/")[1],)),
        people=gather_people(articles),
        lineage=Lineage(content.registries),
        documents=documents,
        by_path=by_path,
        pictures=_pictures(content, articles),
    )


def _reports(
    articles: Iterable[Article], by_path: Mapping[str, Article]
) -> dict[str, tuple[Article, ...]]:
    reports: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        principal = article.front.same_event_as
        if principal is not None and principal in by_path:
            reports[principal].append(article)
    return {path: tuple(group) for path, group in reports.items()}


def _index(stories: Iterable[Article], keys: Callable[[Article], Iterable[str]]) -> Index:
    groups: dict[str, list[Article]] = defaultdict(list)
    for story in stories:
        for key in dict.fromkeys(keys(story)):
            groups[key].append(story)
    return {key: tuple(group) for key, group in groups.items()}


def _pictures(content: Content, articles: Iterable[Article]) -> dict[str, Picture]:
    paths = (path for article in articles for path in pictures_of(article))
    pictures = ((path, content.pictures.get(path)) for path in paths)
    return {path: picture for path, picture in pictures if isinstance(picture, Picture)}


def _cited(article: Article, documents: DocumentIndex) -> tuple[Document, ...]:
    """Return one record for each citation; of several with one number the first."""
    matches = [documents.find(cited) for cited in article.front.documents]
    return tuple(dict.fromkeys([candidates[0] for candidates in matches if candidates]))
