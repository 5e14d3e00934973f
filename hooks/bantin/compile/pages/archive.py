"""The pages of years, months and types of conference."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.compile.addresses import NEWS, TYPES, YEARS, month_address, type_address, year_address
from bantin.compile.listing import Part, Rows, cut
from bantin.compile.page import Link, Page
from bantin.model import Article
from bantin.model.labels import MEETING_TYPES
from bantin.model.sections import UNKNOWN_YEAR


class ListView(NamedTuple):
    """A list with the ways further: months of a year, neighbours of a month."""

    intro: str
    links: tuple[Link, ...]
    listing: Part


def news_page(
    catalog: Catalog, rows: Rows, shown: Sequence[Sequence[Article]], number: int
) -> Page:
    """Return one page of the list of all news.

    Args:
        catalog: what may be shown.
        rows: gives those of the page; no others are made.
        shown: the stories of each page.
        number: of the page, from 1.
    """
    part = Part(rows.of(shown[number - 1]), number, len(shown), len(catalog.stories), NEWS)
    view = ListView("", years(catalog), part)
    described = "Tất cả tin hội nghị, mới nhất trước."
    return Page(part.address(number), "list.html", "Tin hội nghị", view, described)


def year_index(catalog: Catalog) -> Page:
    """Return the index of years."""
    described = "Tin hội nghị theo từng năm."
    return Page(YEARS, "links.html", "Theo năm", years(catalog), described)


def type_index(catalog: Catalog) -> Page:
    """Return the index of types."""
    types = tuple(_type_link(catalog, name) for name in MEETING_TYPES if name in catalog.by_type)
    return Page(TYPES, "links.html", "Loại hội nghị", types, "Tin theo loại hội nghị.")


def years(catalog: Catalog) -> tuple[Link, ...]:
    """Return a link to each year, with how many stories it has."""
    return tuple(
        Link(year_address(folder), year_name(folder), f"{len(stories)} tin")
        for folder, stories in catalog.by_year.items()
    )


def year_name(folder: str) -> str:
    """The name of a year's folder as readers see it."""
    return "Chưa rõ năm" if folder == UNKNOWN_YEAR else f"Năm {folder}"


def year_pages(rows: Rows, folder: str, stories: Sequence[Article]) -> Iterator[Page]:
    """Yield the pages of one year and of its months."""
    months = _by_month(stories) if folder != UNKNOWN_YEAR else {}
    links = tuple(
        Link(month_address(int(folder), month), f"Tháng {month}", f"{len(found)} tin")
        for month, found in sorted(months.items())
    )
    title, trail = year_name(folder), (Link(YEARS, "Theo năm"),)
    intro = "Nguồn của các tin này không cho biết năm; không suy đoán." if not months else ""
    for part in cut(rows.of(stories), year_address(folder)):
        described = f"Tin hội nghị {title.lower()}."
        view = ListView(intro if folder == UNKNOWN_YEAR else "", links, part)
        yield Page(part.address(part.number), "list.html", title, view, described, trail)
    for month, found in months.items():
        yield from _month_pages(rows, int(folder), month, found)


def _by_month(stories: Sequence[Article]) -> dict[int, list[Article]]:
    found: dict[int, list[Article]] = defaultdict(list)
    for story in stories:
        date = belonging_date(story.front)
        if date and date.month:
            found[date.month].append(story)
    return found


def _month_pages(rows: Rows, year: int, month: int, stories: Sequence[Article]) -> Iterator[Page]:
    title = f"Tháng {month} năm {year}"
    trail = (Link(YEARS, "Theo năm"), Link(year_address(str(year)), f"Năm {year}"))
    for part in cut(rows.of(stories), month_address(year, month)):
        view = ListView("", (), part)
        described = f"Tin hội nghị tháng {month} năm {year}."
        yield Page(part.address(part.number), "list.html", title, view, described, trail)


def _type_link(catalog: Catalog, name: str) -> Link:
    return Link(type_address(name), MEETING_TYPES[name], f"{len(catalog.by_type[name])} hội nghị")


def type_pages(rows: Rows, name: str, stories: Sequence[Article]) -> Iterator[Page]:
    """Yield the pages of one type of conference."""
    title, trail = MEETING_TYPES[name], (Link(TYPES, "Loại hội nghị"),)
    title = title if name == "khac" else f"Hội nghị {title.lower()}"
    for part in cut(rows.of(stories), type_address(name)):
        view = ListView("", (), part)
        described = f"{title}: tất cả tin đã có."
        yield Page(part.address(part.number), "list.html", title, view, described, trail)
