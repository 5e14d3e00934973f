"""Every kind of page can be used without a pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

# Elements that Tab reaches but that do not show that they have the focus.
UNSEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
}"""
WHO = "() => document.activeElement.outerHTML.slice(0, 120)"
# Targets under 24 px that are neither words in a line of text nor 24 px apart.
SMALL = """() => [...document.querySelectorAll("button, summary, input, .menu a, .trail a")]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
  .map((e) => e.outerHTML.slice(0, 120))"""


def test_skip_link_is_first_and_leads_to_the_content(
    kind: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(where(kind))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(UNSEEN), page.evaluate(WHO)
    assert page.evaluate(SMALL) == []


def test_drawer_opens_and_closes_by_keyboard(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.goto(where("home"))
    entry = page.locator(".menu a", has_text="Chương trình")
    expect(entry).to_be_hidden()
    page.locator(".drawer summary").focus()
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(page.locator(".drawer summary")).to_be_focused()


def test_drawer_is_a_row_of_links_on_a_wide_screen(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(1280)
    page.goto(where("programs"))
    expect(page.locator(".drawer")).to_be_hidden()
    expect(page.locator(".menu [aria-current=page]")).to_have_text("Chương trình")


def test_masthead_search_leads_to_the_search_page(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(where("article"))
    page.locator("#tim").fill("đoàn kết")
    with page.expect_request("**/tim-kiem/?q=*") as asked:
        page.locator("#tim").press("Enter")
    assert "q=%C4%91o%C3%A0n+k%E1%BA%BFt" in asked.value.url


def test_wide_table_scrolls_by_arrow_keys(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.goto(where("article"))
    frame = page.locator(".prose .table-frame")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("frame => frame.scrollLeft > 0", arg=frame.element_handle())


def test_toolbar_keeps_the_focus_while_type_grows(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.goto(where("article"))
    larger = page.locator(".toolbar [data-setting=larger]")
    larger.focus()
    for _ in range(8):
        page.keyboard.press("Enter")
    expect(larger).to_be_focused()
    expect(larger).to_have_attribute("aria-disabled", "true")


def test_timeline_mark_leads_to_its_year(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(where("program"))
    mark = page.locator(".timeline a").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#nam-*")
    expect(page.locator(":target")).to_be_in_viewport()
