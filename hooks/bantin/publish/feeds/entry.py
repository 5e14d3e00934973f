"""One article as an entry of both kinds of feed, made once for all feeds that it is in."""

import json
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bantin.catalog.identity import article_id
from bantin.catalog.origin import authors_of
from bantin.model import Article
from bantin.model.conference import Stage, announcement_in_words
from bantin.model.labels import MEETING_TYPES, STAGES
from bantin.publish.dates import published_on, timestamp
from bantin.publish.xml import attribute, text, without_controls
from bantin.vietnamese.dates import in_figures

CORRECTED = ("dinh-chinh", "Đã đính chính")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in Atom and in JSON Feed, and the day by which feeds are sorted."""

    changed: date
    atom: str
    json: str


class _Told(NamedTuple):
    """What an entry says of its article: a summary, and categories with their labels."""

    summary: str
    categories: list[tuple[str, str]]


def entry_of(
    article: Article, changed: date, site_url: str, announced: Stage | None = None
) -> Entry:
    """Return the entry of an article.

    Args:
        article: what it is about.
        changed: the day on which the article last changed.
        site_url: where the site is published; without it, links are relative to the site root,
            which each feed names as its base.
        announced: how far a conference has come that the article announces; None for a report.
    """
    id_ = article_id(article)
    known = "" if announced is None else announcement_in_words(article.front, announced) + "."
    told = _Told(" ".join(filter(None, (known, summary_of(article)))), _categories(article))
    if announced is not None and announced is not Stage.HELD:
        told.categories.append((announced, STAGES[announced]))
    return Entry(
        changed,
        _atom(article, id_, site_url, changed, told),
        _json_item(article, id_, site_url, changed, told),
    )


def _atom(article: Article, id_: str, site_url: str, changed: date, told: "_Told") -> str:
    front, published = article.front, published_on(article)
    parts = [
        f"<entry><id>{id_}</id><title>{text(front.title)}</title>",
        f'<link rel="alternate" type="text/html" href={attribute(site_url + article.address)}/>',
        f"<updated>{timestamp(changed)}</updated>",
    ]
    if published:
        parts.append(f"<published>{timestamp(published)}</published>")
    if front.source and front.source.url:
        parts.append(f'<link rel="via" href={attribute(front.source.url)}/>')
    parts += (f"<author><name>{text(name)}</name></author>" for name in authors_of(front))
    for term, label in told.categories:
        parts.append(f"<category term={attribute(term)} label={attribute(label)}/>")
    if told.summary:
        parts.append(f"<summary>{text(told.summary)}</summary>")
    return "".join(parts) + "</entry>\n"


def _json_item(article: Article, id_: str, site_url: str, changed: date, told: "_Told") -> str:
    front, published = article.front, published_on(article)
    authors = [{"name": without_controls(name)} for name in authors_of(front)]
    item = {
        "id": id_,
        "url": site_url + article.address if site_url else None,
        "external_url": front.source.url if front.source else None,
        "title": without_controls(front.title),
        "content_text": without_controls(told.summary or front.title),
        "date_published": timestamp(published) if published else None,
        "date_modified": timestamp(changed),
        "authors": authors or None,
        "tags": [label for _, label in told.categories] or None,
        "language": "vi",
    }
    present = {k: v for k, v in item.items() if v is not None}
    return json.dumps(present, ensure_ascii=False)


def summary_of(article: Article) -> str:
    """The lead, after any corrections: whoever read the mistake has to see them."""
    corrections = (
        f"Đính chính {in_figures(correction.date)}: {correction.note}"
        for correction in article.front.corrections
    )
    return " ".join([*corrections, article.front.lead or ""]).strip()


def _categories(article: Article) -> list[tuple[str, str]]:
    meeting = article.front.conference
    types: list[tuple[str, str]] = [
        (name, MEETING_TYPES[name]) for name in (meeting.types if meeting else ())
    ]
    return [*types, CORRECTED] if article.front.corrections else types
