"""The keys that an editor presses from a file to a published article.

A page is imported into a copy of the registries and taken with Enter wherever the importer has
something, with text where it asks for what the page does not tell (the name of the source). What
an editor would have to put right is not known here: pages with known truth say that elsewhere.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SOURCE = "Báo tỉnh"
_PATH = 10  # letters of the file's name that a shell completes, typed behind "bantin import"


class Keys(NamedTuple):
    """What one page cost.

    Attributes:
        name: of the file.
        questions: how many were asked.
        keys: pressed to answer them and to name the file; the two commands are called once for
            any number of pages.
        is_published: whether the article was published in the end.
    """

    name: str
    questions: int
    keys: int
    is_published: bool


def count_keys(files: Iterable[Path]) -> list[Keys]:
    """Return what each file cost, each imported into a portal of its own."""
    return [_count(file) for file in files]


def _count(file: Path) -> Keys:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copytree(ROOT / "data", root / "data")
        (root / "docs" / "tin").mkdir(parents=True)
        _run("import", str(file), "--root", folder, typed="")
        drafts = list((root / "docs").rglob("*.md"))
        if not drafts:
            return Keys(file.name, 0, 0, is_published=False)
        typed = ""
        said = _run("accept", str(drafts[0]), "--root", folder, typed="\n" * 60)
        if "hãy gõ tên nguồn" in said:
            typed = SOURCE
            said += _run("accept", str(drafts[0]), "--root", folder, typed=f"{SOURCE}\n\n")
        refused = said.count("hãy gõ tên nguồn")  # Enter there asks again
        questions = len(re.findall(r"> ", said)) - refused
        published = "status: published" in drafts[0].read_text(encoding="utf-8")
        return Keys(file.name, questions, questions + len(typed) + _PATH, published)


def _run(*arguments: str, typed: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", "from bantin.cli import main; main()", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
    )
    return done.stdout + done.stderr


def keys_table(rows: Iterable[Keys]) -> str:
    """Return the rows as Markdown."""
    told = {True: "yes", False: "no"}
    head = ["| page | questions | keys | published |", "|---|---:|---:|---|"]
    lines = [f"| {r.name} | {r.questions} | {r.keys} | {told[r.is_published]} |" for r in rows]
    return "\n".join([*head, *lines])
