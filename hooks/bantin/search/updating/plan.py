"""What an update of the index has to do: the articles, what was there, and what differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bantin.runtime.cache import Cache
from bantin.search.format.settings import FORMAT, SHARED
from bantin.search.format.statistics import IndexStatistics, KindStatistics
from bantin.search.indexing.articles import IndexedArticle, IndexInput, fingerprint
from bantin.search.updating.cards import CardFiles
from bantin.search.updating.files import IndexFiles

CACHE_ENTRY = "search-index"
NAME_SIZE = 12
# A change of more articles touches most shards: then to merge all segments is quicker.
FEW_ARTICLES = 20


class IndexRecord(NamedTuple):
    """The index as the last build left it; an empty one where it broke off.

    Attributes:
        digest: of all that it was made from.
        folder: name of the folder of its shards.
        fingerprints: of its articles, by their numbers.
        statistics: of its terms.
        checksums: of each file but the cards, by its path from the index.
    """

    digest: str = ""
    folder: str = ""
    fingerprints: Sequence[bytes] = ()
    statistics: IndexStatistics = IndexStatistics(KindStatistics(), KindStatistics(), {})
    checksums: Mapping[str, int] = {}

    def save(self, cache: Cache) -> None:
        """Save the record for the next build."""
        cache.save(CACHE_ENTRY, self, str(FORMAT))


@dataclass(frozen=True, slots=True)
class Plan:
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
        """Return every file of the index by its path from the index."""
        checksums = self.files.checksums or self.record.checksums
        return {*checksums, *self.cards.paths()}

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
        folder, checksums = self.shard_folder(statistics), self.files.checksums
        return IndexRecord(self.digest, folder, fingerprints, statistics, checksums)

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


def make_plan(source: IndexInput, index: Path, cache: Cache) -> Plan:
    """Compare what an index is to be made from with what is there.

    Args:
        source: what it is made from.
        index: its folder.
        cache: of earlier builds.
    """
    articles = source.articles()
    fingerprints = [one.fingerprint for one in articles]
    numbering = tuple(one.article.path for one in articles)
    record = cache.load(CACHE_ENTRY, str(FORMAT)) or IndexRecord()
    digest = short_digest(FORMAT, SHARED, source.catalog.registries, b"".join(fingerprints).hex())
    files = IndexFiles(index, record.checksums)
    cards = CardFiles(index, cache, f"bai-{short_digest(FORMAT, *numbering)}", fingerprints)
    return Plan(articles, digest, numbering, record, files, cards)


def short_digest(*parts: object) -> str:
    """Return a digest of values by their string forms, short enough for names."""
    return fingerprint(*parts).hex()[:NAME_SIZE]
