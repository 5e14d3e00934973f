"""Old addresses of articles: each is an address, and none is that of a page or of a folder."""

import os.path
import re
from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.checking.file_names import MAX_BYTES, name_fault
from bantin.model import Article
from bantin.model.sections import FOLDERS, UNKNOWN_YEAR, Section
from bantin.reading import Content

NEWS = Section.NEWS
# Folders have no dot, so that none can be in the way of a file such as ``feed.xml``.
FOLDER = r"[a-z0-9][a-z0-9_-]*/"
FILE = r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.(?:html|aspx|htm)"
FORM = re.compile(rf"(?:{FOLDER})+|(?:{FOLDER})*{FILE}")
# What the section of the news has besides articles: its lists, and the folders of years.
LISTS = re.compile(rf"{NEWS.folder}/(?:trang-\d+/|\d{{4}}/|{UNKNOWN_YEAR}/)?")
ROOT_PAGES = frozenset({"404.html", "index.html"})
# As people copy an address: with the site in front, or a slash at the start and none at the end.
SITE = re.compile(r"(?:https?://[^/]+)?/*")
NAMED = re.compile(r"[^/]+\.(?:html|aspx|htm)")


def check_old_addresses(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each old address that is none, or that something else has."""
    taken = {article.address: article.path for article in content.articles}
    folders = {folder for address in taken for folder in _folders_above(address)}
    claimed: dict[str, str] = {}
    for article in content.articles:
        for position, alias in enumerate(article.front.aliases):
            message = (
                _refuse_form(alias)
                or _refuse_owned(alias, article, taken, claimed)
                or _refuse_page(content, alias, folders)
            )
            if message:
                yield FieldProblem(content.file_of(article), ("aliases", position), message)
            claimed.setdefault(alias, article.path)


def _folders_above(address: str) -> Iterator[str]:
    """Yield the folders that hold a page: ``tin/`` and ``tin/2024/`` of ``tin/2024/bai/``."""
    parts = address.rstrip("/").split("/")
    return ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))


def _refuse_form(alias: str) -> str:
    if len(alias.encode()) > MAX_BYTES:
        return f"«{alias[:40]}…» dài quá {MAX_BYTES} byte; hãy rút ngắn"
    if not FORM.fullmatch(alias):
        near = _near(alias)
        hint = f"; có phải «{near}»?" if near else ""
        return f"«{alias}» không phải địa chỉ cũ hợp lệ; cần dạng tin/2024/ten-cu/{hint}"
    fault = name_fault(alias.rstrip("/"))
    return f"«{alias}» {fault}" if fault else ""


def _near(alias: str) -> str:
    """Return the address that was meant, or an empty text."""
    path = SITE.sub("", alias, count=1).partition("?")[0].partition("#")[0].lower()
    if path and not path.endswith("/") and not NAMED.fullmatch(path.rpartition("/")[2]):
        path = path.removesuffix(".md") + "/"
    is_right = FORM.fullmatch(path) and path != alias and not name_fault(path.rstrip("/"))
    return path if is_right else ""


def _refuse_owned(
    alias: str, article: Article, taken: dict[str, str], claimed: dict[str, str]
) -> str:
    """Return what is wrong with an old address that an article has or had.

    Args:
        alias: the address.
        article: whose it was.
        taken: the article of each address of today.
        claimed: the article that had each old address, as far as they were checked.
    """
    if alias == article.address:
        return f"«{alias}» là địa chỉ hiện nay của chính bài này, sẽ thành vòng lặp"
    if alias in taken:
        return f"«{alias}» đang là địa chỉ của bài «{taken[alias]}»"
    if claimed.get(alias, article.path) != article.path:
        return f"«{alias}» đã là địa chỉ cũ của bài «{claimed[alias]}»"
    return ""


def _refuse_page(content: Content, alias: str, folders: set[str]) -> str:
    """Return what is wrong with an old address that a page of another kind has now."""
    first, slash, _ = alias.partition("/")
    # The section of the news also holds what its articles were called before.
    is_other = bool(slash) and first in FOLDERS - {NEWS.folder}
    source = f"{content.docs}/{alias.rstrip('/')}"
    # These ask without an exception for whatever name.
    is_page = os.path.isfile(f"{source}.md") or os.path.isdir(source)  # noqa: PTH112, PTH113
    if is_other or is_page or LISTS.fullmatch(alias) or alias in folders or alias in ROOT_PAGES:
        return f"«{alias}» đang là địa chỉ của một trang khác"
    return ""
