"""The script that needs neither make nor sh: which command it runs, and when it sets up."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools/portal.py"
HOST = str(ROOT / "hooks/command.py")


@pytest.fixture(scope="module")
def portal() -> Any:  # noqa: ANN401 - a script, imported by its path
    spec = importlib.util.spec_from_file_location("portal", SCRIPT)
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_programs_are_where_each_system_has_them(portal: Any) -> None:  # noqa: ANN401 - as above
    windows = PureWindowsPath(r"C:\Bản tin\.venv")
    python = portal.program(windows, "python.exe", "nt")
    assert str(python) == r"C:\Bản tin\.venv\Scripts\python.exe"
    assert portal.program(Path("/a/.venv"), "python", "posix") == Path("/a/.venv/bin/python")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["serve"], [HOST, "serve", "--dev-addr", "127.0.0.1:8000"]),
        (
            ["serve", "--dirty"],
            [HOST, "serve", "--dev-addr", "127.0.0.1:8000", "--dirty"],
        ),
        (["build"], [HOST, "build", "--strict"]),
        (["offline"], [HOST, "build", "--strict", "--site-dir", "site-offline"]),
    ],
)
def test_the_words_of_make_are_known(
    portal: Any,  # noqa: ANN401 - as above
    words: list[str],
    expected: list[str],
) -> None:
    python = PureWindowsPath(r"C:\x\python.exe")
    assert portal.command_line(words, python) == [r"C:\x\python.exe", *expected]
    assert ("OFFLINE" in portal.environ_of(words, {})) == (words == ["offline"])


def test_two_clicks_open_the_editing_desk(portal: Any) -> None:  # noqa: ANN401 - as above
    assert portal.command_line([], Path("/a/python"))[-1] == "studio"


def test_other_words_are_those_of_bantin(portal: Any) -> None:  # noqa: ANN401 - as above
    python = Path("p")
    assert portal.command_line(["check", "--fix"], python)[-2:] == ["check", "--fix"]
    assert portal.environ_of(["check"], {"A": "b"})["A"] == "b"


def test_it_is_set_up_anew_when_the_packages_change(
    portal: Any,  # noqa: ANN401 - as above
    tmp_path: Path,
) -> None:
    for name in portal.SOURCES:
        (tmp_path / name).touch()
    assert not portal.is_ready(tmp_path)
    stamp = tmp_path / ".venv/.synced"
    stamp.parent.mkdir()
    stamp.touch()
    assert portal.is_ready(tmp_path)
    later = stamp.stat().st_mtime + 10
    os.utime(tmp_path / "requirements.txt", (later, later))
    assert not portal.is_ready(tmp_path)


def test_it_runs_a_command(tmp_path: Path) -> None:
    """With an environment that is ready: this one; nothing is fetched."""
    if not (ROOT / ".venv/.synced").is_file():
        pytest.skip("the tests run in another environment")
    ran = subprocess.run(
        [sys.executable, str(SCRIPT), "check", "--help"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp437"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("Cách dùng: bantin check")
    assert "Nêu mọi lỗi" in ran.stdout
