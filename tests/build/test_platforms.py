"""A build where the system lacks what Windows lacks, and in terminals of other code pages.

Windows itself was never run. What it refuses is refused here: to fork, to move or delete a file
that is open, to rename over another; the site is the same byte for byte.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.conftest import BUILD_DAY, MINIATURE, Built, build_site, lay_out

if TYPE_CHECKING:
    from pathlib import Path

REFUSING = """
import os, stat, subprocess, sys

del os.fork, os.sync
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None


def refuse_open(path, dir_fd=None):
    folder = os.readlink(f"/proc/self/fd/{dir_fd}") if dir_fd is not None else os.getcwd()
    full = os.path.realpath(os.path.join(folder, os.fspath(path)))
    for number in os.listdir("/proc/self/fd"):
        try:
            if os.readlink(f"/proc/self/fd/{number}") == full and not os.path.isdir(full):
                raise PermissionError(13, "open in this process", full)
        except FileNotFoundError:
            pass


def guarded(name, own):
    def call(path, *others, **settings):
        refuse_open(path, settings.get("dir_fd"))
        if name in ("replace", "rename"):
            refuse_open(others[0])
            if name == "rename" and os.path.exists(others[0]):
                raise FileExistsError(17, "there is one", others[0])
        return own(path, *others, **settings)
    return call


for name in ("replace", "rename", "unlink", "remove"):
    setattr(os, name, guarded(name, getattr(os, name)))
with open("probe", "w", encoding="ascii", newline="") as probe:
    try:
        os.unlink("probe")
    except PermissionError:
        pass
    else:
        sys.exit("nothing is refused")
os.unlink("probe")
from mkdocs.__main__ import cli
cli()
"""
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
FORBIDDEN = set('<>:"\\|?*')


def build_there(project: Path) -> Built:
    environ = os.environ | {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY}
    command = [sys.executable, "-c", REFUSING, "build", "--strict"]
    ran = subprocess.run(
        command, cwd=project, env=environ, capture_output=True, encoding="utf-8", check=False
    )
    return Built(project / "site", ran.returncode, ran.stdout + ran.stderr)


def test_a_build_without_fork_is_the_same_site(miniature: Path, mini: Built) -> None:
    built = build_there(miniature)
    assert built.status == 0, built.output
    assert built.files() == mini.files()


def test_a_build_after_an_edit_moves_and_deletes_nothing_that_is_open(
    miniature: Path, tmp_path: Path
) -> None:
    other = lay_out(MINIATURE, tmp_path / "khac")
    assert build_there(miniature).status == 0
    for project in (miniature, other):
        article = project / "docs/tin/2024/danh-gia-hai-nam.md"
        text = article.read_text(encoding="utf-8")
        article.write_text(f"{text}\nThêm một câu.\n", encoding="utf-8", newline="\n")
    built = build_there(miniature)
    assert built.status == 0, built.output
    assert built.files() == build_site(other).files()


def test_every_file_can_lie_on_a_disk_of_windows(real: Built) -> None:
    """Names it keeps for devices, letters it forbids, names that differ in case alone, length."""
    paths = list(real.files())
    parts = {part for path in paths for part in path.split("/")}
    assert [part for part in parts if RESERVED.match(part) or FORBIDDEN & set(part)] == []
    assert [part for part in parts if part.endswith((".", " "))] == []
    assert len({path.casefold() for path in paths}) == len(paths)
    assert max(map(len, paths)) < 200


@pytest.mark.parametrize(
    "terminal",
    [
        {"PYTHONIOENCODING": "cp1258"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1258", "ascii", "C"],
)
def test_a_build_says_in_utf8_what_is_wrong(miniature: Path, terminal: dict[str, str]) -> None:
    news = miniature / "docs/tin/2024/sai.md"
    news.write_text(
        "---\ntitle: Ở Đắk Lắk\ndate: 2024-13-01\n---\n", encoding="utf-8", newline="\n"
    )
    environ = os.environ | terminal | {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    ran = subprocess.run(
        command, cwd=miniature, env=environ, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode
    assert "docs/tin/2024/sai.md:3:7" in ran.stderr
    assert "cần một ngày có thật" in ran.stderr
    assert "trang cũ được giữ nguyên" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
