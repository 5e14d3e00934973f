"""Every source that articles and registries cite, with the day it was read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import Article, Registries
from bantin.vietnamese.dates import PartialDate

# In the order of their files under data/.
KINDS = ("agencies", "programs", "provinces", "districts", "documents")


class Record(NamedTuple):
    """A registry record: which registry it stands in, and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One source and all that cites it.

    Attributes:
        name: what it calls itself; empty where only registries cite it.
        url: its address; empty where there is none, such as of a printed paper.
        collected: the latest day on which it was read, as far as it is known.
        articles: those taken over from it.
        records: those resting on it.
    """

    name: str
    url: str
    collected: PartialDate | None = None
    articles: tuple[Article, ...] = ()
    records: tuple[Record, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The files that cite it, records named."""
        files = (f"docs/{article.path}" for article in self.articles)
        return (*files, *(f"data/{record.kind}.yml: {record.id}" for record in self.records))


def gather(articles: Iterable[Article], registries: Registries) -> list[Cited]:
    """Return every source once, those with an address by their address."""
    found: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for one in (*_of_articles(articles), *_of_records(registries)):
        found["" if one.url else one.name, one.url].append(one)
    return [_joined(told) for told in found.values()]


def _joined(told: Sequence[Cited]) -> Cited:
    days = (one.collected for one in told if one.collected)
    return Cited(
        name=next((one.name for one in told if one.name), ""),
        url=told[0].url,
        collected=max(days, key=lambda day: day.order, default=None),
        articles=tuple(article for one in told for article in one.articles),
        records=tuple(record for one in told for record in one.records),
    )


def _of_articles(articles: Iterable[Article]) -> Iterator[Cited]:
    for article in articles:
        if source := article.front.source:
            yield Cited(source.name, source.url or "", source.collected, articles=(article,))


def _of_records(registries: Registries) -> Iterator[Cited]:
    for kind in KINDS:
        records: Mapping[str, object] = getattr(registries, kind)
        for id_, record in records.items():
            if url := getattr(record, "source", None):
                yield Cited("", url, records=(Record(kind, id_),))
