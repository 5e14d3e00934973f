"""What one article adds to the index: what it is found by, and the card that a result shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.digest import code_digest, digest
from bantin.model import Article
from bantin.search.card import card
from bantin.search.equivalents import Equivalents
from bantin.search.fields import (
    Field,
    RegistryFields,
    other_fields,
    other_names,
    own_fields,
)
from bantin.search.inverting import Inverter, Run
from bantin.search.names import Names, OtherName
from bantin.search.prose import prose
from bantin.search.segment import Segment
from bantin.search.settings import FORMAT, REGISTRY
from bantin.search.store import key_of

ReadBody = Callable[[Article], str]
Lay = Callable[[int, bytes], None]
CODE = Path(__file__).parent.parent


class Task(NamedTuple):
    """An article to index: its number, and a digest of all that it is found by."""

    number: int
    article: Article
    key: bytes


class Maker:
    """Inverts articles and makes their cards."""

    def __init__(self, catalog: Catalog, read_body: ReadBody) -> None:
        self._catalog, self._read_body = catalog, read_body
        self._inverter = Inverter()
        self._equivalents = Equivalents(catalog.registries, self._inverter.words_of)
        self._names = Names(catalog)
        self._registry_fields = RegistryFields(catalog)
        self._digests: dict[tuple[int, str], str] = {}

    def tasks(self) -> list[Task]:
        """Return one task an article."""
        settings = key_of(FORMAT, code_digest(CODE), self._equivalents)
        return [
            Task(number, article, self._key(settings, article))
            for number, article in enumerate(self._catalog.articles)
        ]

    def make(self, tasks: Iterable[Task], lay: Lay) -> Segment:
        """Return articles inverted; ``lay`` takes the number and card of each."""
        return self._inverter.invert((task.key, self._runs(task, lay)) for task in tasks)

    def _runs(self, task: Task, lay: Lay) -> Iterator[Run]:
        article, read = task.article, self._inverter.read
        parts = tuple(prose(self._read_body(article)))
        others = other_names(self._names, article)
        lay(task.number, card(self._catalog, article, parts, others))
        own = read(tuple(own_fields(article, parts)))
        named = tuple(map(read, self._registry_fields.of(article)))
        yield own
        yield from named
        yield from (read((Field(t, 1, REGISTRY),)) for t in self._equivalents.of(own, named))
        yield from map(read, map(other_fields, others))

    def _key(self, settings: bytes, article: Article) -> bytes:
        known, front = self._catalog.registries, article.front
        cited = (document.id for document in self._catalog.cited(article))
        told = (
            *(self._told(known.agencies, id_) for id_ in article.agency_ids),
            *(self._told(known.programs, id_) for id_ in programs_of(article)),
            *(self._told(known.provinces, id_) for id_ in front.provinces),
            *(self._told(known.districts, id_) for id_ in front.districts),
            *(self._told(known.documents, id_) for id_ in cited),
        )
        return key_of(settings, article.path, article.digest, *told)

    def _told(self, records: Mapping[str, object], id_: str) -> str:
        """Digest of a record and of the names that lead to it, worked out once."""
        known, key = self._catalog.registries, (id(records), id_)
        if key not in self._digests:
            others: tuple[OtherName, ...] = ()
            if records is known.agencies:
                others = self._names.other_agencies(id_)
            elif records is known.provinces:
                others = self._names.other_provinces(id_)
            self._digests[key] = digest(repr(records[id_]), repr(others))
        return self._digests[key]
