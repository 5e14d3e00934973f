"""The pages of people: the offices they held, with the day each is on record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.catalog.people import PersonRecord
from bantin.compile.addresses import PEOPLE, person_address
from bantin.compile.links import agency_link
from bantin.compile.listing import Part, Rows, cut
from bantin.compile.page import Link, Page
from bantin.model import Article
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.fold import fold
from bantin.vietnamese.order import sort_key

PER_INDEX = 300
MOST_DATES = 6
MOST_OFFICES = 40


class OfficeLine(NamedTuple):
    """An office as recorded, on which days, and in which body where that is certain."""

    office: str
    agency: Link | None
    dates: tuple[Link, ...]
    more: int = 0


class PersonView(NamedTuple):
    """All that the page of a person shows."""

    offices: tuple[OfficeLine, ...]
    listing: Part


class Listed(NamedTuple):
    """What the index tells of a person: the latest office, and in how many articles."""

    id: str
    name: str
    office: str
    told: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the index."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class PeopleView:
    """One page of the index; ``part`` has no rows, only its place among the pages."""

    groups: tuple["LetterGroup", ...]
    part: Part


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The people whose given name begins with a letter."""

    letter: str
    lines: tuple[PersonLine, ...]


def person_pages(catalog: Catalog, rows: Rows, person: PersonRecord) -> Iterator[Page]:
    """Yield the pages of one person."""
    paths = dict.fromkeys(appearance.article.path for appearance in person.appearances)
    articles = [article for path in paths if (article := catalog.at(path))]
    for part in cut(rows.of(articles), person_address(person.id)):
        yield Page(
            address=part.address(part.number),
            template="person.html",
            title=person.name,
            view=PersonView(_offices(catalog, person) if part.number == 1 else (), part),
            description=f"{person.name}: chức vụ và các hội nghị đã dự theo tin đã đăng.",
            trail=(Link(PEOPLE, "Nhân sự"),),
        )


def _offices(catalog: Catalog, person: PersonRecord) -> tuple[OfficeLine, ...]:
    found: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for named, article in person.appearances:
        found[named.office or "chưa rõ chức vụ", named.agency or ""].append(article)
    known = catalog.registries.agencies
    return tuple(
        OfficeLine(
            office=office,
            agency=agency_link(catalog, known[id_]) if id_ in known else None,
            dates=tuple(map(_date, told[:MOST_DATES])),
            more=max(0, len(told) - MOST_DATES),
        )
        for (office, id_), told in list(found.items())[:MOST_OFFICES]
    )


def _date(article: Article) -> Link:
    date = belonging_date(article.front)
    words = in_figures(date) if date else "chưa rõ ngày"
    return Link(article.address, words, article.front.title)


def listed_people(catalog: Catalog) -> list[Listed]:
    """Return all that the index shows."""
    return [
        Listed(
            person.id,
            person.name,
            person.appearances[0].person.office or "",
            len({appearance.article.path for appearance in person.appearances}),
        )
        for person in catalog.people.values()
    ]


def person_index(listed: Iterable[Listed]) -> Iterator[Page]:
    """Yield the index of people, by given name; long indexes are cut into pages."""
    people = sorted(listed, key=_given_first)
    parts = max(1, -(-len(people) // PER_INDEX))
    described = "Người có tên trong các bản tin, xếp theo tên gọi."
    for number in range(1, parts + 1):
        shown = people[(number - 1) * PER_INDEX : number * PER_INDEX]
        part = Part((), number, parts, len(people), PEOPLE)
        view = PeopleView(_groups(shown), part)
        yield Page(part.address(number), "people.html", "Nhân sự", view, described)


def _groups(people: list[Listed]) -> tuple[LetterGroup, ...]:
    groups = groupby(people, key=lambda person: _letter(person.name))
    return tuple(LetterGroup(letter, tuple(map(_line, group))) for letter, group in groups)


def _line(person: Listed) -> PersonLine:
    return PersonLine(Link(person_address(person.id), person.name, person.office), person.told)


def _letter(name: str) -> str:
    """The first letter of the given name, which is a Vietnamese name's last word."""
    first = name.rsplit(maxsplit=1)[-1][:1].upper()
    return first if first in "ĂÂÊÔƠƯĐ" else fold(first).upper()


def _given_first(person: Listed) -> str:
    *family, given = person.name.split()
    return sort_key(" ".join([given, *family]))
