"""One load of a page on a cheap phone over slow 4G, as Chromium acts it out."""

import os
import shutil
from dataclasses import dataclass, fields
from typing import Any, Self

from playwright.sync_api import CDPSession, sync_playwright

MEGABIT = 1_000_000 / 8
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * MEGABIT,
    "uploadThroughput": 0.75 * MEGABIT,
}
SLOWER = 4
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
# Two seconds after the load event a page counts as settled.
SETTLED = 2_000
OBSERVE = """
window.seen = {};
for (const type of ["paint", "largest-contentful-paint", "layout-shift", "longtask"]) {
  const kept = window.seen[type] = [];
  new PerformanceObserver((list) => kept.push(...list.getEntries()))
    .observe({ type, buffered: true });
}
"""
# Blocking time is what of each task lies beyond its first 50 ms.
SUM_UP = """(settled) => {
  const { paint, longtask, "layout-shift": shifts } = window.seen;
  const fcp = paint.find((e) => e.name === "first-contentful-paint").startTime;
  const end = performance.getEntriesByType("navigation")[0].loadEventEnd + settled;
  const within = ({ startTime, duration }) =>
    Math.min(startTime + duration, end) - Math.max(startTime, fcp);
  return {
    fcp,
    lcp: window.seen["largest-contentful-paint"].at(-1).startTime,
    cls: shifts.reduce((sum, e) => sum + e.value, 0),
    tbt: longtask.reduce((sum, e) => sum + Math.max(0, within(e) - 50), 0),
  };
}"""


@dataclass(frozen=True, slots=True)
class Load:
    """What one load cost; times in milliseconds from the start of navigation."""

    size: float
    requests: float
    fcp: float
    lcp: float
    cls: float
    tbt: float


MEASURES = tuple(field.name for field in fields(Load))


class Wire:
    """Counts what goes over the network."""

    def __init__(self, session: CDPSession) -> None:
        self.size, self.requests = 0.0, 0
        session.on("Network.requestWillBeSent", self._count)
        session.on("Network.loadingFinished", self._weigh)

    def _count(self, event: dict[str, Any]) -> None:
        self.requests += event["request"]["url"].startswith("http")

    def _weigh(self, event: dict[str, Any]) -> None:
        self.size += event["encodedDataLength"]


class Chromium:
    """A browser for many loads, each with an empty cache."""

    def __enter__(self) -> Self:
        """Start the browser."""
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        )
        return self

    def __exit__(self, *error: object) -> None:
        """Stop it."""
        self._browser.close()
        self._playwright.stop()

    @property
    def version(self) -> str:
        """The browser's version."""
        return self._browser.version

    def load(self, address: str) -> Load:
        """Load a page, wait until it has settled, and return what that cost."""
        context = self._browser.new_context(**PHONE)
        page = context.new_page()
        session = context.new_cdp_session(page)
        wire = Wire(session)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(OBSERVE)
        page.goto(address, wait_until="load", timeout=60_000)
        page.wait_for_timeout(SETTLED)
        times = page.evaluate(SUM_UP, SETTLED)
        context.close()
        return Load(wire.size, wire.requests, **times)
