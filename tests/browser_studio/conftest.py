"""The editing desk as an office runs it: the real command, over a copy of the miniature site."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.conftest import BUILD_DAY, MINIATURE, lay_out

ENTRANCE = re.compile(r"http://127\.0\.0\.1:\d+/vao\?ma=[\w-]+")
BANTIN = str(Path(sys.executable).with_name("bantin"))
ARTICLE = "tin/2024/tin-thuong.md"


class Desk:
    """A running desk, which can be killed and started again over the same files."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.port = 0
        self.start()

    def start(self) -> None:
        log = self.project.parent / "desk.log"
        command = [BANTIN, "studio", "--no-open", "--name", "Bình", "--port", str(self.port)]
        environ = {**os.environ, "BUILD_DATE": BUILD_DAY}
        with log.open("w") as out:
            self.process = subprocess.Popen(
                command, cwd=self.project, env=environ, stdout=out, stderr=out
            )
        for _ in range(300):
            if found := ENTRANCE.search(log.read_text(encoding="utf-8")):
                self.entrance = found[0]
                self.base = found[0].partition("/vao")[0]
                self.port = int(self.base.rpartition(":")[2])
                return
            time.sleep(0.1)
        raise AssertionError(log.read_text(encoding="utf-8"))

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def file(self, path: str = ARTICLE) -> Path:
        return self.project / "docs" / path

    def text(self, path: str = ARTICLE) -> str:
        return self.file(path).read_text(encoding="utf-8")

    def address(self, path: str = ARTICLE) -> str:
        return f"{self.base}/bai/{path}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(lay_out(MINIATURE, tmp_path))
    yield desk
    desk.kill()


@pytest.fixture
def context(browser: Browser, desk: Desk) -> Iterator[BrowserContext]:
    """A browser that has come in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(desk.entrance)
    page.wait_for_selector("#articles li")
    page.close()
    yield context
    context.close()


@pytest.fixture
def open_article(context: BrowserContext, desk: Desk) -> Iterator[Callable[..., Page]]:
    """Open an article in a window of its own; no script may fail there."""
    errors: list[str] = []

    def make(path: str = ARTICLE) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{error} {error.stack}"))
        page.goto(desk.address(path))
        page.wait_for_selector("#summary p")
        return page

    yield make
    assert not errors
