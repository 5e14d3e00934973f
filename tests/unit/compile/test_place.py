"""The pages of places: what happened on their ground, who stands there, how they are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bantin.catalog import Catalog
from bantin.compile.listing import Rows
from bantin.compile.pages.place import PlaceView, district_pages, province_pages

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]


@pytest.fixture
def archive(catalog: Make, news: News) -> Catalog:
    """Three conferences on the ground of the province of today, two from before it."""

    def held(day: str, province: str) -> str:
        return news(date=day, conference={"date": day}, provinces=[province])

    return catalog({
        "docs/tin/2022/da-nang.md": held("2022-04-01", "da-nang"),
        "docs/tin/2023/quang-nam.md": held("2023-04-01", "quang-nam"),
        "docs/tin/2024/hue.md": held("2024-04-01", "hue"),
    })  # fmt: skip


def view_of(catalog: Catalog, id_: str) -> PlaceView:
    page = next(province_pages(catalog, Rows(catalog), catalog.registries.provinces[id_]))
    assert isinstance(page.view, PlaceView)
    return page.view


def test_a_province_of_today_shows_what_happened_on_its_ground_before(archive: Catalog) -> None:
    view = view_of(archive, "da-nang-2025")
    assert [row.address for row in view.listing.items] == [
        "tin/2023/quang-nam/", "tin/2022/da-nang/"
    ]  # fmt: skip
    assert [(link.text, link.note) for link in view.ground] == [
        ("Đà Nẵng (từ 2025)", "0 tin"),
        ("Đà Nẵng (đến 2025)", "1 tin"),
        ("Quảng Nam", "1 tin"),
    ]


def test_a_province_that_was_formed_from_none_says_nothing_of_before(archive: Catalog) -> None:
    assert view_of(archive, "hue").ground == ()
    assert view_of(archive, "quang-nam").ground == ()


def test_who_stands_on_the_ground_today_is_named_with_its_forerunners(archive: Catalog) -> None:
    [link] = view_of(archive, "da-nang-2025").agencies
    assert link.text == "Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng"
    assert link.note == "tiền thân: Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam"
    ended = [link.text for link in view_of(archive, "quang-nam").agencies]
    assert ended == ["Ban Dân vận Tỉnh ủy Quảng Nam", "Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam"]


def test_only_namesakes_are_told_apart_by_their_years(archive: Catalog) -> None:
    provinces, name = archive.registries.provinces, archive.lineage.province_name
    assert [name(provinces[id_]) for id_ in ("da-nang", "da-nang-2025", "hue")] == [
        "Đà Nẵng (đến 2025)", "Đà Nẵng (từ 2025)", "Huế"
    ]  # fmt: skip
    assert name(provinces["da-nang"], is_full=True) == "thành phố Đà Nẵng (đến 2025)"


def test_a_district_is_told_from_its_namesake_by_its_province(archive: Catalog) -> None:
    district = archive.registries.districts["hoa-vang"]
    page = next(district_pages(archive, Rows(archive), district))
    assert page.title == "Huyện Hòa Vang"
