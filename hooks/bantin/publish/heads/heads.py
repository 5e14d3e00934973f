"""The head of each page: linked data, metadata, its feed and its preview."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    DATA,
    HOME,
    SEARCH,
    agency_address,
    document_address,
    person_address,
    program_address,
    province_address,
)
from bantin.compile.page import Head, Page
from bantin.model.settings import Settings
from bantin.publish.data import Table
from bantin.publish.feeds.channels import feed_addresses
from bantin.publish.heads.articles import LICENCE, Frame, article_nodes
from bantin.publish.heads.bylines import publisher_of
from bantin.publish.heads.metadata import article_metadata, article_open_graph, page_metadata
from bantin.publish.heads.nodes import Node, Urls, as_script, node
from bantin.publish.heads.records import (
    agency_node,
    document_node,
    person_node,
    program_node,
    province_node,
)
from bantin.publish.previews import Previews

NodeMaker = Callable[[Urls], Node]


class Heads:
    """Gives pages their heads; a head depends on the page and the catalog alone."""

    def __init__(self, catalog: Catalog, settings: Settings, tables: Iterable[Table]) -> None:
        self._catalog = catalog
        self._settings = settings
        self._feeds = feed_addresses(catalog)
        self._previews = Previews(catalog, settings)
        self._makers = _makers(catalog)
        self._makers[HOME] = partial(_site, settings)
        self._makers[DATA] = partial(_dataset, settings, tuple(tables))

    def on(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Yield pages with their heads."""
        return (page._replace(head=self._head(page)) for page in pages)

    def _head(self, page: Page) -> Head:
        article = self._catalog.at(page.source) if page.source else None
        feed = page.address if page.address in self._feeds else ""
        publisher = self._settings.publisher.name
        of_article = article_metadata(self._catalog, article, publisher) if article else ()
        return Head(
            linked_data="" if page.hidden else as_script(self._nodes(page)),
            feed=feed,
            feed_title=self._feeds.get(feed, ""),
            metadata=(*page_metadata(page, self._settings), *of_article),
            open_graph=article_open_graph(article) if article else (),
            preview=self._previews.of(page),
        )

    def _nodes(self, page: Page) -> Iterator[Node]:
        urls = Urls(self._settings.site_url, page.depth)
        if page.source and (article := self._catalog.at(page.source)):
            of_page = Frame(publisher_of(self._settings), self._previews.of(page))
            yield from article_nodes(self._catalog, article, urls, of_page)
        elif maker := self._makers.get(page.address):
            yield maker(urls)
        if page.trail:
            yield _trail(page, urls)


def _makers(catalog: Catalog) -> dict[str, NodeMaker]:
    """Return functions that make the nodes of records, by the addresses of their pages."""
    records = catalog.registries
    agencies, provinces = records.agencies.values(), records.provinces.values()
    programs, documents = records.programs.values(), records.documents.values()
    people = catalog.people.values()
    return {
        **{agency_address(a.id): partial(agency_node, catalog, a) for a in agencies},
        **{province_address(p): partial(province_node, catalog, p) for p in provinces},
        **{program_address(p.id): partial(program_node, catalog, p) for p in programs},
        **{document_address(d.id): partial(document_node, d) for d in documents},
        **{person_address(p.id): partial(person_node, catalog, p) for p in people},
    }


def _trail(page: Page, urls: Urls) -> Node:
    steps = [("", "Trang chủ"), *((s.address, s.text) for s in page.trail)]
    steps.append((page.address, page.title))
    return node(
        "BreadcrumbList",
        itemListElement=[
            node("ListItem", position=number, name=name, item=urls.of(address))
            for number, (address, name) in enumerate(steps, 1)
        ],
    )


def _site(settings: Settings, urls: Urls) -> Node:
    site = settings.site_url
    action = {
        **node(
            "SearchAction",
            target=node("EntryPoint", urlTemplate=f"{site}{SEARCH}?q={{search_term_string}}"),
        ),
        "query-input": "required name=search_term_string",
    }
    return node(
        "WebSite",
        url=urls.of(""),
        name=settings.site_name,
        inLanguage="vi",
        publisher=publisher_of(settings),
        potentialAction=action if site else None,
    )


def _dataset(settings: Settings, tables: Iterable[Table], urls: Urls) -> Node:
    kinds = (("json", "application/json"), ("csv", "text/csv"))
    return node(
        "Dataset",
        url=urls.of(DATA),
        name=f"{settings.site_name}: dữ liệu mở",
        description="Tin bài, hội nghị, chương trình, cơ quan, địa phương, văn bản và nhân sự của"
        " bản tin, kèm lược đồ và từ điển dữ liệu.",
        inLanguage="vi",
        license=LICENCE,
        isAccessibleForFree=True,
        distribution=[
            node("DataDownload", name=f"{table.title} ({kind})", encodingFormat=media,
                 contentUrl=urls.of(f"{DATA}{table.name}.{kind}"))
            for table in tables
            for kind, media in kinds
        ],
    )  # fmt: skip
