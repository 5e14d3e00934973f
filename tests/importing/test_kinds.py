"""Kinds of file that offices have, and many of them at once."""

import os
import shutil
import stat
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from tests.importing.damaged import GOOD, OLE, zipped

from bantin.cli.importing import import_files
from bantin.importing.extract.blocks import InputFile, UnreadableError
from bantin.importing.opening.files import extract

TITLE = "Công an huyện Nam Giang tổng kết công tác phối hợp"
TEXT = "Ngày 18/1/2024, Công an huyện tổng kết giai đoạn 2021-2025 với 45 vụ ở 12 xã. " * 4
HTML = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{TEXT}</p>%s</body></html>"
)


def shown(file: InputFile) -> str:
    return "\n".join(block.text for block in file.blocks)


def told(file: InputFile) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in file.dropped]


def picture(side: int = 60) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), "#8aa").save(out, "PNG")
    return out.getvalue()


def mhtml(*, encoding: str, charset: str = "utf-8") -> bytes:
    page = EmailMessage()
    page["Subject"] = TITLE
    page["Snapshot-Content-Location"] = "https://congan.example.vn/tin/1"
    html = HTML % '<img src="https://congan.example.vn/a.png"><img src="cid:b@mhtml">'
    page.set_content(html, subtype="html", charset=charset, cte=encoding)
    page.make_related()
    page.add_related(
        picture(), "image", "png", headers=["Content-Location: https://congan.example.vn/a.png"]
    )
    page.add_related(picture(70), "image", "png", cid="<b@mhtml>")
    return bytes(page)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_saved_as_one_file_is_read(encoding: str) -> None:
    file = extract(mhtml(encoding=encoding), "trang.mhtml")
    assert file.title == TITLE
    assert TEXT.strip() in shown(file)
    assert "=C3" not in shown(file)
    sizes = [len(b.picture.data) > 0 for b in file.blocks if b.picture]
    assert sizes == [True, True]
    assert file.url == "https://congan.example.vn/tin/1"


def letter(**parts: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "van-phong@example.vn"
    mail["Subject"] = TITLE
    mail["MIME-Version"] = "1.0"
    mail.set_content(parts["plain"], charset="utf-8", cte="base64")
    if "html" in parts:
        mail.add_alternative(parts["html"], subtype="html")
    return mail


def test_a_letter_is_read_without_its_header() -> None:
    file = extract(bytes(letter(plain=TEXT)), "thu.eml")
    assert file.title == TITLE
    assert "Content-Type" not in shown(file)
    assert "45 vụ" in shown(file)


def test_of_two_forms_of_a_letter_the_page_is_taken() -> None:
    file = extract(bytes(letter(plain="xem bản HTML", html=HTML % "")), "thu.eml")
    assert TEXT.strip() in shown(file)
    assert "xem bản" not in shown(file)


def test_a_forwarded_letter_and_its_attachment() -> None:
    outer = letter(plain="Chuyển tiếp.")
    outer.add_attachment(letter(plain=TEXT))
    outer.add_attachment(GOOD, "application", "octet-stream", filename="bai.docx")
    file = extract(bytes(outer), "thu.eml")
    assert "45 vụ" in shown(file)
    assert any("«bai.docx»" in remark for remark in file.remarks)


def test_a_wrong_charset_is_overruled() -> None:
    data = bytes(letter(plain=TEXT)).replace(b"utf-8", b"khong-co")
    assert "45 vụ" in shown(extract(data, "thu.eml"))


def test_pasted_text_that_begins_like_a_letter_is_text() -> None:
    file = extract(f"Từ: A\nSubject: x\n\n{TITLE}\n".encode(), "a.txt")
    assert TITLE in shown(file)


RTF = (
    r"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times;}}{\info{\title Ten}}\pard H\u7897?i ngh\u7883?"
    r" {\v mat 7}{\strike 50} 60\par 10{\super 3} kg, 2021\_2025{\footnote Chu thich 9}\par"
    r" an \v nua 8\v0  hien\par\trowd\cellx1\cellx2\intbl Nam\cell Vu\cell\row\trowd\cellx1\cellx2"
    r"\intbl 2023\cell 12\cell\row{\header Dau 3}{\*\annotation loi binh}{\pict\pngblip 8950}"
    r"{\deleted xoa 4}}"
)


def test_rtf_is_read_and_nothing_of_it_lost() -> None:
    file = extract(RTF.encode(), "bai.rtf")
    texts = [block.text for block in file.blocks]
    assert texts[:3] == ["Hội nghị 60", "10³ kg, 2021-2025", "an hien"]
    assert texts[3].startswith("| Nam | Vu |")
    assert file.notes == ("Chu thich 9",)
    assert file.blocks[1].notes == ((17, 0),)
    words = {text for text, _ in told(file)}
    assert words == {"Dau 3", "loi binh", "mat 7", "nua 8", "50", "xoa 4"}
    assert file.remarks


def odt(body: str, styles: str = "", **files: bytes) -> bytes:
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"),
                             ("style", "style"), ("draw", "drawing"))
    )  # fmt: skip
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        for name, data in files.items():
            package.writestr(f"Pictures/{name}.png", data)
    return out.getvalue()


