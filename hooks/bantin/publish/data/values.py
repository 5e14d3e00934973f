"""Parts of records as plain values, ready for JSON."""

from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a parameter
from typing import Any

from bantin.model import Meeting, Party, Person, Source
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span


def iso(date: PartialDate | None) -> str | None:
    """A date as precisely as it is known."""
    return date.iso() if date else None


def day_of(value: Day | None) -> str | None:
    """A calendar day."""
    return value.isoformat() if value else None


def span(value: Span | str | None) -> str | None:
    """A span in the form in which it is written; words as they are."""
    return value.iso() if isinstance(value, Span) else value


def parties(items: Iterable[Party]) -> list[dict[str, str | None]]:
    """Agencies by registry id, or by name only."""
    return [{"id": party.id, "name": party.name} for party in items]


def people(items: Iterable[Person]) -> list[dict[str, str | None]]:
    """People with the office they value that day."""
    return [
        {"name": p.name, "office": p.office, "agency": p.agency, "role": p.role, "id": p.id}
        for p in items
    ]


def reviews(value: Meeting) -> list[dict[str, str | None]]:
    """The time under review of single programmes."""
    return [{"program": one.program, "covers": span(one.covers)} for one in value.reviews]


def meeting(value: Meeting | None) -> dict[str, Any] | None:
    """What an article says about its conference."""
    if value is None:
        return None
    return {
        "date": iso(value.date),
        "state": value.state,
        "moved_from": iso(value.moved_from),
        "session": value.session,
        "types": list(value.types),
        "place": value.place,
        "covers": span(value.covers),
        "reviews": reviews(value),
        "signs": list(value.signs),
    }


def origin(source: Source | None) -> dict[str, Any] | None:
    """The source of an article taken over from elsewhere."""
    if source is None:
        return None
    return {
        "name": source.name,
        "url": source.url,
        "title": source.title,
        "author": source.byline or None,
        "authors": list(source.writers),
        "via": {"name": via.name, "url": via.url} if (via := source.via) else None,
        "archived": source.archived,
        "published": iso(source.published),
        "collected": iso(source.collected),
        "verbatim": source.verbatim,
    }
