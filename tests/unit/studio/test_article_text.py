from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.studio.article_text import read_form, write_form

TEXT = """---
title: 'Hội nghị: tổng kết'   # tên chính thức
date: 2024-06-03
conference:
  date: 2024-06-01   # theo giấy mời
  types: [tong-ket, ky-ket]
agencies: [cong-an-a, {name: Chi hội B}]
# nhớ hỏi lại
provinces:
  - tinh-a
---

Dòng một.

## Kết quả

- Đạt 1.000 lượt.
"""


def test_a_file_is_read_as_plain_values() -> None:
    fields, body = read_form(TEXT)
    assert fields == {
        "title": "Hội nghị: tổng kết",
        "date": "2024-06-03",
        "conference": {"date": "2024-06-01", "types": ["tong-ket", "ky-ket"]},
        "agencies": ["cong-an-a", {"name": "Chi hội B"}],
        "provinces": ["tinh-a"],
    }
    assert body.startswith("Dòng một.")


def test_what_is_not_touched_stays_byte_for_byte() -> None:
    assert write_form(TEXT, *read_form(TEXT)) == TEXT


def test_a_changed_field_leaves_the_others_and_their_comments() -> None:
    fields, body = read_form(TEXT)
    text = write_form(TEXT, {**fields, "date": "5/6/2024"}, body)
    assert text == TEXT.replace("date: 2024-06-03", "date: 2024-06-05")


def test_a_new_field_comes_where_the_model_has_it() -> None:
    fields, body = read_form(TEXT)
    text = write_form(TEXT, {**fields, "lead": "Một câu."}, body)
    assert text == TEXT.replace("conference:", "lead: Một câu.\nconference:")


@pytest.mark.parametrize("empty", ["", None, [], {}, [""], {"name": ""}, False, "  "])
def test_an_empty_value_takes_the_field_out(empty: object) -> None:
    fields, body = read_form(TEXT)
    assert "agencies" not in read_form(write_form(TEXT, {**fields, "agencies": empty}, body))[0]


@pytest.mark.parametrize(
    "value",
    ["a: b", "# không phải chú thích", "- gạch", "yes", "1.000", "0123", "'", '"', "{x}", "…", "@a",
     "!a", "&a", "*a", "%a", "a #b", "null", "2024", "12:30", "\\n", "«Ký kết»: 3"],
)  # fmt: skip
def test_any_words_come_back_as_they_were_typed(value: str) -> None:
    fields, body = read_form(TEXT)
    assert read_form(write_form(TEXT, {**fields, "title": value}, body))[0]["title"] == value


@pytest.mark.parametrize("text", ["", "không có gì", "---\n---\n", "---\ntitle: [\n---\n\nX\n"])
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_form(text)


words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30).map(
    lambda text: " ".join(text.split())
)
values: st.SearchStrategy[Any] = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(words, values)
def test_saving_twice_changes_nothing_more(title: str, value: object) -> None:
    fields, body = read_form(TEXT)
    once = write_form(TEXT, {**fields, "title": title, "people": value}, body)
    assert write_form(once, *read_form(once)) == once


def test_comments_go_with_the_field_below_them() -> None:
    fields, body = read_form(TEXT)
    assert "# nhớ hỏi lại\nprovinces:" in write_form(TEXT, {**fields, "agencies": []}, body)
    assert "nhớ hỏi lại" not in write_form(TEXT, {**fields, "provinces": []}, body)


@pytest.mark.parametrize(
    "head", ['"title": A\ndate: 2024-06-03\n', "{title: A, date: 2024-06-03}\n"]
)
def test_front_matter_of_another_form_loses_nothing(head: str) -> None:
    text = f"---\n{head}---\n\nX\n"
    fields, body = read_form(text)
    changed = read_form(write_form(text, {**fields, "lead": "Một câu."}, body))[0]
    assert changed == {"title": "A", "date": "2024-06-03", "lead": "Một câu."}
