"""What pages are made from, as named digests: compared before any page is made.

A digest may change without a page changing; a page never changes without one of its digests.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.compile.listing import ROW_AGENCIES
from bantin.compile.neighbours import neighbour_digests
from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.model.lineage import Record, descendants
from bantin.model.registry import RECORD_TYPES
from bantin.pictures.references import pictures_of
from bantin.runtime.fingerprint import digest

# Names of inputs with their digests; ``bantin why`` shows the names.
Inputs: TypeAlias = tuple[tuple[str, str], ...]

REGISTRIES = (*RECORD_TYPES, "glossary")


class PageInputs:
    """The inputs of articles and lists.

    Attributes:
        registries_and_day: what the function of this name gives.
        stories: all stories, as other pages show them.
        announced: the same of the announced conferences.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._records = {
            name: _records(name, getattr(catalog.registries, name)) for name in RECORD_TYPES
        }
        self._rows = {article.path: self._row(article) for article in catalog.articles}
        rows = [self._rows[story.path] for story in catalog.stories]
        self._neighbours = neighbour_digests(catalog, rows)
        self.registries_and_day = registries_and_day(catalog)
        self.stories = self.of_stories(catalog.stories)
        self.announced = self.of_stories(catalog.announced.stories)

    def of_stories(self, stories: Iterable[Article]) -> str:
        """Return the digest of stories with their further reports, as other pages show them."""
        return digest(*[self._rows[story.path] for story in stories])

    def of_article(self, article: Article) -> Inputs:
        """Return all that an article's page can show: itself, its records, its neighbours."""
        inputs = [
            ("source", article.digest),
            ("neighbours", self._neighbours_of(article)),
            ("bounds", repr(self._catalog.bounds_of(article))),
            *self._records_of(article),
        ]
        if pictures := pictures_of(article):
            inputs.append(("pictures", digest(repr([*map(self._catalog.pictures.get, pictures)]))))
        if self._catalog.is_announcement(article):
            inputs.append(("announced", self._rows[article.path]))
        if tasks := _tasks(self._catalog, article):
            inputs.append(("tasks", digest(*(self._rows.get(path, "") for path in tasks))))
        if linked := _linked(self._catalog, article):
            inputs.append(("linked", digest(*(self._rows.get(path, "") for path in linked))))
        return tuple(inputs)

    def _neighbours_of(self, article: Article) -> str:
        """Return the digest of a story's neighbours; for a further report, its principal's."""
        principal = self._catalog.principals.get(article.path, article)
        neighbours = self._neighbours.get(principal.path)
        return neighbours or self.stories

    def _row(self, article: Article) -> str:
        """Return the digest of what other pages show of a story."""
        agencies = self._catalog.registries.agencies
        ids = article.agency_ids[:ROW_AGENCIES]
        parts = [article.path, article.shown_digest, repr(self._catalog.bounds_of(article))]
        for report in self._catalog.reports.get(article.path, ()):
            parts += report.path, report.shown_digest
        if conference := self._catalog.conferences.get(article.path):
            for early in conference.announcements:
                parts += early.path, early.shown_digest
        if self._catalog.is_announcement(article):
            parts.append(self._catalog.stage_of(article))
        parts += [agencies[id_].name for id_ in ids if id_ in agencies]
        return digest(*parts)

    def _records_of(self, article: Article) -> Iterable[tuple[str, str]]:
        """Yield the records that an article names, with what has become of them, by registry."""
        all_districts, front = self._catalog.registries.districts, article.front
        districts = [all_districts[id_] for id_ in front.districts if id_ in all_districts]
        named = (
            ("agencies", article.agency_ids),
            ("provinces", (*front.provinces, *[district.province for district in districts])),
            ("districts", front.districts),
            ("programs", programs_of(article)),
            ("documents", [document.id for document in self._catalog.cited(article)]),
        )
        for name, ids in named:
            records = self._records[name]
            found = [records[id_] for id_ in ids if id_ in records]
            if len(found) == 1:  # one object for all articles that name this record alone
                yield found[0]
            elif found:
                yield name, digest(*[of_record for _, of_record in found])


def registries_and_day(catalog: Catalog) -> Inputs:
    """Return each registry as an input, and the day of the build, which decides what has ended."""
    registries = [(name, getattr(catalog.registries, name)) for name in REGISTRIES]
    inputs = [(f"all {name}", digest(repr(records))) for name, records in registries]
    return (*inputs, ("day", catalog.today.isoformat()))


def _records(name: str, records: Mapping[str, Record]) -> dict[str, tuple[str, str]]:
    """Return each record of a registry as an input, by its id, with all that came after it."""
    return {
        id_: (name, digest(*map(repr, (record, *descendants(records, id_)))))
        for id_, record in records.items()
    }


def _tasks(catalog: Catalog, article: Article) -> tuple[str, ...]:
    """Return the paths of the articles that an article's tasks lead to, or that have these."""
    index = catalog.tasks
    records = (*index.by_article.get(article.path, ()), *index.told_by.get(article.path, ()))
    paths = dict.fromkeys(one.path for record in records for one in record.articles)
    return tuple(path for path in paths if path != article.path)


def _linked(catalog: Catalog, article: Article) -> tuple[str, ...]:
    """Return the paths that an article names: targets of its links, and its principal."""
    principal = catalog.principals.get(article.path)
    targets = [file_of(article.path, link.target) for link in article.links]
    return (*targets, principal.path) if principal else tuple(targets)
