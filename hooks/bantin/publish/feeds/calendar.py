"""Conferences as a calendar (RFC 5545, 7986); one of which only month or year is known is no event.

Written without the library ``icalendar``, which reads it in tests: decisions/0020.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.identity import permanent_id
from bantin.model import Article, Conference, FrontMatter, Meeting
from bantin.model.conference import Stage, announcement_in_words
from bantin.model.labels import MEETING_TYPES
from bantin.model.settings import Settings
from bantin.publish.feeds.events import event_changed, event_id, event_revision
from bantin.publish.feeds.withdrawn import TITLE, reasons_of, withdrawn_events, withdrawn_of
from bantin.publish.output import Listing, ListingFile
from bantin.publish.xml import without_controls

NAME = "lich.ics"
# How often a subscribed calendar asks again; articles come in at most daily.
REFRESH = "P1D"
# The name in CSS nearest to the accent of the site.
COLOR = "darkred"
# What a conference is in the calendar; no report of it means that nobody knows.
STATUSES = {
    Stage.HELD: "CONFIRMED",
    Stage.PLANNED: "TENTATIVE",
    Stage.OVERDUE: "TENTATIVE",
    Stage.POSTPONED: "CANCELLED",
    Stage.CANCELLED: "CANCELLED",
}
LINE = 75
LINE_END = "\r\n"
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def calendar_file(catalog: Catalog, settings: Settings) -> Listing:
    """Return ``lich.ics``."""
    events = [*_events(catalog)]
    head = calendar_head(settings, NAME, f"Lịch hội nghị – {settings.site_name}")
    form = ListingFile(NAME, folded(head), b"", folded(["END:VCALENDAR"]))
    keys = list(map(_key, events))
    return Listing(
        (form,), keys, lambda number: (folded(_event(events[number], settings.site_url)),)
    )


def calendar_head(settings: Settings, path: str, name: str) -> Iterator[str]:
    """Yield the lines before the events; programs older than RFC 7986 know the names with X-.

    Args:
        settings: of the site.
        path: of the file, from the site root.
        name: of the calendar, as people see it.
    """
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bantin//Ban tin phoi hop//VI")
    yield "CALSCALE:GREGORIAN"
    yield f"UID:{permanent_id(path)}"
    yield content_line("NAME", name)
    yield content_line("X-WR-CALNAME", name)
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"
    yield f"COLOR:{COLOR}"
    if settings.site_url:
        yield f"URL:{settings.site_url}"
        yield f"SOURCE;VALUE=URI:{settings.site_url}{path}"


class _Event(NamedTuple):
    """A conference and its day.

    Attributes:
        day: the day.
        articles: about it, withdrawn ones too: by all of them its id stays what it was.
        conference: None where all that told of it was withdrawn.
        stage: how far it has come.
    """

    day: date
    articles: Sequence[Article]
    conference: Conference | None = None
    stage: Stage = Stage.CANCELLED


def _events(catalog: Catalog) -> Iterator[_Event]:
    told = list[Article]()
    for conference in (*catalog.announced.conferences.values(), *catalog.conferences.values()):
        withdrawn = withdrawn_of(conference, catalog.retracted)
        told += withdrawn
        stage = catalog.stage_of(conference.principal)
        if day := _day(conference.meeting, stage):
            yield _Event(day, (*conference.articles, *withdrawn), conference, stage)
    for articles in withdrawn_events(catalog.retracted, told):
        meetings = (article.front.conference for article in articles)
        days = (_day(meeting, Stage.CANCELLED) for meeting in meetings if meeting)
        if day := next(filter(None, days), None):
            yield _Event(day, articles)


def _day(meeting: Meeting, stage: Stage) -> date | None:
    """Return the day of a conference; of one that is off, the day for which it was announced."""
    dates = (meeting.date, meeting.moved_from if STATUSES[stage] == "CANCELLED" else None)
    return next((one.first for one in dates if one and one.precision == "day"), None)


def _key(event: _Event) -> str:
    """Return a digest of all that an event is made from: any of its articles can change its id."""
    articles = (f"{a.path} {a.shown_digest}" for a in event.articles)
    return " ".join((event.stage, str(event.conference is None), *articles))


def _event(event: _Event, site_url: str) -> Iterator[str]:
    day, articles = event.day, event.articles
    yield "BEGIN:VEVENT"
    changed = f"{in_calendar(event_changed(articles) or day)}T000000Z"
    yield f"UID:{event_id(articles)}"
    yield f"DTSTAMP:{changed}"  # without METHOD, the same as LAST-MODIFIED
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{event_revision(articles)}"
    yield f"DTSTART;VALUE=DATE:{in_calendar(day)}"
    yield f"DTEND;VALUE=DATE:{in_calendar(day + timedelta(days=1))}"
    yield f"STATUS:{STATUSES[event.stage]}"
    if event.conference:
        yield from _told(event.conference, event.stage, site_url)
    else:
        yield content_line("SUMMARY", TITLE)
        yield content_line("DESCRIPTION", reasons_of(articles))
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(conference: Conference, stage: Stage, site_url: str) -> Iterator[str]:
    article, meeting = conference.principal, conference.meeting
    yield content_line("SUMMARY", article.front.title)
    if meeting.place:
        yield content_line("LOCATION", meeting.place)
    if described := _description(article.front, stage):
        yield content_line("DESCRIPTION", described)
    if meeting.types:
        names = (_escaped(MEETING_TYPES[name]) for name in meeting.types)
        yield f"CATEGORIES:{','.join(names)}"
    if site_url:
        yield f"URL:{site_url}{article.address}"


def _description(front: FrontMatter, stage: Stage) -> str:
    """Return what is known of a conference to come, then the lead."""
    known = "" if stage is Stage.HELD else announcement_in_words(front, stage) + "."
    return " ".join(filter(None, (known, front.lead)))


def in_calendar(day: date) -> str:
    """Return ``20240425``."""
    return day.isoformat().replace("-", "")


def content_line(name: str, value: str) -> str:
    """Return a line with a text value, not folded yet."""
    return f"{name}:{_escaped(value)}"


def _escaped(value: str) -> str:
    value = without_controls(value)
    for character, escape in ESCAPES.items():  # several times as fast as str.translate
        value = value.replace(character, escape)
    return value


def folded(lines: Iterable[str]) -> bytes:
    """Return content lines as the bytes of a file."""
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
