"""All that publishing adds to a site: heads, pages and files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bantin.catalog import Catalog
from bantin.compile.jobs import Job
from bantin.compile.page import Page
from bantin.model import Article
from bantin.model.settings import Settings
from bantin.publish.data import data_page, package_output, table_outputs, tables
from bantin.publish.data.articles import ARTICLES, article_table
from bantin.publish.discovery.page_list import listed_pages
from bantin.publish.discovery.sitemap import news_sitemap, sitemap_outputs
from bantin.publish.discovery.small_files import llms, robots, search_description, security_contact
from bantin.publish.feeds import calendar_file, feed_outputs
from bantin.publish.heads import Heads
from bantin.publish.listing import Listing, Sum
from bantin.publish.output import Output
from bantin.publish.pages.duty import Evidence
from bantin.publish.pages.english import english_page
from bantin.publish.pages.history import history_pages
from bantin.publish.pages.report import report_page, statement_page
from bantin.publish.pages.sources import source_pages
from bantin.publish.redirects import moved, redirect_outputs
from bantin.publish.server import server_outputs
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest


@dataclass(frozen=True, slots=True)
class Publication:
    """What one build publishes beside its articles and lists.

    Attributes:
        has: whether a file of the project is there; proofs in the duty report are looked up.
    """

    catalog: Catalog
    settings: Settings
    has: Callable[[str], bool]

    def jobs(self, compiled: Iterable[Job]) -> Iterator[Job]:
        """Yield the jobs of the compiler and those of publishing, each page with its head."""
        heads = Heads(self.catalog, self.settings, tables(self.catalog, self.settings.site_url))
        for job in compiled:
            yield job._replace(make=partial(_headed, heads, job.make))
        for page in self._pages():
            yield Job(page.address, digest(repr(page)), partial(heads.on, [page]))
        catalog = self.catalog
        history = partial(history_pages, catalog, self.settings.repository)
        told = self._shown((*catalog.articles, *catalog.retracted))
        yield Job("history", told, partial(_headed, heads, history))
        taken = self._shown(article for article in catalog.articles if article.front.source)
        yield Job("sources", taken, partial(_headed, heads, partial(source_pages, catalog)))

    def _pages(self) -> Iterator[Page]:
        evidence = Evidence(self.catalog, self.settings, self.has)
        yield data_page(tables(self.catalog))
        yield report_page(evidence)
        yield statement_page(evidence)
        yield english_page(self.catalog, self.settings)

    def _shown(self, articles: Iterable[Article]) -> str:
        """Digest of what other pages can show of articles, and of all records."""
        parts = (part for a in articles for part in (a.path, a.shown_digest))
        return digest(repr(self.catalog.registries), *parts)

    def fingerprint(self, engine: str) -> str:
        """Digest of all that the files are made from.

        Args:
            engine: digest of the code, and of all that ``outputs`` is given.
        """
        catalog = self.catalog
        told = (
            part for a in (*catalog.articles, *catalog.retracted) for part in (a.path, a.digest)
        )
        return digest(engine, repr((self.settings, catalog.today, catalog.registries)), *told)

    @property
    def version(self) -> str:
        """Digest of all that rows of long files depend on besides their records."""
        return digest(code_digest(PACKAGE), self.settings.site_url)

    def package(self, sums: Mapping[str, Sum]) -> Iterator[Output]:
        """Yield the description of the open data, from the sums of its listings."""
        url = self.settings.site_url
        yield package_output(tables(self.catalog, url), self.settings.site_name, sums.__getitem__)

    def articles(self) -> Iterator[Output | Listing]:
        """Yield the table of articles and the feeds, which are half of the work on all files."""
        catalog, settings = self.catalog, self.settings
        yield from table_outputs([article_table(catalog, settings.site_url)], settings.site_url)
        yield from feed_outputs(catalog, settings)

    def outputs(
        self, handwritten: Iterable[str], shells: Iterable[str]
    ) -> Iterator[Output | Listing]:
        """Yield all other files but ``package``.

        Args:
            handwritten: addresses of the pages that the host wrote.
            shells: HTML that holds every inline script of the site.
        """
        catalog, settings, url = self.catalog, self.settings, self.settings.site_url
        others = (table for table in tables(catalog, url) if table.name != ARTICLES)
        yield from table_outputs(others, url)
        yield calendar_file(catalog, settings)
        yield from sitemap_outputs(listed_pages(catalog, handwritten), url)
        yield from news_sitemap(catalog, settings)
        yield robots(settings)
        yield llms(catalog, settings, tables(catalog, url))
        yield from search_description(settings)
        yield from security_contact(settings, catalog.today)
        yield from redirect_outputs(catalog, settings)
        yield from server_outputs(shells, moved(catalog))


def _headed(heads: Heads, make: Callable[[], Iterable[Page]]) -> Iterator[Page]:
    return heads.on(make())
