"""Pages of portals whose head names only the site: title, text, day and author are still found."""

from datetime import date
from pathlib import Path

import pytest

from bantin.importing.cleaning.boilerplate import remove_boilerplate
from bantin.importing.cleaning.date_lines import is_furniture, parse_date_line, split_glued_date
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.cleaning.segmentation import segment
from bantin.importing.drafting.importer import Importer
from bantin.importing.extract.blocks import InputFile
from bantin.importing.opening.files import extract
from bantin.importing.web.sites import is_agency
from bantin.reading import read

ROOT = Path(__file__).parents[2]
SITE = "Hội Cựu chiến binh Hà Giang"
TITLE = "Cựu chiến binh và Kiểm lâm Hà Giang sơ kết hai năm chung tay giữ rừng"
TEXT = "".join(
    f"<p>Điều {n}: hai ngành mở {n + 20} buổi nói chuyện về giữ rừng ở xã vùng cao, có hơn"
    f" {n + 600} lượt người nghe và ký cam kết.</p>"
    for n in range(1, 6)
)
OLD = (
    "<form id=aspnetForm><table><tr><td class=ngay>{clock}<marquee>Chào mừng bạn đến với {site}"
    "</marquee></td></tr><tr><td><table><tr><td>Trang chủ</td></tr><tr><td>Lịch tuần</td></tr>"
    "<tr><td>Hộp thư góp ý</td></tr></table></td><td><table><tr><td>{title}</td></tr>"
    "<tr><td><span id=lblNgay>{day}</span></td></tr><tr><td><span id=lblNoiDung><div>{text}</div>"
    '</span></td></tr><tr><td align=right><span id="lblTacGia"><b>{author}</b></span></td></tr>'
    "<tr><td><a>[Trở lại]</a> <a>[Gửi tin này]</a></td></tr></table></td><td><table><tr><td>"
    "Tỷ giá hôm nay</td></tr></table></td></tr><tr><td>Đơn vị chủ quản: {site}<br>Xem rõ nhất ở"
    " 1024x768</td></tr></table></form>"
)
MODULES = (
    "<div class=top><span>{clock}</span></div><div class=wrap><div class=head>TIN MỚI NHẬN</div>"
    "{title}<div><span class=post-date>{day}</span><span class=size>Xem cỡ chữ <a>A-</a><a>A+</a>"
    "</span></div><div class=content-detail>{text}</div><div class=author-detail>{author}</div>"
    "<div class=foot><a>Đầu trang</a></div></div><div class=bottom>Thiết kế bởi Viễn thông tỉnh."
    " {site}. Ban biên tập: Văn phòng</div>"
)
LOGO = (
    '<div id=top><h1 class=logo><a href="/" title="{site}">{site}</a></h1><p>{clock}</p></div>'
    "<div class=blog>{title}<dl><dd class=published>{day}</dd></dl><div class=article-content>"
    "{text}<p style='text-align: right'><b>{author}</b></p></div></div>"
)
TITLES = {
    "span": "<span class=tieude>{}</span>",
    "h2": "<h2>{}</h2>",
    "h3": "<h3 class=tieude-tin>{}</h3>",
    "bold": "<b>{}</b>",
    "div": "<div class=title>{}</div>",
    "no class": "<p class=tt><b>{}</b></p>",
}


def html(layout: str, mark: str, *, head: str, site: str = SITE, author: str = "Vàng Mí") -> bytes:
    body = layout.format(
        clock="Hôm nay, Thứ hai 21/09/2026", site=site, title=TITLES[mark].format(TITLE),
        day="16/05/2023 09:10", text=TEXT, author=author,
    )  # fmt: skip
    return f"<html><head><title>{head}</title></head><body>{body}</body></html>".encode()


def cleaned(file: InputFile) -> ImportPage:
    return segment(file, remove_boilerplate(file))


def shown(page: ImportPage) -> str:
    return "\n".join([page.title.value, *(block.text for block in page.body)])


