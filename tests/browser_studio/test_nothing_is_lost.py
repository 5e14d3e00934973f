"""Every way of losing what was typed, tried."""

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route, expect
from tests.browser_studio.conftest import Desk

BODY = ".body"
WORDS = "Chữ vừa gõ, chưa lưu."


def type_words(page: Page, words: str = WORDS) -> None:
    page.locator(BODY).fill(words)


def wait_until_kept(page: Page) -> None:
    expect(page.locator("#kept")).to_contain_text("Đã giữ lúc")


def slowly(route: Route) -> None:
    time.sleep(0.8)
    route.continue_()


def copies(desk: Desk) -> list[Path]:
    return list((desk.project / ".studio" / "copies").glob("*.json"))


def test_reloading_brings_the_words_back(open_article: Callable[..., Page]) -> None:
    page = open_article()
    type_words(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(BODY)).to_have_value(WORDS)
    expect(page.locator("#banner")).to_contain_text("chưa lưu đã được đưa lại")


def test_going_back_to_the_list_and_in_again_brings_them_back(
    open_article: Callable[..., Page],
) -> None:
    page = open_article()
    type_words(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.click(".back")
    page.wait_for_selector("#articles li")
    page.go_back()
    expect(page.locator(BODY)).to_have_value(WORDS)


def test_closing_the_window_brings_them_back(open_article: Callable[..., Page]) -> None:
    page = open_article()
    type_words(page)
    wait_until_kept(page)
    page.close()
    expect(open_article().locator(BODY)).to_have_value(WORDS)


def test_a_killed_desk_has_them_on_the_disk(
    open_article: Callable[..., Page], desk: Desk, context: BrowserContext
) -> None:
    page = open_article()
    type_words(page)
    wait_until_kept(page)
    desk.kill()
    page.close()
    desk.start()
    again = context.new_page()
    again.goto(desk.entrance)
    again.wait_for_selector("#articles li")
    expect(again.locator("#articles li").first).to_contain_text("có chữ chưa lưu")
    again.goto(desk.address())
    expect(again.locator(BODY)).to_have_value(WORDS)


def test_words_typed_while_the_desk_is_dead_are_told_and_kept(
    open_article: Callable[..., Page], desk: Desk
) -> None:
    page = open_article()
    desk.kill()
    type_words(page)
    expect(page.locator("#kept.wrong")).to_contain_text("không trả lời")
    desk.start()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(desk.entrance)
    page.wait_for_selector("#articles li")
    page.goto(desk.address())
    expect(page.locator(BODY)).to_have_value(WORDS)


def test_a_second_window_only_looks_until_it_takes_over(
    open_article: Callable[..., Page],
) -> None:
    first = open_article()
    type_words(first)
    wait_until_kept(first)
    second = open_article()
    expect(second.locator("#banner")).to_contain_text("đang sửa bài này ở cửa sổ khác")
    expect(second.locator("#save")).to_be_disabled()
    second.click("text=Sửa tiếp ở đây")
    expect(second.locator(BODY)).to_have_value(WORDS)
    expect(second.locator("#save")).to_be_enabled()
    expect(first.locator("#save")).to_be_disabled(timeout=20_000)


def test_a_change_on_the_disk_is_shown_beside_mine(
    open_article: Callable[..., Page], desk: Desk
) -> None:
    page = open_article()
    type_words(page)
    wait_until_kept(page)
    theirs = desk.text() + "\nCâu của đồng nghiệp.\n"
    desk.file().write_text(theirs, encoding="utf-8")
    page.click("#save")
    expect(page.locator("#theirs")).to_contain_text("Câu của đồng nghiệp.")
    expect(page.locator("#mine")).to_contain_text(WORDS)
    assert desk.text() == theirs
    page.click("#keep-mine")
    page.click("#save")
    expect(page.locator("#kept")).to_contain_text("Đã lưu")
    assert WORDS in desk.text()


def test_the_version_on_the_disk_can_be_taken(
    open_article: Callable[..., Page], desk: Desk
) -> None:
    page = open_article()
    theirs = desk.text() + "\nCâu của đồng nghiệp.\n"
    desk.file().write_text(theirs, encoding="utf-8")
    type_words(page)
    page.click("#take-theirs")
    expect(page.locator(BODY)).to_have_value(theirs.split("---\n", 2)[2].lstrip("\n"))
    assert desk.text() == theirs


def test_words_typed_while_a_save_is_under_way_are_not_forgotten(
    open_article: Callable[..., Page], desk: Desk
) -> None:
    page = open_article()
    type_words(page, "Đã lưu rồi.")
    page.route("**/api/article/**", slowly)
    page.click("#save", no_wait_after=True)
    type_words(page)
    for _ in range(100):
        if "Đã lưu rồi." in desk.text() and any(WORDS in one.read_text() for one in copies(desk)):
            break
        page.wait_for_timeout(100)
    page.close()
    expect(open_article().locator(BODY)).to_have_value(WORDS)


def test_nothing_comes_back_after_a_save(open_article: Callable[..., Page], desk: Desk) -> None:
    page = open_article()
    type_words(page)
    page.click("#save")
    expect(page.locator("#kept")).to_contain_text("Đã lưu")
    page.reload()
    expect(page.locator(BODY)).to_have_value(f"{WORDS}\n")
    expect(page.locator("#banner")).to_be_hidden()
    assert not copies(desk)
