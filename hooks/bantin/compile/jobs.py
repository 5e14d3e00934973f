"""Every page of the portal, as jobs: what to make, and what it is made from.

A page over the whole catalogue is an entry of ``OVERVIEWS``; pages of records are a line in
``kinds.py``.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.compile.addresses import NEWS
from bantin.compile.inputs import Inputs, PageInputs
from bantin.compile.kinds import KINDS
from bantin.compile.listing import Rows, paginate
from bantin.compile.page import Page
from bantin.compile.pages.archive import announced_pages, news_page, year_links
from bantin.compile.pages.article import article_page
from bantin.compile.pages.home import home_page
from bantin.compile.pages.person import people_entries, person_index
from bantin.compile.pages.program import program_pages
from bantin.compile.pages.search import search_page
from bantin.compile.pages.statistics import statistics_page
from bantin.compile.related import Neighbours
from bantin.model import Article
from bantin.runtime.fingerprint import digest


class Job(NamedTuple):
    """Outputs that are made together.

    Attributes:
        name: unique among all jobs: path of an article, or kind and key of a list.
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


# Pages over the whole catalogue, besides the home page and the index of people.
OVERVIEWS = (statistics_page, *(kind.index for kind in KINDS if kind.index), search_page)


def pages(catalog: Catalog, intro: str = "") -> Iterator[Page]:
    """Yield all compiled pages of a catalogue, in a fixed order."""
    for job in jobs(catalog, intro):
        yield from job.make()


def pages_of(catalog: Catalog, article: Article) -> Iterator[Page]:
    """Yield the page of one article, then those of its programmes: what shows it in full."""
    rows = Rows(catalog)
    yield article_page(catalog, rows, Neighbours(catalog), article)
    for id_ in programs_of(article):
        yield from program_pages(catalog, rows, catalog.registries.programs[id_])


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
        *_records(catalog, rows, inputs),
    ):
        yield job._replace(inputs=(*inputs.registries_and_day, *job.inputs))


def _articles(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    order = Neighbours(catalog)
    for article in (*catalog.articles, *catalog.retracted):
        make = partial(_article, catalog, rows, order, article)
        yield Job(article.path, inputs.of_article(article), make)


def _article(catalog: Catalog, rows: Rows, order: Neighbours, article: Article) -> list[Page]:
    return [article_page(catalog, rows, order, article)]


def _overviews(catalog: Catalog, rows: Rows, inputs: PageInputs, intro: str) -> Iterator[Job]:
    stories, announced = ("stories", inputs.stories), ("announced", inputs.announced)
    home = partial(home_page, catalog, rows, intro)
    yield Job("home", (stories, announced, ("index.md", digest(intro))), partial(_single, home))
    people = people_entries(catalog)
    yield Job("people", (("people", digest(repr(people))),), partial(person_index, people))
    for overview in OVERVIEWS:
        make = partial(_single, partial(overview, catalog))
        yield Job(overview.__name__, (stories, announced), make)
    yield Job("announced", (announced,), partial(announced_pages, catalog, rows))


def _single(make: Callable[[], Page]) -> list[Page]:
    return [make()]


def _news(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    """Yield a job for each page of the list of all news: few of them show an edited article."""
    years = digest(repr((len(catalog.stories), year_links(catalog))))
    announced = rows.of(catalog.announced.stories)
    for page in paginate(catalog.stories, NEWS, announced=announced):
        make = partial(news_page, catalog, rows=rows, stories=page)
        used: Inputs = (("stories", inputs.of_stories(page.items)), ("years", years))
        if page.number == 1:
            used = (*used, ("announced", inputs.announced))
        yield Job(f"news {page.number}", used, partial(_single, make))


def _records(catalog: Catalog, rows: Rows, inputs: PageInputs) -> Iterator[Job]:
    for kind in KINDS:
        for key, record in kind.records(catalog).items():
            used: Inputs = (("stories", inputs.of_stories(kind.inputs_of(catalog, record))),)
            if announced := kind.announced(catalog, record):
                used = (*used, ("announced", inputs.of_stories(announced)))
            yield Job(f"{kind.name} {key}", used, partial(kind.pages, catalog, rows, record))
