"""The host can be replaced: ProperDocs builds the same site from the same hooks and theme.

ProperDocs goes on from MkDocs 1.6 under another name, so all it takes is that name.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import BUILD_DAY, MINIATURE, Built, lay_out

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = """
import importlib, importlib.abc, importlib.util, sys

class Renamed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name == "mkdocs" or name.startswith("mkdocs."):
            return importlib.util.spec_from_loader(name, self)
    def create_module(self, spec):
        return importlib.import_module("properdocs" + spec.name.removeprefix("mkdocs"))
    def exec_module(self, module):
        pass

sys.meta_path.insert(0, Renamed())
from properdocs.__main__ import cli
cli()
"""
NAMES = (b"MkDocs ProperDocs 1.6.7", b"MkDocs 1.6.1")


def test_another_host_builds_the_same_site(mini: Built, tmp_path: Path) -> None:
    project = lay_out(MINIATURE, tmp_path)
    (project / "mkdocs.yml").rename(project / "properdocs.yml")
    ran = subprocess.run(
        [sys.executable, "-c", RENAMED, "build", "--strict"], cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    built = Built(project / "site", ran.returncode, ran.stdout + ran.stderr)
    assert built.status == 0, built.output
    one, other = mini.files(), built.files()
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path].replace(*NAMES)] == []
    assert NAMES[0] in other["index.html"]
