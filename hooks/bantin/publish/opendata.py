"""Articles as open data: ``du-lieu/articles.json``."""

import json
from typing import Any

from bantin.catalog import Catalog
from bantin.model import Article, Meeting, Party, Person, Source
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span

SCHEMA_VERSION = 1


def articles_json(catalog: Catalog, site_url: str) -> str:
    """Return all published articles as one JSON list.

    Args:
        catalog: what may be shown.
        site_url: where the portal is published; without one, ``url`` is the address from its root.
    """
    rows = [article_row(article, site_url) for article in catalog.articles]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def article_row(article: Article, site_url: str) -> dict[str, Any]:
    """Return one article as plain values; what is not known is null."""
    front = article.front
    return {
        "path": article.path,
        "url": site_url + article.address,
        "title": front.title,
        "lead": front.lead,
        "date": _iso(front.date),
        "updated": _iso(front.updated),
        "conference": _meeting(front.conference) if front.conference else None,
        "same_event_as": front.same_event_as,
        "programs": list(front.programs),
        "period": front.period.iso() if front.period else None,
        "agencies": [_party(party) for party in front.agencies],
        "provinces": list(front.provinces),
        "districts": list(front.districts),
        "documents": list(front.documents),
        "people": [_person(person) for person in front.people],
        "source": _source(front.source) if front.source else None,
        "inferred": dict(front.inferred),
        "corrections": [{"date": _iso(c.date), "note": c.note} for c in front.corrections],
        "sha256": article.digest,
    }


def _iso(date: PartialDate | None) -> str | None:
    return date.iso() if date else None


def _meeting(meeting: Meeting) -> dict[str, Any]:
    covers = meeting.covers
    return {
        "date": _iso(meeting.date),
        "session": meeting.session,
        "types": list(meeting.types),
        "place": meeting.place,
        "covers": covers.iso() if isinstance(covers, Span) else covers,
        "signs": list(meeting.signs),
    }


def _party(party: Party) -> dict[str, str | None]:
    return {"id": party.id, "name": party.name}


def _person(person: Person) -> dict[str, str | None]:
    return {
        "name": person.name,
        "office": person.office,
        "agency": person.agency,
        "role": person.role,
        "id": person.id,
    }


def _source(source: Source) -> dict[str, str | bool | None]:
    return {
        "name": source.name,
        "url": source.url,
        "author": source.author,
        "published": _iso(source.published),
        "collected": _iso(source.collected),
        "verbatim": source.verbatim,
    }
