"""Patterns mean the same on every Python that the portal promises to run on."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from bantin.vietnamese.tokens import fragments

ROOT = Path(__file__).parents[3]
CODE = sorted((ROOT / "hooks").rglob("*.py"))
# Possessive and atomic: before 3.11.5 they take too much where a lookahead stands within them.
ATOMIC = re.compile(r"[\])}*+?.\w][*+?}]\+|\(\?>")
# Text that is no pattern, though it looks like one.
NO_PATTERNS = {"!#$%&'()*+,/:;=?@[]~"}
TABLES = {"symbols.py"}  # the letters of the font Symbol, in the order of their codes


def texts(file: Path) -> list[str]:
    """Every text in code, and every fixed part of a text with values put in."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [value for value in nodes if isinstance(value, str)]


def test_no_pattern_needs_a_python_later_than_the_oldest() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {text}"
        for file in CODE
        for text in texts(file)
        if text not in NO_PATTERNS and ATOMIC.search(text) and file.name not in TABLES
    ]
    assert found == []


@pytest.mark.parametrize("pattern", ["(?: (?!a)[^ ]++)++", "[0-9]*+", "(?>a+)b", "x?+", "a{2}+"])
def test_what_is_looked_for_is_found(pattern: str) -> None:
    assert ATOMIC.search(pattern)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("65 kl giai đoạn", ["65_kl", "giai", "đoạn"]),
        ("5 kl tw và", ["5_kl_tw", "và"]),
        ("12 ubnd tỉnh\n3 năm", ["12_ubnd", "tỉnh\n3", "năm"]),
        ("7 xyz đồng 8 xyz", ["7_xyz", "đồng", "8_xyz"]),
    ],
)
def test_a_syllable_ends_a_spaced_number(text: str, pieces: list[str]) -> None:
    assert [piece.replace("\u00a0", "_") for piece in fragments(text)] == pieces


def test_the_oldest_python_is_run_in_continuous_integration() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = asked["requires-python"].removeprefix(">=")
    for name in (".github/workflows/ci.yml", ".gitlab-ci.yml"):
        jobs = (ROOT / name).read_text(encoding="utf-8")
        assert f": debian:12 # Python {oldest}.2\n" in jobs
        assert "make oldest" in jobs
