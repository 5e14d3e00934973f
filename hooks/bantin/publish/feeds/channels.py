"""Which feeds there are: one of all news, and one for each programme, agency and province."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.catalog.catalog import Index
from bantin.compile.addresses import (
    HOME,
    TASKS,
    agency_address,
    program_address,
    province_address,
)
from bantin.model import Article
from bantin.publish.dates import changed_on

TASKS_TITLE = "Nhiệm vụ các hội nghị đề ra"


class Channel(NamedTuple):
    """One feed: the address of its page, its title, and all its articles, withdrawn ones last."""

    address: str
    title: str
    articles: Sequence[Article]


def channels(catalog: Catalog, site_name: str) -> Iterator[Channel]:
    """Yield every feed with at least one entry, and always the one of all news."""
    yield Channel(HOME, site_name, (*catalog.articles, *catalog.retracted))
    for address, name, articles in _sections(catalog):
        yield Channel(address, f"{name} – {site_name}", articles)


def feed_addresses(catalog: Catalog) -> Mapping[str, str]:
    """Return the titles of the sections that have a feed, by the address of their page."""
    sections = {address: name for address, name, _ in _sections(catalog)}
    setting = (article for record in catalog.tasks.all for article in record.articles)
    return sections | ({TASKS: TASKS_TITLE} if any(map(changed_on, setting)) else {})


def _sections(catalog: Catalog) -> Iterator[Channel]:
    """Yield the sections that have an entry: an article of which no day is known is none."""
    for section in _all_sections(catalog):
        if any(changed_on(article) for article in section.articles):
            yield section


def _all_sections(catalog: Catalog) -> Iterator[Channel]:
    records = catalog.registries
    for id_, articles in _of_all(catalog, "by_program", catalog.by_program, programs_of):
        if program := records.programs.get(id_):
            yield Channel(program_address(id_), program.label, articles)
    for id_, articles in _of_all(catalog, "by_agency", catalog.by_agency, _agencies_of):
        if agency := records.agencies.get(id_):
            yield Channel(agency_address(id_), agency.name, articles)
    # A province of today tells of its ground, as its page does.
    ground = {id_: catalog.on_ground(province) for id_, province in records.provinces.items()}
    told = {id_: stories for id_, stories in ground.items() if stories}
    for id_, articles in _of_all(catalog, "by_province", told, _provinces_of):
        if province := records.provinces.get(id_):
            yield Channel(
                province_address(province), catalog.lineage.province_name(province), articles
            )


def _of_all(
    catalog: Catalog, name: str, index: Index, keys: Callable[[Article], Sequence[str]]
) -> Iterator[tuple[str, Sequence[Article]]]:
    """Yield the articles of each key of an index: announcements, reports, withdrawn articles."""
    withdrawn = [(article, {*keys(article)}) for article in catalog.retracted]
    for id_ in dict.fromkeys((*index, *catalog.announced.indexes[name])):
        former = (article for article, of in withdrawn if id_ in of)
        yield id_, (*catalog.announced.of(name, id_), *index.get(id_, ()), *former)


def _agencies_of(article: Article) -> Sequence[str]:
    return article.agency_ids


def _provinces_of(article: Article) -> Sequence[str]:
    return article.front.provinces
