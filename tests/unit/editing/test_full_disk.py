"""A disk that fills up while a command writes: every file stays whole, and a sentence says why."""

import os
from errno import EACCES, EINVAL, ENOSPC
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from bantin.cli import main

BASE = Path(__file__).parents[2] / "cases" / "base"
FRONT = "---\ntitle: {}\ndate: {}\nconference: {{date: 2023-12-28}}\n---\n\n{}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(BASE, tmp_path, dirs_exist_ok=True)
    news = tmp_path / "docs/tin/2024"
    news.mkdir(parents=True)
    (news / "a.md").write_text(FRONT.format("A", "25/04/2024", "Xem."), encoding="utf-8")
    (news / "b.md").write_text(FRONT.format("B", "2024-04-25", "[A](a.md)."), encoding="utf-8")
    return tmp_path


def files(site: Path) -> dict[str, bytes]:
    found = (file for folder in ("docs", "data") for file in (site / folder).rglob("*"))
    return {str(file): file.read_bytes() for file in found if file.is_file()}


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(site)])


def fill(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    def refuse(_: int) -> None:
        raise OSError(error, os.strerror(error), "docs/tin/2023/a.md")

    monkeypatch.setattr("bantin.importing.drafting.draft_files.os.fsync", refuse)


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--fix"),
        ("new", "--title", "C", "--date", "5/4/2024", "--type", "khac", "--agency", "bca"),
        ("add", "program", "--name", "Quy chế mới", "--party", "bca", "--period", "2026", "--yes"),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_a_full_disk_leaves_every_file_as_it_was(
    site: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    before = files(site)
    fill(monkeypatch, ENOSPC)
    result = run(site, *command)
    assert "ổ đĩa đầy" in result.output
    assert result.exit_code == 1
    assert files(site) == before


def test_moving_leaves_every_file_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = site / "docs/tin/2024"
    (news / "a.md").write_text(FRONT.format("A", "2024-04-25", "Xem."), encoding="utf-8")
    before = files(site)
    fill(monkeypatch, EACCES)
    result = run(site, "check", "--fix")
    assert "không có quyền" in result.output
    assert files(site) == before


def test_another_error_is_not_hidden(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(monkeypatch, EINVAL)
    result = run(site, "check", "--fix")
    assert isinstance(result.exception, OSError)