@pytest.mark.parametrize("layout", [OLD, MODULES, LOGO])
@pytest.mark.parametrize("mark", TITLES)
def test_the_name_of_the_site_is_no_title(layout: str, mark: str) -> None:
    page = cleaned(extract(html(layout, mark, head=SITE), "trang.html"))
    assert page.title.value == TITLE
    assert page.author is not None
    assert page.author.value == "Vàng Mí"
    assert [one.date.iso() for one in page.dates if one.kind != "clock"] == ["2023-05-16"]
    for noise in ("Lịch tuần", "Hộp thư", "Tỷ giá", "1024", "Chào mừng", "21/09", "Đầu trang"):
        assert noise not in shown(page)
    lead = page.lead.value if page.lead else ""
    assert all(f"Điều {n}:" in lead + shown(page) for n in range(1, 6))


@pytest.mark.parametrize(
    "site",
    ["Cổng TTĐT Hà Giang", "Trang thông tin điện tử huyện Mèo Vạc", "Báo Hà Giang", "Tỉnh đoàn"],
)
def test_sites_of_any_name(site: str) -> None:
    page = cleaned(extract(html(MODULES, "h2", head=site, site=site), "trang.html"))
    assert page.title.value == TITLE


@pytest.mark.parametrize(
    "head",
    [
        "Sở Nông nghiệp và Phát triển nông thôn Hà Giang",
        "Ban Dân vận Tỉnh ủy",
        f"{SITE} > Tin tức",
        f"Chi tiết tin tức - {SITE}",
        f"Tin tức - Sự kiện | {SITE}",
        "Trang chủ",
    ],
)
@pytest.mark.parametrize("mark", TITLES)
def test_a_head_that_nothing_on_the_page_explains(head: str, mark: str) -> None:
    source = (
        f"<title>{head}</title><h1>{head}</h1><div>{TITLES[mark].format(TITLE)}"
        f"<p>16/05/2023 09:10 | Hà Thu</p><div>{TEXT}</div></div>"
    )
    page = cleaned(extract(source.encode(), "trang.html"))
    assert page.title.value == TITLE
    assert page.author is not None
    assert page.author.value == "Hà Thu"


def test_a_title_in_capitals_that_begins_with_an_agency_is_no_letterhead() -> None:
    title = "SỞ Y TẾ VÀ CÔNG AN HÀ GIANG GIAO BAN QUÝ II"
    source = (
        f"<title>{SITE}</title><table><tr><td><p align=center><b>{title}</b></p>"
        f"<p>(Ngày đăng: 14/07/2023)</p>{TEXT}</td></tr></table>"
    )
    assert cleaned(extract(source.encode(), "trang.html")).title.value == title


def test_who_put_a_page_online_below_its_text() -> None:
    source = (
        f"<title>{TITLE}</title><h3 class=post-title>{TITLE}</h3><div class=post-body>{TEXT}</div>"
        "<div class=post-footer>Đăng bởi Vàng Mí lúc 08:30 14/07/2023</div>"
    )
    page = cleaned(extract(source.encode(), "trang.html"))
    assert [one.date.iso() for one in page.dates] == ["2023-07-14"]
    assert page.author is not None
    assert page.author.value == "Vàng Mí"


def test_a_title_that_names_a_portal_stays() -> None:
    title = "Cổng thông tin điện tử và Đài Hà Giang ký kết phối hợp tuyên truyền"
    source = f"<title>{title}</title><h2>{title}</h2><div class=content-detail>{TEXT}</div>"
    assert cleaned(extract(source.encode(), "trang.html")).title.value == title


def test_a_dash_in_a_title_does_not_cut_it() -> None:
    title = "Đài Phát thanh – Truyền hình Hà Giang và Kiểm lâm tỉnh ký kết tuyên truyền giữ rừng"
    for head in (title, f"{title} - {SITE}"):
        source = (
            f"<title>{head}</title><div class=ArticleTitle>{title}</div>"
            f"<div class=content-detail>{TEXT}</div>"
        )
        page = cleaned(extract(source.encode(), "trang.html"))
        assert page.title.value == title
        assert title not in [block.text for block in page.body]


