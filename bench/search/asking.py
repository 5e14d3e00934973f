"""Questions put to an engine in Chromium: what it finds, fetches and takes."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.server import Server

PATIENCE = 600_000
SETTLING = 1_500
# Every so many questions are asked in a visit of their own, to see what is fetched for them.
STEP = 6


@dataclass(frozen=True, slots=True)
class Answers:
    """What an engine did.

    Attributes:
        found: for each question the names of the results, best first.
        repeat: for each question the milliseconds when asked again in the same visit.
        ready: milliseconds until the first question may be asked.
        contact: what is fetched before it.
        fetched: for a share of the questions what is fetched on a fresh visit beyond that,
            ten results included.
    """

    found: list[tuple[str, ...]]
    repeat: list[float]
    ready: float
    contact: set[Path]
    fetched: list[set[Path]]


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def ask(browser: Browser, server: Server, engine: str, texts: Sequence[str], fresh: int) -> Answers:
    """Ask all twice in one visit, and some of the first ``fresh`` in visits of their own."""
    found, repeat = [], []
    with visit(browser, server, engine) as (page, ready):
        page.wait_for_timeout(SETTLING)
        contact = server.taken()
        for text in texts:
            found.append(tuple(page.evaluate("ask", text)["found"]))
            repeat.append(float(page.evaluate("ask", text)["ms"]))
    fetched = [fetch(browser, server, engine, text) - contact for text in texts[:fresh:STEP]]
    return Answers(found, repeat, ready, contact, fetched)


def fetch(browser: Browser, server: Server, engine: str, text: str) -> set[Path]:
    """Return all that is fetched in a visit with one question."""
    with visit(browser, server, engine) as (page, _):
        page.evaluate("ask", text)
        return server.taken()


@contextmanager
def visit(browser: Browser, server: Server, engine: str) -> Iterator[tuple[Page, float]]:
    """Begin a visit with nothing kept; also tell how long the engine took to be ready."""
    server.taken()
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{server.address}/ask.html?engine={engine}")
        page.wait_for_function("document.title === 'ready'")
        yield page, float(page.evaluate("begin()"))
