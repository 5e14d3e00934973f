"""Each kind of page is there and says what it should."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.conftest import Built

ROOT = Path(__file__).parent.parent.parent
KINDS = (
    "", "tin", "tin/2024/danh-gia-hai-nam", "chuong-trinh", "chuong-trinh/dan-van-2022",
    "co-quan", "co-quan/bca", "dia-phuong", "dia-phuong/quang-nam", "dia-phuong/quang-nam/dien-ban",
    "van-ban", "van-ban/ke-hoach-01", "nhan-su", "nhan-su/ma-tu-dong-dien", "nam", "nam/2024",
    "nam/2024/thang-4", "nam/chua-ro", "nhiem-vu", "nhiem-vu/2023", "sap-dien-ra", "loai",
    "loai/so-ket", "so-lieu",
    "gioi-thieu", "huong-dan", "tim-kiem", "du-lieu", "nguon", "lich-su", "bao-cao", "en",
)  # fmt: skip
PRINCIPAL = "tin/2024/danh-gia-hai-nam/"


def words(html: str) -> str:
    """The text of a page on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def cells_of(html: str, table: str) -> list[list[str]]:
    """The rows of the table of a class, cell by cell."""
    match = re.search(rf'<table class="{table}".*?</table>', html, re.DOTALL)
    rows = re.findall(r"<tr\b.*?</tr>", match[0] if match else "", re.DOTALL)
    return [
        [words(cell) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row, re.DOTALL)] for row in rows
    ]


def test_a_handwritten_page_says_what_a_shared_link_shows(mini: Built) -> None:
    page = LexborHTMLParser(mini.page("gioi-thieu"))
    said = {m.attributes["property"]: m.attributes["content"] for m in page.css("meta[property]")}
    assert said["og:title"] == "Giới thiệu"
    assert said["og:type"] == "website"
    assert said["og:site_name"]
    assert (mini.site / "hinh/the" / (said["og:image"] or "").rpartition("/")[2]).is_file()


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_page_exists_with_one_h1(mini: Built, address: str) -> None:
    page = mini.page(address)
    assert page.count("<h1") == 1
    assert page.partition("</head>")[0].count("<title>") == 1
    assert '<html lang="vi"' in page


def test_the_miniature_lists_the_hooks_of_the_portal() -> None:
    hooks = [
        yaml.safe_load((ROOT / path / "mkdocs.yml").read_text(encoding="utf-8"))["hooks"]
        for path in ("", "tests/site")
    ]
    assert hooks[1] == [f"../../{hook}" for hook in hooks[0]]


def test_the_pinned_story_is_the_lead_story(mini: Built) -> None:
    home = words(mini.page(""))
    assert home.index("Bốn cơ quan đánh giá") < home.index("Tin không có hội nghị")


def test_two_articles_about_one_conference_count_once(mini: Built) -> None:
    assert "Tìm trong 7 hội nghị" in words(mini.page(""))
    listed = mini.page("nam/2024/thang-4/")
    assert "Bốn cơ quan đánh giá" in listed
    assert "Báo tỉnh đưa tin" not in listed
    assert "và 1 bài khác về hội nghị này" in words(listed)


def test_articles_about_one_conference_link_to_each_other(mini: Built) -> None:
    assert "Bài khác về hội nghị này Báo tỉnh đưa tin" in words(mini.page(PRINCIPAL))
    assert "Bài chính về hội nghị này: Bốn cơ quan" in words(mini.page("tin/2024/bao-dua-tin/"))


def test_an_unregistered_agency_has_no_link_and_no_page(mini: Built) -> None:
    page = mini.page(PRINCIPAL)
    assert "Ban Dân tộc tỉnh" in page
    assert "Ban Dân tộc tỉnh</a>" not in page


def test_dates_are_shown_as_precisely_as_they_are_known(mini: Built) -> None:
    assert "Thứ Năm, ngày 25 tháng 4 năm 2024" in words(mini.page(PRINCIPAL))
    month = words(mini.page("tin/2023/chi-biet-thang/"))
    assert "Ngày họp tháng 3 năm 2023" in month
    unknown = words(mini.page("tin/chua-ro-nam/so-ket-28-11/"))
    assert "ngày 28 tháng 11 (không rõ năm)" in unknown
    assert "nguồn không cho biết" in words(mini.page("tin/2024/hop-khong-ro-ngay/"))


def test_a_correction_is_shown_on_the_article(mini: Built) -> None:
    page = words(mini.page("tin/2023/so-ket-nam-2022/"))
    assert "Đính chính ngày 8 tháng 1 năm 2023: Sửa số buổi tuyên truyền." in page


def test_a_missing_photograph_is_replaced_by_its_caption(mini: Built) -> None:
    page = words(mini.page("tin/chua-ro-nam/so-ket-28-11/"))
    assert "Ảnh trong bài gốc (không lưu được): Toàn cảnh hội nghị" in page
    assert "Đăng nguyên văn theo Trang cũ" in page


def test_inferred_fields_are_shown_with_their_reasons(mini: Built) -> None:
    assert "Ngày họp: năm suy từ ngày đăng" in words(mini.page(PRINCIPAL))


def test_an_agency_shows_forerunners_and_successors(mini: Built) -> None:
    before = words(mini.page("co-quan/bdv-tu-quang-nam/"))
    assert "Nay là Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam" in before
    after = words(mini.page("co-quan/btgdv-tu-quang-nam/"))
    assert "Tiền thân Ban Dân vận Tỉnh ủy Quảng Nam" in after
    ended = words(mini.page("co-quan/bcdtb/"))
    assert "không có cơ quan kế tục trực tiếp" in ended


