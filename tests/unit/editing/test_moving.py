"""An article whose year was changed moves to its folder; links and old addresses work on."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from bantin.cli import main

BASE = Path(__file__).parents[2] / "cases" / "base"
FRONT = "---\ntitle: {}\ndate: 2024-04-25\nconference: {{date: 2023-12-28}}\n{}---\n\n{}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(BASE, tmp_path, dirs_exist_ok=True)
    files = {
        "tin/2024/a.md": FRONT.format("A", "aliases:\n  - tin/cu/a/\n", "Xem [B](b.md)."),
        "tin/2024/b.md": "---\ntitle: B\ndate: 2024-05-02\n---\n\nXem [A](a.md).\n",
        "tin/2022/c.md": "---\ntitle: C\ndate: 2022-05-02\n---\n\nXem [A](../2024/a.md#x).\n",
        "tin/2024/d.md": "---\ntitle: D\ndate: 2024-05-02\nsame_event_as: tin/2024/a.md\n---\n",
        "trang.md": "Xem [A](tin/2024/a.md), [B](tin/2024/b.md).\n",
    }
    for path, text in files.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, encoding="utf-8")
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(site)])


def text(site: Path, path: str) -> str:
    return (site / "docs" / path).read_text(encoding="utf-8")


def test_a_moved_file_leaves_an_alias_and_its_links_work(site: Path) -> None:
    assert "thư mục tin/2023/" in run(site, "check").output
    fixed = run(site, "check", "--fix")
    assert "docs/tin/2024/a.md → docs/tin/2023/a.md" in fixed.output
    assert not (site / "docs/tin/2024/a.md").exists()
    moved = text(site, "tin/2023/a.md")
    assert "aliases: [tin/cu/a/, tin/2024/a/]\n---\n" in moved
    assert "[B](../2024/b.md)" in moved
    assert "[A](../2023/a.md)" in text(site, "tin/2024/b.md")
    assert "[A](../2023/a.md#x)" in text(site, "tin/2022/c.md")
    assert "same_event_as: tin/2023/a.md\n" in text(site, "tin/2024/d.md")
    assert text(site, "trang.md") == "Xem [A](tin/2023/a.md), [B](tin/2024/b.md).\n"
    assert "thư mục" not in run(site, "check").output


def test_moving_there_and_back_leaves_no_alias_of_itself(site: Path) -> None:
    run(site, "check", "--fix")
    moved = site / "docs/tin/2023/a.md"
    moved.write_text(
        text(site, "tin/2023/a.md").replace("2023-12-28", "2024-01-05"), encoding="utf-8"
    )
    run(site, "check", "--fix")
    assert "aliases: [tin/cu/a/, tin/2023/a/]\n" in text(site, "tin/2024/a.md")
    assert "(lời khuyên)" not in run(site, "check").output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2023-12-28", "2027-12-28"),
        ("title: A", "title: A\nagencies: [khong-co]"),
    ],
)
def test_a_year_that_may_be_wrong_moves_nothing(site: Path, old: str, new: str) -> None:
    article = site / "docs/tin/2024/a.md"
    article.write_text(text(site, "tin/2024/a.md").replace(old, new), encoding="utf-8")
    run(site, "check", "--fix")
    assert article.exists()


def test_a_draft_gets_no_alias(site: Path) -> None:
    article = site / "docs/tin/2024/a.md"
    draft = text(site, "tin/2024/a.md").replace(
        "date: 2024-04-25", "date: 2024-04-25\nstatus: draft"
    )
    article.write_text(draft, encoding="utf-8")
    run(site, "check", "--fix")
    assert "aliases: [tin/cu/a/]\n" in text(site, "tin/2023/a.md")


def test_no_other_file_is_overwritten(site: Path) -> None:
    other = site / "docs/tin/2023/a.md"
    other.parent.mkdir()
    other.write_text("---\ntitle: Khác\ndate: 2023-05-02\n---\n", encoding="utf-8")
    run(site, "check", "--fix")
    assert "title: Khác" in text(site, "tin/2023/a.md")
    assert "title: A" in text(site, "tin/2024/a.md")
