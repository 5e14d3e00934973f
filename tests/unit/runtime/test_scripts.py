"""Comments of scripts stay at home."""

import re
from pathlib import Path

import pytest

from bantin.runtime.scripts import without_comments

ROOT = Path(__file__).parents[3]
SCRIPTS = [*(ROOT / "theme" / "assets" / "js").rglob("*.js"), *(ROOT / "admin").glob("*.js")]


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ("// why\nlet a;\n", "let a;\n"),
        ("  // why\n  let a;\n", "  let a;\n"),
        ("let a; // why\n", "let a; // why\n"),
        ("/** @param {string} a */\nconst f = (a) => a;\n", "const f = (a) => a;\n"),
        ("/**\n * A * b / c // d\n *\n * @type {string}\n */\nlet a;\n", "let a;\n"),
        ("/* one */\n\n  /* two\n     lines */  \nlet a;\n", "let a;\n"),
        ("const a = /** @type {A<B>} */ (b).c;\n", "const a = (b).c;\n"),
        ("f(/** @type {A} */ (a), /** @type {B} */ (b));\n", "f((a), (b));\n"),
        ("const a = /** @type {{\n  b: C,\n}} */ (d);\n", "const a = (d);\n"),
        ('let a = "// no comment";\nlet b = "https://x";\n', None),
        ("let a = b / c; let d = /[*]/;\n", None),
        ("let a = b\n  / c;\n", None),
        ("let a = b /* in the line */ + c;\n", None),
        ("", None),
    ],
)
def test_comments_with_lines_of_their_own_and_types_are_left_out(
    script: str, published: str | None
) -> None:
    assert without_comments(script) == (script if published is None else published)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_only_comments_are_left_out_of_the_own_scripts(file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    published = without_comments(script)
    assert not re.search(r"^\s*(//|/?\*|$)", published.rstrip("\n"), re.MULTILINE)
    assert not re.search(r"@[a-z]", re.sub(r'"[^"\n]*"|@(misc|font-face)', "", published))
    # Every line that is left is there in the source, in the same order, types apart.
    lines = iter(re.sub(r"/\*\* @type .*?\*/ ?", "", script).splitlines())
    assert all(line in lines for line in published.splitlines())
    assert without_comments(published) == published


def test_there_are_scripts() -> None:
    assert len(SCRIPTS) > 25
