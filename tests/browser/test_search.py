"""The box in the header and the search page, as a reader uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, expect
from tests.browser.test_axe import OPTIONS, findings

if TYPE_CHECKING:
    from collections.abc import Callable

LINEAGE = "Ban Tuyên giáo và Dân vận Đà Nẵng"
TARGETS = """.search input, .search button, .suggestions li, .search-form input,
  .search-form button, .filters-button, .search-order select, .facets summary, .facet-values label,
  .facet-values button, .search-told a, .hit-section a, .pager a"""
SMALL = """targets => [...document.querySelectorAll(targets)].filter((e) => {
  const { width, height } = e.getBoundingClientRect();
  return e.checkVisibility() && Math.min(width, height) < 24;
}).map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def search(where: Callable[[str], str], new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the search page with a query."""

    def open_page(text: str, width: int = 1280, more: str = "") -> Page:
        page = new_page(width)
        page.goto(f"{where('search')}?q={quote(text)}{more}")
        expect(page.locator(".search-status p").first).to_contain_text("bài")
        return page

    return open_page


@pytest.fixture
def box(where: Callable[[str], str], new_page: Callable[..., Page]) -> Page:
    """An article with the box in its header."""
    page = new_page()
    page.goto(where("article"), wait_until="networkidle")
    return page


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "/"])
def test_a_key_leads_to_the_box(key: str, box: Page) -> None:
    box.keyboard.press(key)
    expect(box.locator("#tim")).to_be_focused()
    box.keyboard.type("dân/vận")
    expect(box.locator("#tim")).to_have_value("dân/vận")


@pytest.mark.parametrize("key", ["Control+/", "Alt+k", "Control+Shift+k", "k"])
def test_other_keys_are_left_alone(key: str, box: Page) -> None:
    box.keyboard.press(key)
    expect(box.locator("#tim")).not_to_be_focused()


def test_nothing_is_loaded_before_the_box_is_turned_to(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page, asked = new_page(), list[str]()

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(where("article"), wait_until="networkidle")
    assert not [url for url in asked if "chi-muc" in url or "combobox" in url]
    with page.expect_request("**/chi-muc/manifest.json"):
        page.keyboard.press("/")


def test_suggestions_by_keyboard(box: Page) -> None:
    field, options = box.locator("#tim"), box.locator(".suggestions [role=option]")
    box.keyboard.press("Control+k")
    box.keyboard.type("ha tinh dan van bien phong ky")
    expect(options.first).to_contain_text("Hà Tĩnh: Ban Dân vận")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(box.locator(".search [role=status]")).to_contain_text("bài khớp")
    box.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "tim-goi-y-0")
    box.keyboard.press("Escape")
    expect(box.locator(".suggestions")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(field).to_have_value("ha tinh dan van bien phong ky")
    box.keyboard.press("ArrowDown")
    expect(box.locator(".suggestions")).to_be_visible()
    box.keyboard.press("ArrowDown")
    box.keyboard.press("Enter")
    box.wait_for_url("**/tin/2023/ha-tinh-*/")


def test_a_page_is_suggested_by_the_beginning_of_its_name(box: Page) -> None:
    box.locator("#tim").fill("tô l")
    first = box.locator(".suggestions [role=option]").first
    expect(first).to_contain_text("Nhân sự · 5 hội nghị, 2016–2023")
    first.click()
    box.wait_for_url("**/nhan-su/to-lam/")


def test_the_page_of_a_name_is_the_first_row(search: Callable[..., Page]) -> None:
    rows = search("chuong trinh 38").locator(".hits > li")
    first = rows.first
    expect(first.locator(".row-title")).to_have_text(
        "Chương trình 38: BDV Trung ương – Bộ Công an 2016–2021"
    )
    expect(first.locator(".entity-years li")).to_have_count(6)
    expect(first).to_contain_text("ký 15/6/2016")
    expect(rows.nth(1).locator("mark").first).to_be_visible()
    first.locator(".row-title a").click()
    expect(first.page).to_have_url(re.compile("/chuong-trinh/ct38-bdvtw-bca-2016/$"))


def test_offices_of_a_person_and_who_cites_a_document(search: Callable[..., Page]) -> None:
    person = search("ông Tô Lâm").locator(".entity").first
    expect(person.locator(".entity-lines li").first).to_contain_text("Bộ trưởng Bộ Công an")
    document = search("nghị định 03").locator(".entity").first
    expect(document.locator(".entity-lines a")).to_have_count(3)


def test_a_question_is_answered_with_its_source(search: Callable[..., Page]) -> None:
    row = search("khi nào Phú Thọ ký quy chế công an giáo dục").locator(".hits > li").first
    expect(row.locator(".row-title")).to_have_text("Ngày: 27/2/2026")
    expect(row.locator("blockquote")).to_contain_text("Quy chế ký ngày 27/2/2026")
    row.locator("a").click()
    expect(row.page).to_have_url(re.compile("/tin/2026/phu-tho-"))


def test_last_suggestion_leads_to_all_results(box: Page) -> None:
    box.locator("#tim").fill("dân vận")
    last = box.locator(".suggestions [role=option]").last
    expect(last).to_have_text(re.compile("Xem cả [0-9]+ bài"))
    total = int("".join(filter(str.isdigit, last.inner_text())))
    last.click()
    box.wait_for_url("**/tim-kiem/?q=*")
    expect(box.locator(".search-status p").first).to_have_text(f"Tìm thấy {total} bài.")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("so ket krong pa song hinh", "Krông Pa, M'Drắk, Sông Hinh"),
        ("hooij nghij", "Đã tìm theo “hội nghị”."),
        ("tín dụng chính xách", "Ý bạn là “tín dụng chính sách”?"),
        ("danvan hatinh", "Đã tìm theo “dan van ha tinh”."),
        ("công an mới nhất", "Xếp theo ngày, mới nhất trước."),
        ("tháng mười 2021", "Đã tìm theo “tháng 10 2021”."),
        ('nghị định 03 -"quảng nam"', "Không kể bài có “quảng nam”."),
        ("dân vận zzzzqq", "Không có bài nào chứa “zzzzqq”."),
        ("65 kl tw", "65-KL/TW"),
    ],
)
def test_typed_any_way(typed: str, told: str, search: Callable[..., Page]) -> None:
    page = search(typed)
    expect(page.locator(".search-columns")).to_contain_text(told)
    expect(page.locator(".hit mark").first).to_be_visible()


def test_an_honest_zero_offers_what_to_do(search: Callable[..., Page]) -> None:
    page = search("nghị vận")
    expect(page.locator(".search-status p")).to_have_text(
        ["Không tìm thấy bài nào.", "Không bài nào nói tới “nghị vận”."]
    )
    expect(page.locator(".hit")).to_have_count(0)
    page.get_by_role("link", name="Tìm bài có các chữ này, không cần liền nhau").click()
    expect(page.locator(".hit").first).to_be_visible()
    page.go_back()
    expect(page.locator(".hit")).to_have_count(0)


def test_the_offer_is_a_link_and_what_was_typed_stays(search: Callable[..., Page]) -> None:
    page = search("tín dụng chính xách")
    expect(page.locator(".search-form input").first).to_have_value("tín dụng chính xách")
    page.get_by_role("link", name="Ý bạn là").click()
    expect(page.locator(".search-form input").first).to_have_value("tín dụng chính sách")
    expect(page.locator(".search-told a")).to_have_count(0)


def test_the_box_completes_and_says_what_is_not_there(box: Page) -> None:
    box.locator("#tim").fill("krông n")
    expect(box.locator(".suggestions [role=option]").first).to_be_visible()
    box.locator("#tim").fill("lừa đảo")
    expect(box.locator(".suggestion-none")).to_have_text("Chưa thấy bài nào nói tới “lừa đảo”.")


def test_phrase_is_marked_where_it_stands(search: Callable[..., Page]) -> None:
    page = search('"quy chế dân chủ"')
    for hit in page.locator(".hit").all():
        expect(hit.locator("mark", has_text="quy chế dân chủ").first).to_be_visible()
    section = page.locator(".hit-section a").first
    heading = section.inner_text().removeprefix("Đến mục “").removesuffix("”")
    section.click()
    expect(page.locator(":target")).to_contain_text(heading)


def test_forerunner_is_found_below_and_says_why(search: Callable[..., Page]) -> None:
    hits = search(LINEAGE).locator(".hit:not(.entity)")
    expect(hits.first.locator(".hit-names")).to_have_count(0)
    why = "khớp qua: nay là Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng"
    expect(hits.nth(1).locator(".hit-names")).to_contain_text(why)


def test_facet_narrows_and_its_count_is_true(search: Callable[..., Page]) -> None:
    page = search("ký kết phối hợp")
    status, label = page.locator(".search-status"), page.locator(".facet-values label").first
    before = status.inner_text()
    count = label.locator(".count").inner_text()
    label.click()
    expect(status).to_have_text(f"Tìm thấy {count} bài.")
    expect(label.locator("input")).to_be_focused()
    assert "loai=" in page.url
    shared = page.url
    page.reload()
    expect(page.locator(".facet-values input").first).to_be_checked()
    page.locator(".search-told a").click()
    expect(status).to_have_text(before)
    page.go_back()
    expect(status).to_have_text(f"Tìm thấy {count} bài.")
    page.goto(shared)
    expect(status).to_have_text(f"Tìm thấy {count} bài.")
    assert page.title().startswith("ký kết phối hợp – ")


def test_order_pages_and_years_stand_in_the_address(search: Callable[..., Page]) -> None:
    page = search("phối hợp", more="&tu=2020")
    page.locator("#tim-sap-xep").select_option("ngay")
    expect(page.locator(".hit .row-meta").first).to_contain_text("2026")
    first = page.locator(".hit h3").first.inner_text()
    page.get_by_role("link", name="Trang sau").press("Enter")
    expect(page.locator(".pager")).to_contain_text("Trang 2 trên")
    expect(page.locator(".search-status")).to_be_focused()
    assert {"tu=2020", "sap-xep=ngay", "trang=2"} <= set(page.url.partition("?")[2].split("&"))
    page.go_back()
    expect(page.locator(".hit h3").first).to_have_text(first)
    page.go_back()
    expect(page.locator("#tim-sap-xep")).to_have_value("")


def test_facets_are_loaded_when_they_come_into_sight(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page, asked = new_page(390), list[str]()

    def note(request: Request) -> None:
        asked.append(request.url.rpartition("/")[2].partition("?")[0])

    page.on("request", note)
    page.goto(where("search") + "?q=phối hợp", wait_until="networkidle")
    assert not {"loai.bin", "tinh.bin"} & set(asked)
    page.locator(".filters-button").click()
    expect(page.locator(".facet-values .count").first).to_be_visible()
    assert {"loai.bin", "tinh.bin"} <= set(asked)
    assert "huyen.bin" not in asked
    with page.expect_request("**/loc/huyen.bin*"):
        page.get_by_text("Huyện, quận, thị xã").click()


@pytest.mark.parametrize("width", [1280, 390])
def test_targets_are_large_enough_and_axe_finds_nothing(
    width: int, search: Callable[..., Page]
) -> None:
    page = search("ký kết phối hợp", width, "&loai=ky-ket")
    if width < 600:
        expect(page.locator(".facets")).to_be_hidden()
        page.locator(".filters-button").click()
    closed = page.locator(".facets details:not([open]) summary")
    while closed.count():
        closed.first.click()
    page.locator("#tim").fill("dân vận")
    expect(page.locator(".suggestions [role=option]").last).to_be_visible()
    assert page.evaluate(SMALL, TARGETS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(Axe().axe_script)
    assert findings(page, OPTIONS) == []


@pytest.mark.parametrize("start", ["home", "article", "search"])
def test_without_script_no_page_offers_a_search(
    start: str, where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(where(start))
    expect(page.locator("input[type=search]:visible")).to_have_count(0)
    if start != "search":
        page.get_by_role("link", name="Xem theo danh mục").click()
        page.wait_for_url("**/tim-kiem/")
    told = page.locator(".search-needs:visible")
    expect(told).to_have_text(
        "Trình duyệt đang tắt JavaScript nên chưa tìm được; mời xem theo danh mục."
    )
    page.locator(".search-lists a", has_text="Gia Lai").first.click()
    expect(page.locator("h1")).to_contain_text("Gia Lai")


def test_home_on_a_phone_has_one_box(
    where: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(390)
    page.goto(where("home"))
    expect(page.locator("input[type=search]:visible")).to_have_count(1)
    expect(page.locator("#tim")).to_be_visible()
