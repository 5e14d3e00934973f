"""The pages of provinces and districts, those of today and those that ended; their index."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import PLACES, district_address, province_address
from bantin.compile.listing import ListPage, Row, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.record_links import (
    agency_link,
    district_link,
    document_link,
    province_link,
    province_now,
)
from bantin.model import District, Province
from bantin.model.labels import capitalise
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key

TRAIL = (Link(PLACES, "Địa phương"),)


class PlaceView(NamedTuple):
    """What the page of a province or district shows.

    Attributes:
        fate: what became of a unit that ended; empty for one of today.
        above: the province of a district.
    """

    kind: str
    fate: str
    valid_from: str
    valid_to: str
    earlier_names: tuple[str, ...]
    above: Link | None
    today: tuple[Link, ...]
    formed_from: tuple[Link, ...]
    districts: tuple[Link, ...]
    agencies: tuple[Link, ...]
    document: Link | None
    source: str
    note: str
    listing: ListPage[Row]


class ProvinceLine(NamedTuple):
    """A province in the index; ``formed_from`` is empty for one that was not merged."""

    link: Link
    total: int
    formed_from: tuple[Link, ...]


class PlacesView(NamedTuple):
    """The index: units of today, and those that no longer exist."""

    today: tuple[ProvinceLine, ...]
    merged: tuple[ProvinceLine, ...]


def province_pages(catalog: Catalog, rows: Rows, province: Province) -> Iterator[Page]:
    """Yield the pages of one province, one for each page of its list of news."""
    stories = catalog.by_province.get(province.id, ())
    announced = rows.of(catalog.announced.of("by_province", province.id))
    for listing in paginate(rows.of(stories), province_address(province), announced=announced):
        yield _province_page(catalog, province, listing)


def district_pages(catalog: Catalog, rows: Rows, district: District) -> Iterator[Page]:
    """Yield the pages of one district, one for each page of its list of news."""
    stories = catalog.by_district.get(district.id, ())
    announced = rows.of(catalog.announced.of("by_district", district.id))
    for listing in paginate(rows.of(stories), district_address(district), announced=announced):
        yield _district_page(catalog, district, listing)


def _province_page(catalog: Catalog, province: Province, listing: ListPage[Row]) -> Page:
    lineage, documents = catalog.lineage, catalog.registries.documents
    forerunners = lineage.forerunners_of_province.get(province.id, ())
    today = [now for now in lineage.today_of_province(province) if now.id != province.id]
    view = PlaceView(
        kind="Thành phố trực thuộc trung ương" if province.type == "thanh-pho" else "Tỉnh",
        fate=province_now(catalog, province),
        valid_from=in_words(province.valid_from, weekday=False) if province.valid_from else "",
        valid_to=in_words(province.valid_to, weekday=False) if province.valid_to else "",
        earlier_names=_earlier(province),
        above=None,
        today=tuple(province_link(catalog, now) for now in today),
        formed_from=tuple(province_link(catalog, unit) for unit in forerunners),
        districts=tuple(
            Link(district_address(d), d.full_name)
            for d in lineage.districts_by_province.get(province.id, ())
        ),
        agencies=tuple(
            agency_link(catalog, a) for a in lineage.agencies_by_province.get(province.id, ())
        ),
        document=document_link(documents[province.document]) if province.document else None,
        source=province.source or "",
        note=province.note or "",
        listing=listing,
    )
    return Page(
        address=listing.address(listing.number),
        template="place.html",
        title=distinct_name(province),
        view=view,
        description=f"Tin hội nghị, cơ quan và địa bàn của {province.full_name}.",
        trail=TRAIL,
    )


def distinct_name(province: Province) -> str:
    """Return the name, with its time where two provinces have it: “Đà Nẵng (từ 1/7/2025)”."""
    # Ends the id of a province of today that has the name of a province merged into it.
    if province.id.endswith("-2025"):
        return f"{province.name} (từ 1/7/2025)"
    return (
        f"{province.name} (đến 30/6/2025)"
        if f"{province.id}-2025" in province.succeeded_by
        else province.name
    )


def _earlier(province: Province) -> tuple[str, ...]:
    return tuple(
        f"{earlier.name} (đến {in_words(earlier.valid_to, weekday=False)})"
        if earlier.valid_to
        else earlier.name
        for earlier in province.earlier_names
    )


def _district_page(catalog: Catalog, district: District, listing: ListPage[Row]) -> Page:
    province = catalog.registries.provinces[district.province]
    above = province_link(catalog, province)
    agencies = tuple(
        agency_link(catalog, agency)
        for agency in catalog.registries.agencies.values()
        if agency.district == district.id
    )
    ended = in_words(district.valid_to, weekday=False) if district.valid_to else ""
    view = PlaceView(
        kind="Đơn vị hành chính cấp huyện",
        fate=f"cấp huyện kết thúc hoạt động {ended}" if ended else "",
        valid_from=in_words(district.valid_from, weekday=False) if district.valid_from else "",
        valid_to=ended,
        earlier_names=(),
        above=above,
        today=tuple(
            province_link(catalog, now)
            for now in catalog.lineage.today_of_province(province)
            if now.id != province.id
        ),
        formed_from=(),
        districts=tuple(
            district_link(catalog, catalog.registries.districts[id_])
            for id_ in district.succeeded_by
        ),
        agencies=agencies,
        document=None,
        source=district.source or "",
        note=district.note or "",
        listing=listing,
    )
    return Page(
        address=listing.address(listing.number),
        template="place.html",
        title=capitalise(district.full_name),
        view=view,
        description=f"Tin hội nghị và cơ quan của {district.full_name}, {province.full_name}.",
        trail=(*TRAIL, Link(above.address, province.name)),
    )


def place_index(catalog: Catalog) -> Page:
    """Return the index of provinces: those of today, and those merged."""
    provinces = sorted(catalog.registries.provinces.values(), key=lambda p: sort_key(p.name))
    view = PlacesView(
        today=tuple(_line(catalog, p) for p in provinces if not p.has_ended),
        merged=tuple(_line(catalog, p) for p in provinces if p.has_ended),
    )
    return Page(
        address=PLACES,
        template="places.html",
        title="Địa phương",
        view=view,
        description="34 tỉnh, thành phố hiện nay và các tỉnh trước ngày 1/7/2025, kèm tin hội"
        " nghị.",
    )


def _line(catalog: Catalog, province: Province) -> ProvinceLine:
    forerunners = catalog.lineage.forerunners_of_province.get(province.id, ())
    return ProvinceLine(
        link=province_link(catalog, province),
        total=len(catalog.by_province.get(province.id, ())),
        formed_from=tuple(province_link(catalog, unit) for unit in forerunners),
    )
