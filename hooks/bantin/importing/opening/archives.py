"""Zip files of many documents, and what makes any zip file dangerous."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception class

from bantin.importing.extract.blocks import UnreadableError

MAX_UNPACKED = 300_000_000
MAX_XML = 30_000_000
MAX_RATIO = 200  # of unpacked to packed size
MAX_FILES = 2_000
SUFFIXES = frozenset(
    (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xhtml",
     ".mhtml", ".mht", ".eml", ".txt", ".xml", ".zip")
)  # fmt: skip
_OF_DOCUMENTS = ("[content_types].xml", "mimetype", "word/document.xml", "xl/workbook.xml")
_BOMB = "tệp bung ra lớn bất thường (có thể là tệp phá hoại); không mở"
_DAMAGED = "tệp nén .zip đã hỏng; hãy nén lại"
_PASSWORD = "tệp nén .zip đặt mật khẩu; hãy nén lại không có mật khẩu"  # noqa: S105 - a sentence
_TOO_MANY = f"tệp nén .zip có trên {MAX_FILES} tệp; hãy chia nhỏ"
_NESTED = "tệp nén nằm trong hai lớp tệp nén khác; hãy bung ra rồi đưa vào"
_ERRORS = (BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class Member(NamedTuple):
    """A file in an archive.

    Attributes:
        name: as the editor sees it: “thang-3.zip/bai.docx”.
        data: its bytes.
        problem: why it could not be read, else nothing.
    """

    name: str
    data: bytes = b""
    problem: str = ""


def refuse_bomb(package: ZipFile) -> None:
    """Refuse a “zip bomb”: a small file that unpacks to gigabytes.

    Raises:
        UnreadableError: it is one.
    """
    files = package.infolist()
    unpacked, packed = sum(f.file_size for f in files), sum(f.compress_size for f in files)
    xml = max((f.file_size for f in files if f.filename.endswith((".xml", ".rels"))), default=0)
    is_dense = unpacked > MAX_XML and unpacked > packed * MAX_RATIO
    if unpacked > MAX_UNPACKED or xml > MAX_XML or is_dense:
        raise UnreadableError(_BOMB)


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip file of many files, and no document that is one itself."""
    if not data.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
    except _ERRORS:
        return False
    return bool(names) and not any(name in _OF_DOCUMENTS for name in names)


def members(name: str, data: bytes, *, depth: int = 0) -> Iterator[Member]:
    """Yield the documents in a zip file, those of zip files in it too.

    Raises:
        UnreadableError: it is damaged, has a password, or would fill the memory.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            refuse_bomb(package)
            infos = [info for info in package.infolist() if is_document(info.filename)]
            if len(infos) > MAX_FILES:
                raise UnreadableError(_TOO_MANY)
            if any(info.flag_bits & 1 for info in infos):
                raise UnreadableError(_PASSWORD)
            for info in sorted(infos, key=lambda info: info.filename):
                yield from _member(package, info.filename, f"{name}/{info.filename}", depth)
    except _ERRORS as error:
        raise UnreadableError(_DAMAGED) from error


def _member(package: ZipFile, path: str, name: str, depth: int) -> Iterator[Member]:
    try:
        data = package.read(path)
    except _ERRORS:
        yield Member(name, problem=_DAMAGED)
        return
    if not is_archive(data):
        yield Member(name, data)
    elif depth:
        yield Member(name, problem=_NESTED)
    else:
        try:
            yield from members(name, data, depth=depth + 1)
        except UnreadableError as error:
            yield Member(name, problem=str(error))


def is_document(path: str) -> bool:
    """Whether a path in a folder or archive is of a kind that may be an article.

    Left out are files that programs leave behind, and what a browser saves beside a page.
    """
    parts = PurePosixPath(path.replace("\\", "/")).parts
    is_beside = any(
        part.endswith(("_files", ".files", "_tệp")) or part == "__MACOSX" for part in parts[:-1]
    )
    is_hidden = any(part.startswith((".", "~$")) for part in parts)
    return (
        bool(parts)
        and PurePosixPath(parts[-1]).suffix.lower() in SUFFIXES
        and not (is_beside or is_hidden)
    )
