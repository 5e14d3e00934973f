"""The kinds of pages that a record has: one line here for each.

Pages, their reuse and the sitemap follow from this list. A new kind is: its section in
``model/sections.py``, its address in ``addresses.py``, a module in ``pages`` with a view,
``*_pages`` and ``*_index``, a template in ``theme/pages``, and a line below.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bantin.catalog import Catalog
from bantin.catalog.people import PersonRecord
from bantin.compile.addresses import (
    agency_address,
    district_address,
    document_address,
    person_address,
    program_address,
    province_address,
    tasks_address,
    type_address,
    year_address,
)
from bantin.compile.listing import Rows
from bantin.compile.page import Page
from bantin.compile.pages.agency import agency_index, agency_pages, duties_of
from bantin.compile.pages.archive import type_index, type_pages, year_index, year_pages
from bantin.compile.pages.document import document_index, document_pages
from bantin.compile.pages.person import person_pages
from bantin.compile.pages.place import district_pages, place_index, province_pages
from bantin.compile.pages.program import program_index, program_pages
from bantin.compile.pages.tasks import tasks_index, tasks_pages
from bantin.compile.task_lines import articles_of
from bantin.model import Agency, Article, Program

Stories = Callable[[Catalog, Any], Sequence[Article]]


@dataclass(frozen=True, slots=True)
class PageKind:
    """Pages of records of one kind; a year or a type of conference is a record here too.

    Attributes:
        name: of the kind, in names of jobs.
        records: gives the records by their keys.
        address: gives the address of a record.
        stories: gives the stories that the pages of a record list.
        pages: makes the pages of a record.
        index: makes the page that leads to all of them; None where another page does.
        inputs: gives the stories that the pages are made from, where pages show more
            stories than they list (a programme's timeline).
        announced: gives the conferences that its pages show as announced.
    """

    name: str
    records: Callable[[Catalog], Mapping[str, Any]]
    address: Callable[[Any], str]
    stories: Stories
    pages: Callable[[Catalog, Rows, Any], Iterable[Page]]
    index: Callable[[Catalog], Page] | None = None
    inputs: Stories | None = None
    announced: Stories = lambda _catalog, _record: ()

    def inputs_of(self, catalog: Catalog, record: object) -> Sequence[Article]:
        """Return the stories that the pages of a record are made from."""
        return (self.inputs or self.stories)(catalog, record)


def _keys(index: str) -> Callable[[Catalog], Mapping[str, str]]:
    """Return a function that maps each key of an index to itself."""
    return lambda catalog: {key: key for key in getattr(catalog, index)}


def _registry(name: str) -> Callable[[Catalog], Mapping[str, Any]]:
    """Return a function that gives the records of a registry, by id."""
    return lambda catalog: getattr(catalog.registries, name)


def _indexed(index: str) -> Stories:
    """Return a function that gives the stories of a record in an index."""
    return lambda catalog, record: getattr(catalog, index).get(getattr(record, "id", record), ())


def _announced(index: str) -> Stories:
    """Return a function that gives the announced conferences of a record in an index."""
    return lambda catalog, record: catalog.announced.of(index, str(getattr(record, "id", record)))


def _announced_in_all_periods(catalog: Catalog, program: Program) -> Sequence[Article]:
    periods = catalog.lineage.terms(program)
    return [story for one in periods for story in catalog.announced.of("by_program", one.id)]


def _of_all_periods(catalog: Catalog, program: Program) -> Sequence[Article]:
    """Return the stories of a programme in all its periods: its timeline shows them."""
    periods = catalog.lineage.terms(program)
    return [story for one in periods for story in catalog.by_program.get(one.id, ())]


def _with_tasks(catalog: Catalog, program: Program) -> Sequence[Article]:
    """Return what the pages of a programme are made from: its tasks, and what is said of them."""
    tasks = catalog.tasks.by_program.get(program.id, ())
    return [*_of_all_periods(catalog, program), *articles_of(tasks)]


def _with_duties(catalog: Catalog, agency: Agency) -> Sequence[Article]:
    """Return what the pages of an agency are made from: its news, and the tasks it has."""
    return [*catalog.by_agency.get(agency.id, ()), *articles_of(duties_of(catalog, agency))]


def _due_years(catalog: Catalog) -> Mapping[str, str]:
    return {year: year for year in catalog.tasks.by_year}


def _setting(catalog: Catalog, year: str) -> Sequence[Article]:
    return catalog.tasks.articles_by_year.get(year, ())


def _due_in(catalog: Catalog, year: str) -> Sequence[Article]:
    return articles_of(catalog.tasks.by_year[year])


def _of_person(_: Catalog, person: PersonRecord) -> Sequence[Article]:
    return [appearance.article for appearance in person.appearances]


def _with_principals(catalog: Catalog, person: PersonRecord) -> Sequence[Article]:
    """Return the articles that name a person, with those that tell which conference is the same."""
    articles = _of_person(catalog, person)
    principals = [catalog.principals.get(article.path) for article in articles]
    return [*articles, *filter(None, principals)]


KINDS = (
    PageKind("year", _keys("by_year"), year_address, _indexed("by_year"), year_pages, year_index,
             announced=_announced("by_year")),
    PageKind("type", _keys("by_type"), type_address, _indexed("by_type"), type_pages, type_index,
             announced=_announced("by_type")),
    PageKind("program", _registry("programs"), lambda program: program_address(program.id),
             _indexed("by_program"), program_pages, program_index, _with_tasks,
             _announced_in_all_periods),
    PageKind("agency", _registry("agencies"), lambda agency: agency_address(agency.id),
             _indexed("by_agency"), agency_pages, agency_index, _with_duties,
             _announced("by_agency")),
    PageKind("tasks", _due_years, tasks_address, _setting, tasks_pages, tasks_index, _due_in),
    PageKind("province", _registry("provinces"), province_address,
             Catalog.on_ground, province_pages, place_index,
             announced=_announced("by_province")),
    PageKind("district", _registry("districts"), district_address,
             Catalog.on_ground, district_pages, announced=_announced("by_district")),
    PageKind("document", _registry("documents"), lambda document: document_address(document.id),
             _indexed("by_document"), document_pages, document_index,
             announced=_announced("by_document")),
    PageKind("person", lambda catalog: catalog.people, lambda person: person_address(person.id),
             _of_person, person_pages, inputs=_with_principals),
)  # fmt: skip
