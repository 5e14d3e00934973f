"""Official papers in Word: title over two lines, signatures, footnotes, the day of printing."""

from datetime import date
from pathlib import Path

import pytest
from tests.importing.word_files import word_file

from bantin.importing.cleaning.signatures import take_signature
from bantin.importing.drafting.importer import Importer
from bantin.importing.extract.blocks import Block
from bantin.importing.recognition.article import RecognisedArticle
from bantin.reading import read

ROOT = Path(__file__).parents[2]
OPENING = (
    "Ngày 12/5/2023, Công an tỉnh Gia Lai và Sở Y tế tỉnh Gia Lai tổ chức hội nghị sơ kết quy chế"
    " phối hợp. Hai bên thống nhất năm nội dung về trao đổi thông tin."
)
SUBJECT = "Kết quả thực hiện Quy chế phối hợp giữa Công an tỉnh và Sở Y tế tỉnh Gia Lai năm 2022"


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(read(ROOT / "docs", ROOT / "data"), {}, date(2026, 12, 1), ROOT / "docs/tin")


def paragraph(text: str, *, is_centred: bool = False) -> str:
    style = '<w:pPr><w:jc w:val="center"/></w:pPr>' if is_centred else ""
    bold = "<w:rPr><w:b/></w:rPr>" if is_centred else ""
    return f'<w:p>{style}<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def paper(importer: Importer, *lines: str, head: tuple[str, ...] = ()) -> RecognisedArticle:
    body = "".join(paragraph(text, is_centred=True) for text in head)
    body += "".join(map(paragraph, lines))
    return importer.read(word_file(body), "van-ban.docx")[0]


@pytest.mark.parametrize(
    ("kind", "subject", "title"),
    [
        ("BÁO CÁO", SUBJECT, f"Báo cáo k{SUBJECT[1:]}"),
        ("BÁO CÁO TỔNG KẾT", "Chương trình phối hợp giữ rừng năm 2022 ở tỉnh Gia Lai",
         "Báo cáo tổng kết Chương trình phối hợp giữ rừng năm 2022 ở tỉnh Gia Lai"),
        ("KẾ HOẠCH", "Triển khai Quy chế phối hợp giữ rừng năm 2023 ở tỉnh Gia Lai",
         "Kế hoạch triển khai Quy chế phối hợp giữ rừng năm 2023 ở tỉnh Gia Lai"),
        ("THÔNG BÁO", "Về việc giao ban công tác phối hợp quý I năm 2023",
         "Thông báo về việc giao ban công tác phối hợp quý I năm 2023"),
    ],
)  # fmt: skip
def test_the_kind_of_a_paper_belongs_to_its_title(
    importer: Importer, kind: str, subject: str, title: str
) -> None:
    article = paper(importer, OPENING, head=(kind, subject))
    assert article.page.title.value == title


def test_a_programme_of_its_own_is_no_kind_of_paper(importer: Importer) -> None:
    article = paper(importer, "CHƯƠNG TRÌNH", OPENING, head=(SUBJECT,))
    assert article.page.title.value == SUBJECT


@pytest.mark.parametrize(
    ("lines", "name", "office"),
    [
        (("TM. ỦY BAN", "CHỦ TỊCH", "(Đã ký)", "Lê Văn Hòa"), "Lê Văn Hòa", "Chủ tịch"),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Rơ Châm Hà"), "Rơ Châm Hà", "Phó Giám đốc"),
        (("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND HUYỆN", "Lò Thị Lan"), "Lò Thị Lan",
         "Phó Chủ tịch UBND huyện"),
        (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lê Văn Hòa"), "Lê Văn Hòa",
         "Phó Chánh"),
        (("TRƯỞNG CÔNG AN HUYỆN", "(đã ký)", "Thượng tá Trần Út"), "Trần Út", "Thượng tá"),
    ],
)  # fmt: skip
def test_who_signs_is_a_person_and_no_author(
    importer: Importer, lines: tuple[str, ...], name: str, office: str
) -> None:
    article = paper(
        importer,
        OPENING,
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        *lines,
        head=("BÁO CÁO", SUBJECT),
    )
    assert article.page.author is None
    people = {one.mention.name: one.mention.office or "" for one in article.people}
    assert people[name].startswith(office)
    body = "\n".join(block.text for block in article.page.body)
    told = "\n".join(one.text for one in article.page.dropped)
    for line in (*lines, "Như trên", "Lưu: VT"):
        assert line not in body
        assert line in told


