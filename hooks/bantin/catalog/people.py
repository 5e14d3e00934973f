"""People as the articles name them, with the offices they held and when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import Article, Person
from bantin.vietnamese.slug import slugify


class Appearance(NamedTuple):
    """One naming of a person: the office held then, and where it is told."""

    person: Person
    article: Article


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person across the archive; the latest appearance comes first."""

    id: str
    name: str
    appearances: tuple[Appearance, ...]


def person_id(person: Person) -> str:
    """The id of a person: given to split namesakes, else made of the name."""
    return person.id or slugify(person.name)


def gather_people(articles: Iterable[Article]) -> dict[str, PersonRecord]:
    """Return each person named, by id; articles are taken in the order given."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    ids: dict[str, str] = {}
    for article in articles:
        for person in article.front.people:
            id_ = (
                person.id or ids.get(person.name) or ids.setdefault(person.name, person_id(person))
            )
            found[id_].append(Appearance(person, article))
    return {
        id_: PersonRecord(id_, appearances[0].person.name, tuple(appearances))
        for id_, appearances in found.items()
    }
