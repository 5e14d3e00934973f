import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.editing.fixes import fix_article, fix_characters, fix_registry

ARTICLE = """---
status: draft
# ngày của nguồn
date: 25/04/2024
title: Hội nghị
agencies:
  - name: Ban Dân vận Huyện uỷ
people:
  - name: Lê Thị Thuỷ
---

Chữ\u00a0Ðắk Lắk, ngày 25/04/2024, uỷ ban.
"""

FIXED = """---
title: Hội nghị
# ngày của nguồn
date: 2024-04-25
status: draft
agencies:
  - name: Ban Dân vận Huyện ủy
people:
  - name: Lê Thị Thuỷ
---

Chữ Đắk Lắk, ngày 25/04/2024, uỷ ban.
"""


def test_an_article_is_repaired_and_nothing_else_changes() -> None:
    assert fix_article(ARTICLE) == FIXED


def test_fixing_twice_changes_nothing_more() -> None:
    assert fix_article(FIXED) == FIXED


@pytest.mark.parametrize(
    "text",
    ["", "không có khối đầu bài\ndate: 25/04/2024\n", "---\ntitle: chưa đóng\n", "---\n---\n"],
)
def test_what_is_no_article_keeps_its_lines(text: str) -> None:
    assert fix_article(text) == text


def test_unknown_keys_and_nested_lines_stay_with_their_block() -> None:
    text = "---\nla: 1\nconference:\n  date: 5/3/2020\n  types: [so-ket]\ntitle: A\n---\nX\n"
    expected = "---\ntitle: A\nconference:\n  date: 2020-03-05\n  types: [so-ket]\nla: 1\n---\nX\n"
    assert fix_article(text) == expected


def test_registry_names_get_their_tone_marks_placed_and_comments_stay() -> None:
    text = "# sổ\n- id: a\n  name: Huyện uỷ Ðức Cơ\n  valid_to: 30/6/2025\n"
    assert fix_registry(text) == "# sổ\n- id: a\n  name: Huyện ủy Đức Cơ\n  valid_to: 2025-06-30\n"


@given(st.text(max_size=200))
def test_characters_are_fixed_once(text: str) -> None:
    assert fix_characters(fix_characters(text)) == fix_characters(text)
