"""What may be shown on a given day, with its indexes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bantin.catalog.announced import Announced, in_order
from bantin.catalog.articles import belonging_date, is_visible, newest_first, programs_of
from bantin.catalog.bounds import all_bounds
from bantin.catalog.documents import DocumentIndex
from bantin.catalog.events import Events, gather_events
from bantin.catalog.lineage import Lineage
from bantin.catalog.people import PersonRecord, gather_people
from bantin.catalog.tasks import TaskIndex, gather_tasks
from bantin.model import Article, Conference, District, Document, Province, Registries
from bantin.model.conference import Stage, stage_of
from bantin.model.sections import UNKNOWN_YEAR
from bantin.pictures import Picture
from bantin.pictures.references import pictures_of
from bantin.reading import Content
from bantin.vietnamese.bounds import Bounds, bounds_of_date

Index: TypeAlias = Mapping[str, tuple[Article, ...]]
Keys: TypeAlias = Callable[[Article], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Indexes over the published content; every list of articles is newest first.

    A conference that was only announced is in none of them but ``articles``, ``by_path`` and
    ``announced``: nothing that counts what was held can count it.

    Every index ``by_…`` but ``by_path`` and ``by_year`` holds, by key, the stories that have that
    key themselves or in one of their further reports; ``by_year`` goes by the story alone: by the
    year that its bounds lie in.

    Attributes:
        registries: all registry records.
        today: the day of the build, the only clock.
        articles: all that may be read.
        stories: those that lists show and count: plain news, and of the reports of one conference
            the principal one.
        retracted: withdrawn articles, whose addresses go on working.
        conferences: those held, by path of the principal article.
        announced: conferences announced and not reported yet.
        principals: the principal article, by path of each that is not one itself.
        reports: further reports of a conference, by path of the principal article.
        by_program: stories by id of a programme, as in the other indexes ``by_…`` by their key.
        tasks: what conferences set out to do, and what later ones say of it.
        people: everyone named, by id.
        lineage: what became of records, and from what they came.
        documents: finds documents by id or number.
        by_path: articles by path from ``docs/``.
        bounds: between which days was held what an article tells of, by its path.
        pictures: what the articles show, by path from ``docs/``.
    """

    registries: Registries
    today: date
    articles: tuple[Article, ...]
    stories: tuple[Article, ...]
    retracted: tuple[Article, ...]
    conferences: Mapping[str, Conference]
    announced: Announced
    principals: Mapping[str, Article]
    reports: Index
    by_program: Index
    by_agency: Index
    by_province: Index
    by_district: Index
    by_document: Index
    by_type: Index
    by_year: Index
    tasks: TaskIndex
    people: Mapping[str, PersonRecord]
    lineage: Lineage
    documents: DocumentIndex
    by_path: Mapping[str, Article]
    bounds: Mapping[str, Bounds]
    pictures: Mapping[str, Picture]

    def at(self, path: str) -> Article | None:
        """Return the published article of a path from ``docs/``."""
        return self.by_path.get(path)

    def bounds_of(self, article: Article) -> Bounds:
        """Return between which days was held what an article tells of; news, when it came out."""
        return self.bounds.get(article.path) or bounds_of_date(belonging_date(article.front))

    def year_of(self, article: Article) -> str:
        """Return the year that an article belongs to as its key in ``by_year``."""
        return _year(self.bounds_of(article))

    def order_of(self, article: Article) -> tuple[tuple[int, int, int], str]:
        """Return the sort key of an article: the latest first; those of no known year last."""
        return (self.bounds_of(article).order, article.path)

    def stage_of(self, article: Article) -> Stage:
        """Return how far the conference of an article has come, by all that is known of it."""
        principal = self.principals.get(article.path, article)
        if principal.path in self.announced.conferences:
            return stage_of(principal.front, self.today)
        return Stage.HELD

    def is_announcement(self, article: Article) -> bool:
        """Whether an article is from before its conference, which may have been held since."""
        conference = self.conference_of(article)
        held = conference and conference.principal.path in self.conferences
        if conference and held:
            return article in conference.announcements
        return conference is not None

    def conference_of(self, article: Article) -> Conference | None:
        """Return the conference that an article is about, held or announced."""
        path = self.principals.get(article.path, article).path
        return self.conferences.get(path) or self.announced.conferences.get(path)

    def on_ground(self, place: Province | District) -> tuple[Article, ...]:
        """Return the stories of a place and of all that it was formed from, newest first."""
        if isinstance(place, District):
            index, ground = self.by_district, self.lineage.ground_of_district(place)
            return self._merged(index, [unit.id for unit in ground])
        return self._merged(self.by_province, [unit.id for unit in self.lineage.ground_of(place)])

    def _merged(self, index: Index, keys: Iterable[str]) -> tuple[Article, ...]:
        found = [index[key] for key in keys if key in index]
        if len(found) < 2:  # noqa: PLR2004 - nothing to merge
            return found[0] if found else ()
        merged = {story.path: story for stories in found for story in stories}
        return tuple(sorted(merged.values(), key=self.order_of))

    def cited(self, article: Article) -> tuple[Document, ...]:
        """Return the records of the documents that an article cites."""
        return _cited(article, self.documents)


