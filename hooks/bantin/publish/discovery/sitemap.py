"""Sitemaps (sitemaps.org 0.9) with dates from the content, and the sitemap of the last two days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bantin.catalog import Catalog
from bantin.model import Article
from bantin.model.settings import Settings
from bantin.publish.dates import published_on
from bantin.publish.discovery.page_list import ListedPage
from bantin.publish.output import Output
from bantin.publish.xml import HEAD, text

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
MOST = 50_000
NEWS_DAYS = timedelta(days=2)
MOST_NEWS = 1_000


def sitemap_outputs(
    pages: Iterable[ListedPage], site_url: str, most: int = MOST
) -> Iterator[Output]:
    """Yield ``sitemap.xml``; above ``most`` pages, an index and several files.

    Args:
        pages: every page that search engines may list.
        site_url: where the site is published; a sitemap needs absolute addresses, so without one
            there is none.
        most: pages in one file; the standard allows 50,000.
    """
    if not site_url:
        return
    lines = [_url(page, site_url) for page in pages]
    if len(lines) <= most:
        yield _urlset("sitemap.xml", lines)
        return
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    entries = "".join(f"<sitemap><loc>{text(site_url + name)}</loc></sitemap>\n" for name in names)
    index = f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{entries}</sitemapindex>\n'
    yield Output("sitemap.xml", index)
    yield from map(_urlset, names, parts)


def _url(page: ListedPage, site_url: str) -> str:
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
    return f"<url><loc>{text(site_url + page.address)}</loc>{changed}</url>\n"


def _urlset(name: str, lines: Sequence[str]) -> Output:
    return Output(name, f'{HEAD}<urlset xmlns="{NAMESPACE}">\n{"".join(lines)}</urlset>\n')


def recent_news(catalog: Catalog) -> list[tuple[Article, date]]:
    """Return the articles of the last two days, each with its day."""
    since = catalog.today - NEWS_DAYS
    return [
        (article, day)
        for article in catalog.articles
        if (day := published_on(article)) and since <= day <= catalog.today
    ][:MOST_NEWS]


def news_sitemap(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield ``news-sitemap.xml`` as Google News asks; none without news, as the schema asks."""
    recent = recent_news(catalog)
    if not settings.site_url or not recent:
        return
    site = f"<news:name>{text(settings.site_name)}</news:name><news:language>vi</news:language>"
    entries = "".join(
        f"<url><loc>{text(settings.site_url + article.address)}</loc><news:news>"
        f"<news:publication>{site}</news:publication>"
        f"<news:publication_date>{day.isoformat()}</news:publication_date>"
        f"<news:title>{text(article.front.title)}</news:title></news:news></url>\n"
        for article, day in recent
    )
    head = f'<urlset xmlns="{NAMESPACE}" xmlns:news="{NEWS_NAMESPACE}">\n'
    yield Output("news-sitemap.xml", f"{HEAD}{head}{entries}</urlset>\n")
