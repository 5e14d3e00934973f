"""Files opened by their content, whatever their names say; one clear sentence for each refusal."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception class

from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types

from bantin.importing.extract.blocks import InputFile, UnreadableError
from bantin.importing.extract.decoding import decode_bytes
from bantin.importing.extract.plain_text import read_plain_text
from bantin.importing.opening.archives import refuse_bomb
from bantin.importing.opening.mail import is_mail, read_mail
from bantin.importing.opening.office import REMARK, to_word
from bantin.importing.opening.opendocument import is_opendocument, read_opendocument
from bantin.importing.opening.pdf import read_pdf
from bantin.importing.opening.rtf import read_rtf
from bantin.importing.web.page import read_webpage
from bantin.importing.word.document import read_word
from bantin.importing.word.package import Package

MAX_BYTES = 50_000_000
MAX_TEXT = 300_000  # characters
KINDS = ".docx, .odt, .rtf, .pdf, .html, .mhtml, .eml, .txt hay .zip"
_DAMAGED = "tệp Word đã hỏng; hãy mở bằng Word, sửa chữa rồi lưu lại"

# Compound File Binary: Word 97-2003, and the envelope of any encrypted Office file.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# First bytes of files that editors pick by mistake or that carry a wrong suffix.
_OTHER_FORMATS = (
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x89PNG", "ảnh PNG"),
    (b"GIF8", "ảnh GIF"),
    (b"RIFF", "ảnh hoặc âm thanh"),
    (b"BM", "ảnh BMP"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
)
# What zipfile and lxml raise on damaged files.
_DAMAGE_ERRORS = (BadZipFile, ZlibError, EOFError, OSError, LxmlError, ValueError, RuntimeError,
           NotImplementedError, KeyError)  # fmt: skip
_FLAT_WORD = re.compile(rb"<(?:pkg:package|w:wordDocument|w:document)[\s>]")
# A tag that a page has near its beginning, even one saved only in part.
_HTML = re.compile(
    r"<\s*(?:!doctype html|html|head|body|div|p|article|table|h[1-6])\b", re.IGNORECASE
)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; one that is too large is refused before it is read.

    Raises:
        UnreadableError: there is no such file, it is too large, or it cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            _refuse_size(size)
        return path.read_bytes()
    except FileNotFoundError:
        _refuse("không có tệp này")
    except PermissionError:
        _refuse("không có quyền đọc tệp này")
    except OSError as error:
        _refuse(f"không đọc được tệp ({error.strerror})")
    raise AssertionError


def extract(data: bytes, name: str) -> InputFile:
    """Return the content of a file.

    Args:
        data: the bytes of the file.
        name: its name, used only to word a refusal.

    Raises:
        UnreadableError: damaged, encrypted, of another format, or too long for an article.
    """
    file = _extract(data, name)
    if sum(len(block.text) for block in file.blocks) > MAX_TEXT:
        _refuse(f"có trên {MAX_TEXT // 1000} nghìn ký tự; mỗi tệp chỉ nên là một bài")
    return file


def _extract(data: bytes, name: str) -> InputFile:
    if len(data) > MAX_BYTES:
        _refuse_size(len(data))
    if not data.strip(b"\0 \t\r\n"):
        _refuse("tệp rỗng, không có chữ nào")
    for magic, read in _READERS.items():
        if data.startswith(magic):
            return read(data)
    for magic, kind in _OTHER_FORMATS:
        # “BM” may also begin a text.
        if data.startswith(magic) and not (magic == b"BM" and data[:200].isascii()):
            _refuse(f"tệp thật ra là {kind}; hãy đưa vào {KINDS}")
    if _FLAT_WORD.search(data[:2000]):
        return _extract_flat_word(data)
    if is_mail(data):
        return _limit_depth(lambda: read_mail(data), "trang web này lồng quá sâu")
    if name.lower().endswith((".docx", ".docm", ".dotx", ".dotm")):
        _refuse("không phải tệp Word, hoặc tệp đã hỏng; hãy mở bằng Word rồi lưu lại thành .docx")
    return _extract_text(data)


def _extract_text(data: bytes) -> InputFile:
    text, is_legacy = decode_bytes(data)
    if not text.strip():
        _refuse("tệp rỗng, không có chữ nào")
    if _HTML.search(text[:20_000]) and "</" in text:
        return _limit_depth(
            lambda: read_webpage(text, is_legacy=is_legacy), "trang web này lồng quá sâu"
        )
    return replace(read_plain_text(text, is_legacy=is_legacy), witness=text)


def _extract_zipped(data: bytes) -> InputFile:
    try:
        with ZipFile(BytesIO(data)) as zipped:
            refuse_bomb(zipped)
            if is_opendocument(zipped):
                return _limit_depth(
                    lambda: read_opendocument(zipped), "tệp OpenDocument này lồng quá sâu"
                )
            for name in zipped.namelist():
                if name.lower().endswith((".xml", ".rels")):
                    zipped.read(name)  # a damaged one raises
            return _read_package(Package.from_zip(zipped))
    except _DAMAGE_ERRORS as error:
        raise UnreadableError(_DAMAGED) from error


def _extract_flat_word(data: bytes) -> InputFile:
    try:
        package = Package.from_flat(data)
    except _DAMAGE_ERRORS as error:
        raise UnreadableError(_DAMAGED) from error
    return _read_package(package)


def _read_package(package: Package) -> InputFile:
    if not package.main:
        _refuse("không phải tệp Word (.docx); có thể là bảng tính, trình chiếu hay tệp nén")
    file = _limit_depth(lambda: read_word(package), "tệp Word này lồng quá sâu")
    if not any(block.text for block in file.blocks):
        _refuse("tệp Word không có chữ nào; nếu là ảnh chụp văn bản thì cần gõ lại")
    return file


def _limit_depth(read: Callable[[], InputFile], message: str) -> InputFile:
    try:
        return read()
    except RecursionError:
        raise UnreadableError(message) from None


def _extract_old_word(data: bytes) -> InputFile:
    if _ENCRYPTED in data:
        _refuse("tệp Word đặt mật khẩu; hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại")
    file = _extract_zipped(to_word(data, ".doc"))
    return replace(file, remarks=(REMARK, *file.remarks))


def _refuse_size(size: int) -> None:
    shown = f"{size / 1_000_000:.0f}"
    _refuse(f"tệp nặng {shown} MB, lớn nhất là {MAX_BYTES // 1_000_000} MB; hãy bớt ảnh")


def _refuse(message: str) -> None:
    raise UnreadableError(message)


# First bytes of a format, and what reads it.
_READERS: dict[bytes, Callable[[bytes], InputFile]] = {
    _OLE: _extract_old_word,
    b"PK": _extract_zipped,
    b"%PDF": read_pdf,
    b"{\\rtf": read_rtf,
}
