"""What a page depends on, as digests: cheap to compare, before any page is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.compile.listing import ROW_AGENCIES
from bantin.compile.related import Circle, Neighbours
from bantin.compile.targets import file_of
from bantin.digest import digest
from bantin.model import Article
from bantin.pictures.named import pictures_of


class Fingerprints:
    """Digests of articles, of lists and of neighbourhoods; each list is digested once.

    A fingerprint may change without its pages changing; never the other way round.
    """

    def __init__(self, catalog: Catalog, order: Neighbours) -> None:
        self._catalog = catalog
        self._order = order
        self._lists: dict[tuple[int, str], str] = {}
        self._records: dict[tuple[int, str], str] = {}
        self._shown = [self._row(story) for story in catalog.stories]
        self.registries = digest(repr(catalog.registries), catalog.today.isoformat())
        self.everything = self.stories(catalog.stories)

    def stories(self, stories: Iterable[Article]) -> str:
        """Digest of stories with their further reports."""
        return digest(*(part for story in stories for part in self._told(story)))

    def listed(self, index: Index, *keys: str) -> str:
        """Digest of what an index holds under some keys."""
        return digest(*(self._listed(index, key) for key in keys))

    def page(self, article: Article) -> str:
        """Digest of all that an article's page can show: itself, its records, its neighbours."""
        linked = (self._catalog.at(path) for path in _linked(article))
        return digest(
            article.digest,
            repr([self._catalog.pictures.get(path) for path in pictures_of(article)]),
            *(self._row(found) for found in linked if found),
            *(self._near(circle) for _, circle in self._order.circles(article)),
            *self._named(article),
        )

    def _near(self, circle: Circle) -> str:
        shown = "".join([self._shown[rank] for rank in circle.near])
        return f"{circle.place}/{circle.total} {shown}"

    def _row(self, article: Article) -> str:
        """Digest of what other pages show of a story."""
        known = self._catalog.registries.agencies
        told = (article, *self._catalog.reports.get(article.path, ()))
        named = (known[id_].name for id_ in article.agency_ids[:ROW_AGENCIES] if id_ in known)
        return digest(*(part for one in told for part in (one.path, one.shown_digest)), *named)

    def _named(self, article: Article) -> Iterator[str]:
        """Digests of the records that an article names, with what has become of them."""
        known, front = self._catalog.registries, article.front
        districts = [known.districts[id_] for id_ in front.districts if id_ in known.districts]
        provinces = (*front.provinces, *(district.province for district in districts))
        cited = (document.id for document in self._catalog.cited(article))
        yield from (self._record(known.agencies, id_) for id_ in article.agency_ids)
        yield from (self._record(known.provinces, id_) for id_ in provinces)
        yield from (self._record(known.districts, district.id) for district in districts)
        yield from (self._record(known.programs, id_) for id_ in programs_of(article))
        yield from (self._record(known.documents, id_) for id_ in cited)

    def _record(self, records: Mapping[str, object], id_: str) -> str:
        """Digest of a record and of all that came after it."""
        key = (id(records), id_)
        if key not in self._records:
            found, waiting = dict[str, str](), [id_]
            while waiting:
                current = waiting.pop()
                if current in records and current not in found:
                    found[current] = repr(records[current])
                    waiting.extend(getattr(records[current], "succeeded_by", ()))
            self._records[key] = digest(*found.values())
        return self._records[key]

    def _listed(self, index: Index, key: str) -> str:
        known = (id(index), key)
        if known not in self._lists:
            self._lists[known] = self.stories(index.get(key, ()))
        return self._lists[known]

    def _told(self, story: Article) -> Sequence[str]:
        reports = self._catalog.reports.get(story.path, ())
        return [part for told in (story, *reports) for part in (told.path, told.shown_digest)]


def _linked(article: Article) -> Iterable[str]:
    """Paths that an article names: its principal, and the targets of its links."""
    principal = article.front.same_event_as
    targets = (file_of(article.path, written) for written, _ in article.links)
    return (*targets, principal) if principal else targets
