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
from bantin.search.names import Names, OtherName
from bantin.search.prose import prose
from bantin.search.settings import FORMAT, REGISTRY
from bantin.search.store import key_of
from bantin.search.vector import Lexicon, Vector, Vectoriser

ReadBody = Callable[[Article], str]
Lay = Callable[[int, bytes], None]
CODE = Path(__file__).parent.parent


class Task(NamedTuple):
    """An article to index: its number, all that it is found by besides its text, and a digest."""

    number: int
    article: Article
    named: tuple[Field, ...]
    others: tuple[OtherName, ...]
    key: bytes


class Maker:
    """Makes vectors and cards."""

    def __init__(self, catalog: Catalog, read_body: ReadBody) -> None:
        self._catalog, self._read_body = catalog, read_body
        self._equivalents = Equivalents(catalog.registries)

    def tasks(self) -> list[Task]:
        """Return one task an article."""
        names, settings = Names(self._catalog), key_of(FORMAT, code_digest(CODE), self._equivalents)
        tasks = []
        for number, article in enumerate(self._catalog.articles):
            named = tuple(registry_fields(self._catalog, article))
            others = other_names(names, article)
            texts = (f"{field.text}\0{field.weight}" for field in named)
            key = key_of(settings, article.path, article.digest, *texts, *(o.label for o in others))
            tasks.append(Task(number, article, named, others, key))
        return tasks

    def make(self, tasks: Sequence[Task], lay: Lay) -> Batch:
        """Return the vectors of articles; ``lay`` takes the number and card of each."""
        lexicon = Lexicon()
        vectoriser = Vectoriser(lexicon)
        return batch_of(lexicon, [self._vector(vectoriser, task, lay) for task in tasks])

    def _vector(self, vectoriser: Vectoriser, task: Task, lay: Lay) -> Vector:
        parts = tuple(prose(self._read_body(task.article)))
        lay(task.number, card(self._catalog, task.article, parts, task.others))
        own = tuple(own_fields(task.article, parts))
        more = self._equivalents.of(own, task.named)
        equivalent = (Field(text, 1, REGISTRY) for text in more)
        return vectoriser.vector([*own, *task.named, *equivalent, *other_fields(task.others)])