def test_text_in_several_boxes_of_one_kind_stays_whole() -> None:
    more = "<p>Phần sau của bài nói tiếp về việc bảo vệ rừng đầu nguồn ở các xã biên giới.</p>"
    source = f"<h2>{TITLE}</h2><div class=doan>{TEXT}</div><div class=doan>{more}</div>"
    assert "Phần sau" in shown(cleaned(extract(source.encode(), "trang.html")))


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(read(ROOT / "docs", ROOT / "data"), {}, date(2026, 12, 1), ROOT / "docs/tin")


@pytest.mark.parametrize(
    "clock",
    [
        "Hôm nay, Thứ hai 21/09/2026 Chào mừng bạn đến với Hội Cựu chiến binh Hà Giang",
        "Thứ hai, 21/09/2026 Chào mừng quý khách ghé thăm trang tin",
        "Hôm nay: Thứ hai, ngày 21 tháng 9 năm 2026",
    ],
)
def test_the_clock_of_the_visit_is_never_the_day_of_the_event(
    importer: Importer, clock: str
) -> None:
    body = "Hội Cựu chiến binh và Kiểm lâm tỉnh Hà Giang vừa sơ kết hai năm phối hợp giữ rừng.\n"
    lines = f"{clock}\n{TITLE}\n{body}Kết quả, hai ngành mở 40 buổi nói chuyện ở các xã.\n"
    article = importer.read(lines.encode(), "bai.txt")[0]
    assert article.date is None
    line = parse_date_line(clock)
    assert line is not None
    assert line.kind == "clock"


@pytest.mark.parametrize(
    ("line", "day", "name"),
    [
        ("21.12.2018 Đăng bởi | admin", "2018-12-21", "admin"),
        ("Tháng Chín 26, 2023 Đăng bởi | bientap", "2023-09-26", "bientap"),
        ("Được viết ngày: 06 Tháng 1 2023", "2023-01-06", ""),
        ("Viết lúc 08:15 06/01/2023", "2023-01-06", ""),
        ("06/01/2023 | Xem cỡ chữ A- A+ | Lượt xem: 35", "2023-01-06", ""),
        ("Hà Linh | 19/11/2024 11:36 GMT+7 | Theo dõi báo trên Google News", "2024-11-19",
         "Hà Linh"),
        ("07:18, 17/03/2021 (GMT+7) | Theo dõi trên Facebook", "2021-03-17", ""),
    ],
)  # fmt: skip
def test_stamps_of_portals(line: str, day: str, name: str) -> None:
    found = parse_date_line(line)
    assert found is not None
    assert (found.date.iso(), found.name) == (day, name)


@pytest.mark.parametrize(
    "line",
    [
        "Cỡ chữ: A- A+ Đọc bài viết Tương phản",
        "Nghe đọc bài",
        "Chế độ ban đêm",
        "Độ tương phản",
        "Lưu bài viết này",
        "In ra | Lưu bài viết này",
    ],
)
def test_buttons_of_portals(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Chế độ dinh dưỡng ở trường bán trú được nâng lên.",
        "Theo dõi cháy rừng trên 12 trạm.",
        "Đọc bài viết của học sinh trường vùng cao.",
    ],
)
def test_sentences_are_no_buttons(line: str) -> None:
    assert not is_furniture(line)


