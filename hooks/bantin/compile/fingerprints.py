"""What a page depends on, as digests: cheap to compare, before any page is made."""

from collections.abc import Iterable, Mapping

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.compile.listing import ROW_AGENCIES
from bantin.compile.neighbourhoods import surroundings
from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.model.lineage import Record, descendants
from bantin.model.registry import RECORD_TYPES
from bantin.pictures.references import pictures_of
from bantin.runtime.fingerprint import digest


class Fingerprints:
    """Digests of articles, of lists and of neighbourhoods; each list is digested once.

    A fingerprint may change without its pages changing; never the other way round.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lists: dict[tuple[int, str], str] = {}
        self._records = {name: _records(getattr(catalog.registries, name)) for name in RECORD_TYPES}
        self._rows = {article.path: self._row(article) for article in catalog.articles}
        self._beside = surroundings(catalog, [self._rows[story.path] for story in catalog.stories])
        self.registries = digest(repr(catalog.registries), catalog.today.isoformat())
        self.everything = self.stories(catalog.stories)

    def stories(self, stories: Iterable[Article]) -> str:
        """Digest of stories with their further reports."""
        return digest(*[self._rows[story.path] for story in stories])

    def listed(self, index: Index, *keys: str) -> str:
        """Digest of what an index holds under some keys."""
        return digest(*(self._listed(index, key) for key in keys))

    def page(self, article: Article) -> str:
        """Digest of all that an article's page can show: itself, its records, its neighbours."""
        return digest(
            article.digest,
            repr([self._catalog.pictures.get(path) for path in pictures_of(article)]),
            *(self._rows.get(path, "") for path in _linked(article)),
            self._surrounding(article),
            *self._named(article),
        )

    def _surrounding(self, article: Article) -> str:
        """Digest of what stands beside a story; beside its principal for a further report."""
        principal = article.front.same_event_as or ""
        found = self._beside.get(article.path) or self._beside.get(principal)
        return found or self.everything

    def _row(self, article: Article) -> str:
        """Digest of what other pages show of a story."""
        known = self._catalog.registries.agencies
        parts = [article.path, article.shown_digest]
        for report in self._catalog.reports.get(article.path, ()):
            parts += report.path, report.shown_digest
        parts += [known[id_].name for id_ in article.agency_ids[:ROW_AGENCIES] if id_ in known]
        return digest(*parts)

    def _named(self, article: Article) -> list[str]:
        """Digests of the records that an article names, with what has become of them."""
        known, front = self._catalog.registries, article.front
        districts = [known.districts[id_] for id_ in front.districts if id_ in known.districts]
        named = (
            ("agencies", article.agency_ids),
            ("provinces", (*front.provinces, *[district.province for district in districts])),
            ("districts", front.districts),
            ("programs", programs_of(article)),
            ("documents", [document.id for document in self._catalog.cited(article)]),
        )
        found: list[str] = []
        for name, ids in named:
            records = self._records[name]
            found += [records[id_] for id_ in ids if id_ in records]
        return found

    def _listed(self, index: Index, key: str) -> str:
        known = (id(index), key)
        if known not in self._lists:
            self._lists[known] = self.stories(index.get(key, ()))
        return self._lists[known]


def _records(records: Mapping[str, Record]) -> dict[str, str]:
    """Return, by id, the digest of each record and of all that came after it."""
    return {
        id_: digest(*map(repr, (record, *descendants(records, id_))))
        for id_, record in records.items()
    }


def _linked(article: Article) -> Iterable[str]:
    """Paths that an article names: its principal, and the targets of its links."""
    principal = article.front.same_event_as
    targets = (file_of(article.path, link.target) for link in article.links)
    return (*targets, principal) if principal else targets