def test_a_signature_in_a_table() -> None:
    cells = "| Nơi nhận: - Như trên; - Lưu. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Lê Văn Hòa |"
    found = take_signature([Block(OPENING), Block(cells, "table")])
    assert [block.text for block in found.blocks] == [OPENING]
    assert found.signers == ("Lê Văn Hòa, Phó Giám đốc",)
    assert found.cut == (cells,)


def test_minutes_are_signed_by_chair_and_secretary(importer: Importer) -> None:
    ends = ("THƯ KÝ", "Nguyễn Thị Lan", "ĐẠI DIỆN SỞ Y TẾ", "Lê Văn Hòa", "CHỦ TRÌ", "Rơ Châm Hà")
    article = paper(importer, OPENING, *ends, head=("BIÊN BẢN", SUBJECT))
    assert article.page.author is None
    told = [one.text for one in article.page.dropped]
    assert all(line in told for line in ends)


def test_the_span_below_a_title_is_no_lead(importer: Importer) -> None:
    span = "(Từ ngày 01/01/2022 đến 31/12/2022)"
    page = paper(importer, OPENING, head=("BÁO CÁO", SUBJECT, span)).page
    assert page.lead is None or page.lead.value != span
    assert span in [block.text for block in page.body]


@pytest.mark.parametrize(
    "lines",
    [
        ("KẾT QUẢ", "Lê Văn Hòa"),
        ("CHỦ TỊCH HỘI NÔNG DÂN PHÁT BIỂU",),
        ("TRƯỞNG THÔN GIỮ RỪNG", "Ông Lê Văn Hòa kể chuyện giữ rừng."),
        ("Minh Anh",),
    ],
)
def test_an_article_has_no_signature(lines: tuple[str, ...]) -> None:
    blocks = [Block(OPENING), *map(Block, lines)]
    assert take_signature(blocks).blocks == blocks


def test_the_day_of_printing_is_not_that_of_publication(importer: Importer) -> None:
    def published(footer: str) -> str:
        parts = {"footer": f"<w:ftr {{ns}}>{paragraph(footer)}</w:ftr>"}
        data = word_file(paragraph(SUBJECT, is_centred=True) + paragraph(OPENING), parts=parts)
        found = importer.read(data, "van-ban.docx")[0].published
        return found.value.iso() if found else ""

    assert published("In ngày 01/10/2026") == ""
    assert published("Bản tin ngày 20/5/2023") == "2023-05-20"


def test_a_document_cited_in_a_footnote_is_found(importer: Importer) -> None:
    note = (
        "<w:footnotes {ns}><w:footnote w:id='2'>"
        + paragraph("Công văn số 301/CAT-PV01 ngày 3/4/2023 của Công an tỉnh")
        + "</w:footnote></w:footnotes>"
    )
    lead = f"<w:p><w:r><w:t>{OPENING}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    data = word_file(paragraph(SUBJECT, is_centred=True) + lead, parts={"footnotes": note})
    article = importer.read(data, "van-ban.docx")[0]
    assert [one.number for one in article.citations] == ["301/CAT-PV01"]
    assert article.date is not None
    assert article.date.value.iso() == "2023-05-12"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Ảnh: Tổ tuần tra chung bên cột mốc 30", "Tổ tuần tra chung bên cột mốc 30", ""),
        ("Ảnh: Vàng Mí", "", "Vàng Mí"),
        ("Ảnh: tư liệu", "", "tư liệu"),
        ("Hai bên ký kết (Ảnh: Vàng Mí)", "Hai bên ký kết", "Vàng Mí"),
    ],
)
def test_what_a_picture_shows_and_who_took_it(
    importer: Importer, line: str, caption: str, credit: str
) -> None:
    source = f"<h1>{SUBJECT}</h1><p>{OPENING}</p><img src=a.jpg><p><i>{line}</i></p><p>Sau đó.</p>"
    photos = importer.read(source.encode(), "trang.html")[0].page.photos
    expected = [(caption, credit)] if caption else []
    assert [(one.caption, one.credit) for one in photos] == expected
