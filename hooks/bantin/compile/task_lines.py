"""Tasks as pages show them: what is to be done, by whom, by when, and what was said of it since."""

from collections.abc import Iterable
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.days import date_in_lists
from bantin.catalog.tasks import TaskRecord, Told
from bantin.compile.page import Link
from bantin.compile.record_links import party_links, program_link
from bantin.markdown.outcome import excerpt
from bantin.model import Article
from bantin.model.labels import TASK_STATES, UNTOLD, types_in_words
from bantin.model.tasks.record import NOT_MENTIONED
from bantin.vietnamese.bounds import bounds_of_date
from bantin.vietnamese.dates import in_figures

# More would hide the news of a page below them.
# In the order in which they are shown: what is still to be done first.
MOST_TASKS = 40
# What no later article speaks of is not said to be undone: it is not known.
GROUPS = {
    "chua": TASK_STATES["chua"],
    "mot-phan": TASK_STATES["mot-phan"],
    NOT_MENTIONED: UNTOLD,
    "": UNTOLD,
    "xong": TASK_STATES["xong"],
}


class ToldLine(NamedTuple):
    """What an article says of a task, in its own words."""

    state: str
    label: str
    quote: str
    source: Link


class TaskLine(NamedTuple):
    """A task in a list.

    Attributes:
        link: to where it stands in its article; its text is that of the task.
        conference: where it was set; its note is the type and the day.
        due: by when, in words; empty where no source says it.
        is_overdue: whether that has passed without a word that it is done.
        state: how far it has come, for the style; ``label`` in words.
        told: what articles said of it, the latest first.
        silent: number of later conferences that pass over it; ``last_silent`` is the latest.
    """

    link: Link
    conference: Link
    programs: tuple[Link, ...]
    owners: tuple[Link, ...]
    due: str
    is_overdue: bool
    state: str
    label: str
    told: tuple[ToldLine, ...]
    silent: int = 0
    last_silent: Link | None = None


class TaskGroup(NamedTuple):
    """Tasks of one state."""

    name: str
    lines: tuple[TaskLine, ...]


def task_line(catalog: Catalog, record: TaskRecord) -> TaskLine:
    """Return a task as a list shows it."""
    programs, due = catalog.registries.programs, record.task.due
    speaking = [one for one in record.told if one.follow_up.state != NOT_MENTIONED]
    silent = [one for one in record.told if one.follow_up.state == NOT_MENTIONED]
    return TaskLine(
        link=Link(record.address, excerpt(record.task.text)),
        conference=_source(record.article),
        programs=tuple(program_link(programs[id_]) for id_ in record.programs if id_ in programs),
        owners=tuple(map(_short, party_links(catalog, record.task.owners))),
        due=in_figures(due) if due else "",
        is_overdue=record.is_overdue(catalog.today),
        state=record.state or "none",
        label=TASK_STATES[record.state] if record.state else UNTOLD,
        told=tuple(map(_told, reversed(speaking))),
        silent=len(silent),
        last_silent=_source(silent[-1].article) if silent else None,
    )


def task_groups(catalog: Catalog, records: Iterable[TaskRecord]) -> tuple[TaskGroup, ...]:
    """Return tasks by how far they have come as far as it is told, those still to be done first."""
    groups: dict[str, list[TaskLine]] = {name: [] for name in GROUPS.values()}
    for record in records:
        groups[GROUPS[record.state]].append(task_line(catalog, record))
    return tuple(TaskGroup(name, tuple(lines)) for name, lines in groups.items() if lines)


def articles_of(records: Iterable[TaskRecord]) -> list[Article]:
    """Return the articles that have tasks and those that speak of them, each once."""
    found = {one.path: one for record in records for one in record.articles}
    return [*found.values()]


def _short(owner: Link) -> Link:
    """Return an agency with the name it has today; that one ended is told on its own page."""
    return owner if owner.note.startswith("nay là") else owner._replace(note="")


def _held(article: Article) -> str:
    """Return “Sơ kết, 25/4/2024”, as far as it is known."""
    meeting = article.front.conference
    if meeting is None:
        return ""
    day = date_in_lists(article.front, bounds_of_date(meeting.date))
    return ", ".join(filter(None, (types_in_words(meeting.types), day)))


def _told(told: Told) -> ToldLine:
    one = told.follow_up
    return ToldLine(one.state, TASK_STATES[one.state], one.quote or "", _source(told.article))


def _source(article: Article) -> Link:
    return Link(article.address, article.front.title, _held(article))