def style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}"><style:text-properties {properties}/></style:style>'


STYLES = (
    style("an", 'text:display="none"')
    + style("gach", 'style:text-line-through-style="solid"')
    + style("mu", 'style:text-position="super 58%"')
    + '<text:list-style style:name="so"><text:list-level-style-number text:level="1" '
    'style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" '
    'style:num-suffix=")" style:num-format="a"/></text:list-style>'
)
ODT = (
    f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>Đạt <text:span text:style-name="gach">'
    '50</text:span>60<text:span text:style-name="an">mật 7</text:span> buổi, 10'
    '<text:span text:style-name="mu">3</text:span> kg<text:s text:c="2"/>theo<text:note><text:note-'
    "citation>1</text:note-citation><text:note-body><text:p>Nghị định 03</text:p></text:note-body>"
    "</text:note><text:tab/>kế hoạch<office:annotation><text:p>xem lại 5</text:p>"
    "</office:annotation>.</text:p>"
    '<text:list text:style-name="so"><text:list-item><text:p>một</text:p><text:list>'
    "<text:list-item><text:p>con</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>hai"
    "</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Địa bàn</text:p></table:table-cell>"
    '<table:table-cell table:number-columns-spanned="2"><text:p>Số vụ</text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>Cộng"
    "</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>21</text:p>"
    "</table:table-cell></table:table-row></table:table>"
    '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>'
)


def test_opendocument_is_read_and_nothing_of_it_lost() -> None:
    file = extract(odt(ODT, STYLES, a=picture()), "bai.odt")
    assert file.blocks[0].kind == "heading"
    assert file.blocks[1].text == "Đạt 60 buổi, 10³ kg theo kế hoạch."
    assert file.blocks[1].notes == ((24, 0),)
    assert file.notes == ("Nghị định 03",)
    items = [(b.marker, b.depth, b.text) for b in file.blocks if b.kind == "item"]
    assert items == [("1.", 0, "một"), ("a)", 1, "con"), ("2.", 0, "hai")]
    table = next(b.text for b in file.blocks if b.kind == "table")
    assert table.split("\n")[::2] == ["| Địa bàn | Số vụ |  |", "| Cộng |  | 21 |"]
    assert [text for text, _ in told(file)] == ["50", "mật 7", "xem lại 5"]
    assert [b.kind for b in file.blocks].count("photo") == 1


def test_an_opendocument_with_a_password_is_refused() -> None:
    out = BytesIO(odt("<text:p>x</text:p>"))
    with ZipFile(out, "a") as package:
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableError, match="mật khẩu"):
        extract(out.getvalue(), "bai.odt")


def pdf(*lines: str) -> bytes:
    text = "BT /F1 12 Tf 14 TL 72 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    fonts = "/Resources<</Font<</F1 5 0 R>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R{fonts}>>",
        f"<</Length {len(text)}>>stream\n{text}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{one}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
    out += f"startxref\n{start}\n%%EOF"
    return out.encode("latin-1")


def test_pdf_with_text_is_read() -> None:
    file = extract(pdf("Hoi nghi tong ket 2021-2025", "Ngay 5/3/2020, Cong an tinh"), "bai.pdf")
    assert "2021-2025" in shown(file)
    assert "Ngay 5/3/2020" in shown(file)
    assert file.remarks


def test_a_scan_is_refused_in_one_sentence() -> None:
    out = BytesIO()
    Image.new("RGB", (200, 200), "#8aa").save(out, "PDF")
    with pytest.raises(UnreadableError, match="bản quét"):
        extract(out.getvalue(), "quet.pdf")


def test_an_old_word_file_is_opened_by_libreoffice_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"\.doc"):
        extract(OLE, "cu.doc")
    (tmp_path / "dich.docx").write_bytes(GOOD)
    program = tmp_path / "soffice"
    copy = f"{shutil.which('cp', path=os.defpath) or '/bin/cp'} {tmp_path}/dich.docx"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n{copy} "$2/bai.docx"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    file = extract(OLE, "cu.doc")
    assert "Hội nghị sơ kết" in shown(file)
    assert file.remarks == ("đã nhờ LibreOffice mở tệp này",)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    return tmp_path


def article(number: int) -> str:
    words = " ".join(f"từ{number}x{n}" for n in range(60))
    return (
        f"Hội nghị giao ban số {number}\nNgày 5/3/2020, Công an tỉnh tổ chức giao ban. {words}.\n"
    )


def run(site: Path, *names: str) -> Result:
    return CliRunner().invoke(import_files, [*names, "--root", str(site)])


def drafts(site: Path) -> int:
    return len(list((site / "docs").rglob("*.md")))


