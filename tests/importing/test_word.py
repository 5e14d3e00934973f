"""Word files: every kind of text is kept as it reads, or dropped and told."""

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.importing.word_files import (
    NAMESPACES,
    cell,
    notes,
    numbered,
    paragraph,
    reference,
    run,
    table,
    word_file,
)

from bantin.importing.cleaning.boilerplate import remove_boilerplate
from bantin.importing.cleaning.segmentation import segment
from bantin.importing.extract.blocks import InputFile
from bantin.importing.opening.files import extract

INK = "Hội nghị tổng kết năm 2023"


def read(*body: str, **options: object) -> InputFile:
    return extract(word_file("".join(body), **options), "bai.docx")  # type: ignore[arg-type]


def texts(*body: str, **options: object) -> list[str]:
    return [block.text for block in read(*body, **options).blocks]


def dropped(file: InputFile) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in file.dropped]


def field(code: str, result: str = "") -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    shown = separate + run(result) if result else ""
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{end}"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<w:r><w:t>01</w:t><w:noBreakHyphen/><w:t>KH/UBND</w:t></w:r>", "01-KH/UBND"),
        ("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>", "2021-2025"),
        ("<w:r><w:t>phối</w:t><w:softHyphen/><w:t>hợp</w:t></w:r>", "phốihợp"),
        (run("phối\u00adhợp"), "phốihợp"),
        (run("37") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + run("C"), "37°C"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>' + run("5%"), "±5%"),
        (run("&#xF0B3;", '<w:rFonts w:ascii="Symbol"/>') + run(" 12"), "≥ 12"),
        (run("Xã") + "<w:r><w:tab/></w:r>" + run("12"), "Xã 12"),
        ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", "a b"),
        (run("10") + run("3", '<w:vertAlign w:val="superscript"/>') + run(" kg"), "10³ kg"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (run("x") + run("n+a", '<w:vertAlign w:val="superscript"/>'), "x^(n+a)"),
        ("<w:hyperlink>" + run("liên kết") + "</w:hyperlink>", "liên kết"),
        ("<w:smartTag>" + run("La Dêê") + "</w:smartTag>", "La Dêê"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("ô chọn") + "</w:sdtContent></w:sdt>", "ô chọn"),
        ("<w:chuaBiet>giữ 7</w:chuaBiet>", "giữ 7"),
        ("<w:r><w:chuaBiet>giữ 8</w:chuaBiet></w:r>", "giữ 8"),
        (
            "<w:ruby><w:rt>" + run("đọc") + "</w:rt><w:rubyBase>" + run("chữ")
            + "</w:rubyBase></w:ruby>",
            "chữ (đọc)",
        ),
        (field("PAGE", "12"), "12"),
        (field(' SYMBOL 176 \\f "Symbol"'), "°"),
        (field(r" EQ \f(1;2)"), "(1;2)"),
        (field("MACROBUTTON Không Bấm vào đây"), "Bấm vào đây"),
        ('<w:fldSimple w:instr="DATE">' + run("5/3") + "</w:fldSimple>", "5/3"),
        (
            "<mc:AlternateContent><mc:Choice>" + run("mới") + "</mc:Choice><mc:Fallback>"
            + run("mới") + "</mc:Fallback></mc:AlternateContent>",
            "mới",
        ),
        (
            "<mc:AlternateContent><mc:Choice/><mc:Fallback>" + run("chỉ ở bản cũ")
            + "</mc:Fallback></mc:AlternateContent>",
            "chỉ ở bản cũ",
        ),
        (
            "<w:ins>" + run("60") + '</w:ins><w:moveTo w:id="1">' + run(" buổi") + "</w:moveTo>",
            "60 buổi",
        ),
    ],
)  # fmt: skip
def test_text_is_read_as_it_is_printed(content: str, shown: str) -> None:
    (text,) = texts(paragraph(content))
    assert text == shown


