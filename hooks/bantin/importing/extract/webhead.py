"""What the head of a web page says of the article: title, lead, day, author, site, address."""

from collections.abc import Iterator
from contextlib import suppress
from json import JSONDecodeError, loads
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bantin.importing.extract.decode import tidy

_NAMES = {
    "og:title": "title",
    "author": "author",
    "og:site_name": "site",
    "og:url": "url",
}
# Names for the day of publication, the surest first; a day of change says nothing of the event.
_PUBLISHED = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "article:published", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article.published", "datecreated", "date",
)  # fmt: skip
_ARTICLES = {"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "WebPage"}
_TIMES = (
    "[itemprop=datePublished]",
    "time.published[datetime]",
    "time.entry-date[datetime]",
    "time[pubdate][datetime]",
)
# Of an article where they are few: a list of other articles has one of them for each.
_NEAR_TIMES = (
    "article header time[datetime]",
    "h1 ~ * time[datetime]",
    "h1 ~ time[datetime]",
    "article time[datetime]",
)
_FEW = 2


def read_head(tree: LexborHTMLParser) -> dict[str, str]:
    """Return what the head says, under title, lead, published, author, site and url."""
    found: dict[str, str] = {}
    days: dict[str, str] = {}
    for node in tree.css("meta"):
        given = node.attributes
        keys = ("property", "name", "itemprop")
        name = next((given[key] or "" for key in keys if given.get(key)), "").lower()
        said = tidy(given.get("content") or "").strip()
        if name in _NAMES and said:
            found.setdefault(_NAMES[name], said)
        elif name in _PUBLISHED and said:
            days.setdefault(name, said)
    link = tree.css_first("link[rel=canonical]")
    if link and link.attributes.get("href"):
        found.setdefault("url", link.attributes["href"] or "")
    told = [days[name] for name in _PUBLISHED if name in days]
    sure = [days[name] for name in _PUBLISHED[:2] if name in days]
    published = next(iter([*sure, *_of_scripts(tree), *_of_times(tree), *told]), "")
    if published:
        found["published"] = published
    return found


def _of_scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """Days of publication in JSON-LD, those of articles only."""
    for script in tree.css('script[type="application/ld+json"]'):
        with suppress(JSONDecodeError):
            yield from _of_json(loads(script.text(), strict=False))


def _of_json(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            continue
        kinds = item.get("@type", "Article")
        is_article = bool(_ARTICLES.intersection(kinds if isinstance(kinds, list) else [kinds]))
        for key in ("datePublished", "dateCreated") if is_article else ():
            if isinstance(item.get(key), str):
                yield item[key]
        yield from _of_json(item.get("@graph", []))


def _of_times(tree: LexborHTMLParser) -> Iterator[str]:
    """Days in elements of the page meant for machines."""
    for selector in (*_TIMES, *_NEAR_TIMES):
        nodes = tree.css(selector)
        is_list = selector in _NEAR_TIMES and len(nodes) > _FEW
        for node in [] if is_list else nodes[:1]:
            given = node.attributes
            said = given.get("datetime") or given.get("content") or node.text(strip=True)
            if said and any(char.isdigit() for char in said):
                yield said
