"""Dates, titles, people and authors told by several witnesses; each case is a kind seen in use."""

from datetime import date
from pathlib import Path

import pytest

from bantin.importing.drafting.importer import Importer
from bantin.importing.recognition.article import RecognisedArticle
from bantin.reading import read

ROOT = Path(__file__).parents[2]
BODY = (
    "Ngày {day}, Công an tỉnh Gia Lai và Sở Y tế tỉnh Gia Lai tổ chức hội nghị {what}."
    " Hai bên thống nhất năm nội dung về trao đổi thông tin.\n"
)
TITLE = "Công an và Sở Y tế tỉnh Gia Lai phối hợp bảo đảm an ninh, trật tự"


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(read(ROOT / "docs", ROOT / "data"), {}, date(2026, 12, 1), ROOT / "docs/tin")


def recognised(importer: Importer, *lines: str) -> RecognisedArticle:
    return importer.read("\n".join(lines).encode(), "bai.txt")[0]


@pytest.mark.parametrize(
    ("above", "below", "published", "confidence"),
    [
        # The clock of the visit stands above the title, the day of publication below it.
        ("Thứ ba, 17/03/2026, 09:12", "04/04/2023 08:15 | 1253 Lượt xem", "2023-04-04", "cao"),
        ("17/03/2026 09:12", "Ngày đăng: 03/04/2023", "2023-04-03", "cao"),
        # Years after the event: never sure, whatever it looks like.
        ("17/03/2026 09:12", "", "2026-03-17", "thấp"),
        ("Ngày đăng: 17/03/2026", "", "2026-03-17", "thấp"),
        # Two stamps near the event that disagree.
        ("02/04/2023 09:12", "04/04/2023 08:15", "2023-04-04", "vừa"),
    ],
)
def test_day_of_publication(
    importer: Importer, above: str, below: str, published: str, confidence: str
) -> None:
    body = BODY.format(day="31/3/2023", what="ký kết quy chế phối hợp")
    found = recognised(importer, above, TITLE, below, body).published
    assert found is not None
    assert (found.value.iso(), found.confidence) == (published, confidence)


@pytest.mark.parametrize(
    ("day", "what", "expected"),
    [
        ("3-11", "tổng kết chương trình phối hợp giai đoạn 2018-2020", "2020-11-03"),
        ("15/1", "tổng kết chương trình phối hợp giai đoạn 2018-2020", "2021-01-15"),
        ("26 – 12", "sơ kết công tác phối hợp năm 2022", "2022-12-26"),
        ("20/2", "sơ kết công tác phối hợp năm 2022", "2023-02-20"),
        ("7/7", "giao ban 6 tháng đầu năm 2022", "2022-07-07"),
        ("8/11", "ký kết chương trình phối hợp giai đoạn 2021-2026", "2021-11-08"),
        ("28/12", "ký kết chương trình phối hợp giai đoạn 2022-2026", "2021-12-28"),
    ],
)
def test_a_missing_year_is_inferred_and_never_sure(
    importer: Importer, day: str, what: str, expected: str
) -> None:
    found = recognised(importer, TITLE, BODY.format(day=day, what=what)).date
    assert found is not None
    assert (found.value.iso(), found.confidence) == (expected, "thấp")
    assert "suy từ" in found.evidence


def test_a_year_that_nothing_tells_stays_unknown(importer: Importer) -> None:
    found = recognised(importer, TITLE, BODY.format(day="3/11", what="giao lưu")).date
    assert found is None or found.value.year is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Ký kết chương trình phối hợp tuyên truyền biển, đảo", "Bến Tre | 2 tháng trước"),
         "Ký kết chương trình phối hợp tuyên truyền biển, đảo"),
        (("Nhảy đến nội dung", TITLE), TITLE),
        (("Nhiệt liệt chào mừng 78 năm Quốc khánh (2/9/1945 - 2/9/2023)!", TITLE), TITLE),
        (("Công an và Sở Y tế Gia Lai sơ kết quy chế phối hợp (2016)",),
         "Công an và Sở Y tế Gia Lai sơ kết quy chế phối hợp (2016)"),
        ((TITLE, "10 giờ trướcBài gốc"), TITLE),
    ],
)  # fmt: skip
def test_title(importer: Importer, lines: tuple[str, ...], title: str) -> None:
    body = BODY.format(day="31/3/2023", what="ký kết quy chế phối hợp")
    page = recognised(importer, *lines, body).page
    assert page.title.value == title
    assert page.photos == ()


