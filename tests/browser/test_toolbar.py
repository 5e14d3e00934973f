"""Every item of the toolbar of an article does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A speech engine that says each utterance at once, or holds it when told to.
ENGINE = """
window.spoken = [];
const engine = {
  hold: false,
  getVoices: () => [{ lang: "en-US", name: "English" }, { lang: "vi-VN", name: "Tiếng Việt" }],
  speak(utterance) {
    window.spoken.push([utterance.lang, utterance.text]);
    if (!this.hold) setTimeout(() => utterance.onend(), 0);
  },
  cancel() {},
  addEventListener() {},
  removeEventListener() {},
};
Object.defineProperty(window, "speechSynthesis", { value: engine });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
DEAF = """
Object.defineProperty(window, "speechSynthesis", {
  value: { getVoices: () => [{ lang: "en-US" }], cancel() {}, addEventListener() {} },
});
"""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def article(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> Iterator[Callable[..., Page]]:
    """Open the sample article, after a script of the test's own; nothing may go wrong on it."""
    said: list[str] = []

    def make(script: str = "", **options: object) -> Page:
        page = new_page(**options)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script(script)
        page.goto(where("article"))
        return page

    yield make
    assert said == []


def tool(page: Page, name: str) -> None:
    """Press a button of the toolbar."""
    page.locator(f".toolbar [data-tool={name}], .toolbar [data-setting={name}]").click()


def root_size(page: Page) -> float:
    """The size of type that all others follow."""
    size: float = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return size


def paper(page: Page) -> str:
    """The colour of the page."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_type_grows_and_shrinks_in_steps_and_is_remembered(article: Callable[..., Page]) -> None:
    page = article()
    before = root_size(page)
    tool(page, "larger")
    tool(page, "larger")
    assert root_size(page) == pytest.approx(before * 1.25)
    page.reload()
    assert root_size(page) == pytest.approx(before * 1.25)
    for _ in range(3):
        tool(page, "smaller")
    assert root_size(page) == pytest.approx(before * 0.9375)
    smallest = page.locator(".toolbar [data-setting=smaller]")
    expect(smallest).to_have_attribute("aria-disabled", "true")


def test_contrast_is_black_on_white_and_remembered(article: Callable[..., Page]) -> None:
    page = article(color_scheme="light")
    tool(page, "contrast")
    page.reload()
    assert paper(page) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    expect(page.locator(".toolbar [data-setting=contrast]")).to_have_attribute(
        "aria-pressed", "true"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_and_light_can_be_turned_round_and_back(
    scheme: str, article: Callable[..., Page]
) -> None:
    page = article(color_scheme=scheme)
    before = paper(page)
    tool(page, "dark")
    page.reload()
    assert paper(page) != before
    page.locator(".settings [data-setting=reset]").click()
    assert paper(page) == before


def test_reading_aloud_says_every_sentence_in_vietnamese(article: Callable[..., Page]) -> None:
    page = article(ENGINE)
    tool(page, "listen")
    page.wait_for_function("() => window.spoken.some(([, text]) => text.includes('60 buổi'))")
    spoken = page.evaluate("window.spoken")
    assert {lang for lang, _ in spoken} == {"vi-VN"}
    texts = [text for _, text in spoken]
    assert texts[0].startswith("Bài dùng để thử giao diện")
    assert "Già làng Y Brĭt Ƀyă dự họp." in texts
    nested = texts.index("Xây hai nhà đại đoàn kết:")
    assert texts[nested + 1 : nested + 3] == [
        "một nhà ở buôn Krông Pă;",
        "một nhà ở buôn Ea Tul.",
    ]
    expect(page.locator("[data-tool=listen]")).to_have_text("Nghe bài")


def test_reading_aloud_marks_pauses_goes_on_and_stops(article: Callable[..., Page]) -> None:
    page = article(f"{ENGINE}; engine.hold = true;")
    tool(page, "listen")
    expect(page.locator(".is-read")).to_have_class("lead is-read")
    marked = "[...CSS.highlights.get('sentence')].join('')"
    assert page.evaluate(marked).startswith("Bài dùng để thử giao diện")
    tool(page, "pause")
    expect(page.locator("[data-tool=listen]")).to_have_text("Đọc tiếp")
    expect(page.locator("[data-tool=listen]")).to_be_focused()
    tool(page, "listen")
    assert len({text for _, text in page.evaluate("window.spoken")}) == 1
    tool(page, "stop")
    expect(page.locator(".is-read")).to_have_count(0)
    assert page.evaluate("CSS.highlights.has('sentence')") is False
    expect(page.locator("[data-tool=stop]")).to_be_hidden()


def test_a_machine_without_a_vietnamese_voice_is_told(article: Callable[..., Page]) -> None:
    page = article(DEAF)
    tool(page, "listen")
    expect(page.locator(".toolbar-status")).to_contain_text("chưa có giọng đọc tiếng Việt")
    expect(page.locator("[data-tool=pause]")).to_be_hidden()


def test_print_opens_the_browser_dialogue(article: Callable[..., Page]) -> None:
    page = article("window.print = () => { window.printed = true; };")
    tool(page, "print")
    assert page.evaluate("window.printed") is True


def test_saved_file_stands_alone(
    article: Callable[..., Page], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = article()
    with page.expect_download() as caught:
        tool(page, "save")
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    html = file.read_text(encoding="utf-8")
    assert file.name == "bai-thu-giao-dien.html"
    assert "<script" not in html
    assert "Trích dẫn" not in html
    requested: list[str] = []
    copy = new_page(java_script_enabled=False)
    copy.on("request", lambda request: requested.append(request.url))
    copy.goto(file.as_uri())
    assert [url for url in requested if not url.startswith("data:")] == [file.as_uri()]
    expect(copy.locator("h1")).to_contain_text("Buôn Krông Pă")
    assert copy.evaluate("document.querySelector('img').naturalWidth") > 0
    assert copy.evaluate("getComputedStyle(document.querySelector('.dates')).display") == "grid"
    assert set(re.findall(r'<a href="([a-z]+):', html)) <= {"http", "https"}


def test_share_hands_over_title_and_address(article: Callable[..., Page]) -> None:
    page = article("navigator.share = async (data) => { window.shared = data; };")
    tool(page, "share")
    shared = page.evaluate("window.shared")
    assert shared["title"].startswith("Buôn Krông Pă")
    assert shared["url"].endswith("/tin/2024/bai-thu-giao-dien/")


def test_share_copies_the_address_where_there_is_no_sharing(article: Callable[..., Page]) -> None:
    page = article("delete Navigator.prototype.share;", permissions=CLIPBOARD)
    tool(page, "share")
    expect(page.locator(".toolbar-status")).to_have_text("Đã chép địa chỉ của bài.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/bai-thu-giao-dien/")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "vietnamese",
            r"Người Thử \(2024\)\. “Buôn .*, 26/4/2024\. Viết lại theo bài “Hội .*” của .*truy cập",
        ),
        ("bibtex", r"@misc\{bai-thu-giao-dien,[^@]*year = \{2024\},\n  month = apr,[^@]*\n\}"),
        ("ris", r"TY  - ELEC\n[^@]*AU  - Người Thử\n[^@]*DA  - 2024/04/26\n[^@]*ER  - "),
    ],
)
def test_citation_is_copied(form: str, expected: str, article: Callable[..., Page]) -> None:
    page = article(permissions=CLIPBOARD)
    tool(page, "cite")
    expect(page.locator("[data-tool=cite]")).to_have_attribute("aria-expanded", "true")
    page.locator(f"[data-copy={form}]").click()
    expect(page.locator(".toolbar-status")).to_have_text("Đã chép trích dẫn.")
    assert re.fullmatch(expected + r"[^@]*", page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("form", "ending", "expected"),
    [
        ("vietnamese", "txt", r"Người Thử \(2024\)\..*"),
        (
            "bibtex",
            "bib",
            r"@misc\{[^@]*author = \{\{Người Thử\}\},[^@]*note = \{Viết lại theo.*\}",
        ),
        ("ris", "ris", r"TY  - ELEC\n[^@]*N1  - Viết lại theo bài “Hội nghị .*\nER  - "),
    ],
)
def test_citation_is_downloaded_as_a_file(
    form: str, ending: str, expected: str, article: Callable[..., Page]
) -> None:
    page = article()
    tool(page, "cite")
    with page.expect_download() as caught:
        page.locator(f"[data-download={form}]").click()
    assert caught.value.suggested_filename == f"bai-thu-giao-dien.{ending}"
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert re.fullmatch(expected + r"\n", text, re.DOTALL)
    expect(page.locator(".toolbar-status")).to_have_text("Đã tải trích dẫn thành một tệp.")


CITE = """(given) => {
  const article = document.querySelector("[data-article]");
  Object.assign(article.dataset, given);
  const {describe, forms} = bantin.citation;
  return Object.values(forms).map((form) => form(describe(article, "https://example.org/")));
}"""


def test_what_nobody_here_wrote_is_cited_under_its_publisher(article: Callable[..., Page]) -> None:
    given = {"authors": "[]", "publisher": "Ban Dân vận", "day": "", "title": "Bài"}
    vietnamese, bibtex, ris = article().evaluate(CITE, given)
    assert vietnamese.startswith("Ban Dân vận (không rõ năm). “Bài”. Bản tin")
    assert "author = {{Ban Dân vận}}" in bibtex
    assert "AU  - Ban Dân vận\n" in ris
    assert not {"year", "month"} & set(re.findall(r"^  (\w+) =", bibtex, re.MULTILINE))
    assert not re.search("^(PY|DA) ", ris, re.MULTILINE)


def test_each_author_is_cited_by_name(article: Callable[..., Page]) -> None:
    vietnamese, bibtex, ris = article().evaluate(CITE, {"authors": '["Trí Nhân", "Bá Hải"]'})
    assert vietnamese.startswith("Trí Nhân, Bá Hải (2024).")
    assert "author = {{Trí Nhân} and {Bá Hải}}" in bibtex
    assert "AU  - Trí Nhân\nAU  - Bá Hải\n" in ris


def test_copying_that_is_refused_shows_the_text_instead(article: Callable[..., Page]) -> None:
    page = article("delete Navigator.prototype.share; delete Navigator.prototype.clipboard;")
    tool(page, "share")
    expect(page.locator(".toolbar-status")).to_contain_text("hãy tự chép: http")
