"""Names of records: no word twice."""

import pytest

from bantin.model import Document


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        ("Chương trình phối hợp", "Phối hợp dân tộc", "Chương trình phối hợp dân tộc"),
        ("Nghị quyết", "Nghị quyết Hội nghị lần thứ tư", "Nghị quyết Hội nghị lần thứ tư"),
        ("Luật", "Mặt trận Tổ quốc Việt Nam", "Luật Mặt trận Tổ quốc Việt Nam"),
        ("Kế hoạch", "kế hoạch", "Kế hoạch"),
        ("Quy chế", None, "Quy chế"),
    ],
)  # fmt: skip
def test_type_and_title_say_no_word_twice(kind: str, title: str | None, name: str) -> None:
    assert Document(id="thu", type=kind, title=title).name == name
