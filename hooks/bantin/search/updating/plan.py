"""What an update of the index has to do: the articles, what was there, and what differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bantin.runtime.cache import Cache, Entry, entry_of
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import FOLDER, FORMAT, SHARED
from bantin.search.format.statistics import IndexStatistics, KindStatistics
from bantin.search.indexing.articles import IndexedArticle, IndexInput, fingerprint
from bantin.search.updating.cards import CardFiles, CardRecord
from bantin.search.updating.files import FileRecord, IndexFiles

CACHE_ENTRY = "search-index"
NAME_SIZE = 12
# A change of more articles touches most shards: then to merge all segments is quicker.
FEW_ARTICLES = 20


class IndexRecord(NamedTuple):
    """The index as the last build left it.

    Attributes:
        digest: of all that it was made from.
        folder: name of the folder of its shards.
        fingerprints: of its articles, by their numbers.
        statistics: of its terms.
        files: all but the cards, by their paths from the folder of the index.
        cards: of its articles.
    """

    digest: str = ""
    folder: str = ""
    fingerprints: Sequence[bytes] = ()
    statistics: IndexStatistics = IndexStatistics(KindStatistics(), KindStatistics(), {})
    files: Mapping[str, FileRecord] = {}
    cards: CardRecord = CardRecord()

    def entry(self) -> Entry:
        """Return the record as the next build is to find it in the cache."""
        return entry_of(CACHE_ENTRY, self, RECORD_VERSION)


RECORD_VERSION = repr((FORMAT, IndexRecord._fields, CardRecord._fields, FileRecord._fields))


@dataclass(frozen=True, slots=True)
class IndexPlan:
    """An update of an index.

    Attributes:
        articles: of the new index.
        digest: of all that it is made from.
        numbering: paths of the articles, whose order numbers them.
        record: of the last build.
        files: on disk, shards above all.
        cards: on disk.
    """

    articles: Sequence[IndexedArticle]
    digest: str
    numbering: tuple[str, ...]
    record: IndexRecord
    files: IndexFiles
    cards: CardFiles

    @property
    def is_up_to_date(self) -> bool:
        """Whether there is nothing to do."""
        is_same = self.digest == self.record.digest
        return is_same and self.files.is_complete and not self.cards.missing

    def paths(self) -> set[str]:
        """Return every file of the index by its path from the site."""
        files = self.files.records or self.record.files
        return {f"{FOLDER}/{path}" for path in (*files, *self.cards.paths())}

    def shard_folder(self, statistics: IndexStatistics) -> str:
        """Return the name of the folder of the shards.

        It is a digest of the numbers that articles and shards have: only where these are the same
        may files of two releases meet.
        """
        bits = statistics.words.shard_bits, statistics.pairs.shard_bits
        return short_digest(FORMAT, *bits, *self.numbering)

    def record_of(self, statistics: IndexStatistics) -> IndexRecord:
        """Return the record of the new index."""
        fingerprints = [one.fingerprint for one in self.articles]
        folder, files = self.shard_folder(statistics), self.files.records
        cards = self.cards.record()
        return IndexRecord(self.digest, folder, fingerprints, statistics, files, cards)

    def changed_articles(self) -> list[tuple[IndexedArticle, bytes]] | None:
        """Return the articles that changed, with their former fingerprints.

        None where shards cannot be patched: too many articles changed, some have other numbers,
        a file is gone, or the card of an unchanged article.
        """
        record = self.record
        is_same_folder = self.shard_folder(record.statistics) == record.folder
        is_same_count = len(record.fingerprints) == len(self.articles)
        if not (self.files.is_complete and is_same_folder and is_same_count):
            return None
        pairs = zip(self.articles, record.fingerprints, strict=True)
        changed = [(one, before) for one, before in pairs if one.fingerprint != before]
        numbers = {one.number for one, _ in changed}
        return changed if len(changed) <= FEW_ARTICLES and self.cards.missing <= numbers else None


def make_plan(source: IndexInput, site: SiteFiles, cache: Cache) -> IndexPlan:
    """Compare what an index is to be made from with what is there.

    Args:
        source: what it is made from.
        site: whose index it is.
        cache: of earlier builds.
    """
    articles = source.articles()
    fingerprints = [one.fingerprint for one in articles]
    numbering = tuple(one.article.path for one in articles)
    record = cache.load(CACHE_ENTRY, RECORD_VERSION) or IndexRecord()
    digest = short_digest(FORMAT, SHARED, source.catalog.registries, b"".join(fingerprints).hex())
    files = IndexFiles(site, record.files)
    name = f"bai-{short_digest(FORMAT, *numbering)}"
    cards = CardFiles(site, name, fingerprints, record.cards)
    return IndexPlan(articles, digest, numbering, record, files, cards)


def short_digest(*parts: object) -> str:
    """Return a digest of values by their string forms, short enough for names."""
    return fingerprint(*parts).hex()[:NAME_SIZE]
