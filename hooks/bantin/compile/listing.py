"""Lists of news as rows, cut into pages so that no page grows with the archive."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from bantin.catalog import Catalog
from bantin.catalog.days import date_in_lists
from bantin.model import Article
from bantin.model.conference import Stage
from bantin.model.labels import STAGES, types_in_words
from bantin.model.sections import UNKNOWN_YEAR

T = TypeVar("T")
U = TypeVar("U")

PER_PAGE = 40
MOST_ANNOUNCED = 6
# More would make a row longer than its title; ``inputs.py`` digests the same ones.
ROW_AGENCIES = 4


class Row(NamedTuple):
    """One story in a list.

    Attributes:
        date: what is known of the day of the conference, of plain news that of publication.
        iso: that day, machine-readable (ISO); empty without a year.
        year: the heading under which lists put it.
        types: of the conference, in words.
        agencies: names of the first few.
        reports: number of further articles about the same conference.
        state: of a conference that was only announced, in words; empty for all others.
        stage: the same, as ``model.conference`` names it.
    """

    address: str
    title: str
    lead: str
    date: str
    iso: str
    year: str
    types: str
    agencies: tuple[str, ...]
    reports: int
    state: str = ""
    stage: str = ""


class ListPage(NamedTuple, Generic[T]):
    """One page of a list.

    Attributes:
        items: what this page shows.
        number: of this page, from 1.
        pages: number of pages of the list.
        total: number of items of the list.
        first: number of this page's first item in the whole list, from 1.
        base: address of page 1.
        announced: conferences announced and not reported, above the first page of the list.
        more_announced: number of those not shown.
    """

    items: tuple[T, ...]
    number: int
    pages: int
    total: int
    first: int
    base: str
    announced: "tuple[Row, ...]" = ()
    more_announced: int = 0

    @property
    def by_year(self: "ListPage[Row]") -> list[tuple[str, list[Row]]]:
        """The rows by year, the latest first; those of no known year last."""
        years: dict[str, list[Row]] = {}
        for row in self.items:
            years.setdefault(row.year, []).append(row)
        return sorted(years.items(), reverse=True)

    def with_items(self, items: Iterable[U]) -> "ListPage[U]":
        """Return the same page with other items, one for each of its own."""
        return self._replace(items=tuple(items))  # type: ignore[arg-type, return-value]

    def address(self, number: int) -> str:
        """Return the address of a page of the same list."""
        return list_address(self.base, number)


def list_address(base: str, number: int) -> str:
    """Return the address of a page of a list; page 1 has the address of the list."""
    return base if number == 1 else f"{base}trang-{number}/"


def paginate(
    items: Sequence[T], base: str, per_page: int = PER_PAGE, announced: Sequence[Row] = ()
) -> Iterator[ListPage[T]]:
    """Yield the pages of a list; an empty list still has one.

    Args:
        items: of the whole list.
        base: address of page 1.
        per_page: most items of a page.
        announced: conferences announced and not reported; the first page shows a few.
    """
    few, more = tuple(announced[:MOST_ANNOUNCED]), max(0, len(announced) - MOST_ANNOUNCED)
    pages = max(1, -(-len(items) // per_page))
    for number in range(1, pages + 1):
        start = (number - 1) * per_page
        shown = tuple(items[start : start + per_page])
        above = (few, more) if number == 1 else ()
        yield ListPage(shown, number, pages, len(items), start + 1, base, *above)


class Rows:
    """Makes the row of a story once, however many lists it is in."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._cache: dict[str, Row] = {}

    def of(self, stories: Iterable[Article]) -> tuple[Row, ...]:
        """Return the rows of stories, in their order."""
        return tuple(self.row(story) for story in stories)

    def row(self, story: Article) -> Row:
        """Return the row of one story."""
        if story.path not in self._cache:
            self._cache[story.path] = self._make(story)
        return self._cache[story.path]

    def _make(self, story: Article) -> Row:
        front, stage = story.front, self._catalog.stage_of(story)
        date = front.conference.date if front.conference else front.date
        return Row(
            address=story.address,
            title=front.title,
            lead=front.lead or "",
            date=date_in_lists(front, self._catalog.bounds_of(story), stage),
            iso=date.iso() if date and date.year else "",
            year=year_name(self._catalog.year_of(story)),
            types=types_in_words(front.conference.types) if front.conference else "",
            agencies=self._agencies(story),
            reports=len(self._catalog.reports.get(story.path, ())),
            state=STAGES[stage] if stage is not Stage.HELD else "",
            stage=stage if stage is not Stage.HELD else "",
        )

    def _agencies(self, story: Article) -> tuple[str, ...]:
        agencies = self._catalog.registries.agencies
        parties = story.front.agencies[:ROW_AGENCIES]
        return tuple(
            agencies[party.id].name if party.id and party.id in agencies else party.name or ""
            for party in parties
        )


def year_name(folder: str) -> str:
    """Return the name of a year's folder as readers see it."""
    return "Chưa rõ năm" if folder == UNKNOWN_YEAR else f"Năm {folder}"
