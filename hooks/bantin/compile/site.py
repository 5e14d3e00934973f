"""Every page of the portal, as values."""

from collections.abc import Iterator

from bantin.catalog import Catalog
from bantin.compile.agency import agency_pages
from bantin.compile.article import article_pages
from bantin.compile.calendar import calendar_pages
from bantin.compile.document import document_pages
from bantin.compile.home import home_page
from bantin.compile.listing import Rows
from bantin.compile.page import Page
from bantin.compile.person import person_pages
from bantin.compile.place import place_pages
from bantin.compile.program import program_pages
from bantin.compile.statistics import statistics_page


def pages(catalog: Catalog, intro: str = "") -> Iterator[Page]:
    """Yield all compiled pages of a catalogue, in a fixed order.

    Args:
        catalog: what may be shown.
        intro: HTML that the home page opens with.
    """
    rows = Rows(catalog)
    yield home_page(catalog, rows, intro)
    yield from article_pages(catalog, rows)
    yield from calendar_pages(catalog, rows)
    yield from program_pages(catalog, rows)
    yield from agency_pages(catalog, rows)
    yield from place_pages(catalog, rows)
    yield from document_pages(catalog, rows)
    yield from person_pages(catalog, rows)
    yield statistics_page(catalog)
