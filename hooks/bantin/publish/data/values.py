"""Records of the catalogue as plain values."""

from collections.abc import Iterable
from typing import Any

from bantin.model import Meeting, Party, Person, Source
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span


def iso(date: PartialDate | None) -> str | None:
    """A date as precisely as it is known."""
    return date.iso() if date else None


def span(value: Span | str | None) -> str | None:
    """A span in the form it is written in; words as they stand."""
    return value.iso() if isinstance(value, Span) else value


def parties(named: Iterable[Party]) -> list[dict[str, str | None]]:
    """Bodies by registry id, or by name only."""
    return [{"id": party.id, "name": party.name} for party in named]


def people(named: Iterable[Person]) -> list[dict[str, str | None]]:
    """People with the office of that day."""
    return [
        {"name": p.name, "office": p.office, "agency": p.agency, "role": p.role, "id": p.id}
        for p in named
    ]


def meeting(held: Meeting | None) -> dict[str, Any] | None:
    """What an article says of its conference."""
    if held is None:
        return None
    return {
        "date": iso(held.date),
        "session": held.session,
        "types": list(held.types),
        "place": held.place,
        "covers": span(held.covers),
        "signs": list(held.signs),
    }


def origin(source: Source | None) -> dict[str, str | bool | None] | None:
    """Where a taken-over item comes from."""
    if source is None:
        return None
    return {
        "name": source.name,
        "url": source.url,
        "author": source.author,
        "published": iso(source.published),
        "collected": iso(source.collected),
        "verbatim": source.verbatim,
    }
