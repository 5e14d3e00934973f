"""What can be held here of running on Windows: no encoding, line end or separator of the platform.

Windows itself was never run; these tests read the code, and others take away what it lacks.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FOLDERS = ("hooks", "bench", "tools")
FILES = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))
TREES = {
    file.relative_to(ROOT).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in FILES
}
# Names whose ``open`` opens no text file.
NOT_TEXT = {"os", "Image", "tarfile", "zipfile", "gzip", "_opener", "webbrowser"}
ABSENT = ("fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "readline")


def keywords(call: ast.Call) -> dict[str, ast.expr]:
    return {word.arg: word.value for word in call.keywords if word.arg}


def mode_of(call: ast.Call, position: int) -> str:
    given = keywords(call).get("mode") or next(iter(call.args[position : position + 1]), None)
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else "r"


def faults_of(call: ast.Call) -> Iterator[str]:
    """What a call leaves to the platform: the encoding of text, and the ends of its lines."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    owner = getattr(call.func, "value", None)
    owner_name = getattr(owner, "attr", getattr(owner, "id", ""))
    named = keywords(call)
    is_method = isinstance(call.func, ast.Attribute)
    is_open = name == "fdopen" or (name == "open" and owner_name not in NOT_TEXT)
    mode = mode_of(call, 0 if is_method and name == "open" else 1)
    is_text = name in {"read_text", "write_text"} or (is_open and "b" not in mode)
    if is_text and "encoding" not in named:
        yield "encoding"
    writes = name == "write_text" or (is_open and is_text and set(mode) & set("wax+"))
    if writes and "newline" not in named:
        yield "newline"
    starts = name in {"run", "Popen", "check_output", "getoutput"}
    if starts and named.keys() & {"text", "universal_newlines"} and "encoding" not in named:
        yield "encoding of a program's output"


def test_text_names_its_encoding_and_its_line_ends() -> None:
    wrong = [
        f"{name}:{node.lineno}: {fault}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for fault in faults_of(node)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("file.read_text()", ["encoding"]),
        ("file.write_text(x, encoding='utf-8')", ["newline"]),
        ("open(name)", ["encoding"]),
        ("file.open('a', encoding='utf-8')", ["newline"]),
        ("file.open('rb')", []),
        ("open(name, 'wb')", []),
        ("open(name, mode='w')", ["encoding", "newline"]),
        ("os.fdopen(1, 'w')", ["encoding", "newline"]),
        ("subprocess.run(c, text=True)", ["encoding of a program's output"]),
        ("Image.open(file)", []),
    ],
)
def test_the_search_for_such_calls_finds_them(code: str, expected: list[str]) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert list(faults_of(call)) == expected


def bare_paths(tree: ast.AST) -> Iterator[int]:
    """Lines on which the result of ``relative_to`` is used without slashes being asked for."""
    turned = {
        id(node.value.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"as_posix", "with_suffix", "parts"}
        and isinstance(node.value, ast.Call)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "relative_to"
            and id(node) not in turned
        ):
            yield node.lineno


def test_a_path_that_is_shown_or_kept_has_slashes() -> None:
    """Backslashes, as Windows has them, would be other addresses and other keys of caches."""
    ours = {name: tree for name, tree in TREES.items() if name.startswith("hooks/")}
    assert [f"{name}:{line}" for name, tree in ours.items() for line in bare_paths(tree)] == []
    assert list(bare_paths(ast.parse("a = str(file.relative_to(folder))"))) == [1]


IMPORT_ALL = """
import importlib, os, sys
for name in {absent!r}:
    sys.modules[name] = None
for name in ("fork", "sync", "getuid", "geteuid", "mkfifo", "setsid", "killpg"):
    if hasattr(os, name):
        delattr(os, name)
sys.path.insert(0, {hooks!r})
for name in {modules!r}:
    importlib.import_module(name)
from bantin.cli import COMMANDS, main
for name in COMMANDS:
    main([name, "--help"], standalone_mode=False)
"""
MODULES = [
    ".".join(file.relative_to(ROOT / "hooks").with_suffix("").parts).removesuffix(".__init__")
    for file in sorted((ROOT / "hooks/bantin").rglob("*.py"))
]


def test_every_module_and_command_is_there_without_what_windows_lacks() -> None:
    hooks = str(ROOT / "hooks")
    program = IMPORT_ALL.format(absent=ABSENT, hooks=hooks, modules=MODULES)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("Cách dùng: ") > 8