def test_a_day_in_brackets_at_the_end_of_a_sentence_is_not_of_the_page() -> None:
    sentence = "Hội Nông dân và Kiểm lâm tỉnh Hà Giang đã họp vào hôm thứ Ba (14-12-2021)."
    assert split_glued_date(sentence, is_heading=True) == (sentence, None)
    title, day = split_glued_date("Ký kết quy chế giữ rừng (14-12-2021)", is_heading=True)
    assert (title, day and day.date.iso()) == ("Ký kết quy chế giữ rừng", "2021-12-14")


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("Tác giả bài viết: Vàng Mí", "Vàng Mí", ""),
        ("(Sùng Lan)", "Sùng Lan", ""),
        ("K.N", "K.N", ""),
        ("H. TÂM", "H. Tâm", ""),
        ("N.MAI", "N.Mai", ""),
        ("Kim Anh - Q.Bảo", "Kim Anh - Q.Bảo", ""),
        ("Nông Hoa (Công an huyện Quản Bạ)", "Nông Hoa", ""),
        ("Vàng Mí – VP LĐLĐ tỉnh", "Vàng Mí", ""),
        ("Nguồn tin: Lý Thành - Công an Hà Giang", "Lý Thành", "Công an Hà Giang"),
        ("Nguồn tin: Phòng Tuyên truyền", "Phòng Tuyên truyền", ""),
        ("Nguồn tin: Báo Hà Giang", "", "Báo Hà Giang"),
        ("Thu Hà - Sùng Lan (TTXVN)", "Thu Hà - Sùng Lan", ""),
        ("Tin, bài: CTV Vàng Mí; ảnh: Sùng Lan", "Vàng Mí", ""),
        ("PV", "", ""),
        ("BBT", "", ""),
        ("Bài: Vàng Mí; Ảnh: Sùng Lan", "Vàng Mí", ""),
        ("Theo Bản tin Kiểm lâm, PV Lý Thành", "Lý Thành", "Bản tin Kiểm lâm"),
        ("(Theo Báo Hà Giang)", "", "Báo Hà Giang"),
        ("Phòng Tổng hợp - Ban Dân vận", "", ""),
    ],
)
def test_authors_of_portals(line: str, author: str, source: str) -> None:
    source_html = (
        f"<h2>{TITLE}</h2><div class=content-detail>{TEXT}<p style='text-align:right'><b>{line}</b>"
        "</p></div>"
    )
    page = cleaned(extract(source_html.encode(), "trang.html"))
    assert (page.author.value if page.author else "") == author
    assert (page.source.value if page.source else "") == source


def test_a_dated_line_is_the_title_though_it_names_no_meeting(importer: Importer) -> None:
    title = "Hà Giang: ba ngành tư pháp bàn cách gỡ án tồn đọng"
    lines = (
        f"Trang tin ngành kiểm sát\nĐang online: 8\n{title}\n(05-10-2018)\n"
        "Viện kiểm sát, Tòa án và Công an tỉnh họp giao ban liên ngành quý III vào sáng 05/10"
        " tại trụ sở Viện kiểm sát nhân dân tỉnh Hà Giang.\n"
        "Ba ngành đã giải quyết 214 vụ và thống nhất cách gửi hồ sơ giữa các cơ quan trong ba"
        " ngày, có sổ theo dõi chung ở mỗi huyện để không sót việc nào.\n"
    )
    assert importer.read(lines.encode(), "bai.txt")[0].page.title.value == title


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Bộ Quốc phòng", True),
        ("Ban Dân vận Trung ương", True),
        ("Sở Nông nghiệp và Phát triển nông thôn Hà Giang", True),
        ("Biên phòng giúp dân Mường Lát", False),
        ("Công an xã về với bản Mèo Vạc", False),
        ("Hội Phụ nữ đồng hành cùng Biên phòng Hà Giang", False),
        ("Bộ Quốc phòng gặp mặt các cơ quan báo chí", False),
        ("Sở Y tế và Công an Hà Giang giao ban quý II", False),
    ],
)
def test_names_of_agencies(text: str, *, is_name: bool) -> None:
    assert is_agency(text) is is_name


@pytest.mark.parametrize("box", ["<div class=content-detail>{}{}</div>", "{}<div class=b>{}</div>"])
def test_a_title_of_the_form_of_a_name_stays_the_title(box: str) -> None:
    title = "Đoàn Thanh niên Hà Giang tiếp sức Mèo Vạc"
    source = f"<title>{title}</title>" + box.format(f"<h1>{title}</h1>", TEXT)
    assert cleaned(extract(source.encode(), "trang.html")).title.value == title


def test_words_on_either_side_of_a_removed_button_stay_apart() -> None:
    source = (
        f"<title>{TITLE}</title><h1>{TITLE}</h1><div><span>Báo Hà Giang</span><span class=related>"
        f"7 tin liên quan</span><a>Xem</a></div><div class=content-detail>{TEXT}</div>"
    )
    file = extract(source.encode(), "trang.html")
    assert "Báo Hà Giang Xem" in [block.text for block in file.blocks]
    assert "7 tin liên quan" in [one.text for one in file.dropped]
