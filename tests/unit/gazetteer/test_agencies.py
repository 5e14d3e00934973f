import pytest
from tests.unit.gazetteer.conftest import BEFORE

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.gazetteer.agency_kinds import kind_name
from bantin.gazetteer.resolution import full_name, only_district, resolve, share_places


def kinds_levels_places(directory: AgencyDirectory, text: str) -> list[tuple[str, str, str]]:
    return [(m.kind, m.level, m.place) for m in directory.find(text)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Công an tỉnh Gia Lai", "Công an"),
        ("Ban Dân vận Huyện ủy Krông Pa", "Ban Dân vận"),
        ("Huyện ủy Krông Pa", "Huyện ủy"),
        ("Sở Y tế tỉnh", "Sở Y tế"),
        ("Bộ Công an", ""),
    ],
)
def test_kind_is_the_name_without_unit_and_place(name: str, kind: str) -> None:
    assert kind_name(name) == kind


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Công an huyện Phú Hòa họp", [("cong an", "huyen", "Phú Hòa")]),
        ("Hội Nông dân huyện Ia Lạ", [("hoi nong dan", "huyen", "Ia Lạ")]),
        ("Ban Dân vận Tỉnh ủy", [("ban dan van", "tinh", "")]),
        ("UBND tỉnh Phú Yên", [("uy ban nhan dan", "tinh", "Phú Yên")]),
        (
            "Hội Nông dân các huyện Krông Pa, Phú Hòa tổ chức",
            [("hoi nong dan", "huyen", "Krông Pa"), ("hoi nong dan", "huyen", "Phú Hòa")],
        ),
        ("Công an nhân dân", []),
        ("Công an các cấp", []),
        ("lực lượng công an", []),
    ],
)
def test_kind_level_and_place_of_each_agency(
    directory: AgencyDirectory, text: str, mentions: list[tuple[str, str, str]]
) -> None:
    assert kinds_levels_places(directory, text) == mentions


def test_a_whole_name_of_the_registry_gives_its_record(directory: AgencyDirectory) -> None:
    [mention] = directory.find("Bộ Công an chỉ đạo")
    assert (mention.ids, mention.level) == (("bca",), "trung-uong")


def test_a_list_of_communes_gives_each_with_or_without_a_record(
    directory: AgencyDirectory,
) -> None:
    found = directory.find("Công an các xã Ia Mlah, Ia Lạ.")
    assert [(m.ids, m.place) for m in found] == [(("ca-xa-ia-mlah",), ""), ((), "Ia Lạ")]


def test_a_newspaper_counts_only_among_agencies(directory: AgencyDirectory) -> None:
    listed = [m.text for m in directory.find("Công an tỉnh Gia Lai, Báo Gia Lai ký quy chế")]
    assert listed == ["Công an tỉnh Gia Lai", "Báo Gia Lai"]
    assert directory.find("Theo Báo Gia Lai") == []


def resolved(directory: AgencyDirectory, text: str, *provinces: str) -> list[tuple[str, ...]]:
    district = only_district(directory, [text])
    mentions = share_places(directory.find(text), text, district)
    return [resolve(directory, m, frozenset(provinces), BEFORE) for m in mentions]


@pytest.mark.parametrize(
    ("text", "provinces", "ids"),
    [
        ("Công an tỉnh", ("gia-lai",), [("ca-gia-lai",)]),
        ("Công an tỉnh", ("gia-lai", "phu-yen"), [("ca-gia-lai", "ca-phu-yen")]),
        ("Công an tỉnh", (), [()]),
        ("Công an huyện", ("gia-lai",), [()]),
        ("Công an huyện Ia Lạ", ("gia-lai",), [()]),
        ("Công an và Hội Nông dân huyện Krông Pa", (), [("ca-krong-pa",), ()]),
        ("Ở huyện Krông Pa, Công an huyện họp", (), [("ca-krong-pa",)]),
    ],
)
def test_the_record_follows_from_place_or_from_the_provinces_of_the_article(
    directory: AgencyDirectory, text: str, provinces: tuple[str, ...], ids: list[tuple[str, ...]]
) -> None:
    assert resolved(directory, text, *provinces) == ids


def test_two_districts_are_no_only_district(directory: AgencyDirectory) -> None:
    assert only_district(directory, ["huyện Krông Pa", "huyện Phú Hòa"]) is None


def test_an_agency_without_a_record_has_its_name_in_full(directory: AgencyDirectory) -> None:
    [mention] = directory.find("UBND huyện Phú Hòa")
    assert full_name(directory, mention) == "Ủy ban nhân dân huyện Phú Hòa"
    assert full_name(directory, AgencyMention(0, 7, "Báo nói")) == "Báo nói"
