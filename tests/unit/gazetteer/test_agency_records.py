"""Kind, level, place and id of an agency, read off its name."""

from pathlib import Path

import pytest

from bantin.gazetteer.agency_records import kind_of, level_of, province_in
from bantin.reading.registry import read_registries

REGISTRIES, _ = read_registries(Path(__file__).parents[3] / "data")


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Viện Kiểm sát nhân dân tỉnh Quảng Trị", "chinh-quyen", "tinh"),
        ("Công an thị xã Ba Đồn", "luc-luong-vu-trang", "huyen"),
        ("Công an xã Bình Phú", "luc-luong-vu-trang", "xa"),
        ("Ban Tuyên giáo Thành ủy Vinh", "dang", "huyen"),
        ("Ban Tuyên giáo Thành ủy Đà Nẵng", "dang", "tinh"),
        ("Hội Cựu chiến binh phường Tân Định", "mat-tran-doan-the", "xa"),
        ("Sở Nội vụ", "chinh-quyen", "tinh"),
        ("Bộ Nội vụ", "chinh-quyen", "trung-uong"),
        ("Đảng ủy Công an Trung ương", "luc-luong-vu-trang", "trung-uong"),
        ("Vườn Quốc gia Hoàng Liên", "chinh-quyen", "trung-uong"),
        ("Công ty Cao su Krông Buk", "khac", "trung-uong"),
        ("Hội đồng nhân dân huyện Đức Cơ", "chinh-quyen", "huyen"),
    ],
)
def test_kind_and_level(name: str, kind: str, level: str) -> None:
    assert (kind_of(name), level_of(name, REGISTRIES)) == (kind, level)


def test_the_rules_agree_with_the_registry() -> None:
    agencies = REGISTRIES.agencies.values()
    kinds = [a.name for a in agencies if kind_of(a.name) != a.kind]
    levels = [a.name for a in agencies if level_of(a.name, REGISTRIES) != a.level]
    assert len(kinds) <= len(agencies) // 100
    assert len(levels) <= len(agencies) // 100


def test_province_of_a_name() -> None:
    assert province_in("Công an tỉnh Sóc Trăng", REGISTRIES) == "soc-trang"
    assert province_in("Bộ Công an", REGISTRIES) == ""
