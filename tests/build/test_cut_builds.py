"""A build killed while its files move into the site: whatever command comes next makes it whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.build.test_serve import serving
from tests.conftest import BUILD_DAY, Build, Built

from bantin.build.renewal import JOURNAL
from bantin.cli.release import release

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "docs/tin/2024/tin-thuong.md"
# Kills the build before it moves its n-th file into the site.
PROGRAM = """
import os, signal, sys
from bantin.runtime import site_files

left, move = iter(range(int(sys.argv.pop(1)))), site_files._move

def counted(source, target):
    if next(left, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    move(source, target)

site_files._move = counted
from mkdocs.__main__ import cli
cli(["build", "--strict"])
"""


def cut(project: Path, moves: int) -> Built:
    """Build a project; the process is killed once it has moved some files."""
    settings = {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(moves)],
        cwd=project, env=os.environ | settings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Built(project / "site", ran.returncode, ran.stdout + ran.stderr)


@pytest.fixture
def mixed(miniature: Path, build: Build) -> Path:
    """A project whose site is half of the last build and half of the next one."""
    assert build(miniature).status == 0
    article = miniature / ARTICLE
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("title: ", "title: Đổi tên, "), encoding="utf-8")
    built = cut(miniature, moves=3)
    assert built.status == -signal.SIGKILL, built.output
    assert (miniature / ".cache/site" / JOURNAL).exists()
    return miniature


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the site that the killed build was to make."""
    from tests.conftest import MINIATURE, build_site, lay_out  # noqa: PLC0415

    project = lay_out(MINIATURE, tmp_path_factory.mktemp("renamed"))
    article = project / ARTICLE
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("title: ", "title: Đổi tên, "), encoding="utf-8")
    return build_site(project).files()


def test_a_build_that_a_problem_stops_leaves_the_site_whole(
    mixed: Path, renamed: dict[str, bytes], build: Build
) -> None:
    assert Built(mixed / "site", 0, "").files() != renamed
    (mixed / "docs/tin/2024/hong.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    stopped = build(mixed)
    assert stopped.status != 0
    assert stopped.files() == renamed


def test_a_preview_leaves_the_site_whole(mixed: Path, renamed: dict[str, bytes]) -> None:
    with serving(mixed) as served:
        served.says_until("Mở http://")
    assert Built(mixed / "site", 0, "").files() == renamed


def test_a_release_is_of_a_whole_site(
    mixed: Path, renamed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_DATE", BUILD_DAY)
    arguments = [str(mixed / "dest"), "--site", str(mixed / "site"), "--root", str(mixed)]
    ran = CliRunner().invoke(release, arguments)
    assert ran.exit_code == 0, ran.output
    assert Built(mixed / "site", 0, "").files() == renamed


def test_a_mixed_site_that_cannot_be_finished_does_not_go_live(
    mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_DATE", BUILD_DAY)
    (mixed / ".cache/site" / JOURNAL).unlink()
    arguments = [str(mixed / "dest"), "--site", str(mixed / "site"), "--root", str(mixed)]
    ran = CliRunner().invoke(release, arguments)
    assert ran.exit_code == 1
    assert "lúc dựng" in ran.output
    assert not (mixed / "dest/current").exists()
