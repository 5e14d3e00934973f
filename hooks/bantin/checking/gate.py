"""The gate of ``docs/``: articles, photographs and the pages that ``nav`` names; no other file.

What is not on this list is no part of a site, whatever it is called: it is a problem by its path.
"""

import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from bantin.model import Location, Problem
from bantin.model.sections import Section
from bantin.model.settings import NavPage
from bantin.model.suggestion import suggest
from bantin.pictures.references import SUFFIXES
from bantin.reading.listing import ARTICLE, LINKED, Entry, Kind, has_plain_name, printable
from bantin.vietnamese.slug import slugify

HOME = "index.md"
INDEX = "index"
SETTINGS, NAV = "mkdocs.yml", "nav"
NEWS, PHOTOS = Section.NEWS.address, Section.PHOTOS.address
PAGE = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.md")
# Sections whose every address is made by the portal itself.
GENERATED = {s.folder: s for s in Section if s.owner != "docs" or s is Section.PHOTOS}
IMPORTED = (
    ".doc", ".docm", ".docx", ".eml", ".htm", ".html", ".mht", ".mhtml", ".odt", ".pdf", ".rtf",
    ".txt",
)  # fmt: skip
MARKDOWN = (".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".md.txt", ".txt.md", ".md")

OUT = "hãy chuyển ra ngoài docs hoặc xóa đi"
ODD_NAME = "tên tệp có ký tự không in được hoặc không ở dạng UTF-8; hãy đổi tên"
SPECIAL = f"không phải tệp thường; {OUT}"
UNREADABLE = "không đọc được; hãy xem lại quyền đọc, hoặc chuyển ra ngoài docs"
KINDS = {Kind.LINK: LINKED, Kind.SPECIAL: SPECIAL, Kind.UNREADABLE: UNREADABLE}
OTHER_CASE = "thư mục «{}» phải viết là «{}»"
OTHER_SUFFIX = "tệp này không được đọc, vì tên bài phải kết thúc bằng «.md»; hãy đổi tên thành «{}»"
TO_IMPORT = (
    "tệp này không được đọc; hãy đưa vào bằng lệnh «bantin import», rồi chuyển tệp ra ngoài docs"
)
TO_PHOTOS = "ảnh ở đây không được đọc; hãy chuyển vào docs/anh"
NO_ARTICLE = f"tệp này không phải bài (.md); {OUT}"
NO_PHOTO = f"tệp này không phải ảnh JPEG, PNG hay WebP; {OUT}"
UNNAMED = (
    "trang này không có tên trong «nav» của mkdocs.yml nên không được đăng; nếu là bài thì hãy"
    " chuyển vào docs/tin/<năm>/, nếu là trang viết tay thì thêm dòng «- {}» vào «nav»"
)
UNANNOUNCED = f"tệp này không thuộc bản tin nên không được đăng; {OUT}"

NO_FILE = "không có trang docs/{}{}"
IS_ARTICLE = "«{}» nằm trong docs/tin; bài tự lên trang, không cần nêu trong «nav»"
BAD_NAME = "tên trang «{}» chỉ gồm chữ thường không dấu, số và gạch nối; có phải «{}»?"
TAKEN = "trang «{}» trùng với phần «{}» do phần mềm tự dựng ở /{}/; hãy đặt tên khác"
SHARED = "trang «{}» và trang «{}» có chung một địa chỉ; hãy đổi tên một trang"


def strays(entries: Iterable[Entry], pages: Collection[str], docs: str = "docs") -> list[Problem]:
    """Return a problem for each thing in a listing that has no place in ``docs/``.

    Args:
        entries: everything that is there.
        pages: paths of the pages that ``nav`` names.
        docs: name of the folder.
    """
    named = {HOME, *pages}
    judged = ((entry, _refuse(entry, named)) for entry in entries)
    return [
        Problem(Location(f"{docs}/{printable(entry.path)}"), message)
        for entry, message in judged
        if message
    ]


def named_pages(
    entries: Iterable[Entry], nav: Iterable[NavPage]
) -> tuple[list[str], list[Problem]]:
    """Return the pages that may be published, and what is wrong with the others.

    Args:
        entries: everything in ``docs/``.
        nav: the pages that are named; the home page need not be.
    """
    files = [entry.path for entry in entries if entry.kind is Kind.FILE]
    there = set(files)
    pages, problems = ([HOME] if HOME in there else []), list[Problem]()
    addresses = {"": HOME}
    for page in dict.fromkeys(nav):
        other = addresses.setdefault(_address(page.path), page.path)
        message = _refuse_name(page.path) or (
            "" if page.path in there else _missing(page.path, files)
        )
        if not message and other != page.path:
            message = SHARED.format(page.path, other)
        if message:
            problems.append(Problem(Location(SETTINGS, page.line, page.column), message, NAV))
        elif page.path not in pages:
            pages.append(page.path)
    return pages, problems


def _refuse(entry: Entry, named: Collection[str]) -> str:
    """Return what is wrong with a thing; empty for what has its place."""
    if entry.is_article or (entry.kind is Kind.FILE and entry.is_left_by_system):
        return ""
    if not has_plain_name(entry.path):
        return ODD_NAME
    if message := KINDS.get(entry.kind, ""):
        return message
    return "" if entry.path in named else _refuse_file(entry.path)


def _refuse_file(path: str) -> str:
    if path.startswith(NEWS):
        return _refuse_in_news(path)
    if path.startswith(PHOTOS):
        return "" if path.lower().endswith(SUFFIXES) else NO_PHOTO
    return _refuse_elsewhere(path)


def _refuse_in_news(path: str) -> str:
    lower, name = path.lower(), path.rpartition("/")[2]
    for suffix in MARKDOWN:
        if lower.endswith(suffix):
            return OTHER_SUFFIX.format(f"{name[: -len(suffix)]}{ARTICLE}")
    if lower.endswith(SUFFIXES):
        return TO_PHOTOS
    return TO_IMPORT if lower.endswith(IMPORTED) and not name.startswith("~$") else NO_ARTICLE


def _refuse_elsewhere(path: str) -> str:
    top, slash, _ = path.partition("/")
    right = top.casefold()
    if slash and top != right and f"{right}/" in {NEWS, PHOTOS}:
        return OTHER_CASE.format(top, right)
    return UNNAMED.format(path) if path.lower().endswith(ARTICLE) else UNANNOUNCED


def _refuse_name(path: str) -> str:
    if path.startswith(NEWS):
        return IS_ARTICLE.format(path)
    top = path.removesuffix(ARTICLE).partition("/")[0]
    if section := GENERATED.get(top.casefold()):
        return TAKEN.format(path, section.label, section.folder)
    if not PAGE.fullmatch(path):
        parts = PurePosixPath(path.removesuffix(ARTICLE)).parts
        right = "/".join(filter(None, map(slugify, parts))) or "ten-trang"
        return BAD_NAME.format(path, f"{right}{ARTICLE}")
    return ""


def _missing(path: str, files: Iterable[str]) -> str:
    others = [f for f in files if f.endswith(ARTICLE) and not f.startswith(NEWS)]
    return NO_FILE.format(path, suggest(path, others))


def _address(path: str) -> str:
    """Return the address that the host gives a page."""
    parts = path.removesuffix(ARTICLE).split("/")
    return "/".join(parts[:-1] if parts[-1] == INDEX else parts)
