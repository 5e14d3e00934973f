"""What a page costs over the wire, and that nothing jumps while it arrives."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Response, Route

KILOBYTE = 1024
FONTS = 60
BUDGETS = [("article", 140), ("home", 200), ("program", 140), ("statistics", 200)]
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def weight(response: Response) -> int:
    """Bytes as a server with gzip sends them; fonts are compressed already."""
    body = response.body()
    return len(body) if response.url.endswith(".woff2") else len(gzip.compress(body, 9))


def load(page: Page, address: str) -> list[Response]:
    """Go to a page and return all that it took, photographs apart."""
    taken: list[Response] = []

    def note(response: Response) -> None:
        if response.request.resource_type != "image":
            taken.append(response)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    return taken


@pytest.mark.parametrize(("name", "kilobytes"), BUDGETS)
def test_page_keeps_to_its_budget(
    name: str, kilobytes: int, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    taken = load(new_page(390), where(name))
    assert sum(map(weight, taken)) <= kilobytes * KILOBYTE


def test_fonts_keep_to_their_budget(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    taken = load(new_page(), where("article"))
    fonts = [weight(r) for r in taken if r.url.endswith(".woff2")]
    assert 0 < sum(fonts) <= FONTS * KILOBYTE


@pytest.mark.parametrize("name", ["article", "home", "program"])
def test_nothing_shifts_on_a_phone(
    name: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.add_init_script(SHIFTS)
    page.goto(where(name), wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => undefined)")
    assert page.evaluate("window.shift") == 0


def test_letters_of_the_highland_languages_come_from_the_own_font(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(where("article"), wait_until="networkidle")
    page.reload()  # by now the font is in the cache, so that it is in time
    covered = "text => document.fonts.check('700 1em Bulletin', text)"
    for letters in ("ĕŏŭĭƀčñ", "ĔŎŬĬɃČÑ", "ếựỡặỹđ", "ẾỰỠẶỸĐ"):
        assert page.evaluate(covered, letters)
    session = page.context.new_cdp_session(page)
    for command in ("DOM", "CSS"):
        session.send(f"{command}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    body = {"nodeId": root, "selector": ".prose > p:nth-of-type(2)"}
    node = session.send("DOM.querySelector", body)["nodeId"]
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [font["isCustomFont"] for font in used] == [True]


def test_a_late_font_moves_nothing(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.add_init_script(SHIFTS)

    def hold(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/*.woff2", hold)
    page.goto(where("article"), wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => undefined)")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
