"""The pages of tasks by the year in which they are due, and their index."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.tasks import NO_DUE, TaskRecord
from bantin.compile.addresses import TASKS, tasks_address
from bantin.compile.listing import ListPage, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.task_lines import GROUPS, TaskLine, task_groups, task_line
from bantin.model import Article
from bantin.model.tasks.record import NOT_MENTIONED


class ConferenceTasks(NamedTuple):
    """The tasks that one article has of those on the page."""

    address: str
    link: Link
    programs: tuple[Link, ...]
    lines: tuple[TaskLine, ...]


class TasksView(NamedTuple):
    """One page of the tasks of a year; ``counts`` says in words how many there are."""

    counts: str
    listing: ListPage[ConferenceTasks]


class TasksIndexView(NamedTuple):
    """What leads to all tasks: by year, and those of which something is told."""

    counts: str
    years: tuple[Link, ...]
    told: tuple[TaskLine, ...]
    has_due: bool


MOST_TOLD = 20


def tasks_pages(catalog: Catalog, _rows: Rows, year: str) -> Iterator[Page]:
    """Yield the pages of the tasks due in one year, by conference."""
    records = catalog.tasks.by_year[year]
    for part in paginate(catalog.tasks.articles_by_year[year], tasks_address(year)):
        items = [_of_conference(catalog, article, year) for article in part.items]
        name = year_name(year)
        yield Page(
            address=part.address(part.number),
            template="tasks.html",
            title=f"Nhiệm vụ {name}",
            view=TasksView(_counts(records), part.with_items(items)),
            description=f"Nhiệm vụ các hội nghị đề ra, {name}: cơ quan chủ trì và đến đâu rồi.",
            trail=(Link(TASKS, "Nhiệm vụ"),),
        )


def tasks_index(catalog: Catalog) -> Page:
    """Return the index of tasks by the year in which they are due."""
    records = catalog.tasks.all
    told = [record for record in records if record.state not in ("", NOT_MENTIONED)]
    groups = reversed(task_groups(catalog, told[:MOST_TOLD]))
    return Page(
        address=TASKS,
        template="tasks_index.html",
        title="Nhiệm vụ các hội nghị đề ra",
        view=TasksIndexView(
            _counts(records),
            tuple(
                Link(tasks_address(year), _capital(year_name(year)), _counts(of_year))
                for year, of_year in catalog.tasks.by_year.items()
            ),
            tuple(line for group in groups for line in group.lines),
            any(record.task.due for record in records),
        ),
        description="Nhiệm vụ các hội nghị đề ra, theo năm đến hạn: cơ quan chủ trì, đến đâu rồi.",
    )


def year_name(year: str) -> str:
    """Return “đến hạn năm 2024”, or that no source gives a due year."""
    return "nguồn không ghi hạn" if year == NO_DUE else f"đến hạn năm {year}"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _of_conference(catalog: Catalog, article: Article, year: str) -> ConferenceTasks:
    records = [one for one in catalog.tasks.by_article[article.path] if one.year == year]
    lines = tuple(task_line(catalog, record) for record in records)
    return ConferenceTasks(article.address, lines[0].conference, lines[0].programs, lines)


def _counts(records: tuple[TaskRecord, ...]) -> str:
    """Return “12 nhiệm vụ: 1 xong một phần, 9 chưa có tin, 2 đã xong”."""
    counts = Counter(GROUPS[record.state] for record in records)
    names = dict.fromkeys(GROUPS.values())
    told = [f"{counts[name]} {name.lower()}" for name in names if counts[name]]
    return f"{len(records)} nhiệm vụ" + (f": {', '.join(told)}" if told else "")
