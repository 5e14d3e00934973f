"""What a page depends on, as digests: cheap to compare, before any page is made."""

from collections.abc import Iterable, Sequence

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.compile.related import REACH
from bantin.compile.targets import file_of
from bantin.digest import digest
from bantin.model import Article
from bantin.pictures.named import pictures_of


class Fingerprints:
    """Digests of articles, of lists and of neighbourhoods; each list is digested once.

    A fingerprint may change without its pages changing; never the other way round.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lists: dict[tuple[int, str], str] = {}
        self._positions = {story.path: i for i, story in enumerate(catalog.stories)}
        self.registries = digest(repr(catalog.registries), catalog.today.isoformat())
        self.everything = self.stories(catalog.stories)

    def stories(self, stories: Iterable[Article]) -> str:
        """Digest of stories with their further reports."""
        return digest(*(part for story in stories for part in self._told(story)))

    def listed(self, index: Index, *keys: str) -> str:
        """Digest of what an index holds under some keys."""
        return digest(*(self._listed(index, key) for key in keys))

    def around(self, article: Article) -> str:
        """Digest of all that an article's page can show beside its own source."""
        catalog = self._catalog
        principal = article.front.same_event_as or article.path
        position = self._positions.get(principal, len(self._positions))
        near = catalog.stories[max(0, position - REACH - 1) : position + REACH + 2]
        documents = [document.id for document in catalog.cited(article)]
        linked = [catalog.at(path) for path in _linked(article)]
        return digest(
            article.digest,
            repr([catalog.pictures.get(path) for path in pictures_of(article)]),
            self.stories(near),
            self.stories(found for found in linked if found),
            self.listed(catalog.by_program, *programs_of(article)),
            self.listed(catalog.by_agency, *article.agency_ids),
            self.listed(catalog.by_province, *article.front.provinces),
            self.listed(catalog.by_document, *documents),
        )

    def _listed(self, index: Index, key: str) -> str:
        known = (id(index), key)
        if known not in self._lists:
            self._lists[known] = self.stories(index.get(key, ()))
        return self._lists[known]

    def _told(self, story: Article) -> Sequence[str]:
        reports = self._catalog.reports.get(story.path, ())
        return [part for told in (story, *reports) for part in (told.path, told.digest)]


def _linked(article: Article) -> Iterable[str]:
    """Paths that an article names: its principal, and the targets of its links."""
    principal = article.front.same_event_as
    targets = (file_of(article.path, written) for written, _ in article.links)
    return (*targets, principal) if principal else targets
