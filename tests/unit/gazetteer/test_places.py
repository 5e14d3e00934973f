import pytest
from tests.unit.gazetteer.conftest import BEFORE, MERGER, REGISTRIES

from bantin.gazetteer.places import Gazetteer, districts_in, provinces_in
from bantin.vietnamese.dates import PartialDate

GAZETTEER = Gazetteer(REGISTRIES)


def provinces(text: str, day: PartialDate | None = BEFORE, *, of_media: bool = False) -> list[str]:
    return [f.value for f in provinces_in(GAZETTEER, text, day, of_media=of_media)]


def districts(text: str, *inside: str) -> list[str]:
    return [f.value for f in districts_in(GAZETTEER, text, set(inside))]


@pytest.mark.parametrize(("day", "id_"), [(BEFORE, "gia-lai"), (MERGER, "gia-lai-2025")])
def test_of_provinces_of_one_name_the_one_of_that_day_is_meant(day: PartialDate, id_: str) -> None:
    assert provinces("hội nghị tại tỉnh Gia Lai", day) == [id_]


@pytest.mark.parametrize("text", ["sông Gia Lai", "Báo Gia Lai đưa tin", "ở gia lai", "xã Gia Lai"])
def test_names_of_other_things_are_no_provinces(text: str) -> None:
    assert provinces(text) == []


def test_a_name_shared_with_a_district_needs_the_word_for_a_province() -> None:
    assert provinces("ở Phú Yên") == []
    assert provinces("tỉnh Phú Yên") == ["phu-yen"]


def test_names_of_newspapers_are_searched_only_if_asked_for() -> None:
    assert provinces("theo Báo Gia Lai", of_media=True) == ["gia-lai"]


def test_districts_are_those_of_the_provinces_of_the_article() -> None:
    assert districts("huyện Krông Pa và huyện Phú Hòa", "gia-lai") == ["krong-pa"]
    assert districts("huyện Krông Pa") == ["krong-pa"]


def test_a_name_shared_with_a_province_needs_the_word_for_a_district() -> None:
    assert districts("ở Phú Yên", "gia-lai") == []
    assert districts("huyện Phú Yên", "gia-lai") == ["phu-yen-huyen"]
