"""Hundreds of trees of random files: each is told or harmless, and none reaches a site."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.conftest import BUILD_DAY, MINIATURE, ROOT, lay_out
from tests.strays.throwing import clear, has_place, lay, throw, untold

from bantin.checking import check
from bantin.checking.gate import strays
from bantin.checking.handwritten import check_docs
from bantin.reading import read
from bantin.reading.listing import list_docs
from bantin.reading.settings import settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

IN_MEMORY, ON_DISK, PREVIEWS = 3_000, 300, 12
PAGES = ("gioi-thieu.md", "huong-dan/index.md")


def test_in_memory_each_thing_has_its_place_or_is_told() -> None:
    for seed in range(IN_MEMORY):
        things = throw(random.Random(seed))  # noqa: S311 - repeatable
        told = [str(p.location.path) for p in strays((one.entry for one in things), PAGES)]
        assert untold(things, PAGES, told) == [], seed
        assert len(told) == sum(not has_place(one, PAGES) for one in things), seed


def test_on_disk_each_thing_has_its_place_or_is_told(tmp_path: Path) -> None:
    project = lay_out(MINIATURE, tmp_path)
    docs, settings = project / "docs", settings_of(project)
    assert not isinstance(settings, list)
    kept = [entry.path for entry in list_docs(docs)]
    before = check_docs(read(docs, project / "data"), settings.nav)
    assert before.problems == ()
    for seed in range(ON_DISK):
        things = lay(docs, throw(random.Random(seed)))  # noqa: S311 - repeatable
        content = read(docs, project / "data")
        found = check_docs(content, settings.nav)
        problems = [*found.problems, *check(content)]
        assert untold(things, PAGES, [problem.location.path for problem in problems]) == [], seed
        # What may be shown does not depend on what was thrown.
        assert (found.pages, found.pictures) == (before.pages, before.pictures), seed
        clear(docs, kept)
        assert [entry.path for entry in list_docs(docs)] == kept, seed


def test_nothing_thrown_reaches_a_preview(tmp_path: Path) -> None:
    project = lay_out(MINIATURE, tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.strays.previewing", str(project), "0", str(PREVIEWS)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert "LEAK" not in ran.stdout
    assert f"TRIED {PREVIEWS}" in ran.stdout, ran.stderr


@pytest.mark.parametrize("seed", range(2))
def test_what_has_its_place_changes_no_byte_of_a_site(
    mini: Built, miniature: Path, build: Build, seed: int
) -> None:
    docs = miniature / "docs"
    chance = random.Random(seed)  # noqa: S311 - repeatable
    things = [one for _ in range(300) for one in throw(chance) if has_place(one, PAGES)]
    laid = lay(docs, {one.path: one for one in things}.values())
    content = read(docs, miniature / "data")
    wrong = {problem.location.path for problem in check(content) if problem.severity == "problem"}
    for one in laid:
        if one.shown in wrong:
            (docs / one.path).unlink()
    built = build(miniature, PYTHONHASHSEED="1")
    assert built.status == 0, built.output
    assert built.files() == mini.files()
