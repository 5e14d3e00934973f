"""The copy for a folder or a USB stick works without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLE = "tin/2024/bai-thu-giao-dien/index.html"


def test_pages_are_styled_and_lead_to_each_other(
    offline: Path, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto((offline / "index.html").as_uri())
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.masthead')).borderTopWidth")
        == "5px"
    )
    page.locator(".menu a", has_text="Cơ quan").click()
    expect(page.locator("h1")).to_have_text("Cơ quan")
    page.locator(".index-list a").first.click()
    expect(page.locator(".trail li").last).to_have_text("Cơ quan")
    page.locator(".brand").click()
    expect(page.locator(".home-lead")).to_be_visible()


def test_toolbar_works(offline: Path, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto((offline / ARTICLE).as_uri())
    page.locator(".toolbar [data-setting=larger]").click()
    expect(page.locator("html")).to_have_attribute("data-size", "1")
    page.locator("[data-tool=cite]").click()
    expect(page.locator("[data-citation=vietnamese]")).to_contain_text("Người Thử (2024)")
    with page.expect_download() as caught:
        page.locator("[data-tool=save]").click()
    assert caught.value.suggested_filename == "bai-thu-giao-dien.html"


def test_search_says_that_it_needs_a_server(offline: Path, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto((offline / "tim-kiem/index.html").as_uri())
    expect(page.locator(".search-needs:visible")).to_have_count(1)
    expect(page.locator(".search-needs:visible")).to_contain_text(
        "Bản mở từ thư mục không tìm được"
    )
    expect(page.locator(".search")).to_be_hidden()
    expect(page.get_by_role("link", name="Xem theo danh mục")).to_be_visible()
