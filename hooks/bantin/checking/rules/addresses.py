"""File names, folders and old addresses: each page has one place, and no two share it."""

import re
from collections import Counter
from collections.abc import Iterator

from bantin.catalog.folder import folder_of
from bantin.checking.fault import Fault
from bantin.model import Article
from bantin.model.fields import SLUG
from bantin.model.sections import FOLDERS, Section
from bantin.reading import Content
from bantin.vietnamese.slug import slugify

NEWS = Section.NEWS
ALIAS = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)+|[a-z0-9][a-z0-9._/-]*\.(?:html|aspx|htm)")


def check_names(content: Content) -> Iterator[Fault]:
    """Yield faults of names and folders."""
    docs = content.docs.name
    for article in content.articles:
        yield from _name(f"{docs}/{article.path}", article)


def check_addresses(content: Content) -> Iterator[Fault]:
    """Yield faults of names that several articles share, and of aliases."""
    taken = {article.address: article.path for article in content.articles}
    slugs = Counter(article.slug for article in content.articles)
    shared = {slug for slug, count in slugs.items() if count > 1}
    claimed: dict[str, str] = {}
    docs = content.docs.name
    for article in content.articles:
        path = f"{docs}/{article.path}"
        if shared and article.slug in shared:
            others = [a.path for a in content.articles if a.slug == article.slug and a != article]
            yield Fault(path, (), f"tên tệp trùng với «{others[0]}»; hãy đổi một trong hai")
        for position, alias in enumerate(article.front.aliases):
            field = ("aliases", position)
            if message := _alias(alias, article, taken, claimed) or _page(content, alias):
                yield Fault(path, field, message)
            claimed.setdefault(alias, article.path)


def _name(path: str, article: Article) -> Iterator[Fault]:
    if not SLUG.fullmatch(article.slug):
        right = slugify(article.slug) or slugify(article.front.title)
        yield Fault(
            path, (), f"tên tệp chỉ gồm chữ không dấu, số và gạch nối; có phải «{right}.md»?"
        )
    expected = folder_of(article.front)
    if article.path.rpartition("/")[0] != f"{NEWS.address}{expected}":
        yield Fault(
            path, (), f"bài phải nằm trong thư mục {NEWS.address}{expected}/, theo năm của hội nghị"
        )


def _page(content: Content, alias: str) -> str:
    """Refuse an old address that a page of another kind has now."""
    first, slash, rest = alias.partition("/")
    # The section of the news also holds what its articles were called before.
    is_list = first == NEWS.folder and (not rest or rest.startswith("trang-"))
    is_other = bool(slash) and first in FOLDERS - {NEWS.folder}
    pages = (f"{alias.rstrip('/')}.md", f"{alias}index.md")
    is_page = any((content.docs / page).is_file() for page in pages)
    is_page = is_page or alias in {"404.html", "index.html"}
    if is_list or is_other or is_page:
        return f"«{alias}» đang là địa chỉ của một trang khác"
    return ""


def _alias(alias: str, article: Article, taken: dict[str, str], claimed: dict[str, str]) -> str:
    if not ALIAS.fullmatch(alias) or ".." in alias:
        return f"«{alias}» không phải địa chỉ cũ hợp lệ; cần dạng tin/2024/ten-cu/"
    if alias == article.address:
        return f"«{alias}» là địa chỉ hiện nay của chính bài này, sẽ thành vòng lặp"
    if alias in taken:
        return f"«{alias}» đang là địa chỉ của bài «{taken[alias]}»"
    if claimed.get(alias, article.path) != article.path:
        return f"«{alias}» đã là địa chỉ cũ của bài «{claimed[alias]}»"
    return ""
