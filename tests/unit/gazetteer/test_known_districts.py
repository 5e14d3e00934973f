"""The list of all districts that comes with the package."""

from pathlib import Path

from bantin.gazetteer.known_districts import districts_named
from bantin.reading.registry import read_registries
from bantin.vietnamese.fold import fold

REGISTRIES, _ = read_registries(Path(__file__).parents[3] / "data")


def test_a_name_gives_its_districts() -> None:
    assert [(one.province, one.type) for one in districts_named("tây giang")] == [
        ("quang-nam", "huyen")
    ]
    assert {one.province for one in districts_named("Châu Thành")} > {"tra-vinh", "long-an"}
    assert districts_named("Không Có") == []


def test_the_list_agrees_with_the_registry() -> None:
    for district in REGISTRIES.districts.values():
        name = fold(district.name).removeprefix("quan ")
        known = {one.province: one.type for one in districts_named(name)}
        assert known.get(district.province) == district.type, district.id


def test_every_district_lies_in_a_province_of_before_2025() -> None:
    for name in ("Ba Đình", "Thủ Đức", "Hội An", "1", "Phú Quốc"):
        for one in districts_named(name):
            assert not REGISTRIES.provinces[one.province].id.endswith("-2025")
