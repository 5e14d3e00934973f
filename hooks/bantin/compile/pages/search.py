"""The search page; without JavaScript it offers links to all lists instead."""

from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    AGENCIES,
    ANNOUNCED,
    DOCUMENTS,
    PEOPLE,
    PLACES,
    PROGRAMS,
    SEARCH,
    type_address,
    year_address,
)
from bantin.compile.page import Link, Page
from bantin.compile.record_links import province_link
from bantin.model.labels import MEETING_TYPES
from bantin.vietnamese.order import sort_key


class SearchView(NamedTuple):
    """Links to the lists that a reader can go through instead of searching."""

    indexes: tuple[Link, ...]
    years: tuple[Link, ...]
    types: tuple[Link, ...]
    provinces: tuple[Link, ...]


def search_page(catalog: Catalog) -> Page:
    """Return the search page."""
    view = SearchView(_indexes(catalog), _years(catalog), _types(catalog), _provinces(catalog))
    return Page(
        address=SEARCH,
        template="search.html",
        title="Tìm kiếm",
        view=view,
        description="Tìm hội nghị, chương trình phối hợp, cơ quan, địa phương, số văn bản, nhân"
        " sự.",
    )


def _indexes(catalog: Catalog) -> tuple[Link, ...]:
    """Return the indexes, each with the number of entries that it has."""
    records = catalog.registries
    return (
        Link(ANNOUNCED, "Hội nghị báo trước", f"{len(catalog.announced.stories)}"),
        Link(PROGRAMS, "Chương trình phối hợp", f"{len(records.programs)}"),
        Link(AGENCIES, "Cơ quan, đơn vị", f"{len(records.agencies)}"),
        Link(PLACES, "Tỉnh, thành phố", f"{len(records.provinces)}"),
        Link(DOCUMENTS, "Văn bản dẫn chiếu", f"{len(records.documents)}"),
        Link(PEOPLE, "Người được nêu tên", f"{len(catalog.people)}"),
    )


def _years(catalog: Catalog) -> tuple[Link, ...]:
    return tuple(
        Link(year_address(folder), folder if folder.isdigit() else "Chưa rõ năm", f"{len(stories)}")
        for folder, stories in sorted(catalog.by_year.items(), reverse=True)
    )


def _types(catalog: Catalog) -> tuple[Link, ...]:
    return tuple(
        Link(type_address(name), label, f"{len(catalog.by_type[name])}")
        for name, label in MEETING_TYPES.items()
        if name in catalog.by_type
    )


def _provinces(catalog: Catalog) -> tuple[Link, ...]:
    records = catalog.registries.provinces
    provinces = sorted(
        (records[id_] for id_ in catalog.by_province), key=lambda p: (sort_key(p.name), p.id)
    )
    return tuple(province_link(catalog, province) for province in provinces)
