"""The pages of people: the offices they held and the days on record; their index by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.days import date_in_lists
from bantin.catalog.people import Appearance, PersonRecord, rank_and_office
from bantin.compile.addresses import PEOPLE, person_address
from bantin.compile.listing import ListPage, Row, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.record_links import agency_link
from bantin.model import Article
from bantin.vietnamese.fold import fold
from bantin.vietnamese.order import sort_key
from bantin.vietnamese.tone import without_tones

# Names are short lines, so that a page of the index takes more of them than a list of news.
PER_INDEX = 300
MOST_DATES = 6
MOST_OFFICES = 40


class OfficeLine(NamedTuple):
    """An office, the days on which it is recorded, and the agency where that is certain.

    Attributes:
        ranks: those that its holder had on these days, the latest first.
        more: number of further days.
    """

    office: str
    agency: Link | None
    dates: tuple[Link, ...]
    ranks: tuple[str, ...] = ()
    more: int = 0


class PersonView(NamedTuple):
    """What the page of a person shows; the offices are on its first page only."""

    offices: tuple[OfficeLine, ...]
    listing: ListPage[Row]


class PersonEntry(NamedTuple):
    """What the index shows of a person: the latest office, and the number of stories."""

    id: str
    name: str
    office: str
    stories: int


class PersonLine(NamedTuple):
    """A person in the index."""

    link: Link
    total: int


class PeopleView(NamedTuple):
    """One page of the index: the people of ``listing`` by the letter of their given name."""

    groups: tuple["LetterGroup", ...]
    listing: ListPage[PersonEntry]


class LetterGroup(NamedTuple):
    """The people whose given name begins with a letter."""

    letter: str
    lines: tuple[PersonLine, ...]


def person_pages(catalog: Catalog, rows: Rows, person: PersonRecord) -> Iterator[Page]:
    """Yield the pages of one person, one for each page of their list of news."""
    articles = stories_of(catalog, person)
    for listing in paginate(rows.of(articles), person_address(person.id)):
        yield Page(
            address=listing.address(listing.number),
            template="person.html",
            title=person.name,
            view=PersonView(_offices(catalog, person) if listing.number == 1 else (), listing),
            description=f"{person.name}: chức vụ và các hội nghị đã dự theo tin đã đăng.",
            trail=(Link(PEOPLE, "Nhân sự"),),
        )


def stories_of(catalog: Catalog, person: PersonRecord) -> list[Article]:
    """Return the articles that name a person, one for each conference."""
    articles = (catalog.at(appearance.article.path) for appearance in person.appearances)
    return _once(catalog, filter(None, articles))


def _once(catalog: Catalog, articles: Iterable[Article]) -> list[Article]:
    """Return one article for each conference: the principal one where it is among them."""
    found: dict[str, Article] = {}
    for article in articles:
        principal = catalog.principals.get(article.path, article).path
        if principal not in found or article.path == principal:
            found[principal] = article
    return list(found.values())


def _offices(catalog: Catalog, person: PersonRecord) -> tuple[OfficeLine, ...]:
    held: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
    agencies = _agencies(person)
    for appearance in person.appearances:
        office, mention = _office(appearance), appearance.person
        known = agencies[office]
        held[office, mention.agency or (known[0] if len(known) == 1 else "")].append(appearance)
    shown = list(held.items())[:MOST_OFFICES]
    return tuple(_office_line(catalog, id_, found) for (_, id_), found in shown)


def _office(appearance: Appearance) -> str:
    return rank_and_office(appearance.person.office or "")[1].casefold()


def _agencies(person: PersonRecord) -> dict[str, list[str]]:
    """Return the agencies that are named with each office; some mentions leave out the only one."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for appearance in person.appearances:
        known = found[_office(appearance)]
        if appearance.person.agency:
            known[appearance.person.agency] = None
    return {office: list(known) for office, known in found.items()}


def _office_line(catalog: Catalog, id_: str, found: list[Appearance]) -> OfficeLine:
    agencies = catalog.registries.agencies
    split = [rank_and_office(appearance.person.office or "") for appearance in found]
    dates = tuple(_date(catalog, a) for a in _once(catalog, (one.article for one in found)))
    return OfficeLine(
        office=split[0][1] or "chưa rõ chức vụ",
        agency=agency_link(catalog, agencies[id_]) if id_ in agencies else None,
        dates=dates[:MOST_DATES],
        ranks=tuple(dict.fromkeys(rank for rank, _ in split if rank)),
        more=max(0, len(dates) - MOST_DATES),
    )


def _date(catalog: Catalog, article: Article) -> Link:
    words = date_in_lists(article.front, catalog.bounds_of(article)) or "chưa rõ ngày"
    return Link(article.address, words, article.front.title)


def people_entries(catalog: Catalog) -> list[PersonEntry]:
    """Return all that the index shows, for the fingerprint of its pages."""
    return [
        PersonEntry(
            person.id,
            person.name,
            _latest_office(catalog, person),
            len(stories_of(catalog, person)),
        )
        for person in catalog.people.values()
    ]


def _latest_office(catalog: Catalog, person: PersonRecord) -> str:
    """Return the latest office, with the province where its own words do not say it."""
    mention = person.appearances[0].person
    agency = catalog.registries.agencies.get(mention.agency or "")
    province = catalog.registries.provinces.get((agency.province if agency else None) or "")
    office = mention.office or ""
    is_said = province is None or province.name in office
    return office if is_said or not office or province is None else f"{office} ({province.name})"


def person_index(entries: Iterable[PersonEntry]) -> Iterator[Page]:
    """Yield the pages of the index of people, sorted by given name."""
    for listing in paginate(sorted(entries, key=_by_given_name), PEOPLE, PER_INDEX):
        yield Page(
            address=listing.address(listing.number),
            template="people.html",
            title="Nhân sự",
            view=PeopleView(_groups(listing.items), listing),
            description="Người có tên trong các bản tin, xếp theo tên gọi.",
        )


def _groups(people: Iterable[PersonEntry]) -> tuple[LetterGroup, ...]:
    groups = groupby(people, key=lambda person: _letter(person.name))
    return tuple(LetterGroup(letter, tuple(map(_line, group))) for letter, group in groups)


def _line(person: PersonEntry) -> PersonLine:
    return PersonLine(Link(person_address(person.id), person.name, person.office), person.stories)


def _letter(name: str) -> str:
    """Return the first letter of the given name, the last word of a Vietnamese name."""
    first = without_tones(name.rsplit(maxsplit=1)[-1][:1]).upper()
    # In Vietnamese these are letters of their own, sorted after the plain ones.
    return first if first in "ĂÂÊÔƠƯĐ" else fold(first).upper()


def _by_given_name(person: PersonEntry) -> str:
    *family, given = person.name.split()
    return sort_key(" ".join([given, *family]))
