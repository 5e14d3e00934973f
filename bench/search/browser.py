"""Queries put to an engine in Chromium: what it finds and fetches, and how long it takes."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.server import Server

# Both in milliseconds: for the slowest engine to open its index; for all to load what they want.
TIMEOUT = 600_000
SETTLING_TIME = 1_500
# Every sixth query is asked in a visit of its own, to see what is fetched for it.
FRESH_VISIT_STEP = 6


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What an engine did.

    Attributes:
        results: for each query the names of the results, best first.
        repeat_ms: for each query the milliseconds when it is asked again in the same visit.
        ready_ms: milliseconds until the first query may be asked.
        first_files: what is fetched before it.
        query_files: for a share of the queries what is fetched on a fresh visit beyond that, ten
            results included.
    """

    results: list[tuple[str, ...]]
    repeat_ms: list[float]
    ready_ms: float
    first_files: set[Path]
    query_files: list[set[Path]]


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
) -> dict[str, EngineRun]:
    """Put all queries to all engines in turns, so that other load on the machine hits all alike.

    Args:
        browser: where they run.
        server: what they are fetched from.
        engines: their names, with from how many of the first queries those for fresh visits are
            taken.
        texts: the queries, each asked twice in one visit.
    """
    with ExitStack() as visits:
        runs = {name: visits.enter_context(_first_visit(browser, server, name)) for name in engines}
        for text in texts:
            for page, run in runs.values():
                run.results.append(tuple(page.evaluate("ask", text)["found"]))
                run.repeat_ms.append(float(page.evaluate("ask", text)["ms"]))
    for name, fresh in engines.items():
        _, run = runs[name]
        for text in texts[:fresh:FRESH_VISIT_STEP]:
            run.query_files.append(fetch(browser, server, name, text) - run.first_files)
    return {name: run for name, (_, run) in runs.items()}


@contextmanager
def _first_visit(browser: Browser, server: Server, engine: str) -> Iterator[tuple[Page, EngineRun]]:
    with visit(browser, server, engine) as (page, ready):
        page.wait_for_timeout(SETTLING_TIME)
        yield page, EngineRun([], [], ready, server.take_fetched(), [])


def fetch(browser: Browser, server: Server, engine: str, text: str) -> set[Path]:
    """Return all files that are fetched in a visit with one query."""
    with visit(browser, server, engine) as (page, _):
        page.evaluate("ask", text)
        return server.take_fetched()


@contextmanager
def visit(browser: Browser, server: Server, engine: str) -> Iterator[tuple[Page, float]]:
    """Begin a visit with an empty cache; yield its page and the milliseconds until it was ready."""
    server.take_fetched()
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        page.goto(f"{server.address}/ask.html?engine={engine}")
        page.wait_for_function("document.title === 'ready'")
        yield page, float(page.evaluate("begin()"))
