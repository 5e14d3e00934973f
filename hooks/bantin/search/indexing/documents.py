"""What one article adds to the index: what it is found by, and the card that a result shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.markdown.text import prose
from bantin.model import Article
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest
from bantin.search.format.settings import FORMAT, REGISTRY
from bantin.search.indexing.card import card
from bantin.search.indexing.fields import (
    Field,
    RegistryFields,
    other_fields,
    other_names,
    own_fields,
)
from bantin.search.indexing.inverter import Inverter, Run
from bantin.search.indexing.names import Names, OtherName
from bantin.search.indexing.segment import Segment
from bantin.search.indexing.store import key_of
from bantin.search.indexing.synonyms import Equivalents

ReadBody = Callable[[Article], str]
Lay = Callable[[int, bytes], None]


class Task(NamedTuple):
    """An article to index: its number, and a digest of all that it is found by."""

    number: int
    article: Article
    key: bytes


class _Cut(NamedTuple):
    """The fields of an article: its own, those of each record it names, of each other name."""

    own: Run
    named: tuple[Run, ...]
    others: tuple[Run, ...]


class Sources:
    """What articles are inverted from."""

    def __init__(self, catalog: Catalog, read_body: ReadBody) -> None:
        self.catalog, self.read_body = catalog, read_body
        self.equivalents = Equivalents(catalog.registries)
        self.names = Names(catalog)
        self._digests: dict[tuple[int, str], str] = {}

    def tasks(self) -> list[Task]:
        """Return one task an article."""
        settings = key_of(FORMAT, code_digest(PACKAGE), self.equivalents)
        return [
            Task(number, article, self._key(settings, article))
            for number, article in enumerate(self.catalog.articles)
        ]

    def _key(self, settings: bytes, article: Article) -> bytes:
        known, front = self.catalog.registries, article.front
        cited = (document.id for document in self.catalog.cited(article))
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
        known, key = self.catalog.registries, (id(records), id_)
        if key not in self._digests:
            others: tuple[OtherName, ...] = ()
            if records is known.agencies:
                others = self.names.other_agencies(id_)
            elif records is known.provinces:
                others = self.names.other_provinces(id_)
            self._digests[key] = digest(repr(records[id_]), repr(others))
        return self._digests[key]


class Maker:
    """Inverts articles and makes their cards; what it knows of words takes much memory."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._catalog = sources, sources.catalog
        self._inverter = Inverter(sources.equivalents.words)
        self._form = cache(partial(_read_form, self._inverter))
        self._registry_fields = RegistryFields(sources.catalog)

    def make(self, tasks: Sequence[Task], lay: Lay) -> Segment:
        """Return articles inverted; ``lay`` takes the number and card of each."""
        cuts = [self._cut(task, lay) for task in tasks]
        meant = self._meant(run for cut in cuts for run in (cut.own, *cut.named))
        return self._inverter.invert(
            (task.key, self._runs(cut, meant)) for task, cut in zip(tasks, cuts, strict=True)
        )

    def _cut(self, task: Task, lay: Lay) -> _Cut:
        article, once = task.article, self._inverter.read_once
        parts = tuple(prose(self._sources.read_body(article)))
        others = other_names(self._sources.names, article)
        lay(task.number, card(self._catalog, article, parts, others))
        return _Cut(
            self._inverter.read(tuple(own_fields(article, parts))),
            tuple(map(once, self._registry_fields.of(article))),
            tuple(map(once, map(other_fields, others))),
        )

    def _meant(self, runs: Iterable[Run]) -> dict[Run, set[str]]:
        """Return for each run what the forms in it stand for."""
        distinct = list(dict.fromkeys(runs))
        texts = ["\n".join(field.text for field in run.fields) for run in distinct]
        found = self._sources.equivalents.of(texts, *self._inverter.watched(distinct))
        return dict(zip(distinct, found, strict=True))

    def _runs(self, cut: _Cut, meant: Mapping[Run, set[str]]) -> Iterator[Run]:
        """Yield an article's own fields, then all others: only in the first are places counted."""
        yield cut.own
        yield from cut.named
        forms = meant[cut.own].union(*(meant[run] for run in cut.named))
        yield from map(self._form, forms)
        yield from cut.others


def _read_form(inverter: Inverter, form: str) -> Run:
    """Return what a form adds to the texts that have another one."""
    return inverter.read((Field(form, 1, REGISTRY),))
