"""From a dropped file to a published page, and what the desk says on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser_studio.conftest import ARTICLE, Desk

TITLE = "Công an huyện và Hội Phụ nữ huyện Hải Lăng tổng kết quy chế phối hợp"
LINES = (
    "Sáng 12/3/2024, Công an huyện Hải Lăng và Hội Phụ nữ huyện tổng kết quy chế phối hợp.",
    "Hai bên đã tổ chức 15 buổi tuyên truyền, phát 1.200 tờ rơi cho hội viên.",
    "Thời gian tới, hai bên tiếp tục duy trì 8 mô hình tự quản.",
)


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading(TITLE, 1)
    for line in LINES:
        document.add_paragraph(line)
    file = tmp_path / "tong-ket.docx"
    document.save(str(file))
    return file


def test_a_word_file_becomes_a_published_article(
    context: BrowserContext, desk: Desk, word_file: Path
) -> None:
    page = context.new_page()
    page.goto(desk.base)
    page.set_input_files("#files", word_file)
    page.wait_for_url("**/bai/**")
    expect(page.locator("#original")).to_contain_text("1.200 tờ rơi")
    page.locator("[data-path='date'] input").fill("13/3/2024")
    confirm_everything(page)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.locator("[data-path='source.name'] input").fill("Báo Thử")
    expect(page.locator("#summary")).to_contain_text("có thể đăng")
    page.click("#publish")
    expect(page.locator("#status")).to_have_text("Đã đăng")
    path = page.url.partition("/bai/")[2]
    text = desk.text(path)
    assert "status: published" in text
    assert "1.200 tờ rơi" in text
    assert "to_confirm" not in text


def confirm_everything(page: Page) -> None:
    """Take all proposed records in, then press Enter until nothing is left to confirm."""
    while page.locator(".proposal").count():
        with page.expect_navigation():
            page.locator(".proposal >> text=Thêm vào sổ").first.click()
        page.wait_for_selector("#summary p")
    page.locator(".right-button").first.focus()
    while page.locator(".right-button").count():
        page.keyboard.press("Enter")


def test_the_words_a_value_was_read_from_are_lit(
    context: BrowserContext, desk: Desk, word_file: Path
) -> None:
    page = context.new_page()
    page.goto(desk.base)
    page.set_input_files("#files", word_file)
    page.wait_for_url("**/bai/**")
    page.locator("[data-confirm='conference.date'] .right-button").focus()
    expect(page.locator("#original mark").first).to_contain_text("12/3/2024")


def test_a_wrong_value_is_told_beside_its_field(open_article: Callable[..., Page]) -> None:
    page = open_article()
    page.locator("[data-path='date'] input").fill("30/2/2024")
    expect(page.locator("[data-path='date'] .finding")).to_be_visible()
    expect(page.locator("#summary")).to_contain_text("1 chỗ phải sửa")
    page.click("#save")
    expect(page.locator("#notice")).to_contain_text("chưa đăng được")
    page.locator("[data-path='date'] input").fill("28/2/2024")
    expect(page.locator("[data-path='date'] .finding")).to_have_count(0)


def test_the_page_shows_what_is_typed(open_article: Callable[..., Page]) -> None:
    page = open_article()
    page.click("[data-beside='page']")
    frame = page.frame_locator("#preview")
    expect(frame.locator("h1")).to_be_visible(timeout=60_000)
    page.locator("[data-path='title'] input").fill("Một tiêu đề chưa ai thấy")
    expect(frame.locator("h1")).to_have_text("Một tiêu đề chưa ai thấy")


def test_records_are_chosen_by_typing_without_marks(
    open_article: Callable[..., Page], desk: Desk
) -> None:
    page = open_article()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    box = page.locator("[data-path='agencies'] [role=combobox]")
    box.press_sequentially("cong an")
    expect(page.locator("[role=option]").first).to_be_visible()
    box.press("Enter")
    expect(page.locator("[data-path='agencies'] .chips li")).to_have_count(
        1 + desk.text().count("agencies:\n  - ")
    )
    expect(box).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", ["/", f"/bai/{ARTICLE}"])
def test_axe_finds_nothing(context: BrowserContext, desk: Desk, address: str, width: int) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(desk.base + address)
    page.wait_for_selector("#articles li, #summary p")
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_is_reached_by_keyboard(open_article: Callable[..., Page]) -> None:
    page = open_article()
    page.evaluate("document.activeElement.blur()")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate("[document.activeElement.id, ...document.activeElement.classList]")
        seen.update(at)
    assert {"skip", "back", "versions-button", "save", "publish", "body"} <= seen
