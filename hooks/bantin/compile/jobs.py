"""Every page of the portal, as jobs: what to make, and what it is made from.

A page kind is one entry of ``OVERVIEWS`` (one page over the whole catalogue) or one loop in
``_lists`` or ``_records`` (a page, or several, for each key of an index).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index
from bantin.compile.addresses import NEWS
from bantin.compile.inputs import Inputs, PageInputs
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

RecordT = TypeVar("RecordT")


class Job(NamedTuple):
    """Outputs that are made together.

    Attributes:
        name: unlike that of any other job: path of an article, or kind and key of a list.
        inputs: all that the outputs are made from, besides what all outputs depend on.
        make: makes the outputs: pages, or files of other kinds.
    """

    name: str
    inputs: Inputs
    make: Callable[[], Iterable[Any]]

    @property
    def fingerprint(self) -> str:
        """Digest of all inputs."""
        return digest(*[part for pair in self.inputs for part in pair])


OVERVIEWS: tuple[Callable[[Catalog], Page], ...] = (
    statistics_page,
    year_index,
    type_index,
    program_index,
    agency_index,
    place_index,
    document_index,
    search_page,
)


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
    rows, inputs = Rows(catalog), PageInputs(catalog)
    yield from _articles(catalog, rows, inputs)
    for job in (
        *_overviews(catalog, rows, inputs, intro),
        *_news(catalog, rows, inputs),
        *_lists(catalog, rows, inputs),
        *_records(catalog, rows, inputs),
    ):
        yield job._replace(inputs=(("registries", inputs.registries), *job.inputs))


def _articles(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    order = Neighbours(catalog)
    for article in (*catalog.articles, *catalog.retracted):
        make = partial(_article, catalog, rows, order, article)
        yield Job(article.path, inputs.of_article(article), make)


def _article(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> list[Page]:
    return [article_page(catalog, rows, order, article)]


def _overviews(catalog: Catalog, rows: Rows, inputs: PageInputs, intro: str) -> Iterator[Job]:
    stories = ("stories", inputs.stories)
    home = partial(home_page, catalog, rows, intro)
    yield Job("home", (stories, ("index.md", digest(intro))), partial(_single, home))
    people = people_entries(catalog)
    yield Job("people", (("people", digest(repr(people))),), partial(person_index, people))
    for overview in OVERVIEWS:
        yield Job(overview.__name__, (stories,), partial(_single, partial(overview, catalog)))


def _single(make: Callable[[], Page]) -> list[Page]:
    return [make()]


def _news(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    """Yield a job for each page of the list of all news: few of them show an edited article."""
    years = digest(repr((len(catalog.stories), year_links(catalog))))
    for page in paginate(catalog.stories, NEWS):
        make = partial(news_page, catalog, rows=rows, stories=page)
        used = (("stories", inputs.of_stories(page.items)), ("years", years))
        yield Job(f"news {page.number}", used, partial(_single, make))


def _lists(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    for folder in catalog.by_year:
        used = (("stories", inputs.of_list(catalog.by_year, folder)),)
        yield Job(f"year {folder}", used, partial(year_pages, catalog, rows, folder))
    for name in catalog.by_type:
        used = (("stories", inputs.of_list(catalog.by_type, name)),)
        yield Job(f"type {name}", used, partial(type_pages, catalog, rows, name))


def _records(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    records = catalog.registries
    for program in records.programs.values():
        terms = (term.id for term in catalog.lineage.terms(program))
        used = (("stories", inputs.of_list(catalog.by_program, program.id, *terms)),)
        make = partial(program_pages, catalog, rows, program)
        yield Job(f"program {program.id}", used, make)
    of_registry = partial(_of_registry, catalog, rows, inputs)
    yield from of_registry("agency", records.agencies, catalog.by_agency, agency_pages)
    yield from of_registry("province", records.provinces, catalog.by_province, province_pages)
    yield from of_registry("district", records.districts, catalog.by_district, district_pages)
    yield from of_registry("document", records.documents, catalog.by_document, document_pages)
    for person in catalog.people.values():
        used = (("stories", inputs.of_stories(a.article for a in person.appearances)),)
        yield Job(f"person {person.id}", used, partial(person_pages, catalog, rows, person))


def _of_registry(  # noqa: PLR0913, PLR0917 - what all of them share, then what tells them apart
    catalog: Catalog,
    rows: Rows,
    inputs: PageInputs,
    kind: str,
    records: Mapping[str, RecordT],
    index: Index,
    make_pages: Callable[[Catalog, Rows, RecordT], Iterable[Page]],
) -> Iterator[Job]:
    """Yield a job for each record of a registry, made from the stories that an index gives it."""
    for id_, record in records.items():
        used = (("stories", inputs.of_list(index, id_)),)
        yield Job(f"{kind} {id_}", used, partial(make_pages, catalog, rows, record))
