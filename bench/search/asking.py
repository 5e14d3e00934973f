"""Questions put to an engine in Chromium: what it finds, fetches and takes."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.server import Server

PATIENCE = 600_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One question answered.

    Attributes:
        found: names of the results, best first.
        bytes: fetched for it on a fresh visit, ten results included.
        files: so fetched.
        repeat: milliseconds when asked again in the same visit.
    """

    found: tuple[str, ...]
    bytes: int
    files: int
    repeat: float


@dataclass(frozen=True, slots=True)
class Contact:
    """What an engine needs before the first question: bytes, files and milliseconds."""

    bytes: int
    files: int
    ms: float


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def visit(page: Page, server: Server, engine: str) -> Contact:
    """Begin a visit with nothing loaded."""
    page.goto(f"{server.address}/ask.html?engine={engine}")
    page.wait_for_function("document.title === 'ready'")
    took = float(page.evaluate("begin()"))
    return Contact(*server.taken(), took)


def ask(
    browser: Browser, server: Server, engine: str, texts: Sequence[str], *, is_fresh: bool
) -> tuple[Contact, list[Answer]]:
    """Ask every question twice, each in a visit of its own where ``is_fresh``."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    server.taken()
    contact, answers = visit(page, server, engine), []
    for number, text in enumerate(texts):
        if is_fresh and number:
            visit(page, server, engine)
        found = tuple(page.evaluate("ask", text)["found"])
        size, files = server.taken()
        again = float(page.evaluate("ask", text)["ms"])
        answers.append(Answer(found, size, files, again))
    page.close()
    return contact, answers
