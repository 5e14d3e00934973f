"""The page of results: how it reads a query, its order for a keyboard, that nothing jumps."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.test_axe import OPTIONS, findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
LARGEST_SHIFT = 0.02
ATOM = "{http://www.w3.org/2005/Atom}"
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PLACE = "document.activeElement.closest('.hit, .search-filters, .search-told')?.className ?? ''"


@pytest.fixture
def search(where: Callable[[str], str], new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the page with a query, and wait for what it found."""

    def open_page(text: str, width: int = 1280, more: str = "") -> Page:
        page = new_page(width)
        page.add_init_script(SHIFTS)
        page.goto(f"{where('search')}?q={quote(text)}{more}")
        expect(page.locator(".search-status p").first).to_contain_text("bài")
        return page

    return open_page


@pytest.fixture
def box(where: Callable[[str], str], new_page: Callable[..., Page]) -> Page:
    """An article with the box in its header."""
    page = new_page()
    page.goto(where("article"), wait_until="networkidle")
    page.locator("#tim").focus()
    return page


def chips(page: Page) -> Locator:
    return page.locator(".reading button")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("công an Lào", ["công an", "Lào"]),
        ("nghị định 03 quảng nam", ["nghị định 03", "quảng nam"]),
        (
            'nghị định 03 -"quảng nam" năm 2023',
            ["nghị định 03", "trừ “quảng nam”", "năm 2023"],
        ),
        ('"quy chế dân chủ" ở Hà Tĩnh', ["nguyên văn “quy chế dân chủ”", "Hà Tĩnh"]),
        ("bộ công an ký kết mới nhất", ["bộ công an", "ký kết", "mới nhất trước"]),
        ("hooij nghij daan vaanj", ["sửa chữ: “hội nghị dân vận”", "hội nghị", "dân vận"]),
        ("65-KL/TW 01-TTr/TU", ["65-KL/TW", "01-TTr/TU"]),
        ("rừng công an", ["“rừng”: chưa có bài nào", "công an"]),
        ("phối hợp 2021-2025", ["phối hợp", "2021-2025"]),
        ("ký kết Quảng Nam 2021", ["ký kết", "Quảng Nam", "năm 2021"]),
        ("quang nam 2021", ["quang nam", "năm 2021"]),
        ("cong an nam 2016", ["cong an", "năm 2016"]),
        ("công an 2016 -rừng", ["công an", "năm 2016", "trừ “rừng”"]),
    ],
)
def test_the_reading_is_shown_in_parts(
    typed: str, read: list[str], search: Callable[..., Page]
) -> None:
    page = search(typed)
    expect(chips(page)).to_have_text(read)
    for chip in chips(page).all():
        expect(chip).to_have_attribute("aria-pressed", "true")


def test_one_plain_term_needs_no_parts(search: Callable[..., Page]) -> None:
    expect(search("dân vận").locator(".reading")).to_be_hidden()