MATHS = {
    "<m:f><m:num>98,5</m:num><m:den>100</m:den></m:f>": "(98,5)/100",
    "<m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup>": "x²",
    "<m:sSub><m:e>H</m:e><m:sub>2</m:sub></m:sSub>": "H₂",
    "<m:rad><m:deg/><m:e>16</m:e></m:rad>": "√(16)",
    "<m:d><m:e>a+b</m:e></m:d>": "(a+b)",
    "98,5%": "98,5%",
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>i=1</m:sub><m:sup>9</m:sup>'
    "<m:e>k</m:e></m:nary>": "∑_(i=1)⁹ k",
    "<m:chuaBiet>75</m:chuaBiet>": "75",
}


@pytest.mark.parametrize("maths", MATHS)
def test_equations_are_text(maths: str) -> None:
    runs = re.sub(r"(?<=>)([^<]+)(?=<)|^([^<]+)$", r"<m:r><m:t>\1\2</m:t></m:r>", maths)
    (text,) = texts(paragraph(run("Tỷ lệ đạt ") + f"<m:oMath>{runs}</m:oMath>"))
    assert text == f"Tỷ lệ đạt {MATHS[maths]}"


WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("content", "text", "reason"),
    [
        (run("Ghi chú nội bộ 7", "<w:vanish/>"), "Ghi chú nội bộ 7", "chữ ẩn"),
        (run("mật", '<w:rStyle w:val="an"/>'), "mật", "chữ ẩn"),
        (run("mật", '<w:rStyle w:val="an2"/>'), "mật", "chữ ẩn"),
        (run("mật", "<w:specVanish/>"), "mật", "chữ ẩn"),
        (run("mật", "<w:webHidden/>"), "mật", "chữ ẩn"),
        (run("mật", WHITE), "mật", "chữ trắng"),
        (run("mật", '<w:color w:val="auto" w:themeColor="background1"/>'), "mật", "chữ trắng"),
        (run("mật", '<w:sz w:val="2"/>'), "mật", "chữ trắng"),
        (run("50", "<w:strike/>"), "50", "chữ gạch ngang"),
        (run("50", "<w:dstrike/>"), "50", "chữ gạch ngang"),
        ("<w:del><w:r><w:delText>50</w:delText></w:r></w:del>", "50", "chữ đã xóa"),
        ("<w:moveFrom>" + run("50") + "</w:moveFrom>", "50", "chữ đã xóa"),
        ('<w:r><w:pict><v:textpath string="BẢN NHÁP"/></w:pict></w:r>', "BẢN NHÁP", "chữ nghệ"),
        ('<w:r><w:sym w:font="Webdings" w:char="F044"/></w:r>', "F044 Webdings", "ký hiệu"),
    ],
)
def test_what_no_reader_sees_is_dropped_and_told(content: str, text: str, reason: str) -> None:
    file = read(paragraph(run(INK), content))
    assert [block.text.rstrip("\ufffd") for block in file.blocks] == [INK]
    ((shown, why),) = dropped(file)
    assert shown == text
    assert why.startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        run("thấy", "<w:vanish w:val='0'/>"),
        run("thấy", '<w:rStyle w:val="an"/><w:vanish w:val="false"/>'),
        run("thấy", WHITE + '<w:shd w:val="clear" w:fill="C00000"/>'),
        run("thấy", WHITE + '<w:highlight w:val="red"/>'),
        run("thấy", '<w:color w:val="FF0000"/>'),
        run("thấy", "<w:strike w:val='false'/>"),
    ],
)
def test_what_a_reader_sees_is_kept(content: str) -> None:
    file = read(paragraph(content))
    assert [block.text for block in file.blocks] == ["thấy"]
    assert file.dropped == ()


