"""The day of the event among all the days that a page prints, and the lines that print them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.importing.cleaning.date_lines import parse_date_line, split_glued_date
from bantin.importing.drafting.importer import Importer
from bantin.reading import read

ROOT = Path(__file__).parents[2]
SHARED = {
    "title": "Gia Lai: Công an và Quân sự sơ kết quy chế phối hợp",
    "event": "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh Gia Lai tổ chức hội nghị sơ kết Quy chế "
    "phối hợp giai đoạn 2016 - 2020",
    "results": "Qua các năm, hai bên mở 64 buổi nói chuyện ở thôn, làng cho hơn 5.200 lượt người; "
    "giúp dân 3.100 ngày công làm đường, sửa nhà; vận động 41 hộ hiến đất mở lối đi chung.",
    "tasks": "Thời gian tới, hai bên giữ giao ban hằng quý, mỗi huyện chọn một xã làm điểm và "
    "hướng dẫn cơ sở ghi sổ theo dõi từng việc.",
}
PAGES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "pages" / "days.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def importer() -> Importer:
    content = read(ROOT / "docs", ROOT / "data")
    return Importer(content, {}, date(2026, 11, 23), ROOT / "docs" / "tin")


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_day_of_the_event(importer: Importer, page: dict[str, Any]) -> None:
    text = page.get("html") or "\n".join(page["lines"])
    form = "html" if "html" in page else "txt"
    article = importer.read(text.format(**SHARED).encode(), f"trang.{form}")[0]
    assert (article.date.value.iso() if article.date else "") == page["date"]


@pytest.mark.parametrize(
    "line",
    """
    Thứ Sáu, 15/03/2024 - 14:22
    15 Th3, 2024
    Đăng bởi admin vào lúc 15/03/2024 10:11
    Ngày cập nhật 15.03.2024 lúc 8g30
    Posted on March 15, 2024 by admin
    Written by Nguyễn Văn An Friday, 15 March 2024
    2024-03-15 08:30:11
    3/15/2024 8:30:00 AM
    Tin tức - Sự kiện | 15/03/2024 | Lượt xem: 1.024
    Tin trong tỉnh 15/03/2024 08:30
    08:30 15/03/24
    Gia Lai, ngày 15 tháng 3 năm 2024
    15 tháng Ba, 2024
    Tháng 3 15, 2024 8:30 sáng
    Đã đăng: 15/03/2024 | Tác giả: Minh Anh | Chuyên mục: Dân vận
    Ngày đăng: 15/03/2024 - Ngày cập nhật: 18/03/2024
    Đăng lúc: 15:22 | 15/03/2024 | 120 lượt xem
    Fri, 15 Mar 2024 08:30:00 +0700
    """.strip().split("\n"),
)
def test_line_gives_the_day_of_publication(line: str) -> None:
    page_date = parse_date_line(line.strip())
    assert page_date is not None
    assert page_date.date.iso() == "2024-03-15"
    assert page_date.kind in ("labelled", "timed", "bare")


@pytest.mark.parametrize(
    "line",
    [
        "In ngày: 02/03/2020 09:14",
        "Hôm nay: Thứ sáu, 15/03/2024",
        "Thứ Sáu, 15/03/2024",
        "Thứ Sáu, 15/03/2024 | Đăng nhập | English",
        "Hà Nội, Thứ Sáu, 15/03/2024 28°C",
    ],
)
def test_line_gives_only_the_day_of_the_visit(line: str) -> None:
    page_date = parse_date_line(line)
    assert page_date is not None
    assert page_date.kind == "clock"


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 15/3/2024, Ban Dân vận Tỉnh ủy tổ chức hội nghị",
        "Thời gian: 08h00 ngày 05/10/2022",
        "1. Thời gian: 8h00, 05/10/2022",
        "Thời gian, địa điểm: 05/10/2022, Hội trường",
        "Hạn nộp: 15/03/2024",
        "Có hiệu lực từ ngày 15/3/2024",
        "Khai mạc lúc 8 giờ 00 ngày 15/3/2024",
        "Quyết định số 12/QĐ-UBND ngày 15/3/2024",
        "Từ ngày 12/3/2024 đến 15/3/2024",
        "Ngày họp: 15/3/2024",
        "Chiều 15/3/2024",
    ],
)
def test_line_about_something_else_gives_no_date_of_the_page(line: str) -> None:
    assert parse_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "rest", "day"),
    [
        ("Sơ kết phối hợp Ngày đăng: 12/3/2020 08:15", "Sơ kết phối hợp", "2020-03-12"),
        ("Ký kết quy chế phối hợp (15/03/2024 08:30)", "Ký kết quy chế phối hợp", "2024-03-15"),
        (
            "Số liệu cập nhật ngày 15/3/2024 cho thấy",
            "Số liệu cập nhật ngày 15/3/2024 cho thấy",
            "",
        ),
    ],
)
def test_date_inside_a_line_is_split_off(line: str, rest: str, day: str) -> None:
    left, page_date = split_glued_date(line, is_heading=True)
    assert (left, page_date.date.iso() if page_date else "") == (rest, day)
