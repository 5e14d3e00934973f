"""Which parts of a body are tasks, and their anchors."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.markdown import parse, with_anchors
from bantin.markdown.tasks import contents_among


def texts(body: str) -> list[str]:
    return [task.text for task in parse(body).tasks]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Nhiệm vụ\n\n- Một;\n- hai.\n", ["Một;", "hai."]),
        ("## Nhiệm vụ\n\nGồm:\n\n1. **Một** & hai\n   - con\n2. ba\n", ["Một & hai con", "ba"]),
        ("## Nhiệm vụ\n\nĐoạn một.\n\nĐoạn *hai*.\n", ["Đoạn một.", "Đoạn hai."]),
        ("## Nhiệm vụ\n\nCác việc:\n", []),
        ("## Nhiệm vụ\n\n### 1. Tham mưu\n\n- Một\n\n### 2. Kết luận\n\n- hai\n", ["Một", "hai"]),
        ("## Nhiệm vụ\n\n- Một\n\n## Ảnh\n\n- hai\n", ["Một"]),
        ("## Nội dung\n\n- Một\n", []),
        ("## Nội dung phối hợp\n\n- Một\n", []),
        ("- Một\n\n## Kết quả\n\n- hai\n", []),
        ("## Nhiệm vụ\n\n> - Trích\n\n- Một\n\n  đoạn sau\n", ["Một đoạn sau"]),
        ("## Nhiệm vụ\n\n- Một[^1]\n\n[^1]: Chú thích.\n", ["Một"]),
        ("## Nhiệm vụ\n\n| a | b |\n| - | - |\n| c | d |\n", []),
    ],
)
def test_items_of_the_section_are_tasks(body: str, found: list[str]) -> None:
    assert texts(body) == found


def test_an_anchor_stands_on_the_item_and_its_link_after_the_first_lines() -> None:
    body = parse("## Nhiệm vụ\n\n- Một\n    - con\n- hai **ba**\n\n  đoạn\n")
    html = with_anchors(body, ["nv-1", "nv-x"]).html
    assert re.findall(r'<li id="([^"]+)" class="task">', html) == ["nv-1", "nv-x"]
    assert re.search(r'<p>Một <a class="task-link" href="#nv-1"[^>]*>¶</a></p>\n<ul>', html)
    assert re.search(r'<strong>ba</strong> <a class="task-link" href="#nv-x"[^>]*>¶</a></p>', html)


def test_a_heading_never_takes_the_id_of_a_task() -> None:
    body = parse("## Nv 1\n\n## Nhiệm vụ\n\n- Một\n")
    assert [heading.id for heading in body.headings] == ["muc-nv-1", "nhiem-vu"]


@given(
    st.lists(
        st.sampled_from(
            [
                "một",
                "*hai*",
                "- ba",
                "1. bốn",
                "> năm",
                "## Nhiệm vụ",
                "### Sáu",
                "    - bảy",
                "",
                "| a |\n| - |",
                "`mã`",
                "[^1]",
                "[^1]: chú",
            ]
        )
    )
)
def test_anchors_change_nothing_else(lines: list[str]) -> None:
    body = parse("\n".join(["## Nhiệm vụ", "", *lines]))
    ids = [f"nv-{number}" for number, _ in enumerate(body.tasks)]
    html = with_anchors(body, ids).html
    assert re.findall(r'id="(nv-\d+)" class="task"', html) == ids
    bare = re.sub(r' <a class="task-link".*?</a>', "", html)
    assert re.sub(r' id="nv-\d+" class="task"', "", bare) == body.html


@pytest.mark.parametrize(
    ("text", "is_contents"),
    [
        ("Quy chế gồm 3 chương, 14 điều.", True),
        ("với Hội đồng nhân dân: 14 điều;", True),
        ("Chương trình bao quát các lĩnh vực như bảo vệ bí mật nhà nước.", True),
        ("Hai ngành ký tiếp chương trình phối hợp giai đoạn 2018–2023.", True),
        ("Ký chương trình của giai đoạn tiếp theo.", False),
        ("Xây dựng chương trình riêng ở cấp huyện.", False),
        ("Thực hiện Điều 14 của quy chế.", False),
        ("Tập huấn cho 14 điều phối viên.", False),
    ],
)
def test_what_a_document_says_is_advised_against(text: str, *, is_contents: bool) -> None:
    body = parse(f"## Nhiệm vụ\n\n- {text}\n")
    assert bool([*contents_among(body.tasks)]) is is_contents