def test_white_text_in_a_coloured_cell_is_kept() -> None:
    shade = '<w:shd w:val="clear" w:fill="1F3864"/>'
    head = cell(paragraph(run("Năm", WHITE)), properties=shade) + cell("Số", properties=shade)
    file = read(table(head, cell("2023") + cell("12")))
    assert "Năm" in file.blocks[0].text
    assert file.dropped == ()


def test_footnotes_and_endnotes_are_led_to_from_their_place() -> None:
    file = read(
        paragraph(run("Theo Nghị định"), reference("footnote", "2"), run(" và kế hoạch"),
                  reference("endnote", "1"), run(".")),
        parts={
            "footnotes": notes("footnote", n2=" Số 03/2019/NĐ-CP", n3=" Mồ côi 77"),
            "endnotes": notes("endnote", n1="Kế hoạch 01"),
        },
    )  # fmt: skip
    assert file.blocks[0].text == "Theo Nghị định và kế hoạch."
    assert file.blocks[0].notes == ((14, 0), (26, 1))
    assert file.notes == ("Số 03/2019/NĐ-CP", "Kế hoạch 01")
    assert dropped(file) == [("Mồ côi 77", "chú thích không chỗ nào dẫn tới")]


def test_comments_headers_and_footers_are_told() -> None:
    file = read(
        paragraph(run(INK)),
        parts={
            kind: f"<w:x {{ns}}>{paragraph(run(text))}</w:x>"
            for kind, text in (("comments", "Xem lại 45"), ("header", "Mật"), ("footer", "Trang 3"))
        },
    )
    assert [text for text, _ in dropped(file)] == ["Xem lại 45", "Mật", "Trang 3"]


def test_lists_have_the_numbers_that_word_shows() -> None:
    file = read(
        numbered("một", 1), numbered("a", 1, 1), numbered("b", 1, 1), numbered("hai", 1),
        numbered("sâu", 1, 2), numbered("chấm", 2), numbered("bốn", 3), numbered("lại", 4),
        paragraph(run("theo kiểu"), properties='<w:pStyle w:val="ds"/>'),
    )  # fmt: skip
    shown = [(block.kind, block.marker, block.depth) for block in file.blocks]
    markers = ["1.", "a)", "b)", "2.", "2.1.", "-", "IV.", "1.", "2."]
    depths = [0, 1, 1, 0, 2, 0, 0, 0, 0]
    assert shown == [("item", *pair) for pair in zip(markers, depths, strict=True)]


def test_the_number_of_a_heading_is_part_of_it() -> None:
    place = '<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    assert texts(paragraph(run("Kết quả đạt được"), properties=place)) == ["IV. Kết quả đạt được"]


@pytest.mark.parametrize("bullet", ["·", "o", "§", "Ø", "ü", "&#xF0B7;", "&#xF0A7;", "•", "➢", "-"])
def test_typed_bullets_are_items(bullet: str) -> None:
    (block,) = read(paragraph(run(f"{bullet}\u00a0\u00a0 Tuyên truyền"))).blocks
    assert (block.kind, block.text) == ("item", "Tuyên truyền")


