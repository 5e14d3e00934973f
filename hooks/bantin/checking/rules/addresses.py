"""File names, folders, old addresses and people: every page has one address, shared by none."""

import re
from collections import Counter
from collections.abc import Iterator

from bantin.catalog.articles import folder_of
from bantin.catalog.people import person_id
from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, Person
from bantin.model.fields import SLUG
from bantin.model.sections import FOLDERS, Section
from bantin.reading import Content
from bantin.vietnamese.slug import slugify
from bantin.vietnamese.tone import place_tones

NEWS = Section.NEWS
ALIAS = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)+|[a-z0-9][a-z0-9._/-]*\.(?:html|aspx|htm)")


def check_names(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of the name and the folder of each article."""
    for article in content.articles:
        yield from _check_name(content.file_of(article), article)


def check_addresses(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of names that several articles share, and of old addresses."""
    taken = {article.address: article.path for article in content.articles}
    slugs = Counter(article.slug for article in content.articles)
    shared = {slug for slug, count in slugs.items() if count > 1}
    claimed: dict[str, str] = {}
    for article in content.articles:
        path = content.file_of(article)
        if shared and article.slug in shared:
            others = [a.path for a in content.articles if a.slug == article.slug and a != article]
            yield FieldProblem(path, (), f"tên tệp trùng với «{others[0]}»; hãy đổi một trong hai")
        for position, alias in enumerate(article.front.aliases):
            field = ("aliases", position)
            if message := _refuse_alias(alias, article, taken, claimed) or _refuse_page(
                content, alias
            ):
                yield FieldProblem(path, field, message)
            claimed.setdefault(alias, article.path)


def _check_name(path: str, article: Article) -> Iterator[FieldProblem]:
    if not SLUG.fullmatch(article.slug):
        right = slugify(article.slug) or slugify(article.front.title)
        yield FieldProblem(
            path, (), f"tên tệp chỉ gồm chữ không dấu, số và gạch nối; có phải «{right}.md»?"
        )
    expected = folder_of(article.front)
    if article.path.rpartition("/")[0] != f"{NEWS.address}{expected}":
        yield FieldProblem(
            path, (), f"bài phải nằm trong thư mục {NEWS.address}{expected}/, theo năm của hội nghị"
        )


def _refuse_page(content: Content, alias: str) -> str:
    """Return what is wrong with an old address that a page of another kind has now."""
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


def _refuse_alias(
    alias: str, article: Article, taken: dict[str, str], claimed: dict[str, str]
) -> str:
    """Return what is wrong with an old address.

    Args:
        alias: the address.
        article: whose it was.
        taken: the article of each address of today.
        claimed: the article that had each old address, as far as they were checked.
    """
    if not ALIAS.fullmatch(alias) or ".." in alias:
        return f"«{alias}» không phải địa chỉ cũ hợp lệ; cần dạng tin/2024/ten-cu/"
    if alias == article.address:
        return f"«{alias}» là địa chỉ hiện nay của chính bài này, sẽ thành vòng lặp"
    if alias in taken:
        return f"«{alias}» đang là địa chỉ của bài «{taken[alias]}»"
    if claimed.get(alias, article.path) != article.path:
        return f"«{alias}» đã là địa chỉ cũ của bài «{claimed[alias]}»"
    return ""


def check_people(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem where names that differ only in diacritics would share a page."""
    first: dict[str, Person] = {}
    right = set[str]()
    for article in content.articles:
        for position, person in enumerate(article.front.people):
            if person.id is not None or person.name in right:
                continue
            if message := _shared_page(person, first):
                yield FieldProblem(content.file_of(article), ("people", position, "name"), message)
            else:
                right.add(person.name)


def _shared_page(person: Person, first: dict[str, Person]) -> str:
    id_ = person_id(person)
    if not id_:
        return f"«{person.name}» không có chữ cái La-tinh; hãy thêm «id» cho người này"
    other = first.setdefault(id_, person)
    if other is person or _name_key(other.name) == _name_key(person.name):
        return ""
    return f"«{person.name}» sẽ chung trang với «{other.name}»; hãy thêm «id» để tách hai người"


def _name_key(name: str) -> str:
    return place_tones(name.casefold())
