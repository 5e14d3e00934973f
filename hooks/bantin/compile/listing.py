"""Lists of news: rows, and the pages they are cut into so that none grows with the archive."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.model import Article
from bantin.model.labels import types_in_words
from bantin.model.sections import UNKNOWN_YEAR
from bantin.vietnamese.dates import in_figures

Item = TypeVar("Item")

PER_PAGE = 40
ROW_AGENCIES = 4


class Row(NamedTuple):
    """One story in a list."""

    address: str
    title: str
    lead: str
    date: str
    iso: str
    year: str
    types: str
    agencies: tuple[str, ...]
    reports: int


class Part(NamedTuple):
    """One page of a list; numbers start at 1."""

    rows: tuple[Row, ...]
    number: int
    parts: int
    total: int
    base: str

    @property
    def years(self) -> list[tuple[str, list[Row]]]:
        """The rows by year, the latest first; those of no known year last."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.year, []).append(row)
        return sorted(found.items(), reverse=True)

    def address(self, number: int) -> str:
        """The address of another page of the same list."""
        return part_address(self.base, number)


def part_address(base: str, number: int) -> str:
    """Return the address of a page of a list; the first is the list's own."""
    return base if number == 1 else f"{base}trang-{number}/"


class Rows:
    """Makes the row of a story once, however many lists it stands in."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._made: dict[str, Row] = {}

    def of(self, stories: Iterable[Article]) -> tuple[Row, ...]:
        """Return the rows of stories, in their order."""
        return tuple(self.row(story) for story in stories)

    def row(self, story: Article) -> Row:
        """Return the row of one story."""
        if story.path not in self._made:
            self._made[story.path] = self._make(story)
        return self._made[story.path]

    def _make(self, story: Article) -> Row:
        front, date = story.front, belonging_date(story.front)
        folder = story.path.split("/")[1]
        return Row(
            address=story.address,
            title=front.title,
            lead=front.lead or "",
            date=in_figures(date) if date else "",
            iso=date.iso() if date and date.year else "",
            year="Chưa rõ năm" if folder == UNKNOWN_YEAR else f"Năm {folder}",
            types=types_in_words(front.conference.types) if front.conference else "",
            agencies=self._agencies(story),
            reports=len(self._catalog.reports.get(story.path, ())),
        )

    def _agencies(self, story: Article) -> tuple[str, ...]:
        known = self._catalog.registries.agencies
        parties = story.front.agencies[:ROW_AGENCIES]
        return tuple(known[p.id].name if p.id and p.id in known else p.name or "" for p in parties)


def pieces(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Return what each page of a list shows; an empty list still has one."""
    return [items[start : start + PER_PAGE] for start in range(0, len(items) or 1, PER_PAGE)]


def cut(rows: Sequence[Row], base: str) -> Iterator[Part]:
    """Yield the pages of a list."""
    shown = pieces(rows)
    for number, piece in enumerate(shown, 1):
        yield Part(tuple(piece), number, len(shown), len(rows), base)