def rows(*body: str) -> list[list[str]]:
    lines = next(b for b in read(*body).blocks if b.kind == "table").text.split("\n")
    return [
        [c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in lines
        if "---" not in line
    ]


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def test_figures_stand_under_their_headings() -> None:
    assert rows(
        table(
            cell("Địa bàn", properties='<w:vMerge w:val="restart"/>')
            + cell("Số vụ", properties=span(2)),
            cell(paragraph(), properties="<w:vMerge/>") + cell("2022") + cell("2023"),
            cell("La Dêê") + cell("12") + cell("9"),
            cell("Cộng", properties=span(2)) + cell("21"),
        )
    ) == [
        ["Địa bàn", "Số vụ", ""],
        ["", "2022", "2023"],
        ["La Dêê", "12", "9"],
        ["Cộng", "", "21"],
    ]


def test_a_table_in_a_cell_is_read_once() -> None:
    inner = table(cell("x1") + cell("x2"), cell("y1") + cell("y2"))
    assert rows(table(cell("A") + cell("B"), cell("1") + cell("2", inner))) == [
        ["A", "B"],
        ["1", r"2 x1 \| x2; y1 \| y2"],
    ]


def test_the_title_of_a_table_stands_above_it() -> None:
    file = read(
        table(
            cell("Biểu 1: Số vụ", properties=span(2)),
            cell("Năm") + cell("Số"),
            cell("2023") + cell("12"),
        )
    )
    assert [(b.kind, b.style) for b in file.blocks] == [("text", "label"), ("table", "")]
    assert file.blocks[1].text.startswith("| Năm | Số |")


def test_the_caption_of_a_table_is_no_photograph() -> None:
    file = read(
        paragraph(run("Bảng 1. Số vụ"), properties='<w:pStyle w:val="cap"/>'),
        table(cell("Năm") + cell("Số"), cell("2023") + cell("12")),
    )
    assert file.blocks[0].style == "label"


def test_rows_that_were_deleted_are_told() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('2021')}{cell('8')}</w:tr>"
    body = table(cell("Năm") + cell("Số"), cell("2023") + cell("12")).replace(
        "</w:tbl>", f"{gone}</w:tbl>"
    )
    file = read(body)
    assert "2021" not in file.blocks[0].text
    assert dropped(file)[0][0] == "2021 8"


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    assert texts(
        paragraph(run("Số liệu "), properties="<w:rPr><w:del/></w:rPr>"), paragraph(run("cuối kỳ"))
    ) == ["Số liệu cuối kỳ"]


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 60), "#8aa").save(out, "PNG")
    return out.getvalue()


def picture(id_: str) -> str:
    return f'<w:r><w:drawing><a:blip r:embed="{id_}"/></w:drawing></w:r>'


IMAGE = '<Relationship Id="{}" Type="http://x/image" Target="{}"/>'


def test_a_broken_relation_costs_only_its_picture() -> None:
    file = read(
        paragraph(picture("r1")), paragraph(run(INK)), paragraph(picture("r2")),
        paragraph(picture("r3")),
        relations=IMAGE.format("r1", "media/khong-co.png") + IMAGE.format("r2", "media/anh.lạ")
        + '<Relationship Id="r9" Type="http://x/hyperlink" Target="#_top"/>',
        files={"media/anh.lạ": png()},
    )  # fmt: skip
    assert [b.kind for b in file.blocks] == ["text", "photo"]
    assert [remark[:9] for remark in file.remarks] == ["ảnh thứ 1", "ảnh thứ 3"]


FORMS = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    "data",
    [
        word_file(paragraph(run(INK)), main="word/document2.xml"),
        word_file(paragraph(run(INK)), main="vanban/noi-dung.xml"),
        word_file(paragraph(run(INK)), kind=FORMS),
        word_file(paragraph(run(INK)), kind=MACROS),
        word_file(paragraph(run(INK)), kind=MACROS.replace("document", "template")),
    ],
)
def test_every_form_of_word_file_is_taken(data: bytes) -> None:
    assert [block.text for block in extract(data, "bai.docx").blocks] == [INK]


def test_the_strict_form_is_taken() -> None:
    data = word_file(
        paragraph(run(INK)) + paragraph(picture("r1")),
        is_strict=True,
        relations=IMAGE.format("r1", "media/a.png"),
        files={"media/a.png": png()},
    )
    assert [block.kind for block in extract(data, "bai.docx").blocks] == ["text", "photo"]


