"""Small files that programs look for by name."""

from collections.abc import Iterator
from datetime import date, timedelta

from bantin.catalog import Catalog
from bantin.compile.addresses import DATA, ENGLISH, SEARCH, SEARCH_DESCRIPTION
from bantin.model.settings import Settings
from bantin.publish.data import Table
from bantin.publish.discovery.sitemap import recent_news
from bantin.publish.output import Output
from bantin.publish.xml import HEAD, attribute, text

# The standard of OpenSearch allows no longer one.
SHORT_NAME = 16
CONTACT_LIFE = timedelta(days=180)


def robots(catalog: Catalog, settings: Settings) -> Output:
    """Return ``robots.txt``: everything may be read; names the sitemaps that there are."""
    site = settings.site_url
    names = ["sitemap.xml", *(["news-sitemap.xml"] if recent_news(catalog) else [])]
    maps = [f"Sitemap: {site}{name}" for name in names if site]
    return Output("robots.txt", "\n".join(["User-agent: *", "Disallow:", *maps]) + "\n")


def llms(catalog: Catalog, settings: Settings, tables: list[Table]) -> Output:
    """Return ``llms.txt``: what the portal is and where its data is, as Markdown."""
    site = settings.site_url
    files = [f"- [{t.title}]({site}{DATA}{t.name}.json): {t.meaning}" for t in tables]
    conferences, articles = len(catalog.conferences), len(catalog.articles)
    lines = [
        f"# {settings.site_name}",
        "",
        f"> Bản tin các hội nghị về chương trình phối hợp: {conferences} hội nghị, {articles} bài.",
        "",
        "Điều chưa biết để trống; điều suy ra ghi kèm căn cứ. Nội dung theo giấy phép CC BY 4.0.",
        "",
        "## Dữ liệu",
        "",
        f"- [Từ điển dữ liệu]({site}{DATA}): mọi bảng, mọi cột",
        *files,
        "",
        "## Tin mới",
        "",
        f"- [Atom]({site}feed.xml), [JSON Feed]({site}feed.json), [iCalendar]({site}lich.ics)",
        "",
        "## Optional",
        "",
        f"- [English]({site}{ENGLISH}): structure and contacts",
    ]
    return Output("llms.txt", "\n".join(lines) + "\n")


def search_description(settings: Settings) -> Iterator[Output]:
    """Yield the OpenSearch description, which needs an absolute address."""
    if not settings.site_url:
        return
    site = settings.site_url
    yield Output(
        SEARCH_DESCRIPTION,
        f'{HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{text(settings.site_name[:SHORT_NAME])}</ShortName>\n"
        f"<Description>{text(f'Tìm trong {settings.site_name}')}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>vi</Language>\n"
        f'<Url type="text/html" template={attribute(f"{site}{SEARCH}?q={{searchTerms}}")}/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self"'
        f" template={attribute(site + SEARCH_DESCRIPTION)}/>\n"
        f'<Image type="image/svg+xml">{text(site)}assets/icon.svg</Image>\n'
        "</OpenSearchDescription>\n",
    )


def security_contact(settings: Settings, today: date) -> Iterator[Output]:
    """Yield ``security.txt`` (RFC 9116) where a contact is declared; it expires in half a year."""
    email = settings.publisher.email
    if not email:
        return
    expires = today + CONTACT_LIFE
    lines = [
        f"Contact: mailto:{email}",
        f"Expires: {expires.isoformat()}T00:00:00+07:00",
        "Preferred-Languages: vi, en",
    ]
    if settings.site_url:
        lines.append(f"Canonical: {settings.site_url}.well-known/security.txt")
    yield Output(".well-known/security.txt", "\n".join(lines) + "\n")
