"""All that publishing adds to a site: heads, pages and files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bantin.catalog import Catalog
from bantin.compile.inputs import Inputs, registries_and_day
from bantin.compile.jobs import Job
from bantin.compile.page import Page
from bantin.model import Article
from bantin.model.settings import Settings
from bantin.publish.data import data_page, package_description, table_outputs, tables
from bantin.publish.discovery.page_list import listed_pages
from bantin.publish.discovery.sitemap import news_sitemap, sitemap_outputs
from bantin.publish.discovery.small_files import llms, robots, search_description, security_contact
from bantin.publish.feeds import Feeds, calendar_file, task_outputs
from bantin.publish.heads import Heads
from bantin.publish.output import AnyFile
from bantin.publish.pages.duty import Evidence
from bantin.publish.pages.english import english_page
from bantin.publish.pages.history import history_pages
from bantin.publish.pages.report import report_page, statement_page
from bantin.publish.pages.sources import source_pages
from bantin.publish.proofs import Proofs
from bantin.publish.redirects import moved, moved_folders, redirect_outputs
from bantin.publish.server import server_outputs
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest


@dataclass(frozen=True, slots=True)
class Publication:
    """What one build publishes beside its articles and lists.

    Attributes:
        proofs: what tests have shown of the code; the duty report claims no more.
    """

    catalog: Catalog
    settings: Settings
    proofs: Proofs

    def page_jobs(self, compiled: Iterable[Job]) -> Iterator[Job]:
        """Yield the jobs of the compiler and those of publishing, each page with its head."""
        heads = Heads(self.catalog, self.settings, tables(self.catalog, self.settings.site_url))
        for job in compiled:
            yield job._replace(make=partial(_headed, heads, job.make))
        for page in self._pages():
            yield Job(page.address, (("content", digest(repr(page))),), partial(heads.on, [page]))
        catalog = self.catalog
        history = partial(history_pages, catalog, self.settings.repository)
        articles = (*catalog.articles, *catalog.retracted)
        yield Job("history", self._shown(articles), partial(_headed, heads, history))
        cited = [article for article in catalog.articles if article.front.source]
        sources = partial(source_pages, catalog)
        yield Job("sources", self._shown(cited), partial(_headed, heads, sources))

    def file_jobs(self, handwritten: Sequence[str], scripts: Sequence[str]) -> list[Job]:
        """Return the jobs of all other files; each feed has its own, as an edit changes few.

        Args:
            handwritten: addresses of the pages that the host wrote.
            scripts: hashes of the inline scripts of the theme; no other may run.
        """
        catalog = self.catalog
        sources = [f"{a.path} {a.digest}" for a in (*catalog.articles, *catalog.retracted)]
        inputs = (
            ("stories", digest(*sources)),
            *registries_and_day(catalog),
            ("hand-written pages", digest(*handwritten, *scripts)),
        )
        others = partial(self._files, handwritten, scripts)
        feeds = Feeds(catalog, self.settings)
        return [
            Job("open data", inputs, self._open_data),
            Job("other files", inputs, others),
            *(
                Job(f"feed {one.channel.address}", one.inputs, partial(feeds.make, one))
                for one in feeds
            ),
        ]

    def _pages(self) -> Iterator[Page]:
        evidence = Evidence(self.catalog, self.settings, self.proofs)
        yield data_page(tables(self.catalog))
        yield report_page(evidence)
        yield statement_page(evidence)
        yield english_page(self.catalog, self.settings)

    def _shown(self, articles: Iterable[Article]) -> Inputs:
        """Return what other pages can show of articles, and all records, as inputs."""
        parts = (part for a in articles for part in (a.path, a.shown_digest))
        return (
            *registries_and_day(self.catalog),
            ("stories", digest(*parts)),
        )

    @property
    def row_version(self) -> str:
        """Digest of all that rows of listings depend on besides their records."""
        return digest(code_digest(PACKAGE), self.settings.site_url)

    def _open_data(self) -> Iterator[AnyFile]:
        """Yield the tables of the open data, and their description."""
        all_tables = tables(self.catalog, self.settings.site_url)
        yield from table_outputs(all_tables, self.settings.site_url)
        yield package_description(all_tables, self.settings.site_name)

    def _files(self, handwritten: Iterable[str], scripts: Iterable[str]) -> Iterator[AnyFile]:
        """Yield calendar, sitemaps, redirects and server files."""
        catalog, settings, url = self.catalog, self.settings, self.settings.site_url
        yield calendar_file(catalog, settings)
        yield from task_outputs(catalog, settings)
        yield from sitemap_outputs(listed_pages(catalog, handwritten), url)
        yield from news_sitemap(catalog, settings)
        yield robots(catalog, settings)
        yield llms(catalog, settings, tables(catalog, url))
        yield from search_description(settings)
        yield from security_contact(settings, catalog.today)
        yield from redirect_outputs(catalog, settings)
        old = {**moved_folders(catalog), **moved(catalog)}
        yield from server_outputs(scripts, old, url)


def _headed(heads: Heads, make: Callable[[], Iterable[Page]]) -> Iterator[Page]:
    return heads.on(make())
