"""The pages of the sources: who published what the site rests on, where, and when it was read."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from bantin.catalog import Catalog
from bantin.compile.addresses import SOURCES
from bantin.compile.listing import paginate
from bantin.compile.page import Link, Page
from bantin.linkcheck import CitedSource, cited_sources
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.order import sort_key

PER_PAGE = 100
REGISTRIES = {
    "agencies": "cơ quan",
    "programs": "chương trình",
    "provinces": "tỉnh, thành phố",
    "districts": "huyện, quận, thị xã",
    "documents": "văn bản",
}


class SourceLine(NamedTuple):
    """One source; ``records`` says how many registry records cite it."""

    name: str
    url: str
    collected: str
    iso: str
    articles: tuple[Link, ...]
    records: str


def source_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of the list of sources, by name."""
    sources = sorted(cited_sources(catalog.articles, catalog.registries), key=_order)
    for listing in paginate(sources, SOURCES, PER_PAGE):
        yield Page(
            address=listing.address(listing.number),
            template="sources.html",
            title="Nguồn tin",
            view=listing.with_items(map(_line, listing.items)),
            description="Mọi nguồn mà bài viết và sổ đăng ký dựa vào, cùng ngày thu thập.",
        )


def _order(source: CitedSource) -> tuple[str, str]:
    return sort_key(_name(source)), source.url


def _line(source: CitedSource) -> SourceLine:
    date = source.collected
    return SourceLine(
        name=_name(source),
        url=source.url,
        collected=in_figures(date) if date else "",
        iso=date.iso() if date and date.year else "",
        articles=tuple(Link(article.address, article.front.title) for article in source.articles),
        records=_records(source),
    )


def _name(source: CitedSource) -> str:
    """Return its name; where only registries cite it, that of its server."""
    return source.name or urlsplit(source.url).netloc.removeprefix("www.")


def _records(source: CitedSource) -> str:
    counts = Counter(record.kind for record in source.records)
    return ", ".join(f"{counts[kind]} {name}" for kind, name in REGISTRIES.items() if counts[kind])
