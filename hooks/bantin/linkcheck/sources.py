"""Every source that articles and registries cite, with the day on which it was read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import Article, Registries
from bantin.vietnamese.dates import PartialDate

# In the order of their files under data/.
REGISTRIES = ("agencies", "programs", "provinces", "districts", "documents")


class RecordKey(NamedTuple):
    """A record that cites a source: the name of its registry, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source with everything that cites it.

    Attributes:
        name: what it calls itself; empty where only registries cite it.
        url: its address; empty for one without, such as a printed paper.
        collected: the latest day on which it was read, if any is recorded.
        articles: those taken over from it.
        records: registry records that rely on it.
    """

    name: str
    url: str
    collected: PartialDate | None = None
    articles: tuple[Article, ...] = ()
    records: tuple[RecordKey, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The files that cite it, registry files with the record: ``data/agencies.yml: bca``."""
        files = (f"docs/{article.path}" for article in self.articles)
        return (*files, *(f"data/{record.kind}.yml: {record.id}" for record in self.records))


def cited_sources(articles: Iterable[Article], registries: Registries) -> list[CitedSource]:
    """Return every source once, in the order of first citation.

    Two citations are of one source if they have the same address or, without one, the same name.
    """
    citations: dict[tuple[str, str], list[CitedSource]] = defaultdict(list)
    for source in (*_of_articles(articles), *_of_records(registries)):
        citations["" if source.url else source.name, source.url].append(source)
    return [_merge(same) for same in citations.values()]


def _merge(same: Sequence[CitedSource]) -> CitedSource:
    days = (source.collected for source in same if source.collected)
    return CitedSource(
        name=next((source.name for source in same if source.name), ""),
        url=same[0].url,
        collected=max(days, key=lambda day: day.order, default=None),
        articles=tuple(article for source in same for article in source.articles),
        records=tuple(record for source in same for record in source.records),
    )


def _of_articles(articles: Iterable[Article]) -> Iterator[CitedSource]:
    for article in articles:
        if source := article.front.source:
            yield CitedSource(source.name, source.url or "", source.collected, articles=(article,))
            if (via := source.via) and via.url:
                yield CitedSource(via.name, via.url, source.collected, articles=(article,))


def _of_records(registries: Registries) -> Iterator[CitedSource]:
    for kind in REGISTRIES:
        records: Mapping[str, object] = getattr(registries, kind)
        for id_, record in records.items():
            if url := getattr(record, "source", None):
                yield CitedSource("", url, records=(RecordKey(kind, id_),))
