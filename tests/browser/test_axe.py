"""WCAG 2.2 AA as far as a machine can see: axe-core finds nothing on any kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# A scheme changes colours and nothing else.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
SCHEMES: list[tuple[Literal["light", "dark"], dict[str, Any]]] = [
    ("light", OPTIONS),
    ("dark", COLOURS),
]
# The ninth row of a long list is made as the first eight are.
REPEATED = [
    *(f"{row}:nth-child(n+9)" for row in (".index-list li", "tbody tr", ".row")),
    ".prose > :nth-child(n+60)",
]
RUN = "([context, options]) => axe.run(context, options).then(results => results.violations)"


def findings(page: Page, options: dict[str, Any]) -> list[str]:
    """Each finding of axe with the elements it is about."""
    violations: list[dict[str, Any]] = page.evaluate(RUN, [{"exclude": REPEATED}, options])
    return [f"{v['id']}: {node['html'][:200]}" for v in violations for node in v["nodes"][:3]]


def test_axe_finds_nothing_at_two_widths_in_two_schemes(
    kind: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme="light")
    page.goto(where(kind))
    page.evaluate(Axe().axe_script)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        for scheme, options in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert findings(page, options) == [], f"{kind} at {width} px, {scheme}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_high_contrast_with_all_panels_open(
    scheme: Literal["light", "dark"], where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390, color_scheme=scheme)
    page.goto(where("article"))
    page.locator(".toolbar [data-setting=contrast]").click()
    page.locator("[data-tool=cite]").click()
    page.locator(".drawer summary").click()
    assert page.locator("html").get_attribute("data-contrast") == "high"
    page.evaluate(Axe().axe_script)
    assert findings(page, OPTIONS) == []
