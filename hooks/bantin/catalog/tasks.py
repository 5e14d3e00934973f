"""All tasks of conferences, with what later articles say of each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from bantin.catalog.articles import programs_of
from bantin.model import Article, FollowUp, Task
from bantin.model.tasks.record import NOT_MENTIONED

DONE = "xong"
# Key of the tasks to which no source gives a due year, and part of the address of their page.
NO_DUE = "khong-ghi-han"


class Told(NamedTuple):
    """What an article says of a task."""

    article: Article
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A task: where it was set, and what later articles say of it, the earliest first."""

    article: Article
    task: Task
    told: tuple[Told, ...] = ()

    @property
    def address(self) -> str:
        """Its address from the site root."""
        return f"{self.article.address}#{self.task.id}"

    @property
    def latest(self) -> Told | None:
        """The last that speaks of it; where all only pass over it, the last of these."""
        speaking = [one for one in self.told if one.follow_up.state != NOT_MENTIONED]
        return (speaking or self.told or (None,))[-1]

    @property
    def state(self) -> str:
        """How far it has come, as ``labels.TASK_STATES`` names it; empty where nothing is told."""
        latest = self.latest
        return latest.follow_up.state if latest else ""

    @property
    def is_done(self) -> bool:
        """Whether an article says that it is done."""
        return self.state == DONE

    @property
    def year(self) -> str:
        """The year in which it is due, or ``NO_DUE``."""
        return str(self.task.due.year) if self.task.due else NO_DUE

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed without a word that it is done."""
        last = self.task.due.last if self.task.due else None
        return not self.is_done and last is not None and last < today

    @property
    def programs(self) -> tuple[str, ...]:
        """The programmes that it is for: those signed there, else those reviewed."""
        meeting = self.article.front.conference
        signed = [one for one in (meeting.signs if meeting else ()) if not one.isdigit()]
        return tuple(signed) or programs_of(self.article)

    @property
    def owners(self) -> tuple[str, ...]:
        """Ids of the agencies in charge of it."""
        return tuple([party.id for party in self.task.owners if party.id])

    @property
    def articles(self) -> tuple[Article, ...]:
        """The article that has it, and those that speak of it."""
        return (self.article, *(one.article for one in self.told))


Records: TypeAlias = Mapping[str, tuple[TaskRecord, ...]]
Keys: TypeAlias = Callable[[TaskRecord], Iterable[str]]


@dataclass(frozen=True, slots=True)
class TaskIndex:
    """The tasks of a catalogue; in every index those of the latest conference come first.

    Attributes:
        all: every task.
        by_article: by path of the article that has them; so ``told_by`` of one that speaks of them.
        by_program: by id of a programme; ``by_owner`` of an agency, ``by_year`` by due year.
        articles_by_year: the articles that have those of a year.
    """

    all: tuple[TaskRecord, ...]
    by_article: Records
    told_by: Records
    by_program: Records
    by_owner: Records
    by_year: Records
    articles_by_year: Mapping[str, tuple[Article, ...]]


def gather_tasks(articles: Iterable[Article], announced: Collection[str]) -> TaskIndex:
    """Return the tasks of all articles about a conference that was held.

    Args:
        articles: what may be read, the latest first.
        announced: paths of articles from before their conference: what these plan is no task yet.
    """
    held = [a for a in articles if a.front.conference and a.path not in announced]
    told = _told(held)
    records = tuple(
        TaskRecord(article, task, told.get((article.path, task.id), ()))
        for article in held
        for task in article.tasks
    )
    years = _index(records, lambda one: (one.year,))
    return TaskIndex(
        all=records,
        by_article=_index(records, lambda one: (one.article.path,)),
        told_by=_index(records, lambda one: [told.article.path for told in one.told]),
        by_program=_index(records, lambda one: one.programs),
        by_owner=_index(records, lambda one: one.owners),
        by_year={year: years[year] for year in sorted(years, key=_by_year)},
        articles_by_year={
            year: tuple({one.article.path: one.article for one in years[year]}.values())
            for year in sorted(years, key=_by_year)
        },
    )


def _by_year(year: str) -> tuple[bool, str]:
    return (year == NO_DUE, year)


def _told(articles: Sequence[Article]) -> dict[tuple[str, str], tuple[Told, ...]]:
    """Return what is told of tasks, the earliest first, by path of the article and id."""
    followers = [article for article in articles if article.front.follows]
    paths = _paths_by_address(articles) if followers else {}
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for article in reversed(followers):
        for one in article.front.follows:
            if path := paths.get(one.address):
                told[path, one.task_id].append(Told(article, one))
    return {task: tuple(all_) for task, all_ in told.items()}


def _paths_by_address(articles: Sequence[Article]) -> dict[str, str]:
    """Return the path of each article by every address that it has or had."""
    old = {
        address: article.path
        for article in articles
        for address in (*article.front.aliases, article.front.id or "")
    }
    return old | {article.address: article.path for article in articles}


def _index(records: Iterable[TaskRecord], keys: Keys) -> dict[str, tuple[TaskRecord, ...]]:
    groups: dict[str, list[TaskRecord]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups[key].append(record)
    return {key: tuple(group) for key, group in groups.items()}