def test_folders_patterns_and_archives_are_opened(site: Path) -> None:
    folder = site / "bai"
    (folder / "con" / "trang_files").mkdir(parents=True)
    (folder / "a.txt").write_text(article(1), encoding="utf-8")
    (folder / "con" / "B.TXT").write_text(article(2), encoding="utf-8")
    (folder / "con" / "trang_files" / "rac.html").write_text(article(8), encoding="utf-8")
    (folder / "~$a.docx").write_bytes(b"x")
    (folder / ".an.txt").write_text(article(9), encoding="utf-8")
    (folder / "anh.jpg").write_bytes(picture())
    inner = zipped(trong_x_txt=article(4).encode())
    (folder / "nen.zip").write_bytes(zipped(sau__ba_x_txt=article(3).encode(), nen_x_zip=inner))
    first = run(site, str(folder))
    assert first.exit_code == 0, first.output
    assert "Xong 4 tệp: 4 bài nháp mới" in first.output
    assert drafts(site) == 4
    again = run(site, str(folder))
    assert "0 bài nháp mới, 4 bài đã có" in again.output
    assert drafts(site) == 4


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.txt", "[ab].txt"])
def test_patterns_are_expanded_here(
    site: Path, pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in enumerate("ab"):
        (site / f"{name}.txt").write_text(article(number), encoding="utf-8")
    monkeypatch.chdir(site)
    assert "2 bài nháp mới" in run(site, pattern).output
    assert run(site, "*.khong").exit_code == 1
    assert "không có tệp nào khớp mẫu này" in run(site, "*.khong").output


def test_a_name_with_brackets_is_that_file(site: Path) -> None:
    (site / "bai [1].txt").write_text(article(1), encoding="utf-8")
    assert "1 bài nháp mới" in run(site, str(site / "bai [1].txt")).output


def test_one_bad_file_among_many(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        (site / f"b{number:02}.txt").write_text(article(number), encoding="utf-8")
    (site / "b07.txt").write_bytes(bytes(range(256)) * 4)
    monkeypatch.chdir(site)
    result = run(site, "*.txt")
    assert result.exit_code == 1
    assert "[8/20] b07.txt: tệp không phải văn bản" in result.output
    assert "19 bài nháp mới, 0 bài đã có, 1 tệp không đưa vào được" in result.output


def test_a_fault_of_ours_does_not_end_the_others(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        (site / f"{number}.txt").write_text(article(number), encoding="utf-8")
    real = extract

    def broken(data: bytes, name: str) -> InputFile:
        if name.endswith("0.txt"):
            raise ZeroDivisionError
        return real(data, name)

    monkeypatch.setattr("bantin.importing.drafting.importer.extract", broken)
    result = run(site, str(site / "0.txt"), str(site / "1.txt"))
    assert result.exit_code == 1
    assert "phần mềm gặp lỗi với tệp này (ZeroDivisionError)" in result.output
    assert drafts(site) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bom.zip", zipped(a_x_txt=b" " * 60_000_000), "lớn bất thường"),
        ("hong.zip", zipped(a_x_txt=b"abc" * 50)[:-30], "hỏng"),
        ("rong.zip", zipped(a_x_jpg=b"x"), "không có tệp nào nhận được"),
        ("ba.zip", zipped(a_x_zip=zipped(b_x_zip=zipped(c_x_txt=b"x"))), "hai lớp"),
        ("bom2.zip", zipped(a_x_zip=zipped(a_x_txt=b" " * 60_000_000)), "lớn bất thường"),
    ],
)
def test_archives_that_cannot_be_opened(site: Path, name: str, data: bytes, said: str) -> None:
    (site / name).write_bytes(data)
    result = run(site, str(site / name))
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output
    assert drafts(site) == 0


def test_two_hundred_mixed_files_in_one_command(site: Path) -> None:
    folder = site / "nhieu"
    folder.mkdir()
    for number in range(40):
        text = article(number)
        title, body = text.split("\n", 1)
        made = {
            "txt": text.encode(),
            "html": f"<html><h1>{title} a</h1><p>{body.replace('từ', 'hát')}</p></html>".encode(),
            "rtf": (
                r"{\rtf1 " + (title + " rtf\\par " + body).encode("ascii", "replace").decode() + "}"
            ).encode(),
            "odt": odt(f"<text:p>{title} odt</text:p><text:p>{body.replace('từ', 'odt')}</text:p>"),
            "eml": bytes(letter(plain=text.replace("từ", "thư"))),
        }
        for kind, data in made.items():
            (folder / f"bai{number}.{kind}").write_bytes(data)
    (folder / "bai0.txt").write_bytes(bytes(range(256)) * 4)
    first = run(site, str(folder))
    assert first.exit_code == 1
    assert "Xong 200 tệp: 199 bài nháp mới, 0 bài đã có, 1 tệp không đưa vào được." in first.output
    again = run(site, str(folder))
    assert "Xong 200 tệp: 0 bài nháp mới, 199 bài đã có, 1 tệp" in again.output
    assert drafts(site) == 199
