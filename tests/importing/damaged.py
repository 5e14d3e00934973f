"""Files that cannot be imported, or only with care."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.importing.layouts import picture

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def word(*lines: str) -> bytes:
    """Return a Word file with some paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    """Return a zip archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/").replace("_x_", "."), data)
    return out.getvalue()


INSERTED = '<w:ins {ns} w:id="{n}" w:author="a"><w:r><w:t>giữ{n} </w:t></w:r></w:ins>'
DELETED = '<w:del {ns} w:id="{n}" w:author="a"><w:r><w:delText>bỏ{n}</w:delText></w:r></w:del>'
BOX = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def tracked(count: int) -> bytes:
    """Return a Word file with tracked changes and a text box."""
    document = Document()
    document.add_paragraph("Hội nghị tổng kết chương trình phối hợp")
    element = document.add_paragraph("Ngày 5/3/2020, ")._p  # noqa: SLF001 - no public way to its XML
    for number in range(count):
        change = INSERTED if number % 2 else DELETED
        element.append(parse_xml(change.format(ns=nsdecls("w"), n=number)))
    element.append(parse_xml(BOX.format(ns=nsdecls("w"))))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


GOOD = word("Hội nghị sơ kết", "Ngày 5/3/2020, Công an tỉnh Gia Lai tổ chức hội nghị sơ kết.")

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("rong.docx", b"", "tệp rỗng"),
    "blank text": ("trang.txt", b" \r\n\t\n", "tệp rỗng"),
    "cut off": ("hong.docx", GOOD[: len(GOOD) // 2], "đã hỏng"),
    "broken inside": ("hong.docx", GOOD[:900] + b"\0" * 200 + GOOD[1100:], "đã hỏng"),
    "no zip": ("gia.docx", "không phải Word".encode(), "không phải tệp Word"),
    "picture": ("anh.docx", picture(), "ảnh JPEG"),
    "password": ("mat-khau.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "old Word": ("cu.doc", OLE, ".doc"),
    "PDF": ("van-ban.pdf", b"%PDF-1.7 ...", "PDF"),
    "spreadsheet": ("bang.docx", zipped(xl__workbook_x_xml=b"<a/>"), "không phải tệp Word"),
    "bomb": ("bom.docx", zipped(word__document_x_xml=b"<w>" + b" " * 60_000_000), "lớn bất thường"),
    "no text": ("anh.docx", word(""), "không có chữ nào"),
    "broken XML": (
        "hong.docx",
        zipped(word__document_x_xml=b"<w:document><unclosed>", x5bContent_Types_x_xml=b"<a/>"),
        "đã hỏng",
    ),
    "endless nesting": (
        "sau.html",
        b"<html><body>" + b"<div>" * 40_000 + b"</div>",
        "lồng quá sâu",
    ),
    "binary": ("la.txt", bytes(range(256)) * 4, "không phải văn bản"),
}