def test_a_part_is_pressed_off_and_on_by_keyboard(search: Callable[..., Page]) -> None:
    page = search("công an Lào")
    before = page.locator(".search-status p").first.inner_text()
    lao = page.get_by_role("button", name="Lào", exact=True)
    lao.focus()
    page.keyboard.press("Enter")
    expect(lao).to_have_attribute("aria-pressed", "false")
    expect(lao).to_be_focused()
    expect(page.locator(".search-status p").first).not_to_have_text(before)
    expect(page.locator(".search-form input").first).to_have_value("công an Lào")
    assert f"bo={quote('lào')}" in page.url
    page.reload()
    expect(page.get_by_role("button", name="Lào", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    page.get_by_role("button", name="Lào", exact=True).press("Space")
    expect(page.locator(".search-status p").first).to_have_text(before)
    assert "bo=" not in page.url
    page.go_back()
    expect(page.get_by_role("button", name="Lào", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )


def test_a_mend_pressed_off_searches_as_typed(search: Callable[..., Page]) -> None:
    page = search("hooij nghij")
    expect(page.locator(".hit").first).to_be_visible()
    mend = page.get_by_role("button", name="sửa chữ")
    mend.click()
    expect(page.locator(".hit")).to_have_count(0)
    expect(mend).to_have_attribute("aria-pressed", "false")
    assert "sua=khong" in page.url
    mend.click()
    expect(page.locator(".hit").first).to_be_visible()


def test_an_exclusion_pressed_off_lets_its_articles_in(search: Callable[..., Page]) -> None:
    page = search('nghị định 03 -"quảng nam"')
    without = page.locator(".hit").count()
    page.get_by_role("button", name="trừ “quảng nam”").click()
    expect(page.locator(".hit").nth(without)).to_be_visible()
    expect(page.locator(".hit", has_text="Quảng Nam").first).to_be_visible()


def test_all_parts_pressed_off_say_so(search: Callable[..., Page]) -> None:
    page = search("công an Lào")
    for name in ("công an", "Lào"):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute(
            "aria-pressed", "false"
        )
    expect(page.locator(".search-status")).to_contain_text("Mọi phần của câu tìm đều đã bỏ")
    expect(page.locator(".hit")).to_have_count(0)


def test_a_new_query_forgets_what_was_pressed_off(search: Callable[..., Page]) -> None:
    page = search("công an Lào")
    page.get_by_role("button", name="Lào", exact=True).click()
    expect(page.locator(".reading [aria-pressed=false]")).to_have_count(1)
    page.locator(".search-form input").fill("công an nữ Lào")
    page.locator(".search-form input").press("Enter")
    expect(page.locator(".reading [aria-pressed=false]")).to_have_count(0)
    assert "bo=" not in page.url


def test_what_narrows_is_a_part_too(search: Callable[..., Page]) -> None:
    page = search("ký kết", more="&tinh=quang-nam&tu=2020")
    expect(chips(page)).to_have_text(["ký kết", "Quảng Nam (đến 2025)", "từ năm 2020"])
    page.get_by_role("button", name="Quảng Nam").click()
    expect(chips(page)).to_have_text(["ký kết", "từ năm 2020"])
    assert "tinh=" not in page.url


@WIDTHS
def test_the_keyboard_meets_results_before_filters(width: int, search: Callable[..., Page]) -> None:
    page = search("ký kết phối hợp", width)
    expect(page.locator(".hit").first).to_be_visible()
    page.locator(".search-form button").focus()
    met: list[str] = []
    for _ in range(12):
        page.keyboard.press("Tab")
        met.append(page.evaluate(PLACE))
    stops = met.index("hit")
    # The skip links, the parts of the query; on a phone the one button that opens the filters.
    assert stops <= (4 if width > 600 else 5)
    assert not any("search-filters" in place for place in met[: stops + (0 if width > 600 else -1)])


@pytest.mark.parametrize(
    ("name", "place"), [("Đến kết quả", "#ket-qua"), ("Đến phần thu hẹp", "#thu-hep")]
)
def test_links_skip_to_results_and_to_filters(
    name: str, place: str, search: Callable[..., Page]
) -> None:
    page = search("công an Lào")
    address = page.url
    link = page.get_by_role("link", name=name)
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(place)).to_be_focused()
    assert page.url == address


@WIDTHS
@pytest.mark.parametrize(
    "typed", ["dan van", "công an Lào", "lừa đảo", 'nghị định 03 -"quảng nam" năm 2023', ""]
)
def test_nothing_jumps_while_results_come(
    width: int, typed: str, search: Callable[..., Page]
) -> None:
    page = search(typed, width, "&loai=ky-ket" if not typed else "")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".is-waiting")).to_have_count(0)
    if width > 600:
        expect(page.locator(".is-counting:visible")).to_have_count(0)
    assert page.evaluate("window.shift") <= LARGEST_SHIFT


def test_the_boxes_keep_their_text_on_the_way_back(
    where: Callable[[str], str], search: Callable[..., Page]
) -> None:
    page = search("công an Lào")
    page.locator(".hit h3 a").first.click()
    page.wait_for_url("**/tin/**")
    page.go_back()
    expect(page.locator(".search-form input").first).to_have_value("công an Lào")
    page.goto(where("article"), wait_until="networkidle")
    page.locator("#tim").fill("dân vận khéo")
    page.locator("#tim").press("Enter")
    expect(page.locator(".search-form input").first).to_have_value("dân vận khéo")
    page.go_back()
    expect(page.locator("#tim")).to_have_value("dân vận khéo")
    page.go_forward()
    expect(page.locator(".search-form input").first).to_have_value("dân vận khéo")


