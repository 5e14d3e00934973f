import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.markdown.sections import EXCERPT, PIECE, excerpt, links, outcome_of, plain, sections
from bantin.model import Outcome

BODY = """\
Mở đầu.

## Kết quả đạt được

Mở *120* buổi.

### Về cơ sở

- Hòa giải 45 vụ.

## Việc khác

Không thuộc mục nào.

## Tồn tại, hạn chế:

Còn thưa.

## PHƯƠNG HƯỚNG, NHIỆM VỤ ##

1. Kiểm tra [mỗi quý](mot.md).
"""

HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
FENCE = re.compile(r"^ {0,3}(```|~~~)")
LINES = [
    "## a ##",
    "# b #c ",
    "#  ",
    "# # #",
    "#d",
    "```",
    "  ~~~",
    "    ```",
    "",
    "e",
    "####### f",
]


def test_sections_are_cut_at_their_headings() -> None:
    headings = [(part.level, part.heading) for part in sections(BODY)]
    assert headings == [
        (0, ""),
        (2, "Kết quả đạt được"),
        (3, "Về cơ sở"),
        (2, "Việc khác"),
        (2, "Tồn tại, hạn chế:"),
        (2, "PHƯƠNG HƯỚNG, NHIỆM VỤ"),
    ]


def test_an_outcome_is_found_by_any_of_its_names_with_what_stands_below() -> None:
    assert outcome_of(sections(BODY)) == Outcome(
        results="Mở 120 buổi. ### Về cơ sở Hòa giải 45 vụ.".replace("### Về cơ sở ", ""),
        limits="Còn thưa.",
        tasks="Kiểm tra mỗi quý.",
    )


@pytest.mark.parametrize("fence", ["```", "~~~", "   ````"])
def test_headings_in_code_are_no_headings(fence: str) -> None:
    body = f"{fence}\n## Kết quả\n{fence.strip()}\n\n## Hạn chế\n\nA."
    assert [part.heading for part in sections(body)] == ["", "Hạn chế"]


def test_another_fence_does_not_close_code() -> None:
    body = "```\n~~~\n## Kết quả\n```\n## Hạn chế\n"
    assert [part.heading for part in sections(body)] == ["", "Hạn chế"]


def sections_by_lines(body: str) -> Iterator[tuple[int, str, str]]:
    """Yield the sections of a body, gone through line by line."""
    level, heading, text, fence = 0, "", list[str](), ""
    for line in body.split("\n"):
        found = HEADING.match(line)
        if (mark := FENCE.match(line)) and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        elif found and not fence:
            yield level, heading, "\n".join(text)
            level, heading, text = len(found[1]), found[2], []
            continue
        text.append(line)
    yield level, heading, "\n".join(text)


@given(body=st.text() | st.text("#ab \n`~-\t") | st.lists(st.sampled_from(LINES)).map("\n".join))
def test_sections_hold_every_line_once(body: str) -> None:
    assert sections(body) == list(sections_by_lines(body))


@given(text=st.text() | st.text("- \n1.+>a!x") | st.text("- \n1.a[]()*_`^:!"))
def test_plain_text_is_what_markup_leaves(text: str) -> None:
    left = "".join(words or other for words, other in PIECE.findall(text))
    assert plain(text) == " ".join(left.split())


@given(text=st.text(max_size=2_000) | st.text("ab .;\n*[]()", max_size=2_000))
def test_an_excerpt_is_short_plain_and_never_lost(text: str) -> None:
    found = excerpt(text)
    assert len(found) <= EXCERPT + 2
    assert "\n" not in found
    assert found or not plain(text)


def test_an_excerpt_ends_with_a_sentence_or_else_a_word() -> None:
    sentences = "Một câu có bảy chữ thôi nhé. " * 20
    assert excerpt(sentences).endswith("nhé. …")
    words = "chữ " * 200
    assert excerpt(words).endswith("chữ…")
    assert excerpt("x" * 1_000) == "x" * EXCERPT + "…"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Đậm**, *nghiêng*, `mã`", "Đậm, nghiêng, mã"),
        ("- một\n- hai", "một hai"),
        ("> trích", "trích"),
        ("[chữ](dia-chi.md) và ![ảnh](a.jpg)", "chữ và ảnh"),
        ("Số liệu.[^1]\n\n[^1]: Nguồn.", "Số liệu."),
        ("Năm 2024. Tăng 5%.", "Năm 2024. Tăng 5%."),
        ("Nghị định 03/2019/NĐ-CP - số mới", "Nghị định 03/2019/NĐ-CP - số mới"),
    ],
)
def test_markdown_as_plain_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_links_that_stay_within_the_portal_with_their_lines() -> None:
    body = "[a](b.md)\n[c](https://x.y) <d@e.f>\n![g](<h.jpg>) [i](#k)\n\n[l]: m.md\n[^n]: o\n"
    assert list(links(body)) == [("b.md", 0), ("h.jpg", 2), ("#k", 2), ("m.md", 4)]
