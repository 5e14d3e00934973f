"""Pasted text as blocks: lines are joined only where they were wrapped to a width."""

from bantin.importing.extract.plain_text import read_plain_text

COLUMN = """BÁO TỈNH        Thứ Tư, 24-8-2016        Trang 3
Ngành giáo dục và công an ký tiếp

      Ngày 23-8, Sở Giáo dục và Đào tạo cùng
Công an tỉnh tổ chức hội nghị tổng kết việc
thực hiện quy chế phối hợp các năm qua, có
Ban Giám đốc hai bên và đại diện các huyện,
Phòng Giáo dục và Đào tạo cùng dự, nghe báo
cáo chung và ý kiến của các trường học ở cơ
sở.

      Hai bên ký quy chế cho năm năm sắp tới,
Công an xã làm đầu mối, nhà trường cử người
trực, mỗi quý họp một lần.
"""
PARAGRAPHS = [
    "Ngày 23-8, Sở Giáo dục và Đào tạo tổ chức hội nghị tổng kết quy chế phối hợp.",
    "Công an tỉnh báo cáo.",
    "Ban Giám đốc hai bên cùng dự, nghe báo cáo chung và ý kiến của các trường học ở cơ sở.",
]


def texts(text: str) -> list[str]:
    return [block.text for block in read_plain_text(text).blocks]


def test_wrapped_lines_of_a_column_are_joined() -> None:
    *_, first, second = texts(COLUMN)
    assert first.startswith("Ngày 23-8, Sở Giáo dục và Đào tạo cùng Công an tỉnh tổ chức")
    assert first.endswith("trường học ở cơ sở.")
    assert second.startswith("Hai bên ký quy chế cho năm năm sắp tới, Công an xã")


def test_lines_of_different_length_are_paragraphs() -> None:
    assert texts("\n".join(PARAGRAPHS * 4)) == PARAGRAPHS * 4
