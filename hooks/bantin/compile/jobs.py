"""Every page of the portal, as jobs: what to make, and a digest of what it is made from."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import NEWS
from bantin.compile.fingerprints import Fingerprints
from bantin.compile.listing import Rows, paginate
from bantin.compile.page import Page
from bantin.compile.pages.agency import agency_index, agency_pages
from bantin.compile.pages.archive import (
    news_page,
    type_index,
    type_pages,
    year_index,
    year_links,
    year_pages,
)
from bantin.compile.pages.article import article_page
from bantin.compile.pages.document import document_index, document_pages
from bantin.compile.pages.home import home_page
from bantin.compile.pages.person import people_entries, person_index, person_pages
from bantin.compile.pages.place import district_pages, place_index, province_pages
from bantin.compile.pages.program import program_index, program_pages
from bantin.compile.pages.search import search_page
from bantin.compile.pages.statistics import statistics_page
from bantin.compile.related import Neighbours
from bantin.model import Article
from bantin.runtime.fingerprint import digest


class Job(NamedTuple):
    """Pages that are made together, from inputs that the fingerprint covers."""

    name: str
    fingerprint: str
    make: Callable[[], Iterable[Page]]


def pages(catalog: Catalog, intro: str = "") -> Iterator[Page]:
    """Yield all compiled pages of a catalogue, in a fixed order."""
    for job in jobs(catalog, intro):
        yield from job.make()


def jobs(catalog: Catalog, intro: str = "") -> Iterator[Job]:
    """Yield all jobs of a catalogue, in a fixed order.

    Args:
        catalog: what may be shown.
        intro: HTML that the home page opens with.
    """
    rows, order = Rows(catalog), Neighbours(catalog)
    prints = Fingerprints(catalog)
    yield from _articles(catalog, rows, order, prints)
    for name, fingerprint, make in (
        *_overviews(catalog, rows, prints, intro),
        *_news(catalog, rows, prints),
        *_lists(catalog, rows, prints),
        *_records(catalog, rows, prints),
    ):
        yield Job(name, digest(prints.registries, fingerprint), make)


def _overviews(catalog: Catalog, rows: Rows, prints: Fingerprints, intro: str) -> Iterator[Job]:
    whole = prints.everything
    yield Job("home", digest(whole, intro), lambda: [home_page(catalog, rows, intro)])
    yield Job("statistics", whole, lambda: [statistics_page(catalog)])
    people = people_entries(catalog)
    yield Job("person_index", digest(repr(people)), partial(person_index, people))
    indexes = (
        year_index,
        type_index,
        program_index,
        agency_index,
        place_index,
        document_index,
        search_page,
    )
    for index in indexes:
        yield Job(index.__name__, whole, partial(_single, index, catalog))


def _news(catalog: Catalog, rows: Rows, prints: Fingerprints) -> Iterator[Job]:
    """Yield a job a page: few of them show the article that was edited."""
    frame = repr((len(catalog.stories), year_links(catalog)))
    for page in paginate(catalog.stories, NEWS):
        make = partial(_single, partial(news_page, rows=rows, stories=page), catalog)
        yield Job(f"news {page.number}", digest(prints.stories(page.items), frame), make)


def _single(make: Callable[[Catalog], Page], catalog: Catalog) -> list[Page]:
    return [make(catalog)]


def _articles(
    catalog: Catalog, rows: Rows, order: Neighbours, prints: Fingerprints
) -> Iterator[Job]:
    for article in (*catalog.articles, *catalog.retracted):
        make = partial(_article, catalog, rows, order, article)
        yield Job(article.path, prints.page(article), make)


def _article(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> list[Page]:
    return [article_page(catalog, rows, order, article)]


def _lists(catalog: Catalog, rows: Rows, prints: Fingerprints) -> Iterator[Job]:
    for folder in catalog.by_year:
        listed = prints.listed(catalog.by_year, folder)
        yield Job(f"year {folder}", listed, partial(year_pages, catalog, rows, folder))
    for name in catalog.by_type:
        listed = prints.listed(catalog.by_type, name)
        yield Job(f"type {name}", listed, partial(type_pages, catalog, rows, name))


def _records(catalog: Catalog, rows: Rows, prints: Fingerprints) -> Iterator[Job]:
    known = catalog.registries
    for program in known.programs.values():
        terms = (term.id for term in catalog.lineage.terms(program))
        listed = prints.listed(catalog.by_program, program.id, *terms)
        yield Job(f"program {program.id}", listed, partial(program_pages, catalog, rows, program))
    for agency in known.agencies.values():
        listed = prints.listed(catalog.by_agency, agency.id)
        yield Job(f"agency {agency.id}", listed, partial(agency_pages, catalog, rows, agency))
    for province in known.provinces.values():
        listed = prints.listed(catalog.by_province, province.id)
        yield Job(
            f"province {province.id}", listed, partial(province_pages, catalog, rows, province)
        )
    for district in known.districts.values():
        listed = prints.listed(catalog.by_district, district.id)
        yield Job(
            f"district {district.id}", listed, partial(district_pages, catalog, rows, district)
        )
    for document in known.documents.values():
        listed = prints.listed(catalog.by_document, document.id)
        yield Job(
            f"document {document.id}", listed, partial(document_pages, catalog, rows, document)
        )
    for person in catalog.people.values():
        listed = prints.stories(a.article for a in person.appearances)
        yield Job(f"person {person.id}", listed, partial(person_pages, catalog, rows, person))
