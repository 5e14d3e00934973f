"""Conferences as a calendar (RFC 5545); one of which only month or year is known is no event.

Written without the library ``icalendar``, which reads it in tests: decisions/0020.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bantin.catalog import Catalog
from bantin.model import Conference
from bantin.model.labels import MEETING_TYPES
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, permanent_id
from bantin.publish.output import Listing, ListingFile

LINE = 75
LINE_END = "\r\n"
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def calendar_file(catalog: Catalog, settings: Settings) -> Listing:
    """Return ``lich.ics``."""
    events = [
        (conference, date_.first)
        for conference in catalog.conferences.values()
        if (date_ := conference.date) and date_.precision == "day" and date_.first
    ]
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bantin//Ban tin phoi hop//VI",
        "CALSCALE:GREGORIAN",
        content_line("NAME", settings.site_name),
        content_line("X-WR-CALNAME", settings.site_name),
    )
    form = ListingFile("lich.ics", _folded(head), b"", _folded(["END:VCALENDAR"]))
    articles = (conference.principal for conference, _ in events)
    keys = [f"{article.path} {article.shown_digest}" for article in articles]
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
    yield content_line("SUMMARY", article.front.title)
    if meeting.place:
        yield content_line("LOCATION", meeting.place)
    if article.front.lead:
        yield content_line("DESCRIPTION", article.front.lead)
    if meeting.types:
        names = (_escaped(MEETING_TYPES[name]) for name in meeting.types)
        yield f"CATEGORIES:{','.join(names)}"
    if site_url:
        yield f"URL:{site_url}{article.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def content_line(name: str, value: str) -> str:
    """Return a line with a text value, not folded yet."""
    return f"{name}:{_escaped(value)}"


def _escaped(value: str) -> str:
    for character, escape in ESCAPES.items():  # several times as fast as str.translate
        value = value.replace(character, escape)
    return value


def _folded(lines: Iterable[str]) -> bytes:
    return "".join(map(fold_line, lines)).encode()


def fold_line(line: str) -> str:
    """Return a content line with its end; above 75 bytes, folded between two letters."""
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
