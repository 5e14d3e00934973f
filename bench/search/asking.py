"""Questions put to an engine in Chromium: what it finds, fetches and takes."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
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


def ask(
    browser: Browser, server: Server, engines: Mapping[str, int], texts: Sequence[str]
) -> dict[str, Answers]:
    """Ask engines all texts, each in turn, so that what else the machine does befalls all alike.

    Args:
        browser: where they run.
        server: what they are fetched from.
        engines: their names, with how many of the first texts tell what is fetched for a query:
            some of these are asked in visits of their own.
        texts: what is asked, twice each in one visit.
    """
    with ExitStack() as visits:
        begun = {name: visits.enter_context(_begun(browser, server, name)) for name in engines}
        for text in texts:
            for page, answers in begun.values():
                answers.found.append(tuple(page.evaluate("ask", text)["found"]))
                answers.repeat.append(float(page.evaluate("ask", text)["ms"]))
    for name, fresh in engines.items():
        _, answers = begun[name]
        for text in texts[:fresh:STEP]:
            answers.fetched.append(fetch(browser, server, name, text) - answers.contact)
    return {name: answers for name, (_, answers) in begun.items()}


@contextmanager
def _begun(browser: Browser, server: Server, engine: str) -> Iterator[tuple[Page, Answers]]:
    with visit(browser, server, engine) as (page, ready):
        page.wait_for_timeout(SETTLING)
        yield page, Answers([], [], ready, server.taken(), [])


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
