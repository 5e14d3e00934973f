"""Commands run as children speak UTF-8, whatever the terminal and the locale are set to."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bantin.cli import COMMANDS
from bantin.runtime import streams

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = Path(__file__).parents[2] / "cases" / "base"
LOCALES = {"LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONCOERCECLOCALE"}
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
TERMINALS: dict[str, dict[str, str]] = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "cp1258": {"PYTHONIOENCODING": "cp1258"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "C": C_LOCALE,
    "C, cp1258": C_LOCALE | {"PYTHONIOENCODING": "cp1258"},
}
OURS = "from bantin.cli import main; main()"
BAD = "---\ntitle: Họp ở Đắk Lắk\ndate: 2024-13-01\n---\n\nNội dung.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "Bản tin"
    shutil.copytree(BASE, folder)
    news = folder / "docs/tin/2024/sai.md"
    news.parent.mkdir(parents=True)
    news.write_text(BAD, encoding="utf-8", newline="\n")
    return folder


def run(
    folder: Path, terminal: Mapping[str, str], *command: str, program: str = OURS
) -> subprocess.CompletedProcess[str]:
    """Run our program and return what it said, which must be UTF-8."""
    environ = {key: value for key, value in os.environ.items() if key not in LOCALES}
    ran = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=folder,
        env=environ | dict(terminal),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = ran.stdout + ran.stderr
    assert "Traceback" not in said
    assert "UnicodeEncodeError" not in said
    assert "\\u" not in said
    return ran


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
def test_a_check_says_what_it_found(project: Path, terminal: Mapping[str, str]) -> None:
    said = run(project, terminal, "check")
    assert said.returncode == 1
    assert "docs/tin/2024/sai.md:3:7: date: thấy «2024-13-01»" in said.stdout
    assert "cần một ngày có thật" in said.stdout


@pytest.mark.parametrize("terminal", ["cp1252", "C"])
def test_help_and_words_typed_are_understood(project: Path, terminal: str) -> None:
    assert "Bản tin phối hợp: kiểm tra" in run(project, TERMINALS[terminal], "--help").stdout
    wrong = run(project, TERMINALS[terminal], "check", "docs/tin/Đắk Lắk.md")
    assert "không có «docs/tin/Đắk Lắk.md» trong thư mục này" in wrong.stderr


HELP = """
from bantin.cli import COMMANDS, main
for name in COMMANDS:
    main([name, "--help"], standalone_mode=False)
"""


def test_every_command_has_help_in_a_terminal_of_ascii(project: Path) -> None:
    said = run(project, TERMINALS["ascii"], program=HELP).stdout
    assert said.count("Cách dùng: ") == len(COMMANDS)
    assert not any(part.isascii() for part in said.split("Cách dùng: ")[1:])


COMMAND_LINES = [
    ("search", "Đắk Lắk"),
    ("why", "tin/2024/không-có/"),
    ("import", "không có.docx"),
    ("new", "--title", "Họp ở Đắk Lắk", "--date", "2024-02-30"),
    ("add", "agency", "--name", "Sở Nội vụ Đắk Lắk"),
    ("links", "--tuy-chon-la"),
    ("release", "đích/đến"),
    ("rollback", "đích/đến"),
]


@pytest.mark.parametrize("command", COMMAND_LINES, ids=lambda command: command[0])
def test_every_command_refuses_in_words(project: Path, command: tuple[str, ...]) -> None:
    said = run(project, TERMINALS["cp437"], *command)
    assert said.returncode
    assert said.stdout + said.stderr


@pytest.mark.parametrize("terminal", ["cp1258", "C"])
def test_files_with_vietnamese_names_are_written_alike(
    project: Path, tmp_path: Path, terminal: str
) -> None:
    source = tmp_path / "Bài gốc.txt"
    text = "Hội nghị ở Đắk Lắk\n\nNgày 25/4/2024, hai bên họp tại Buôn Ma Thuột.\n" * 3
    source.write_text(text, encoding="utf-8", newline="\n")
    said = run(project, TERMINALS[terminal], "import", str(source))
    [draft] = [f for f in (project / "docs/tin").rglob("*.md") if f.name != "sai.md"]
    assert "Đắk Lắk" in draft.read_text(encoding="utf-8")
    assert b"\r" not in draft.read_bytes()
    assert "Bài gốc.txt" in said.stdout + said.stderr


def test_streams_that_are_missing_or_no_text_are_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As in a program without a terminal on Windows, or within another that reads what is said."""
    held = io.StringIO()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", held)
    monkeypatch.setattr(sys, "stdin", None)
    streams.set_streams()
    assert sys.stderr is held


def test_a_name_that_is_no_text_is_shown_by_its_bytes() -> None:
    program = """
import sys
from bantin.runtime.streams import set_streams
set_streams()
print(b"t\\xe0n.md".decode("utf-8", "surrogateescape"))
"""
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert shown.stdout.strip() == b"t\\udce0n.md"


def test_a_program_begins_anew_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[list[str], str]] = []

    def replace_process(_: str, arguments: list[str], environ: dict[str, str]) -> None:
        begun.append((arguments[1:], environ["PYTHONUTF8"]))

    monkeypatch.setattr(os, "execve", replace_process)
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "mkdocs", "build"])
    monkeypatch.setenv("PYTHONUTF8", "0")
    streams.use_utf8()
    monkeypatch.setenv("PYTHONUTF8", "1")
    streams.use_utf8()
    assert begun == [(["-m", "mkdocs", "build"], "1")]
