"""What one article adds to the index: its vector, and the card that a result shows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.digest import code_digest
from bantin.model import Article
from bantin.search.batch import Batch, batch_of
from bantin.search.card import card
from bantin.search.equivalents import Equivalents
from bantin.search.fields import Field, other_fields, other_names, own_fields, registry_fields
from bantin.search.names import Names
from bantin.search.prose import prose
from bantin.search.settings import FORMAT, REGISTRY
from bantin.search.store import key_of
from bantin.search.vector import Lexicon, Vector, Vectoriser

ReadBody = Callable[[Article], str]
Lay = Callable[[int, bytes], None]
CODE = Path(__file__).parent.parent


class Task(NamedTuple):
    """An article to index: its number, and a digest of all that it is found by."""

    number: int
    article: Article
    key: bytes


class Maker:
    """Makes vectors and cards."""

    def __init__(self, catalog: Catalog, read_body: ReadBody) -> None:
        self._catalog, self._read_body = catalog, read_body
        self._equivalents = Equivalents(catalog.registries)
        self._names = Names(catalog)

    def tasks(self) -> list[Task]:
        """Return one task an article."""
        settings = key_of(FORMAT, code_digest(CODE), self._equivalents)
        return [
            Task(number, article, self._key(settings, article))
            for number, article in enumerate(self._catalog.articles)
        ]

    def make(self, tasks: Sequence[Task], lay: Lay) -> Batch:
        """Return the vectors of articles; ``lay`` takes the number and card of each."""
        lexicon = Lexicon()
        vectoriser = Vectoriser(lexicon)
        return batch_of(lexicon, (self._vector(vectoriser, task, lay) for task in tasks))

    def _vector(self, vectoriser: Vectoriser, task: Task, lay: Lay) -> Vector:
        article = task.article
        parts = tuple(prose(self._read_body(article)))
        others = other_names(self._names, article)
        lay(task.number, card(self._catalog, article, parts, others))
        own, named = (
            tuple(own_fields(article, parts)),
            tuple(registry_fields(self._catalog, article)),
        )
        equivalent = (Field(text, 1, REGISTRY) for text in self._equivalents.of(own, named))
        return vectoriser.vector([*own, *named, *equivalent, *other_fields(others)])

    def _key(self, settings: bytes, article: Article) -> bytes:
        fields = registry_fields(self._catalog, article)
        told = (f"{field.text}\0{field.weight}" for field in fields)
        others = (other.label for other in other_names(self._names, article))
        return key_of(settings, article.path, article.digest, *told, *others)
