"""Agencies found by the grammar of their names, where no list has them."""

import pytest

from bantin.gazetteer.agencies import AgencyDirectory


def names(directory: AgencyDirectory, text: str) -> list[str]:
    return [mention.text for mention in directory.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanh tra tỉnh Gia Lai làm việc", ["Thanh tra tỉnh Gia Lai"]),
        ("Đài Truyền hình Việt Nam đã ký", ["Đài Truyền hình Việt Nam"]),
        ("Vườn Quốc gia Hoàng Liên tổ chức", ["Vườn Quốc gia Hoàng Liên"]),
        ("Cục Quản lý thị trường tỉnh Phú Yên sơ kết", ["Cục Quản lý thị trường tỉnh Phú Yên"]),
        ("Ban An toàn giao thông tỉnh họp", ["Ban An toàn giao thông tỉnh"]),
        ("Sở Văn hóa, Thể thao và Du lịch cùng dự", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Đảng ủy Quân chủng Hải quân ký", ["Đảng ủy Quân chủng Hải quân"]),
        ("Lữ đoàn 125 và Tỉnh đoàn Gia Lai ký", ["Lữ đoàn 125", "Tỉnh đoàn Gia Lai"]),
        ("Công ty Cao su Mang Yang đồng chủ trì", ["Công ty Cao su Mang Yang"]),
        ("Bệnh viện Đa khoa tỉnh Gia Lai, Trường Cao đẳng Sư phạm ký",
         ["Bệnh viện Đa khoa tỉnh Gia Lai", "Trường Cao đẳng Sư phạm"]),
        ("Kiểm toán Nhà nước khu vực XII phối hợp", ["Kiểm toán Nhà nước khu vực XII"]),
        ("Ngân hàng Nông nghiệp và Phát triển nông thôn cho vay",
         ["Ngân hàng Nông nghiệp và Phát triển nông thôn"]),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_grammar_ends(
    directory: AgencyDirectory, text: str, expected: list[str]
) -> None:
    assert names(directory, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị đã nghe Báo cáo kết quả",
        "Trường hợp phát sinh thì trao đổi",
        "Ban Tổ chức đã chuẩn bị chu đáo",
        "Phòng, chống tội phạm ở cơ sở",
        "Đoàn công tác đi thăm các hộ",
        "Bộ luật Hình sự sửa đổi",
        "Vùng sâu, vùng xa còn khó khăn",
    ],
)
def test_what_only_looks_like_a_body_is_none(directory: AgencyDirectory, text: str) -> None:
    found = [m for m in directory.find(text) if m.kind not in directory.kinds.names]
    assert found == []


def test_a_name_spelled_with_other_marks_is_another_body(directory: AgencyDirectory) -> None:
    assert directory.find("Hải quân tổ chức tuyên truyền biển, đảo") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Công an các tỉnh Gia Lai, Phú Yên và Lâm Đồng ký", ["Gia Lai", "Phú Yên", "Lâm Đồng"]),
        ("Công an các huyện: Krông Pa, Ia Pa (Gia Lai) và Công an tỉnh Phú Yên",
         ["Krông Pa", "Ia Pa", "Phú Yên"]),
        ("UBND 3 xã Ia Mlah, Ia Rsai, Chư Gu họp", ["Ia Mlah", "Ia Rsai", "Chư Gu"]),
    ],
)  # fmt: skip
def test_a_list_of_places_gives_a_body_of_each(
    directory: AgencyDirectory, text: str, places: list[str]
) -> None:
    found = [f"{mention.text} {mention.place}".strip() for mention in directory.find(text)]
    assert len(found) == len(places)
    for name, place in zip(found, places, strict=True):
        assert name.endswith(place)
