"""Followed tasks: their ids bound to their words, their articles moved, pairs proposed."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from bantin.cli import main
from bantin.editing.pinning import with_pins
from bantin.model.tasks.ids import Pin

BASE = Path(__file__).parents[2] / "cases" / "base"
BODY = """
## Nhiệm vụ

- Tập huấn cán bộ xã, thôn.
- Tập huấn cán bộ xã, phường.
- Hai bên cùng khảo sát.
"""
FRONT = """---
title: {}
date: {}
conference: {{date: {}}}
agencies: [bca]
programs: [dan-van-cong-an-2022]
{}---
{}"""
FOLLOWS = """follows:
  - {task: tin/2023/dau/#nv-1, state: xong, quote: đã tập huấn 40 cán bộ xã}
  - {task: tin/2023/dau/#nv-3, state: khong-nhac}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(BASE, tmp_path, dirs_exist_ok=True)
    for path, text in (
        ("tin/2023/dau.md", FRONT.format("Đầu", "2023-01-05", "2023-01-05", "", BODY)),
        ("tin/2024/sau.md", FRONT.format("Sau", "2024-01-05", "2024-01-05", FOLLOWS,
                                         "\nHai bên đã tập huấn 40 cán bộ xã, thôn.\n")),
    ):  # fmt: skip
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(site)])


def text(site: Path, path: str) -> str:
    return (site / "docs" / path).read_text(encoding="utf-8")


def test_followed_tasks_are_pinned_so_that_others_can_be_edited(site: Path) -> None:
    assert "2 lời khuyên" in run(site, "check").output
    run(site, "check", "--fix")
    pinned = text(site, "tin/2023/dau.md")
    assert '  - {id: nv-1, begins: "Tập huấn cán bộ xã, thôn"}\n' in pinned
    assert "  - {id: nv-3, begins: Hai bên cùng khảo}\n" in pinned
    assert "0 lỗi, 0 lời khuyên." in run(site, "check").output
    file = site / "docs/tin/2023/dau.md"
    file.write_text(
        pinned.replace("- Tập huấn cán bộ xã, thôn.", "- Mới.\n- Tập huấn cán bộ xã, thôn.")
    )
    assert "0 lỗi, 0 lời khuyên." in run(site, "check").output
    file.write_text(pinned.replace("- Tập huấn cán bộ xã, thôn.\n", ""))
    found = run(site, "check").output
    assert "không có mục nhiệm vụ nào bắt đầu bằng «Tập huấn cán bộ xã, thôn»" in found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b\n", "a: b\ntasks:\n  - {id: nv-1, begins: Hai bên cùng}\n"),
        (
            "tasks:\n  - {id: nv-1, due: 2024}\n",
            "tasks:\n  - {id: nv-1, begins: Hai bên cùng, due: 2024}\n",
        ),
        ("tasks:\n  - {id: nv-1}\n", "tasks:\n  - {id: nv-1, begins: Hai bên cùng}\n"),
        (
            "tasks:\n  - id: nv-1\n    due: 2024\n",
            "tasks:\n  - id: nv-1\n    begins: Hai bên cùng\n    due: 2024\n",
        ),
        (
            "tasks:\n  - {id: nv-10}\na: b\n",
            "tasks:\n  - {id: nv-10}\n  - {id: nv-1, begins: Hai bên cùng}\na: b\n",
        ),
        ("tasks: [{id: nv-1}]\n", "tasks: [{id: nv-1}]\n"),
    ],
)
def test_a_pin_is_written_into_any_form_of_the_list(before: str, after: str) -> None:
    pin = Pin("nv-1", "Hai bên cùng")
    assert with_pins(f"---\n{before}---\nChữ\n", [pin]) == f"---\n{after}---\nChữ\n"


@pytest.mark.parametrize(
    ("words", "written"),
    [("Hai bên: khảo", '"Hai bên: khảo"'), ('"Dân vận" khéo', "'\"Dân vận\" khéo'")],
)
def test_words_are_quoted_where_they_must_be(words: str, written: str) -> None:
    assert f"begins: {written}}}" in with_pins("---\na: b\n---\n", [Pin("nv-1", words)])


def test_tasks_are_followed_after_a_move(site: Path) -> None:
    file = site / "docs/tin/2023/dau.md"
    file.write_text(
        text(site, "tin/2023/dau.md").replace("{date: 2023-01-05}", "{date: 2022-12-28}")
    )
    run(site, "check", "--fix")
    assert "task: tin/2022/dau/#nv-1" in text(site, "tin/2024/sau.md")
    assert "0 lỗi" in run(site, "check").output


def test_pairs_are_proposed_for_what_is_not_told_yet(site: Path) -> None:
    assert "Không có câu nào" in run(site, "tasks").output
    file = site / "docs/tin/2024/sau.md"
    others = (f"docs/tin/2024/khac-{number}.md" for number in range(60))
    for other in others:
        (site / other).write_text(f"---\ntitle: Khác\ndate: 2024-05-01\n---\n\nTin {other[-5]}.\n")
    file.write_text(text(site, "tin/2024/sau.md").replace(FOLLOWS, ""))
    found = run(site, "tasks", "docs/tin/2024/sau.md").output
    assert "docs/tin/2023/dau.md:11: Tập huấn cán bộ xã, thôn." in found
    assert (
        "task: tin/2023/dau/#nv-1, state: …, quote: Hai bên đã tập huấn 40 cán bộ xã, thôn."
        in found
    )
    assert "Không có câu nào" in run(site, "tasks", "docs/tin/2023/dau.md").output
