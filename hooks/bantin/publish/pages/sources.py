"""The list of sources: who they are, where they stand, and the day they were read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bantin.catalog import Catalog
from bantin.compile.addresses import SOURCES
from bantin.compile.listing import part_address
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
TITLE = "Nguồn tin"
DESCRIPTION = "Mọi nguồn mà bài viết và sổ đăng ký dựa vào, cùng ngày thu thập."


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as shown; ``records`` tells how many registry records rest on it."""

    name: str
    url: str
    collected: str
    iso: str
    articles: tuple[Link, ...]
    records: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of the list; numbers start at 1."""

    lines: tuple[SourceLine, ...]
    number: int
    parts: int
    total: int
    base: str = SOURCES

    @property
    def first(self) -> int:
        """The number of the first line in the whole list."""
        return (self.number - 1) * PER_PAGE + 1

    def address(self, number: int) -> str:
        """The address of another page of the list."""
        return part_address(self.base, number)


def source_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of the list, by the names of sources."""
    cited = sorted(cited_sources(catalog.articles, catalog.registries), key=_order)
    parts = max(1, -(-len(cited) // PER_PAGE))
    for number in range(1, parts + 1):
        shown = tuple(map(_line, cited[(number - 1) * PER_PAGE : number * PER_PAGE]))
        view = SourcesView(shown, number, parts, len(cited))
        yield Page(view.address(number), "sources.html", TITLE, view, DESCRIPTION)


def _order(cited: CitedSource) -> tuple[str, str]:
    return sort_key(_name(cited)), cited.url


def _line(cited: CitedSource) -> SourceLine:
    date = cited.collected
    return SourceLine(
        name=_name(cited),
        url=cited.url,
        collected=in_figures(date) if date else "",
        iso=date.iso() if date and date.year else "",
        articles=tuple(Link(article.address, article.front.title) for article in cited.articles),
        records=_records(cited),
    )


def _name(cited: CitedSource) -> str:
    """Its name; where only registries cite it, that of its server."""
    return cited.name or urlsplit(cited.url).netloc.removeprefix("www.")


def _records(cited: CitedSource) -> str:
    counts = Counter(record.kind for record in cited.records)
    return ", ".join(f"{counts[kind]} {name}" for kind, name in REGISTRIES.items() if counts[kind])
