"""The real project, built once with a few articles of the tests' own, served to one browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
OWN = Path(__file__).parent / "articles"
ARTICLE = "tin/2024/bai-thu-giao-dien/"
# The largest page of a kind is the one with the most to go wrong.
LARGEST = {
    "list": "nam/[0-9]*/index.html",
    "month": "nam/*/thang-*/index.html",
    "agency": "co-quan/*/index.html",
    "place": "dia-phuong/*/index.html",
    "district": "dia-phuong/*/*/index.html",
    "document": "van-ban/*/index.html",
    "person": "nhan-su/*/index.html",
    "program": "chuong-trinh/*/index.html",
    "due": "nhiem-vu/*/index.html",
    "type": "loai/*/index.html",
    "handbook": "huong-dan/*/index.html",
}
FIXED = {
    "home": "",
    "article": ARTICLE,
    "retracted": "tin/2024/bai-thu-da-rut/",
    "news": "tin/",
    "programs": "chuong-trinh/",
    "agencies": "co-quan/",
    "places": "dia-phuong/",
    "documents": "van-ban/",
    "people": "nhan-su/",
    "years": "nam/",
    "tasks": "nhiem-vu/",
    "announced": "sap-dien-ra/",
    "types": "loai/",
    "statistics": "so-lieu/",
    "data": "du-lieu/",
    "history": "lich-su/",
    "sources": "nguon/",
    "duties": "bao-cao/",
    "accessibility": "bao-cao/tiep-can/",
    "english": "en/",
    "about": "gioi-thieu/",
    "search": "tim-kiem/",
    "handbook-index": "huong-dan/",
    "missing": "404.html",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves files under the site's own content security policy and keeps silent."""

    policy = ""

    def end_headers(self) -> None:
        """Add the policy that the site asks its host to send."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Write nothing."""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the articles and the photo of the tests."""
    project = tmp_path_factory.mktemp("project")
    for name in ("docs", "data", "hooks", "theme"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(OWN, project / "docs/tin/2024", dirs_exist_ok=True)
    (project / "docs/anh/bai-thu").mkdir(parents=True)
    Image.new("RGB", (800, 500), "#7a8f6a").save(project / "docs/anh/bai-thu/hoi-truong.jpg")
    return project


def build(project: Path, name: str, **environ: str) -> Path:
    """Build the project into a folder of this name and return it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", name]
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environ}
    ran = subprocess.run(
        command, cwd=project, env=environ, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return project / name


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    return build(project, "site")


@pytest.fixture(scope="session")
def offline(project: Path) -> Path:
    """The copy to be opened from a folder."""
    return build(project, "site-offline", OFFLINE="1")


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the built site, on this machine alone."""
    asked = (site / "_headers").read_text(encoding="utf-8")
    Handler.policy = asked.partition("Content-Security-Policy: ")[2].partition("\n")[0]
    assert "script-src 'self'" in Handler.policy
    handler = partial(Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def where(site: Path, base: str) -> Callable[[str], str]:
    """Tells the address of the sample page of a kind."""

    def address(kind: str) -> str:
        if kind in FIXED:
            return base + FIXED[kind]
        largest = max(site.glob(LARGEST[kind]), key=lambda file: (file.stat().st_size, file))
        return base + largest.parent.relative_to(site).as_posix() + "/"

    return address


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a blank page of some width; other options are those of a browser context."""
    contexts: list[BrowserContext] = []

    def make(width: int = 1280, **options: Any) -> Page:  # noqa: ANN401
        height = 800 if width > 600 else 844
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with ``kind`` runs on a sample of every kind of page."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", sorted([*FIXED, *LARGEST]))
