"""Every page that search engines may list, with the day its content last changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    DATA,
    ENGLISH,
    HISTORY,
    HOME,
    REPORT,
    SOURCES,
    STATEMENT,
    month_address,
)
from bantin.compile.kinds import KINDS
from bantin.model import Article
from bantin.model.sections import UNKNOWN_YEAR, Section
from bantin.publish.dates import changed_on, latest

# Pages whose content has no day.
UNDATED = (HISTORY, REPORT, STATEMENT, ENGLISH, SOURCES)
# The home page and the indexes: they change with any article. A new section comes in by itself.
WHOLE = (HOME, *(s.address for s in Section if s.owner == "compile" and s is not Section.SEARCH))


class ListedPage(NamedTuple):
    """A page by its address from the site root; ``changed`` is None where no day is known."""

    address: str
    changed: date | None


def listed_pages(catalog: Catalog, handwritten: Iterable[str] = ()) -> Iterator[ListedPage]:
    """Yield every page but the second and later ones of lists; a list changes with its articles.

    Args:
        catalog: what may be shown.
        handwritten: addresses of the pages that the host wrote.
    """
    days = {article.path: changed_on(article) for article in catalog.articles}
    newest = latest(days.values())
    yield from (ListedPage(address, newest) for address in (*WHOLE, DATA))
    yield from (ListedPage(address, None) for address in UNDATED)
    yield from (ListedPage(address, None) for address in handwritten)
    yield from (ListedPage(article.address, days[article.path]) for article in catalog.articles)
    for address, stories in _lists(catalog):
        yield ListedPage(address, latest(days[story.path] for story in stories))


def _lists(catalog: Catalog) -> Iterator[tuple[str, Iterable[Article]]]:
    """Yield the address of each list, and the stories in it."""
    for kind in KINDS:
        for record in kind.records(catalog).values():
            stories = (*kind.stories(catalog, record), *kind.announced(catalog, record))
            yield kind.address(record), stories
    yield from _months(catalog).items()


def _months(catalog: Catalog) -> Mapping[str, list[Article]]:
    months: dict[str, list[Article]] = {}
    for year, stories in catalog.by_year.items():
        for story in stories if year != UNKNOWN_YEAR else ():
            if month := catalog.bounds_of(story).month:
                months.setdefault(month_address(int(year), month), []).append(story)
    return months