def test_articles_of_unknown_years_are_counted_and_can_be_added(
    search: Callable[..., Page],
) -> None:
    page = search("công an", more="&tu=2020")
    told = page.locator(".search-status p", has_text="chưa rõ năm")
    count = int("".join(filter(str.isdigit, told.inner_text())))
    total = int("".join(filter(str.isdigit, page.locator(".search-status p").first.inner_text())))
    page.get_by_role("link", name="Xem cả bài chưa rõ năm").click()
    expect(page.locator(".search-status p").first).to_have_text(f"Tìm thấy {total + count} bài.")
    expect(page.locator("#tim-chua-ro-nam")).to_be_checked()
    page.locator("#tim-tu").select_option("")
    expect(page.locator(".search-status p").first).not_to_have_text(
        f"Tìm thấy {total + count} bài."
    )
    expect(page.get_by_role("button", name="chưa rõ năm")).to_be_visible()
    assert "nam=chua-ro-nam" in page.url


def test_level_and_person_narrow(search: Callable[..., Page]) -> None:
    page = search("dân vận")
    for label in ("Cấp của cơ quan", "Người được nêu tên"):
        page.locator("summary", has_text=label).click()
        values = page.get_by_role("list", name=label).locator("label")
        expect(values.first).to_be_visible()
        count = values.first.locator(".count").inner_text()
        values.first.click()
        expect(page.locator(".search-status p").first).to_have_text(f"Tìm thấy {count} bài.")


@WIDTHS
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_parts(
    width: int, theme: str, search: Callable[..., Page]
) -> None:
    page = search('hooij nghij -"quảng nam" 2023', width, "&bo=năm 2023")
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    expect(chips(page).first).to_be_visible()
    for chip in chips(page).all():
        box = chip.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(Axe().axe_script)
    assert findings(page, OPTIONS) == []


def test_a_pasted_address_finds_its_article(search: Callable[..., Page], box: Page) -> None:
    address = "https://www.baophutho.vn/ky-ket-quy-che-phoi-hop-giua-cong-an-tinh-va-so-giao-duc-dao-tao-248620.htm?utm_source=zalo"
    page = search(address)
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".hit h3")).to_contain_text("Phú Thọ")
    expect(page.locator(".search-status")).to_contain_text("nguồn mà bài dựa vào")
    box.locator("#tim").fill(address)
    expect(box.locator(".suggestions [role=option]").first).to_contain_text("Phú Thọ")
    page = search("https://bao.vn/khong-co-bai-nay.htm")
    expect(page.locator(".search-status")).to_contain_text("Không bài nào có địa chỉ này")
    expect(page.locator(".hit")).to_have_count(0)


def test_a_list_is_saved_whole_as_csv(search: Callable[..., Page]) -> None:
    page = search("ký kết", more="&tinh=quang-nam")
    told = page.locator(".search-status p").first.inner_text()
    total = int("".join(filter(str.isdigit, told)))
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải CSV").click()
    content = Path(saved.value.path()).read_bytes()
    assert content.startswith(codecs.BOM_UTF8)
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert len(rows) == total > 1
    assert rows[0]["Tên bài"] == page.locator(".hit:not(.entity) h3").first.inner_text()
    assert all(row["Địa chỉ"].startswith("http://127.0.0.1") for row in rows)
    expect(page.locator(".save-list [role=status]")).to_have_text(f"Đã ghi {total} bài.")


def test_a_list_is_saved_as_a_feed(search: Callable[..., Page]) -> None:
    page = search("công an & <>")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải Atom").click()
    feed = ET.fromstring(Path(saved.value.path()).read_bytes())  # noqa: S314 - our own
    told = page.locator(".search-status p").first.inner_text()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == int("".join(filter(str.isdigit, told)))
    assert "công an & <>" in str(feed.findtext(f"{ATOM}title"))
    for entry in entries:
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))


@pytest.mark.parametrize(
    ("typed", "more", "feed"),
    [
        ("", "&tinh=quang-nam", "dia-phuong/quang-nam/feed.xml"),
        ("", "&co-quan=bca", "co-quan/bca/feed.xml"),
        ("Quảng Nam", "&tu=2020", ""),
        ("", "&tinh=quang-nam&loai=ky-ket", ""),
        ("công an Lào", "", ""),
    ],
)
def test_the_feed_of_one_record_is_offered(
    typed: str, more: str, feed: str, search: Callable[..., Page], base: str
) -> None:
    page = search(typed, more=more)
    expect(page.locator(".save-list")).to_be_visible()
    links = page.locator(".save-list a")
    expect(links).to_have_count(1 if feed else 0)
    if feed:
        address = links.get_attribute("href")
        assert address == base + feed
        assert page.request.get(address).ok


def test_the_link_of_a_list_is_copied(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(where("search") + "?q=dan+van&tu=2020")
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.locator(".save-list [role=status]")).to_have_text("Đã chép liên kết.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
