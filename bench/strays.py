"""Random files thrown at the gate of ``docs/``: in memory, and over previews of the miniature."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import BUILD_DAY, MINIATURE, lay_out
from tests.strays.throwing import throw, untold

from bantin.checking.gate import strays

PAGES = ("gioi-thieu.md", "huong-dan/index.md")


def throw_all(
    root: Path, folder: Path, trees: int, previews: int, say: Callable[[str], None]
) -> None:
    """Say how many trees were thrown and how many things in them were neither told nor harmless."""
    things = lost = 0
    for seed in range(trees):
        thrown = throw(random.Random(seed))  # noqa: S311 - repeatable
        told = [one.location.path for one in strays((one.entry for one in thrown), PAGES)]
        things += len(thrown)
        lost += len(untold(thrown, PAGES, told))
    say(f"in memory: {trees:,} trees, {things:,} things, {lost} neither told nor in their place")
    project = lay_out(MINIATURE, folder)
    ran = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.strays.previewing", str(project), "0", str(previews)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=True,
    )
    leaks = ran.stdout.count("LEAK ")
    say(f"previews: {previews:,} trees built over, {leaks} outputs that were not announced")
