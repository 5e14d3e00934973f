"""The lists of all news, by year, month and type of conference, and of announced conferences."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    ANNOUNCED,
    TYPES,
    YEARS,
    month_address,
    type_address,
    year_address,
)
from bantin.compile.listing import ListPage, Row, Rows, paginate, year_name
from bantin.compile.page import Link, Page
from bantin.model import Article
from bantin.model.labels import MEETING_TYPES
from bantin.model.sections import UNKNOWN_YEAR

BY_TIME = "Xem theo thời gian"
TRAIL = (Link(YEARS, "Theo năm"),)
NO_YEAR = (
    "Nguồn của các tin này không cho biết năm họp. Tin xếp theo khoảng thời gian có thể đã họp;"
    " căn cứ ghi ở từng bài."
)


class ListView(NamedTuple):
    """One page of a list of news, with links to lists of a part of it: the months of a year.

    Attributes:
        intro: text above the list.
        links: to lists of a part.
        listing: the page of the list.
        links_label: what the links divide the list by, for screen readers.
    """

    intro: str
    links: tuple[Link, ...]
    listing: ListPage[Row]
    links_label: str = ""


def news_page(catalog: Catalog, rows: Rows, stories: ListPage[Article]) -> Page:
    """Return one page of the list of all news; only the rows of that page are made."""
    listing = stories.with_items(rows.of(stories.items))
    return Page(
        address=listing.address(listing.number),
        template="list.html",
        title="Tin hội nghị",
        view=ListView("", year_links(catalog), listing, BY_TIME),
        description="Tất cả tin hội nghị, mới nhất trước.",
    )


def year_index(catalog: Catalog) -> Page:
    """Return the index of years."""
    return Page(
        address=YEARS,
        template="links.html",
        title="Theo năm",
        view=year_links(catalog),
        description="Tin hội nghị theo từng năm.",
    )


def type_index(catalog: Catalog) -> Page:
    """Return the index of types of conference."""
    return Page(
        address=TYPES,
        template="links.html",
        title="Loại hội nghị",
        view=tuple(
            Link(type_address(name), label, f"{len(catalog.by_type[name])} hội nghị")
            for name, label in MEETING_TYPES.items()
            if name in catalog.by_type
        ),
        description="Tin theo loại hội nghị.",
    )


def year_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return a link to each year, with how many stories it has."""
    return tuple(
        Link(year_address(folder), year_name(folder), f"{len(stories)} tin")
        for folder, stories in catalog.by_year.items()
    )


def year_pages(catalog: Catalog, rows: Rows, folder: str) -> Iterator[Page]:
    """Yield the pages of one year and of its months.

    Args:
        catalog: what may be shown.
        rows: makes the rows of lists.
        folder: of the year's articles, such as ``2024``, or the one of articles without a year.
    """
    stories = catalog.by_year[folder]
    # Dates without a year, such as --11-28, have a month that belongs to no year.
    months = _by_month(catalog, stories) if folder != UNKNOWN_YEAR else {}
    links = tuple(
        Link(month_address(int(folder), month), f"Tháng {month}", f"{len(of_month)} tin")
        for month, of_month in sorted(months.items())
    )
    title, intro = year_name(folder), NO_YEAR if folder == UNKNOWN_YEAR else ""
    announced = rows.of(catalog.announced.of("by_year", folder))
    for listing in paginate(rows.of(stories), year_address(folder), announced=announced):
        yield Page(
            address=listing.address(listing.number),
            template="list.html",
            title=title,
            view=ListView(intro, links, listing, BY_TIME),
            description=f"Tin hội nghị {title.lower()}.",
            trail=TRAIL,
        )
    for month, of_month in months.items():
        yield from _month_pages(rows, int(folder), month, of_month)


def _by_month(catalog: Catalog, stories: Sequence[Article]) -> dict[int, list[Article]]:
    months: dict[int, list[Article]] = defaultdict(list)
    for story in stories:
        if month := catalog.bounds_of(story).month:
            months[month].append(story)
    return months


def _month_pages(rows: Rows, year: int, month: int, stories: Sequence[Article]) -> Iterator[Page]:
    for listing in paginate(rows.of(stories), month_address(year, month)):
        yield Page(
            address=listing.address(listing.number),
            template="list.html",
            title=f"Tháng {month} năm {year}",
            view=ListView("", (), listing),
            description=f"Tin hội nghị tháng {month} năm {year}.",
            trail=(*TRAIL, Link(year_address(str(year)), f"Năm {year}")),
        )


def type_pages(catalog: Catalog, rows: Rows, name: str) -> Iterator[Page]:
    """Yield the pages of one type of conference."""
    label = MEETING_TYPES[name]
    title = label if name == "khac" else f"Hội nghị {label.lower()}"
    stories, announced = catalog.by_type[name], rows.of(catalog.announced.of("by_type", name))
    for listing in paginate(rows.of(stories), type_address(name), announced=announced):
        yield Page(
            address=listing.address(listing.number),
            template="list.html",
            title=title,
            view=ListView("", (), listing),
            description=f"{title}: tất cả tin đã có.",
            trail=(Link(TYPES, "Loại hội nghị"),),
        )


def announced_pages(catalog: Catalog, rows: Rows) -> Iterator[Page]:
    """Yield the list of announced conferences: those to come, then those without a report.

    Its first page is always there.
    """
    for listing in paginate(rows.of(catalog.announced.stories), ANNOUNCED):
        yield Page(
            address=listing.address(listing.number),
            template="announced.html",
            title="Hội nghị báo trước",
            view=listing,
            description="Hội nghị sắp diễn ra theo thứ tự ngày dự kiến; sau đó là các hội nghị đã "
            "báo trước nay hoãn, hủy hoặc chưa có tin. Chưa hội nghị nào ở đây được tính là đã "
            "họp.",
        )
