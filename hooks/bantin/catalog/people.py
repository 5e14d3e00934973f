"""People as the articles name them, with the offices they held and when."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import Article, Person
from bantin.model.labels import capitalise
from bantin.vietnamese.slug import slugify

RANK = re.compile(
    r"((?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|chuẩn úy|(?:phó |chuẩn )?đô đốc)"
    r"(?:\s*[,;–-]\s*|\s+)",
    re.IGNORECASE,
)


class Appearance(NamedTuple):
    """A person as one article names them, with the office held then."""

    person: Person
    article: Article


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person across the archive; the latest appearance comes first."""

    id: str
    name: str
    appearances: tuple[Appearance, ...]


def rank_and_office(office: str) -> tuple[str, str]:
    """Return the rank before an office, which comes and goes without it, and the office itself."""
    match = RANK.match(office)
    return (match[1], capitalise(office[match.end() :])) if match else ("", office)


def person_id(person: Person) -> str:
    """Return the id of a person: the given one, which splits namesakes, else one from the name."""
    return person.id or slugify(person.name)


def gather_people(articles: Iterable[Article]) -> dict[str, PersonRecord]:
    """Return everyone named, by id; appearances are in the order of the articles."""
    appearances: dict[str, list[Appearance]] = defaultdict(list)
    ids: dict[str, str] = {}
    for article in articles:
        for person in article.front.people:
            id_ = (
                person.id or ids.get(person.name) or ids.setdefault(person.name, person_id(person))
            )
            appearances[id_].append(Appearance(person, article))
    return {
        id_: PersonRecord(id_, group[0].person.name, tuple(group))
        for id_, group in appearances.items()
    }
