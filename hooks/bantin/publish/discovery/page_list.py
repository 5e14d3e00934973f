"""Every page that search engines may list, with the day its content last changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.compile.addresses import (
    AGENCIES,
    DATA,
    DOCUMENTS,
    ENGLISH,
    HISTORY,
    HOME,
    NEWS,
    PEOPLE,
    PLACES,
    PROGRAMS,
    REPORT,
    SOURCES,
    STATEMENT,
    STATISTICS,
    TYPES,
    YEARS,
    agency_address,
    district_address,
    document_address,
    month_address,
    person_address,
    program_address,
    province_address,
    type_address,
    year_address,
)
from bantin.model import Article
from bantin.model.sections import UNKNOWN_YEAR
from bantin.publish.dates import changed_on, latest

WHOLE = (HOME, NEWS, PROGRAMS, AGENCIES, PLACES, DOCUMENTS, PEOPLE, YEARS, TYPES, STATISTICS)


class Listed(NamedTuple):
    """A page by address from the root; ``changed`` is None where the content does not say."""

    address: str
    changed: date | None


def listed_pages(catalog: Catalog, handwritten: Iterable[str] = ()) -> Iterator[Listed]:
    """Yield every page but the further parts of lists; a list changes with what it lists."""
    days = {article.path: changed_on(article) for article in catalog.articles}
    newest = latest(days.values())
    yield from (Listed(address, newest) for address in (*WHOLE, DATA))
    yield from (Listed(address, None) for address in (HISTORY, REPORT, STATEMENT, ENGLISH, SOURCES))
    yield from (Listed(address, None) for address in handwritten)
    yield from (Listed(article.address, days[article.path]) for article in catalog.articles)
    for address, stories in _lists(catalog):
        yield Listed(address, latest(days[story.path] for story in stories))


def _lists(catalog: Catalog) -> Iterator[tuple[str, Iterable[Article]]]:
    yield from ((year_address(year), stories) for year, stories in catalog.by_year.items())
    yield from _months(catalog).items()
    yield from ((type_address(name), stories) for name, stories in catalog.by_type.items())
    known = catalog.registries
    for program in known.programs:
        yield program_address(program), catalog.by_program.get(program, ())
    for agency in known.agencies:
        yield agency_address(agency), catalog.by_agency.get(agency, ())
    for province in known.provinces.values():
        yield province_address(province), catalog.by_province.get(province.id, ())
    for district in known.districts.values():
        yield district_address(district), catalog.by_district.get(district.id, ())
    for document in known.documents:
        yield document_address(document), catalog.by_document.get(document, ())
    for person in catalog.people.values():
        yield person_address(person.id), [seen.article for seen in person.appearances]


def _months(catalog: Catalog) -> Mapping[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for year, stories in catalog.by_year.items():
        for story in stories if year != UNKNOWN_YEAR else ():
            held = belonging_date(story.front)
            if held and held.month:
                found.setdefault(month_address(int(year), held.month), []).append(story)
    return found
