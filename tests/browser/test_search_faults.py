"""Odd queries and a damaged index get a sentence, in the box and on the page; nothing breaks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Route, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INDEX = "**/tim-kiem/chi-muc"
PLACES = ("box", "page")
ODD = {
    "long": ("dân vận " * 1_250, "bài"),
    "long word": ("a" * 10_000, "aaa|Chưa thấy"),
    "signs": ("...!?--“”", "chỉ có dấu hoặc ký hiệu"),
    "emoji": ("😀🎉👩‍👩‍👧", "chỉ có dấu hoặc ký hiệu"),
    "emoji and words": ("😀 dân vận 🎉", "bài"),
    "controls": ("\x01\x02\x7f\u200b\u202e", "chỉ có dấu hoặc ký hiệu"),
    "controls and words": ("dân\x01\x07 vận\x7f", "bài"),
    "quotes": ('"" "" "', "chỉ có dấu hoặc ký hiệu"),
}


def broken(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[-1] ^= 0x55
    route.fulfill(body=bytes(body))


def halved(route: Route) -> None:
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2])


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def cut_off(route: Route) -> None:
    route.abort()


def foreign(route: Route) -> None:
    route.fulfill(body='{"format": 99}')


FAULTS = {
    "broken shards": ("/*/*/*.bin*", broken, "bị hỏng"),
    "halved shards": ("/*/*/*.bin*", halved, "bị hỏng"),
    "missing shards": ("/*/*/*.bin*", missing, "Không tải được"),
    "no way to shards": ("/*/*/*.bin*", cut_off, "Không tải được"),
    "broken root": ("/manifest.json*", halved, "bị hỏng"),
    "missing root": ("/manifest.json*", missing, "Không tải được"),
    "root of another format": ("/manifest.json*", foreign, "phiên bản khác"),
}


class Place:
    """The box or the page, and what went wrong in the console meanwhile."""

    def __init__(self, page: Page, kind: str) -> None:
        self.page, self.kind = page, kind
        self.wrong: list[str] = []
        page.on("pageerror", self.fail)
        page.on("console", self.hear)

    def fail(self, error: Error) -> None:
        """Note an exception that nothing caught."""
        self.wrong.append(str(error))

    def hear(self, message: ConsoleMessage) -> None:
        """Note what is said; that a file is missing the browser itself says."""
        if not message.text.startswith("Failed to load resource"):
            self.wrong.append(message.text)

    def ask(self, text: str) -> Locator:
        """Type a query and return where the answer is to come."""
        if self.kind == "box":
            self.page.locator("#tim").fill(text)
            return self.page.locator(".suggestions")
        self.page.locator("#tim-o-trang").fill(text)
        self.page.locator("#tim-o-trang").press("Enter")
        return self.page.locator(".search-columns")


@pytest.fixture(params=PLACES)
def place(
    request: pytest.FixtureRequest, where: Callable[[str], str], new_page: Callable[..., Page]
) -> Place:
    found = Place(new_page(), request.param)
    found.page.goto(where("article" if found.kind == "box" else "search"))
    return found


@pytest.fixture
def manifest(site: Path) -> dict[str, str]:
    """The root file of the index."""
    told: dict[str, str] = json.loads((site / "tim-kiem/chi-muc/manifest.json").read_bytes())
    return told


@pytest.mark.parametrize("name", ODD)
def test_odd_query(name: str, place: Place) -> None:
    typed, told = ODD[name]
    answer = place.ask(typed)
    expect(answer).to_contain_text(re.compile(told))
    expect(place.page.locator("h1")).to_be_visible()
    expect(place.ask("dân vận")).to_contain_text("Dân vận")
    assert place.wrong == []


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_told_and_passes(name: str, place: Place) -> None:
    files, change, told = FAULTS[name]
    place.page.route(INDEX + files, change)
    expect(place.ask("dân vận")).to_contain_text(re.compile(f"{told}.*\\."))
    expect(place.page.locator("h1")).to_be_visible()
    place.page.unroute(INDEX + files)
    expect(place.ask("công tác dân vận")).to_contain_text("dân vận")
    assert place.wrong == []


def test_old_root_from_the_cache_is_asked_for_anew(place: Place, manifest: dict[str, str]) -> None:
    former = [json.dumps(manifest | {"folder": "0123456789ab", "version": "ba9876543210"})]

    def answer(route: Route) -> None:
        if former:
            route.fulfill(body=former.pop())
        else:
            route.continue_()

    place.page.route(INDEX + "/manifest.json", answer)
    expect(place.ask("dân vận")).to_contain_text("Dân vận")
    assert former == place.wrong == []


def test_release_amid_a_visit(place: Place, manifest: dict[str, str]) -> None:
    folder = "fedcba987654"

    def moved(route: Route) -> None:
        route.continue_(url=route.request.url.replace(folder, manifest["folder"]))

    expect(place.ask("dân vận")).to_contain_text("Dân vận")
    newer = json.dumps(manifest | {"folder": folder, "version": folder})
    place.page.route(f"{INDEX}/{manifest['folder']}/**", missing)
    place.page.route(f"{INDEX}/{folder}/**", moved)
    place.page.route(INDEX + "/manifest.json", lambda route: route.fulfill(body=newer))
    expect(place.ask("biên phòng Hướng Hóa")).to_contain_text("Hướng Hóa")
    assert place.wrong == []


def test_lost_result_leaves_the_others(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    place = Place(new_page(), "page")
    place.page.goto(where("search"))
    once = [True]

    def spoil(route: Route) -> None:
        if once:
            once.clear()
            route.fulfill(body="{")
        else:
            route.continue_()

    place.page.route(INDEX + "/bai-*/*.json*", spoil)
    expect(place.ask("dân vận")).to_contain_text("Một kết quả không đọc được.")
    expect(place.page.locator(".hit a").nth(5)).to_be_visible()
    assert place.wrong == []


def test_slow_answer_says_that_it_is_being_looked_for(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    place, held = Place(new_page(), "page"), list[Route]()
    place.page.goto(where("search"))

    def hold(route: Route) -> None:
        held.append(route)

    place.page.route(INDEX + "/manifest.json", hold)
    answer = place.ask("dân vận")
    expect(answer).to_contain_text("Đang tìm…")
    held[0].continue_()
    expect(answer).to_contain_text("Tìm thấy")
    assert place.wrong == []


def test_late_answer_does_not_open_what_was_left(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    place, held = Place(new_page(), "box"), list[Route]()
    place.page.goto(where("article"))

    place.page.route(INDEX + "/*/*/*.bin*", lambda route: held.append(route))  # noqa: PLW0108
    with place.page.expect_request(INDEX + "/*/*/*.bin*"):
        suggestions = place.ask("dân vận")
    place.page.keyboard.press("Escape")
    place.page.route(INDEX + "/*/*/*.bin*", lambda route: route.continue_())
    with place.page.expect_response(INDEX + "/bai-*/*.json*"):
        for route in held:
            route.continue_()
    place.page.wait_for_load_state("networkidle")
    expect(suggestions).to_be_hidden()
    assert place.wrong == []