def build_catalog(content: Content, today: date) -> Catalog:
    """Index what may be shown on ``today``: no draft, nothing dated later."""
    visible = sorted((a for a in content.articles if is_visible(a, today)), key=newest_first)
    published = [a for a in visible if a.front.status == "published"]
    by_path = {article.path: article for article in published}
    events = gather_events(published, by_path, today)
    documents = DocumentIndex(content.registries.documents)
    bounds = all_bounds(published, events, content.registries, documents)
    articles = tuple(sorted(published, key=lambda a: (bounds[a.path].order, a.path)))
    principals = [a for a in articles if a.path not in events.principals]
    stories = tuple(a for a in principals if a.path not in events.announced)
    keys: dict[str, Keys] = {
        "by_program": programs_of,
        "by_agency": lambda a: a.agency_ids,
        "by_province": lambda a: a.front.provinces,
        "by_district": lambda a: a.front.districts,
        "by_document": lambda a: [d.id for d in _cited(a, documents)],
        "by_type": lambda a: a.front.conference.types if a.front.conference else (),
        "by_year": lambda a: (_year(bounds[a.path]),),
    }

    def index(name: str) -> Index:
        return _index(stories, keys[name], _further(name, events))

    return Catalog(
        registries=content.registries,
        today=today,
        articles=articles,
        stories=stories,
        retracted=tuple(a for a in visible if a.front.status == "retracted"),
        conferences={a.path: _conference(a, events, bounds) for a in stories if a.front.conference},
        announced=_announced(principals, events, bounds, keys, today),
        principals=events.principals,
        reports=events.reports,
        by_program=index("by_program"),
        by_agency=index("by_agency"),
        by_province=index("by_province"),
        by_district=index("by_district"),
        by_document=index("by_document"),
        by_type=index("by_type"),
        by_year=index("by_year"),
        tasks=gather_tasks(articles, events.announced),
        people=gather_people(a for a in articles if a.path not in events.announced),
        lineage=Lineage(content.registries),
        documents=documents,
        by_path=by_path,
        bounds=bounds,
        pictures=_pictures(content, articles),
    )


def _conference(article: Article, events: Events, bounds: Mapping[str, Bounds]) -> Conference:
    path = article.path
    reports, early = events.reports.get(path, ()), events.announcements.get(path, ())
    return Conference(article, reports, early, bounds[path])


def _announced(
    principals: Iterable[Article],
    events: Events,
    bounds: Mapping[str, Bounds],
    keys: Mapping[str, Keys],
    today: date,
) -> Announced:
    stories = in_order((a for a in principals if a.path in events.announced), today)
    indexes = {name: _index(stories, of, _further(name, events)) for name, of in keys.items()}
    return Announced(stories, {a.path: _conference(a, events, bounds) for a in stories}, indexes)


def _further(index: str, events: Events) -> Index:
    """Return the further reports whose keys count for their story: a year is its own alone."""
    return {} if index == "by_year" else events.reports


def _year(bounds: Bounds) -> str:
    return str(bounds.year) if bounds.year else UNKNOWN_YEAR


def _index(stories: Iterable[Article], keys: Keys, reports: Index) -> Index:
    """Return the stories by their keys and those of their further reports."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for story in stories:
        further = reports.get(story.path)
        found = [k for a in (story, *further) for k in keys(a)] if further else keys(story)
        for key in dict.fromkeys(found):
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
