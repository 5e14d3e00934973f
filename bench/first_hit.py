"""How long a phone waits for the first result of a search, and how far the page moves meanwhile.

    python -m bench.first_hit SITE [SITE …]

Each site is released as it would be, served by a real nginx over HTTP/2, and asked by a fresh
Chromium on a slow line, in turns. The lines are those of Lighthouse; the processor is as it is.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from playwright.sync_api import sync_playwright
from tests.serving.server import brotli_of, free_port, nginx, serve

from bantin.release.store import ReleaseStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROUNDS = 3
QUERIES = ("dân vận biên phòng", "nghị định 03", "cong an hoi phu nu")
WIDTHS = ((390, 844), (1280, 800))
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new MutationObserver((_, observer) => {
  if (!document.querySelector(".hit")) return;
  window.hit = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
SENT = """["resource", "navigation"].flatMap((type) => performance.getEntriesByType(type))
  .filter((entry) => entry.responseEnd <= window.hit)
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""
SECURE = """
server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {folder}/own.pem;
    ssl_certificate_key {folder}/own.key;
    root {dest}/current;
    include {dest}/current/_nginx/server.conf;
    {brotli}
}}
"""


class Line(NamedTuple):
    """A connection: name, delay of an answer in ms, bytes a second."""

    name: str
    latency: int
    speed: int


LINES = (Line("Fast 3G", 150, 1_600_000 // 8), Line("Slow 3G", 400, 400_000 // 8))


class Visit(NamedTuple):
    """Seconds to the first result, bytes until then, and how far the page moved."""

    seconds: float
    kilobytes: float
    shift: float


def main(sites: list[str]) -> None:
    """Print for each site and line the medians of some rounds."""
    with ExitStack() as stack, sync_playwright() as playwright:
        addresses = [stack.enter_context(_served(Path(site))) for site in sites]
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"),
            args=["--no-sandbox", "--ignore-certificate-errors"],
        )
        for line in LINES:
            for size in WIDTHS:
                visits: dict[str, list[Visit]] = {site: [] for site in sites}
                for query in QUERIES * ROUNDS:
                    for site, address in zip(sites, addresses, strict=True):
                        visits[site].append(_visit(browser, address, query, line, size))
                sys.stdout.writelines(_row(line, size, site, visits[site]) for site in sites)
                sys.stdout.flush()
        browser.close()


def _row(line: Line, size: tuple[int, int], site: str, visits: list[Visit]) -> str:
    seconds, kilobytes, _ = (statistics.median(values) for values in zip(*visits, strict=True))
    shift = max(visit.shift for visit in visits)
    return (
        f"{line.name} {size[0]:5} {site:24} {seconds:.2f} s {kilobytes:4.0f} KB CLS {shift:.3f}\n"
    )


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Release a site into a folder of its own and serve it over HTTP/2."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        dest = folder / "released"
        ReleaseStore(dest, flush=lambda: None).release(site, lambda _: [])
        subprocess.run(  # noqa: S603 - a fixed command
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",  # noqa: S607
             "/CN=localhost", "-keyout", folder / "own.key", "-out", folder / "own.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
        brotli = "brotli_static on;" if brotli_of(nginx()) else ""
        secure = SECURE.format(port=port, folder=folder, dest=dest, brotli=brotli)
        with serve(dest, folder / "nginx", beside=secure):
            yield f"https://127.0.0.1:{port}/"


def _visit(browser: Browser, address: str, query: str, line: Line, size: tuple[int, int]) -> Visit:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, ignore_https_errors=True
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": line.latency, "downloadThroughput": line.speed,
         "uploadThroughput": line.speed},
    )  # fmt: skip
    page.add_init_script(WATCH)
    page.goto(f"{address}tim-kiem/?q={quote(query)}", wait_until="commit", timeout=60_000)
    page.wait_for_selector(".hit", timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    visit = Visit(
        page.evaluate("window.hit") / 1000,
        page.evaluate(SENT) / 1024,
        page.evaluate("window.shift"),
    )
    context.close()
    return visit


if __name__ == "__main__":
    main(sys.argv[1:])
