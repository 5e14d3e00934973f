import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.drafting.outcome import write_body
from bantin.importing.extract.blocks import Block
from bantin.importing.extract.markdown import escape, table
from bantin.markdown import parse

RESULTS = "Các đơn vị đã phối hợp tổ chức nhiều buổi tuyên truyền và đạt kết quả tốt trong năm qua."
LIMITS = (
    "Tuy nhiên, công tác trao đổi thông tin ở một số nơi chưa kịp thời và còn hạn chế nhất định."
)
TASKS = (
    "Trong thời gian tới, các đơn vị tiếp tục đẩy mạnh tuyên truyền, vận động nhân dân chấp hành."
)


def headings(*texts: str) -> list[str]:
    body = write_body(tuple(Block(text) for text in texts)).text
    return [line for line in body.split("\n") if line.startswith("## ")]


def test_a_heading_is_put_before_the_first_paragraph_of_each_part() -> None:
    assert headings(RESULTS, LIMITS, TASKS) == ["## Kết quả", "## Hạn chế", "## Nhiệm vụ"]


def test_no_heading_comes_after_that_of_a_later_part() -> None:
    assert headings(TASKS, RESULTS, LIMITS) == ["## Nhiệm vụ"]


def test_a_body_with_such_headings_keeps_them() -> None:
    assert headings("1. Kết quả đạt được", RESULTS, "2. TỒN TẠI, HẠN CHẾ", LIMITS) == [
        "## Kết quả đạt được",
        "## Tồn tại, hạn chế",
    ]


@pytest.mark.parametrize(
    "text", ["# a", "1. b", "- c", "> d", "+ e", "**f**", "[g](h)", "<i>", "a | b"]
)
def test_signs_of_markdown_are_shown_as_they_are(text: str) -> None:
    html = parse(escape(text)).html
    assert html.strip().startswith("<p>")
    assert "<strong>" not in html
    assert "<a " not in html


@given(st.text(alphabet="ab1.#-*_[]()<>|\\`~ ", max_size=30))
def test_escaped_text_is_one_paragraph_of_plain_text(text: str) -> None:
    html = parse(escape(" ".join(text.split()))).html
    assert not any(tag in html for tag in ("<h", "<li", "<em", "<strong", "<code", "<a ", "<bl"))


def test_the_first_row_of_a_table_is_its_head() -> None:
    assert table([["Năm", "Số"], ["2020", ""]]) == "| Năm | Số |\n| --- | --- |\n| 2020 |  |"
