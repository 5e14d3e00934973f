"""Lists and notes of a file as Markdown: the page shows the numbers of the file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.drafting.outcome import write_body
from bantin.importing.extract.blocks import Block
from bantin.importing.extract.note_marks import mark
from bantin.markdown import parse


def item(text: str, marker: str = "", depth: int = 0) -> Block:
    return Block(text, "item", marker=marker, depth=depth)


def html(*blocks: Block, notes: tuple[str, ...] = ()) -> str:
    return re.sub(r"\s*\n\s*", "", parse(write_body(blocks, notes).text).html)


def test_numbers_and_nested_letters_are_those_of_the_file() -> None:
    body, _ = write_body(
        (
            item("một", "1."),
            item("a", "a)", 1),
            item("b", "b)", 1),
            item("hai", "2."),
            item("c", "-", 1),
        )
    )
    assert body == "1. một\n\n   a) a\n\n   b) b\n2. hai\n   - c\n"


def test_a_list_that_begins_at_three_shows_three() -> None:
    assert html(item("ba", "3."), item("bốn", "4.")) == (
        '<ol start="3"><li>ba</li><li>bốn</li></ol>'
    )


def test_numbers_that_do_not_follow_are_kept() -> None:
    shown = html(item("a", "1."), item("b", "1."), item("c", "5."))
    assert shown == '<ol><li>a</li></ol><p>1. b</p><ol start="5"><li>c</li></ol>'


def test_a_bracket_behind_a_number_is_kept() -> None:
    shown = html(item("a", "1)"), item("b", "2)"), item("c", "3."))
    assert shown == ('<ol class="bracketed"><li>a</li><li>b</li></ol><ol start="3"><li>c</li></ol>')


def test_bullets_nest() -> None:
    shown = html(item("a"), item("b", depth=1), item("c"))
    assert shown == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


@pytest.mark.parametrize("marker", ["II.", "a)", "1.2.", "Điều 3."])
def test_other_numbers_are_words_before_the_text(marker: str) -> None:
    assert html(item("nội dung", marker)) == f"<p>{marker} nội dung</p>"


ITEMS = st.builds(
    item,
    st.text(alphabet="abc đ1.-*#", min_size=1, max_size=8).map(str.strip).filter(bool),
    st.sampled_from(["", "-", "1.", "2.", "3)", "a)", "II.", "10."]),
    st.integers(0, 3),
)


@given(st.lists(ITEMS, min_size=1, max_size=8))
def test_every_item_is_shown_with_its_marker(items: list[Block]) -> None:
    page = re.sub(r"</?(?:ul|div)[^>]*>", "", html(*items))
    counts: list[int] = []
    shown: list[str] = []
    for tag, start, text in re.findall(r'<(/?[a-z]+)(?: start="(\d+)")?[^>]*>([^<]*)', page):
        if tag == "ol":
            counts.append(int(start or 1))
        elif tag == "/ol":
            counts.pop()
        shown.append(text)
    words = "".join("".join(shown).split())
    for one in items:
        assert "".join(one.text.split()) in words.replace("&amp;", "&")
        if one.marker in ("a)", "II."):
            assert one.marker + "".join(one.text.split()) in words


def test_a_note_is_led_to_and_stands_below() -> None:
    shown = html(Block("Theo kế hoạch.", notes=((13, 0),)), notes=("01/KH-UBND",))
    assert '<a href="#fn-1"' in shown
    assert "01/KH-UBND" in shown


def test_a_note_of_the_title_is_a_paragraph() -> None:
    shown = html(Block("Nội dung."), notes=("Lần thứ 5",))
    assert shown == "<p>Nội dung.</p><p>Chú thích: Lần thứ 5</p>"


def test_a_note_in_a_note_is_shown() -> None:
    shown = html(Block("A", notes=((1, 1),)), notes=("trong", f"ngoài{mark(0)}"))
    assert "ngoài" in shown
    assert "trong" in shown


def test_a_mark_before_a_colon_defines_nothing() -> None:
    assert "giữ lời" in html(Block(": giữ lời", notes=((0, 0),)), notes=("chú",))
