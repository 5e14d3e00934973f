"""What the head of a web page says about its article: title, day, author, site, address."""

from collections.abc import Iterator
from contextlib import suppress
from json import JSONDecodeError, loads
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bantin.importing.extract.decoding import clean_text

# Name of a meta element -> our key.
_KEYS = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "author": "author",
    "og:site_name": "site",
    "og:url": "url",
}
# Names of meta elements for the day of publication, the surest first. Days of modification are
# left out: an article may be edited years after the event.
_PUBLISHED = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "article:published", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article.published", "datecreated", "date",
)  # fmt: skip
# Types of schema.org that an article may have in JSON-LD.
_ARTICLES = {"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "WebPage"}
_TIME_SELECTORS = (
    "[itemprop=datePublished]",
    "time.published[datetime]",
    "time.entry-date[datetime]",
    "time[pubdate][datetime]",
    ".post-footer abbr.published[title]",
)
# The article's own only where there are few: a list of other articles has one for each of them.
_LOOSE_TIME_SELECTORS = (
    "article header time[datetime]",
    "h1 ~ * time[datetime]",
    "h1 ~ time[datetime]",
    "article time[datetime]",
)
_MAX_TIMES = 2


def read_metadata(tree: LexborHTMLParser) -> dict[str, str]:
    """Return what the head says: title, headline, published, author, site, url."""
    metadata: dict[str, str] = {}
    dates: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        keys = ("property", "name", "itemprop")
        name = next((attributes[key] or "" for key in keys if attributes.get(key)), "").lower()
        content = clean_text(attributes.get("content") or "").strip()
        if name in _KEYS and content:
            metadata.setdefault(_KEYS[name], content)
        elif name in _PUBLISHED and content:
            dates.setdefault(name, content)
    link = tree.css_first("link[rel=canonical]")
    if link and link.attributes.get("href"):
        metadata.setdefault("url", link.attributes["href"] or "")
    headline = next(_in_scripts(tree, ("headline",)), "")
    if headline:
        metadata["headline"] = " ".join(clean_text(headline).split())
    published = _published(tree, dates)
    if published:
        metadata["published"] = published
    return metadata


def _published(tree: LexborHTMLParser, dates: dict[str, str]) -> str:
    """Return the day of publication from the surest place that gives one."""
    by_certainty = [dates[name] for name in _PUBLISHED if name in dates]
    surest = [dates[name] for name in _PUBLISHED[:2] if name in dates]
    candidates = (
        *surest,
        *_in_scripts(tree, ("datePublished", "dateCreated")),
        *_dates_in_elements(tree),
        *by_certainty,
    )
    return next(iter(candidates), "")


def _in_scripts(tree: LexborHTMLParser, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield values of some keys in JSON-LD, those of articles only."""
    for script in tree.css('script[type="application/ld+json"]'):
        with suppress(JSONDecodeError):
            yield from _in_json(loads(script.text(), strict=False), keys)


def _in_json(value: Any, keys: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            continue
        types = item.get("@type", "Article")
        is_article = bool(_ARTICLES.intersection(types if isinstance(types, list) else [types]))
        for key in keys if is_article else ():
            if isinstance(item.get(key), str):
                yield item[key]
        yield from _in_json(item.get("@graph", []), keys)


def _dates_in_elements(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield days in elements that the page marks up for machines."""
    for selector in (*_TIME_SELECTORS, *_LOOSE_TIME_SELECTORS):
        nodes = tree.css(selector)
        is_list = selector in _LOOSE_TIME_SELECTORS and len(nodes) > _MAX_TIMES
        for node in [] if is_list else nodes[:1]:
            attributes = node.attributes
            given = (attributes.get(key) for key in ("datetime", "content", "title"))
            date = next(filter(None, given), node.text(strip=True))
            if date and any(char.isdigit() for char in date):
                yield date