def people_of(article: RecognisedArticle) -> list[tuple[str, str]]:
    return [(one.mention.name, one.mention.office) for one in article.people]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            "Có Phó Chủ tịch UBND tỉnh Gia Lai Rơ Châm Hà, Phó Chủ tịch UBND tỉnh Đắk Lắk Y Biêr.",
            [("Rơ Châm Hà", "Phó Chủ tịch UBND tỉnh Gia Lai"),
             ("Y Biêr", "Phó Chủ tịch UBND tỉnh Đắk Lắk")],
        ),
        (
            "Trung tướng Lê Văn An, Tổng Tham mưu trưởng, Thứ trưởng Bộ Quốc phòng và cán bộ dự.",
            [("Lê Văn An", "Trung tướng, Tổng Tham mưu trưởng, Thứ trưởng Bộ Quốc phòng")],
        ),
        (
            "Dự có các đồng chí Phó Trưởng Ban: Nguyễn Văn Bình, Trần Thị Cúc, Lê Văn Dũng.",
            [("Nguyễn Văn Bình", "Phó Trưởng Ban"), ("Trần Thị Cúc", "Phó Trưởng Ban"),
             ("Lê Văn Dũng", "Phó Trưởng Ban")],
        ),
        (
            "Phát biểu có đồng chí Lý Văn Nam, Trưởng Ban Dân vận Huyện ủy Lý Sơn.",
            [("Lý Văn Nam", "Trưởng Ban Dân vận Huyện ủy Lý Sơn")],
        ),
    ],
)  # fmt: skip
def test_offices(importer: Importer, sentence: str, people: list[tuple[str, str]]) -> None:
    body = BODY.format(day="31/3/2023", what="giao ban công tác phối hợp")
    assert people_of(recognised(importer, TITLE, body + sentence)) == people


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tr.Hạnh", "Tr.Hạnh"),
        ("Mai Lan/ĐTH", "Mai Lan"),
        ("ĐỖ TUẤN", "Đỗ Tuấn"),
        ("Đỗ Tuấn (TTXVN)", "Đỗ Tuấn"),
        ("Hoàng Lan - Minh Đức", "Hoàng Lan - Minh Đức"),
        ("Văn phòng UBND", None),
    ],
)
def test_author(importer: Importer, line: str, author: str | None) -> None:
    body = BODY.format(day="31/3/2023", what="ký kết quy chế phối hợp")
    more = "Lãnh đạo hai ngành giao các phòng thực hiện và báo cáo kết quả mỗi quý một lần.\n"
    found = recognised(importer, TITLE, body, more, line).page.author
    assert (found.value if found else None) == author


def test_a_term_that_has_ended_is_reviewed_beside_the_new_one(importer: Importer) -> None:
    body = (
        "Ngày 12/5/2023, Công an tỉnh Gia Lai và Sở Y tế tỉnh Gia Lai ký kết chương trình phối hợp"
        " giai đoạn 2023-2026. Chương trình phối hợp giai đoạn 2018-2023 có nhiều kết quả.\n"
    )
    found = recognised(importer, "Ký kết chương trình phối hợp giữa hai ngành ở Gia Lai", body)
    assert [one.value for one in found.types] == ["ky-ket", "tong-ket"]


def test_printed_years_stand_for_a_count(importer: Importer) -> None:
    body = BODY.format(day="12/10/2024", what="sơ kết 5 năm thực hiện quy chế phối hợp")
    found = recognised(importer, TITLE, body, "Từ năm 2019-2024, hai bên mở 26 buổi.\n").covers
    assert found is not None
    assert str(getattr(found.value, "label", found.value)) == "2019–2024"


def test_place_of_a_hall(importer: Importer) -> None:
    line = (
        "Ngày 12/5/2023, tại hội trường Ủy ban nhân dân huyện Krông Ana, Công an huyện và Huyện"
        " đoàn Krông Ana sơ kết quy chế phối hợp năm 2022."
    )
    found = recognised(importer, TITLE, line).place
    assert found is not None
    assert found.value == "hội trường Ủy ban nhân dân huyện Krông Ana"
