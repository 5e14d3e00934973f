"""The pages of provinces and districts, as they were and as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import PLACES, district_address, province_address
from bantin.compile.links import (
    agency_link,
    district_link,
    document_link,
    province_link,
    province_now,
)
from bantin.compile.listing import Part, Rows, cut
from bantin.compile.page import Link, Page
from bantin.model import District, Province
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key


class PlaceView(NamedTuple):
    """All that the page of a province or district shows."""

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
    listing: Part


@dataclass(frozen=True, slots=True)
class ProvinceLine:
    """A province in the index; ``formed_from`` is empty for one that was not merged."""

    link: Link
    count: int
    formed_from: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The index: units of today, and those that no longer exist."""

    today: tuple[ProvinceLine, ...]
    merged: tuple[ProvinceLine, ...]


def province_pages(catalog: Catalog, rows: Rows, province: Province) -> Iterator[Page]:
    """Yield the pages of one province."""
    stories = catalog.by_province.get(province.id, ())
    for part in cut(rows.of(stories), province_address(province)):
        yield _province_page(catalog, province, part)


def district_pages(catalog: Catalog, rows: Rows, district: District) -> Iterator[Page]:
    """Yield the pages of one district."""
    stories = catalog.by_district.get(district.id, ())
    for part in cut(rows.of(stories), district_address(district)):
        yield _district_page(catalog, district, part)


def _province_page(catalog: Catalog, province: Province, part: Part) -> Page:
    lineage, known = catalog.lineage, catalog.registries
    before = lineage.forerunners_of_province.get(province.id, ())
    today = [now for now in lineage.today_of_province(province) if now.id != province.id]
    view = PlaceView(
        kind="Thành phố trực thuộc trung ương" if province.type == "thanh-pho" else "Tỉnh",
        fate=province_now(catalog, province),
        valid_from=in_words(province.valid_from, weekday=False) if province.valid_from else "",
        valid_to=in_words(province.valid_to, weekday=False) if province.valid_to else "",
        earlier_names=_earlier(province),
        above=None,
        today=tuple(province_link(catalog, now) for now in today),
        formed_from=tuple(province_link(catalog, unit) for unit in before),
        districts=tuple(
            Link(district_address(d), d.full_name)
            for d in lineage.districts_by_province.get(province.id, ())
        ),
        agencies=tuple(
            agency_link(catalog, a) for a in lineage.agencies_by_province.get(province.id, ())
        ),
        document=document_link(known.documents[province.document]) if province.document else None,
        source=province.source or "",
        note=province.note or "",
        listing=part,
    )
    title = distinct_name(province)
    described = f"Tin hội nghị, cơ quan và địa bàn của {province.full_name}."
    return Page(part.address(part.number), "place.html", title, view, described, _TRAIL)


_TRAIL = (Link(PLACES, "Địa phương"),)


def distinct_name(province: Province) -> str:
    """The name with its time where two units bear it: “Đà Nẵng (từ 1/7/2025)”."""
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


def _district_page(catalog: Catalog, district: District, part: Part) -> Page:
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
        listing=part,
    )
    described = f"Tin hội nghị và cơ quan của {district.full_name}, {province.full_name}."
    title = f"{district.full_name[:1].upper()}{district.full_name[1:]}"
    trail = (*_TRAIL, Link(above.address, province.name))
    return Page(part.address(part.number), "place.html", title, view, described, trail)


def place_index(catalog: Catalog) -> Page:
    """Return the index of provinces: those of today, and those merged."""
    provinces = sorted(catalog.registries.provinces.values(), key=lambda p: sort_key(p.name))
    view = PlacesView(
        today=tuple(_line(catalog, p) for p in provinces if not p.has_ended),
        merged=tuple(_line(catalog, p) for p in provinces if p.has_ended),
    )
    described = "34 tỉnh, thành phố hiện nay và các tỉnh trước ngày 1/7/2025, kèm tin hội nghị."
    return Page(PLACES, "places.html", "Địa phương", view, described)


def _line(catalog: Catalog, province: Province) -> ProvinceLine:
    before = catalog.lineage.forerunners_of_province.get(province.id, ())
    return ProvinceLine(
        link=province_link(catalog, province),
        count=len(catalog.by_province.get(province.id, ())),
        formed_from=tuple(province_link(catalog, unit) for unit in before),
    )