def test_a_heading_of_a_section_is_not_taken_for_the_title() -> None:
    lines = [INK, "Ngày 18/1/2024, Công an huyện tổ chức hội nghị.", "Kết quả đạt được", "Tốt."]
    heading = paragraph(run(lines[2]), properties='<w:pStyle w:val="h1"/>')
    body = [paragraph(run(lines[0])), paragraph(run(lines[1])), heading, paragraph(run(lines[3]))]
    file = read(*body)
    page = segment(file, remove_boilerplate(file))
    assert page.title.value == INK
    assert page.dropped == ()


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData>'
    '</pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
    f"<w:document {NAMESPACES}><w:body>{paragraph(run(INK))}</w:body></w:document>"
    "</pkg:xmlData></pkg:part></pkg:package>"
)
WORD_2003 = (
    '<?xml version="1.0"?><w:wordDocument '
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    f"{paragraph(run(INK))}</w:body></w:wordDocument>"
)


@pytest.mark.parametrize("text", [FLAT, WORD_2003])
def test_word_saved_as_one_xml_is_taken(text: str) -> None:
    assert [block.text for block in extract(text.encode(), "bai.xml").blocks] == [INK]


# Ways to write a word: what is kept, and what is dropped.
KEPT = [
    "{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:fldSimple>{}</w:fldSimple>",
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    "<w:ruby><w:rt>{}</w:rt><w:rubyBase/></w:ruby>", "<w:chuaBiet>{}</w:chuaBiet>",
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>",
    "<w:bdo>{}</w:bdo>", "<w:customXml>{}</w:customXml>",
]  # fmt: skip
LOST = ["<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"]
HIDING = ["<w:vanish/>", "<w:strike/>", '<w:rStyle w:val="an2"/>', WHITE]


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, set[str], set[str]]:
    """Return a body, the words that a reader sees in it, and the others; each is there once."""
    kept: set[str] = set()
    lost: set[str] = set()

    def word() -> str:
        return f"{draw(st.sampled_from(['chữ', '20', 'Đ']))}{len(kept) + len(lost):04}"

    def piece() -> str:
        text = word()
        kind = draw(st.integers(0, 9))
        if kind == 0:
            lost.add(text)
            return draw(st.sampled_from(LOST)).format(run(text))
        if kind == 1:
            lost.add(text)
            return run(text, draw(st.sampled_from(HIDING)))
        kept.add(text)
        if kind == 2:
            return (
                f"<m:oMath><m:f><m:num><m:r><m:t>{text}</m:t></m:r></m:num><m:den/></m:f></m:oMath>"
            )
        return draw(st.sampled_from(KEPT)).format(run(text))

    def line() -> str:
        place = draw(st.sampled_from(["", '<w:pStyle w:val="ds"/>', '<w:pStyle w:val="h1"/>']))
        pieces = [piece() for _ in range(draw(st.integers(1, 4)))]
        return paragraph(run(" ").join(pieces), properties=place)

    def inner(depth: int) -> str:
        return grid(depth + 1) if depth < 2 and draw(st.integers(0, 5)) == 0 else ""

    def grid(depth: int) -> str:
        columns = draw(st.integers(1, 3))
        made = []
        for _ in range(draw(st.integers(1, 3))):
            spans = draw(
                st.sampled_from(["", span(2), '<w:vMerge w:val="restart"/>', "<w:vMerge/>"])
            )
            made.append(
                "".join(cell(line() + inner(depth), properties=spans) for _ in range(columns))
            )
        return table(*made)

    parts = [
        grid(0) if draw(st.integers(0, 3)) == 0 else line() for _ in range(draw(st.integers(1, 5)))
    ]
    return "".join(parts), kept, lost


@given(bodies())
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_or_comes_back(made: tuple[str, set[str], set[str]]) -> None:
    body, kept, lost = made
    file = extract(word_file(paragraph(run(INK)) + body), "bai.docx")
    shown = " ".join(block.text for block in file.blocks)
    told = " ".join(one.text for one in file.dropped)
    for text in kept:
        assert len(re.findall(rf"(?<!\w){text}(?!\w)", shown)) == 1, (text, shown)
    for text in lost:
        assert text not in shown
        assert text in told
    assert all(text in file.witness for text in kept | lost)
