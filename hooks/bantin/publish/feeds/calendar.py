"""Conferences as a calendar (RFC 5545): only those whose day is known."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bantin.catalog import Catalog
from bantin.model import Conference
from bantin.model.labels import MEETING_TYPES
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, permanent_id
from bantin.publish.listing import Form, Listing

LINE = 75
LINE_END = "\r\n"
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def calendar_file(catalog: Catalog, settings: Settings) -> Listing:
    """Return ``lich.ics``; a conference known by month or year only is no event."""
    events = [
        (conference, held.first)
        for conference in catalog.conferences.values()
        if (held := conference.date) and held.precision == "day" and held.first
    ]
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bantin//Ban tin phoi hop//VI",
        "CALSCALE:GREGORIAN",
        _text("NAME", settings.site_name),
        _text("X-WR-CALNAME", settings.site_name),
    )
    form = Form("lich.ics", _folded(head), b"", _folded(["END:VCALENDAR"]))
    told = (conference.principal for conference, _ in events)
    keys = [f"{article.path} {article.shown_digest}" for article in told]
    return Listing(
        (form,), keys, lambda number: (_folded(_event(*events[number], settings.site_url)),)
    )


def _event(conference: Conference, day: date, site_url: str) -> Iterator[str]:
    article, meeting = conference.principal, conference.meeting
    yield "BEGIN:VEVENT"
    yield f"UID:{permanent_id(article.path)}"
    yield f"DTSTAMP:{_date(changed_on(article) or day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(day)}"
    yield f"DTEND;VALUE=DATE:{_date(day + timedelta(days=1))}"
    yield _text("SUMMARY", article.front.title)
    if meeting.place:
        yield _text("LOCATION", meeting.place)
    if article.front.lead:
        yield _text("DESCRIPTION", article.front.lead)
    if meeting.types:
        names = (_escaped(MEETING_TYPES[name]) for name in meeting.types)
        yield f"CATEGORIES:{','.join(names)}"
    if site_url:
        yield f"URL:{site_url}{article.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(name: str, value: str) -> str:
    return f"{name}:{_escaped(value)}"


def _escaped(value: str) -> str:
    for character, escape in ESCAPES.items():  # several times as fast as str.translate
        value = value.replace(character, escape)
    return value


def _folded(lines: Iterable[str]) -> bytes:
    return "".join(map(fold_line, lines)).encode()


def fold_line(line: str) -> str:
    """Return a content line cut at 75 bytes, never within a letter, with its line end."""
    if len(line) <= LINE and line.isascii():
        return line + LINE_END
    rest, parts, room = line.encode(), [], LINE
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # noqa: PLR2004 - a UTF-8 continuation byte
            cut -= 1
        parts.append(rest[:cut])
        rest, room = rest[cut:], LINE - 1
    return b"\r\n ".join([*parts, rest]).decode() + LINE_END
