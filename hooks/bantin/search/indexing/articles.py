"""The articles to index, each with a fingerprint of all that it is found by."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.markdown import BodySection
from bantin.model import Article
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest
from bantin.search.format.settings import FORMAT
from bantin.search.indexing.names import OtherName, RecordNames
from bantin.search.indexing.segment import FINGERPRINT_SIZE
from bantin.search.indexing.short_forms import initials_of
from bantin.search.indexing.synonyms import Synonyms

ReadSections = Callable[[Article], Sequence[BodySection]]


class IndexedArticle(NamedTuple):
    """An article with its number in the index and its fingerprint."""

    number: int
    article: Article
    fingerprint: bytes


class IndexInput:
    """All that an index is made from.

    Attributes:
        catalog: the articles and registries.
        read_sections: returns the sections of the body of an article.
        synonyms: from the glossary.
        names: other names of registry records.
    """

    def __init__(self, catalog: Catalog, read_sections: ReadSections) -> None:
        self.catalog, self.read_sections = catalog, read_sections
        self.synonyms = Synonyms(catalog.registries)
        self.names = RecordNames(catalog)
        self._record_digests: dict[tuple[int, str], str] = {}

    def articles(self) -> list[IndexedArticle]:
        """Return the articles in the order of the catalogue, which numbers them."""
        regions = self.catalog.registries.glossary.regions
        settings = fingerprint(FORMAT, code_digest(PACKAGE), self.synonyms, regions)
        return [
            IndexedArticle(number, article, self._fingerprint(settings, article))
            for number, article in enumerate(self.catalog.articles)
        ]

    def _fingerprint(self, settings: bytes, article: Article) -> bytes:
        registries, front = self.catalog.registries, article.front
        cited = (document.id for document in self.catalog.cited(article))
        records = (
            *(self._record_digest(registries.agencies, id_) for id_ in article.agency_ids),
            *(self._record_digest(registries.programs, id_) for id_ in programs_of(article)),
            *(self._record_digest(registries.provinces, id_) for id_ in front.provinces),
            *(self._record_digest(registries.districts, id_) for id_ in front.districts),
            *(self._record_digest(registries.documents, id_) for id_ in cited),
        )
        return fingerprint(
            settings,
            article.path,
            article.digest,
            self.catalog.bounds_of(article),
            *self._announced(article),
            *records,
        )

    def _announced(self, article: Article) -> tuple[str, ...]:
        """Return what is known of a conference that an article announces; nothing of others."""
        if not self.catalog.is_announcement(article):
            return ()
        principal = self.catalog.principals.get(article.path, article)
        return (self.catalog.stage_of(article), principal.path, principal.shown_digest)

    def _record_digest(self, records: Mapping[str, object], id_: str) -> str:
        """Return the digest of a record and of its other names, worked out once."""
        registries, key = self.catalog.registries, (id(records), id_)
        if key not in self._record_digests:
            others: tuple[OtherName, ...] = ()
            short: tuple[str, ...] = ()
            if records is registries.agencies:
                others = self.names.other_agencies(id_)
                short = initials_of(registries.agencies[id_], registries)
            elif records is registries.provinces:
                others = self.names.other_provinces(id_)
            self._record_digests[key] = digest(repr(records[id_]), repr(others), repr(short))
        return self._record_digests[key]


def fingerprint(*parts: object) -> bytes:
    """Return a digest of values by their string forms."""
    return sha256("\0".join(map(str, parts)).encode()).digest()[:FINGERPRINT_SIZE]
