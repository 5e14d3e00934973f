"""What a real browser asks of a real nginx stands in its log as ``bantin searches`` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.serving.server import free_port, serve

from bantin.release.store import ReleaseStore
from bantin.search.asked import read_log

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.conftest import Built

# What a distribution's nginx does by itself: the format is combined.
LOGGED = """
server {{
    listen 127.0.0.1:{port};
    root {dest}/current;
    access_log {log};
    include {dest}/current/_nginx/server.conf;
}}
"""
READER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"


def test_queries_and_clicks_are_in_the_log(real: Built, browser: Browser, tmp_path: Path) -> None:
    dest, log, port = tmp_path / "released", tmp_path / "access.log", free_port()
    ReleaseStore(dest, flush=lambda: None).release(real.site, lambda _: [])
    logged = LOGGED.format(port=port, dest=dest, log=log)
    with serve(dest, tmp_path / "nginx", beside=logged):
        context = browser.new_context(user_agent=READER)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.locator("#tim").fill("dân vận")
        page.locator("#tim").press("Enter")
        expect(page.locator(".hit").first).to_be_visible()
        page.locator(".search-form input").fill("đất đai")
        page.locator(".search-form input").press("Enter")
        expect(page.locator(".search-status")).to_contain_text("Không tìm thấy")
        page.locator(".search-form input").fill("hội phụ nữ biên phòng")
        page.locator(".search-form input").press("Enter")
        expect(page.locator(".hit:not(.entity) mark").first).to_be_visible()
        page.locator(".hit:not(.entity) h3 a").first.click()
        page.wait_for_url("**/tin/**")
        context.close()
    requests = list(read_log([log]))
    assert {one.query for one in requests} == {"dân vận", "đất đai", "hội phụ nữ biên phòng"}
    assert {one.query for one in requests if one.is_click} == {"hội phụ nữ biên phòng"}
