"""Pages keep to themselves, bear narrow screens and large type, need no script, and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import ConsoleMessage, Error, Page, Request, expect
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
INLINE = "document.querySelectorAll('[style], [onclick], style').length"
MOVING = """[...document.querySelectorAll("*")].filter((e) =>
  ["", "::before", "::after"].some((part) =>
    parseFloat(getComputedStyle(e, part || null).transitionDuration) > 0)).length"""
# All that one can press around the text, and the two names that the text itself has as well.
CONTROLS = ", ".join(
    f"{part} {control}"
    for part in (".masthead", ".trail", ".toolbar", ".newer-older", ".colophon")
    for control in ("a", "button", "summary", "label")
)
CONTENT_TOO = {"Cơquan", "Bảntinphốihợp", "Nhiệmvụ"}


def squeeze(text: str) -> str:
    """Text without white space: a PDF sets letters of another font apart."""
    return "".join(text.split())


def test_page_is_quiet_keeps_to_itself_stays_put_and_reflows(
    kind: str, base: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page, said, asked = new_page(), list[str](), list[str]()

    def listen(message: ConsoleMessage) -> None:
        said.append(message.text)

    def fail(error: Error) -> None:
        said.append(str(error))

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("console", listen)
    page.on("pageerror", fail)
    page.on("request", note)
    page.add_init_script(SHIFTS)
    page.goto(where(kind))
    page.evaluate("document.fonts.ready.then(() => undefined)")
    assert said == []
    assert [url for url in asked if not url.startswith(base)] == []
    assert page.evaluate(INLINE) == 0
    assert page.locator("h1").count() == 1
    assert page.evaluate("window.shift") == 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) <= 0, "type twice as large"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) <= 0, "320 px"


def test_page_reads_in_full_without_script(
    kind: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(where(kind))
    expect(page.locator(".js-only").first).to_be_hidden()
    bare = page.evaluate(TEXT)
    if kind == "search":
        assert "JavaScript" in bare
        return
    page = new_page(390)
    page.goto(where(kind))
    page.evaluate("document.querySelectorAll('main .js-only').forEach((e) => e.remove())")
    assert page.evaluate(TEXT) == bare
    assert len(bare) > 40


def test_nothing_moves_where_the_reader_asked_for_calm(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(where("article"))
    assert page.evaluate(MOVING) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) == 1


def test_menu_works_without_script(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(where("home"))
    page.locator(".drawer summary").click()
    page.locator(".menu a", has_text="Cơ quan").click()
    expect(page.locator("h1")).to_have_text("Cơ quan")


def test_printed_article_has_title_date_and_source_and_no_chrome(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(where("article"))
    page.emulate_media(media="print")
    for chrome in (".masthead", ".colophon", ".toolbar", ".trail", ".newer-older", ".skip"):
        expect(page.locator(chrome).first).to_be_hidden()
    for kept in ("h1", ".dates time >> nth=0", ".lead", ".source a", ".byline", ".print-only"):
        expect(page.locator(kept).first).to_be_visible()
    address = "getComputedStyle(document.querySelector('.source a'), '::after').content"
    assert "https://example.org/bai-goc" in page.evaluate(address)


def test_pdf_says_title_date_and_source_and_nothing_of_the_chrome(
    where: Callable[[str], str], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    page, file = new_page(), tmp_path / "article.pdf"
    page.goto(where("article"))
    labels = {squeeze(text) for text in page.locator(CONTROLS).all_text_contents()}
    chrome = {label for label in labels if len(label) > 5} - CONTENT_TOO
    assert {"Tinhộinghị", "Nghebài", "Tươngphản", "Trangchủ", "Khảnăngtiếpcận"} <= chrome
    page.pdf(path=file, format="A4")
    said = squeeze("".join(sheet.extract_text() for sheet in PdfReader(file).pages))
    for kept in (
        "Buôn Krông Pă và các đơn vị sơ kết phối hợp",
        "Thứ Năm, ngày 25 tháng 4 năm 2024",
        "Thứ Sáu, ngày 26 tháng 4 năm 2024",
        "Già làng Y Brĭt Ƀyă dự họp.",
        "“Hội nghị sơ kết hai năm phối hợp (https://example.org/bai-goc)”, Cổng thông tin",
    ):
        assert squeeze(kept) in said, kept
    assert [label for label in chrome if label in said] == []


def test_printing_is_black_on_white_even_from_the_dark(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme="dark")
    page.goto(where("article"))
    page.locator(".toolbar [data-setting=contrast]").click()
    page.emulate_media(media="print")
    body = "getComputedStyle(document.body)"
    assert page.evaluate(f"{body}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{body}.color") == "rgb(0, 0, 0)"
