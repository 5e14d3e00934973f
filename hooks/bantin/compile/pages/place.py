"""The pages of provinces and districts, those of today and those that ended; their index."""

from collections.abc import Iterable, Iterator, Sequence
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
from bantin.model import Agency, Article, District, Province
from bantin.model.labels import capitalise
from bantin.vietnamese.dates import in_words
from bantin.vietnamese.order import sort_key

TRAIL = (Link(PLACES, "Địa phương"),)


class PlaceView(NamedTuple):
    """What the page of a province or district shows.

    Attributes:
        fate: what became of a unit that ended; empty for one of today.
        above: the province of a district.
        agencies: those that stand there, of a unit of today those of today.
        ground: the unit and those it was formed from, each with the number of its stories; empty
            where it was formed from none.
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
    ground: tuple[Link, ...]
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
    """Yield the pages of one province, one for each page of its list of news.

    The list holds what happened on its ground, before it was formed too.
    """
    stories = catalog.on_ground(province)
    announced = rows.of(catalog.announced.of("by_province", province.id))
    for listing in paginate(rows.of(stories), province_address(province), announced=announced):
        yield _province_page(catalog, province, listing)


def district_pages(catalog: Catalog, rows: Rows, district: District) -> Iterator[Page]:
    """Yield the pages of one district, one for each page of its list of news."""
    stories = catalog.on_ground(district)
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
        agencies=tuple(_agency_line(catalog, a) for a in lineage.agencies_on(province)),
        ground=_parts(
            (province_link(catalog, unit), catalog.by_province.get(unit.id, ()))
            for unit in lineage.ground_of(province)
        ),
        document=document_link(documents[province.document]) if province.document else None,
        source=province.source or "",
        note=province.note or "",
        listing=listing,
    )
    return Page(
        address=listing.address(listing.number),
        template="place.html",
        title=lineage.province_name(province),
        view=view,
        description=f"Tin hội nghị, cơ quan và địa bàn của {province.full_name}.",
        trail=TRAIL,
    )


def _parts(units: Iterable[tuple[Link, Sequence[Article]]]) -> tuple[Link, ...]:
    """Return each unit with the number of its stories; none where there is but one unit."""
    parts = tuple(link._replace(note=f"{len(stories)} tin") for link, stories in units)
    return parts if len(parts) > 1 else ()


def _agency_line(catalog: Catalog, agency: Agency) -> Link:
    """Return the link to an agency; its note says from what it came, or what became of it."""
    link = agency_link(catalog, agency)
    before = catalog.lineage.forerunners_of_agency.get(agency.id, ())
    if link.note or not before:
        return link
    return link._replace(note=f"tiền thân: {', '.join(one.name for one in before)}")


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
        formed_from=tuple(
            district_link(catalog, unit)
            for unit in catalog.lineage.forerunners_of_district.get(district.id, ())
        ),
        districts=tuple(
            district_link(catalog, catalog.registries.districts[id_])
            for id_ in district.succeeded_by
        ),
        agencies=agencies,
        ground=_parts(
            (district_link(catalog, unit), catalog.by_district.get(unit.id, ()))
            for unit in catalog.lineage.ground_of_district(district)
        ),
        document=None,
        source=district.source or "",
        note=district.note or "",
        listing=listing,
    )
    return Page(
        address=listing.address(listing.number),
        template="place.html",
        title=capitalise(catalog.lineage.district_name(district)),
        view=view,
        description=f"Tin hội nghị và cơ quan của {district.full_name}, {province.full_name}.",
        trail=(*TRAIL, Link(above.address, above.text)),
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
        total=len(catalog.on_ground(province)),
        formed_from=tuple(province_link(catalog, unit) for unit in forerunners),
    )
