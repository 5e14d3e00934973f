"""Tasks in feeds and in a calendar: an entry for each, and an all-day event on its last day.

Google, Apple and Outlook show of a calendar that is subscribed to its events (VEVENT) and pass over
to-dos (VTODO), as their users report; Thunderbird and the task app of Nextcloud show both. So each
task is an event, all day and free, on the last day of the month or year in which it is due.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bantin.catalog import Catalog
from bantin.catalog.identity import article_id, permanent_id
from bantin.catalog.tasks import TaskRecord
from bantin.compile.addresses import TASKS
from bantin.compile.task_lines import TaskLine, task_line
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, latest, timestamp
from bantin.publish.feeds.calendar import calendar_head, content_line, folded, in_calendar
from bantin.publish.feeds.channels import TASKS_TITLE, Channel
from bantin.publish.feeds.entry import Entry
from bantin.publish.feeds.outputs import NEWEST, atom_feed, json_feed
from bantin.publish.output import Output
from bantin.publish.xml import attribute, text, without_controls

CALENDAR = f"{TASKS}lich.ics"


def task_outputs(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield the feeds of tasks, and their calendar; neither without an entry."""
    dated = [(day, one) for one in catalog.tasks.all if (day := _changed(one))]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)[:NEWEST]
    entries = [_entry(catalog, settings, record, day) for day, record in newest]
    channel = Channel(TASKS, f"{TASKS_TITLE} – {settings.site_name}", ())
    if entries:
        atom = atom_feed(channel, entries, entries[0].changed, settings)
        yield Output(f"{TASKS}feed.xml", atom)
        yield Output(f"{TASKS}feed.json", json_feed(channel, entries, settings))
    due = [(day, one) for one in catalog.tasks.all if one.task.due and (day := one.task.due.last)]
    if due:
        yield Output(CALENDAR, _calendar(catalog, settings, due))


def task_uid(record: TaskRecord) -> str:
    """Return the id of a task in feeds and calendar: it lasts as long as article and task do."""
    return permanent_id(f"{article_id(record.article)}#{record.task.id}")


def _changed(record: TaskRecord) -> date | None:
    return latest(map(changed_on, record.articles))


def told_in_words(line: TaskLine) -> str:
    """Return how far a task has come, who has it and by when, in sentences."""
    owners = ", ".join(owner.text for owner in line.owners)
    parts = [
        f"{line.label}.",
        f"Chủ trì: {owners}." if owners else "",
        f"Hạn: {line.due}." if line.due else "",
        f"Đề ra tại: {line.conference.text}.",
        *(f"{told.label}: “{told.quote}” ({told.source.text})." for told in line.told),
    ]
    return " ".join(filter(None, parts))


def _entry(catalog: Catalog, settings: Settings, record: TaskRecord, changed: date) -> Entry:
    line, url = task_line(catalog, record), settings.site_url + record.address
    title = f"{line.label}: {line.link.text}" if record.state else line.link.text
    summary = told_in_words(line)
    atom = (
        f"<entry>\n<id>{task_uid(record)}</id>\n<title>{text(title)}</title>\n"
        f'<link rel="alternate" type="text/html" href={attribute(url)}/>\n'
        f"<updated>{timestamp(changed)}</updated>\n<summary>{text(summary)}</summary>\n</entry>\n"
    )
    item = {
        "id": task_uid(record),
        **({"url": url} if settings.site_url else {}),
        "title": without_controls(title),
        "content_text": without_controls(summary),
        "date_modified": timestamp(changed),
        "language": "vi",
    }
    return Entry(changed, atom, json.dumps(item, ensure_ascii=False))


def _calendar(catalog: Catalog, settings: Settings, due: Iterable[tuple[date, TaskRecord]]) -> str:
    events = (line for day, one in due for line in _event(catalog, settings, one, day))
    head = calendar_head(settings, CALENDAR, f"Nhiệm vụ đến hạn – {settings.site_name}")
    return folded([*head, *events, "END:VCALENDAR"]).decode()


def _event(catalog: Catalog, settings: Settings, record: TaskRecord, day: date) -> Iterable[str]:
    line = task_line(catalog, record)
    changed = f"{in_calendar(_changed(record) or day)}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{task_uid(record)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{_revision(record.articles)}"
    yield f"DTSTART;VALUE=DATE:{in_calendar(day)}"
    yield f"DTEND;VALUE=DATE:{in_calendar(day + timedelta(days=1))}"
    yield content_line(
        "SUMMARY", f"{line.label if record.is_done else 'Đến hạn'}: {line.link.text}"
    )
    yield content_line("DESCRIPTION", told_in_words(line))
    if settings.site_url:
        yield f"URL:{settings.site_url}{record.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _revision(articles: Sequence[object]) -> int:
    """Return how often something was told of a task: SEQUENCE of RFC 5545, from 0."""
    return len(articles) - 1
