"""Files opened by their content, whatever their names say; one clear sentence for each refusal."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception class

from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types

from bantin.importing.extract.blocks import InputFile, UnreadableError
from bantin.importing.extract.decoding import decode_bytes
from bantin.importing.extract.plain_text import read_plain_text
from bantin.importing.web.page import read_webpage
from bantin.importing.word.document import read_word
from bantin.importing.word.package import Package

MAX_BYTES = 50_000_000
MAX_UNPACKED = 300_000_000
MAX_XML = 30_000_000
MAX_RATIO = 200  # of unpacked to packed size
MAX_TEXT = 300_000  # characters
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
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
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
        if path.is_dir():
            _refuse("là thư mục, không phải tệp; hãy nêu từng tệp")
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
    if data.startswith(_OLE):
        _refuse_ole(data)
    if data.startswith(b"PK"):
        return _extract_word(data)
    for magic, kind in _OTHER_FORMATS:
        # “BM” may also begin a text.
        if data.startswith(magic) and not (magic == b"BM" and data[:200].isascii()):
            _refuse(f"tệp thật ra là {kind}; chỉ nhận .docx, .html, .txt")
    if _FLAT_WORD.search(data[:2000]):
        return _extract_flat_word(data)
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
    return read_plain_text(text, is_legacy=is_legacy)


def _extract_word(data: bytes) -> InputFile:
    try:
        with ZipFile(BytesIO(data)) as zipped:
            _refuse_bomb(zipped)
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


def _refuse_bomb(package: ZipFile) -> None:
    """Refuse a “zip bomb”: a small file that unpacks to gigabytes."""
    files = package.infolist()
    unpacked, packed = sum(f.file_size for f in files), sum(f.compress_size for f in files)
    xml = max((f.file_size for f in files if f.filename.endswith((".xml", ".rels"))), default=0)
    is_dense = unpacked > MAX_XML and unpacked > packed * MAX_RATIO
    if unpacked > MAX_UNPACKED or xml > MAX_XML or is_dense:
        _refuse("tệp bung ra lớn bất thường (có thể là tệp phá hoại); không mở")


def _refuse_ole(data: bytes) -> None:
    if _ENCRYPTED in data:
        _refuse("tệp Word đặt mật khẩu; hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại")
    _refuse("tệp Word đời cũ (.doc); hãy mở bằng Word rồi lưu thành .docx")


def _refuse_size(size: int) -> None:
    shown = f"{size / 1_000_000:.0f}"
    _refuse(f"tệp nặng {shown} MB, lớn nhất là {MAX_BYTES // 1_000_000} MB; hãy bớt ảnh")


def _refuse(message: str) -> None:
    raise UnreadableError(message)