def test_a_province_shows_forerunners_and_successors(mini: Built) -> None:
    assert "thành phố Đà Nẵng" in words(mini.page("dia-phuong/quang-nam/"))
    assert "Hợp nhất từ Đà Nẵng" in words(mini.page("dia-phuong/da-nang-2025/"))
    assert "Thừa Thiên Huế (đến ngày 31 tháng 12 năm 2024)" in words(mini.page("dia-phuong/hue/"))


def test_a_programme_shows_its_periods_local_versions_and_number(mini: Built) -> None:
    page = mini.page("chuong-trinh/dan-van-2022/")
    assert 'href="../../chuong-trinh/dan-van-2016/"' in page
    assert 'href="../../chuong-trinh/dan-van-2022-dien-ban/"' in page
    assert 'href="../../van-ban/ke-hoach-01/"' in page
    assert "đang thực hiện, đến hết năm 2026" in words(page)


def test_the_ledger_has_tasks_and_results_of_a_year_in_one_row(mini: Built) -> None:
    page = mini.page("chuong-trinh/dan-van-2022/")
    rows = {cells[0]: cells[1:] for cells in cells_of(page, "ledger")}
    assert list(rows) == ["Năm", "2023", "2022"]
    tasks, results, limits = rows["2023"]
    assert "Năm 2023 mở 100 buổi." in tasks
    assert "Mở 120 buổi tuyên truyền. Hòa giải 45 vụ." in results
    assert "Kiểm tra còn thưa." in limits
    assert "Năm 2022 mở 80 buổi." in rows["2022"][0]
    assert "Năm 2022 mở 80 buổi." in rows["2022"][1]
    assert "Năm 2024 kiểm tra mỗi quý một lần." in words(page.partition('id="tung-hoi-nghi"')[2])
    assert "Số của ban" not in words(page)
    assert 'danh-gia-hai-nam/#ket-qua-dat-duoc"' in page


def test_results_before_a_signing_are_not_of_the_new_period(mini: Built) -> None:
    assert "500 buổi" not in words(mini.page("chuong-trinh/dan-van-2022/"))
    assert "500 buổi" in words(mini.page("chuong-trinh/dan-van-2016/"))


def test_a_document_shows_its_spellings_and_who_cites_it(mini: Built) -> None:
    page = words(mini.page("van-ban/ke-hoach-01/"))
    assert "01-TT/TU" in page
    assert "Bốn cơ quan đánh giá" in page
    assert "Luật Mặt trận Tổ quốc Việt Nam" in words(mini.page("van-ban/luat-mat-tran/"))


def test_a_person_shows_each_office_with_its_days(mini: Built) -> None:
    page = words(mini.page("nhan-su/ma-tu-dong-dien/"))
    assert "Trưởng ban Dân vận" in page
    assert "Phó Trưởng ban Dân vận" in page
    assert "5/1/2023" in page


def test_the_matrix_tells_meetings_from_what_they_reviewed(mini: Built) -> None:
    head, *rows = cells_of(mini.page("so-lieu/"), "matrix")
    row = next(row for row in rows if row[0].startswith("Dân vận 2022–2026"))
    cells = dict(zip(head, row, strict=True))
    told = [cells[year] for year in ("2021", "2022", "2023", "2024")]
    assert told == [
        "● 1 hội nghị",
        "được xem xét tại 2 hội nghị",
        "● 1 hội nghị; được xem xét tại 1 hội nghị",
        "● 1 hội nghị",
    ]


def test_the_404_page_offers_ways_on(mini: Built) -> None:
    page = (mini.site / "404.html").read_text(encoding="utf-8")
    assert "Không tìm thấy trang" in page
    assert "/chuong-trinh/" in page


def test_the_real_site_has_its_articles(real: Built) -> None:
    assert len(list((real.site / "tin").glob("*/*/index.html"))) >= 90
    for section in ("chuong-trinh", "co-quan", "dia-phuong", "van-ban", "nhan-su", "nam", "loai"):
        assert list((real.site / section).glob("*/index.html")), section


def test_an_old_address_redirects_to_the_article(mini: Built) -> None:
    page = mini.page("tin/2024/bai-cu/")
    assert "../danh-gia-hai-nam/" in page.replace("../../../tin/2024/", "../")
    assert "noindex" in page or "canonical" in page


FOLLOWED = (
    "",
    "nam/2024",
    "tin",
    "chuong-trinh/dan-van-2022",
    "co-quan/bca",
    "dia-phuong/quang-nam",
)


@pytest.mark.parametrize("address", FOLLOWED)
def test_readers_find_feeds_and_calendar_where_they_look(mini: Built, address: str) -> None:
    page = LexborHTMLParser(mini.page(address))
    for area in ("main", "footer", "head"):
        found = {
            (mini.site / address / (link.attributes["href"] or "")).resolve()
            for link in page.css(f"{area} [type]")
            if link.attributes["type"] in {"application/atom+xml", "text/calendar"}
        }
        assert mini.site / "lich.ics" in found
        assert len(found) > 1
        assert all(file.is_file() for file in found)


@pytest.mark.parametrize("address", FOLLOWED[3:])
def test_a_section_with_a_feed_leads_to_its_own(mini: Built, address: str) -> None:
    page = LexborHTMLParser(mini.page(address))
    feeds = [link.attributes["href"] for link in page.css('main [type="application/atom+xml"]')]
    assert [(mini.site / address / (feed or "")).resolve() for feed in feeds] == [
        mini.site / address / "feed.xml"
    ]
