"""The host theme can be replaced: without any, and without Material, the pages are the same.

Leaving Material is one setting in ``mkdocs.yml``: ``name: null`` in place of ``name: material``.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import BUILD_DAY, MINIATURE, Built, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# MkDocs, where Material and what it alone installs cannot be imported.
WITHOUT_MATERIAL = """
import sys

GONE = {"material", "materialx", "pymdownx", "pygments", "paginate", "backrefs", "requests"}

class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in GONE:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Gone())
from mkdocs.__main__ import cli
cli()
"""
NAMED, UNNAMED = "  name: material\n", "  name: null\n"
SHOWN = {
    "home": "",
    "article": "tin/2024/danh-gia-hai-nam/",
    "hand-written": "gioi-thieu/",
    "search": "tim-kiem/",
    "missing": "404.html",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves files and keeps silent."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Write nothing."""


def build_without_material(project: Path) -> Built:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_MATERIAL, "build", "--strict"], cwd=project,
        env={**os.environ, "BUILD_DATE": BUILD_DAY}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Built(project / "site", ran.returncode, ran.stdout + ran.stderr)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The miniature with no host theme, built where Material is not installed."""
    project = lay_out(MINIATURE, tmp_path_factory.mktemp("bare"))
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count(NAMED) == 1
    settings.write_text(text.replace(NAMED, UNNAMED), encoding="utf-8")
    built = build_without_material(project)
    assert built.status == 0, built.output
    return built


def test_every_file_is_the_same_without_a_host_theme(mini: Built, bare: Built) -> None:
    one, other = mini.files(), bare.files()
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_material_cannot_be_built_with_where_it_is_missing(tmp_path: Path) -> None:
    built = build_without_material(lay_out(MINIATURE, tmp_path))
    assert built.status == 1
    assert "ModuleNotFoundError: material" in built.output


@contextmanager
def served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def shoot(page: Page, base: str) -> dict[str, str]:
    pictures = {}
    for name, address in SHOWN.items():
        page.goto(base + address, wait_until="networkidle")
        pictures[name] = hashlib.sha256(page.screenshot(full_page=True)).hexdigest()
    return pictures


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_look_the_same_without_a_host_theme(
    mini: Built, bare: Built, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    # A font that comes late is not used (font-display: optional): both do without.
    page.route("**/*.woff2", lambda route: route.abort())
    with served(mini.site) as one, served(bare.site) as other:
        expected = shoot(page, one)
        assert shoot(page, other) == expected
    assert len(set(expected.values())) == len(SHOWN)
    page.close()
