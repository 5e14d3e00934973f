"""Whatever is mistyped on the command line, the answer is Vietnamese; so is all help."""

from __future__ import annotations

import ast
import inspect
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bantin.cli import COMMANDS, main
from bantin.cli.wording import MODULES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

# What click says to programmers, or of kinds of option that no command has.
NOT_FOR_EDITORS = re.compile(
    r"DeprecationWarning|^Name '|^Boolean option|^Could not determine|^No options defined"
    r"|^Arguments take|^Value must be an iterable|^Choice\(|^Invalid start|UUID|^Unknown color"
    r"|^%\(prog\)s|^Show the version|does not match the format|values are required"
)
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|missing|invalid|error|no such|did you|show|exit|try"
    r"|help for|unexpected|requires|does not)\b",
    re.IGNORECASE,
)


def click_words() -> Iterator[str]:
    """Everything that click looks up before it says it."""
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield argument.value


def test_click_has_no_words_but_those_that_are_translated() -> None:
    words = {word for word in click_words() if not NOT_FOR_EDITORS.search(word)}
    assert len(words) > 40
    assert words - {*WORDS} == set()


@pytest.mark.parametrize("english", WORDS)
def test_a_translation_has_the_same_places(english: str) -> None:
    holes = re.compile(r"\{(\w+)(?:!r)?\}")
    optional = {"number_type"}
    assert {*holes.findall(english)} - optional == {*holes.findall(WORDS[english])}


MISTYPED = {
    "chek": ["Không có lệnh «chek». Có phải 'check'?", "Xem cách dùng: bantin --help"],
    "": [],
    "khong-co-lenh-nao": ["Không có lệnh «khong-co-lenh-nao»."],
    "check --fixx": ["Không có tùy chọn «--fixx». Có phải '--fix'?"],
    "check --root": ["Sau tùy chọn «--root» phải có một giá trị."],
    "check --fix=1": ["Sau tùy chọn «--fix» không ghi giá trị."],
    "release": ["Thiếu tham số 'DEST'."],
    "release a b c": ["Thừa «b c»."],
    "rollback": ["Thiếu tham số 'DEST'."],
    "search": [],
    "new --typ x": ["Không có tùy chọn «--typ»."],
    "links --hours mot": [],
    "import": [],
}


@pytest.mark.parametrize("typed", MISTYPED)
def test_what_is_mistyped_is_answered_in_vietnamese(
    typed: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    ran = CliRunner().invoke(main, typed.split(), prog_name="bantin")
    for said in MISTYPED[typed]:
        assert said in ran.output
    assert ran.exit_code == 2
    assert not ENGLISH.findall(re.sub(r"--?[\w-]+", "", ran.output))


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_help_is_vietnamese(name: str) -> None:
    ran = CliRunner().invoke(main, [name, "--help"] if name else ["--help"], prog_name="bantin")
    assert ran.exit_code == 0
    assert "Cách dùng: bantin" in ran.output
    assert "In lời này rồi thôi." in ran.output
    assert not ENGLISH.findall(re.sub(r"--?[\w-]+", "", ran.output))
