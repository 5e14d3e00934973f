"""File names, folders and people: every page has one address, shared by none."""

from collections import Counter
from collections.abc import Iterator

from bantin.catalog.articles import folder_of
from bantin.catalog.people import person_id
from bantin.checking.field_problem import FieldProblem
from bantin.checking.file_names import free_name, name_fault
from bantin.model import Article, Person
from bantin.model.fields import SLUG
from bantin.model.sections import Section
from bantin.reading import Content
from bantin.vietnamese.slug import slugify
from bantin.vietnamese.tone import place_tones

NEWS = Section.NEWS


def check_names(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of the name and the folder of each article."""
    for article in content.articles:
        yield from _check_name(content.file_of(article), article)


def check_addresses(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each name that several articles share."""
    slugs = Counter(article.slug for article in content.articles)
    shared = {slug for slug, count in slugs.items() if count > 1}
    for article in content.articles if shared else ():
        if article.slug in shared:
            others = [a.path for a in content.articles if a.slug == article.slug and a != article]
            message = f"tên tệp trùng với «{others[0]}»; hãy đổi một trong hai"
            yield FieldProblem(content.file_of(article), (), message)


def _check_name(path: str, article: Article) -> Iterator[FieldProblem]:
    if not SLUG.fullmatch(article.slug):
        right = free_name(slugify(article.slug) or slugify(article.front.title))
        yield FieldProblem(
            path, (), f"tên tệp chỉ gồm chữ không dấu, số và gạch nối; có phải «{right}.md»?"
        )
    elif fault := name_fault(article.path):
        yield FieldProblem(path, (), f"tệp này {fault}")
    expected = folder_of(article.front)
    if article.path.rpartition("/")[0] != f"{NEWS.address}{expected}":
        yield FieldProblem(
            path, (), f"bài phải nằm trong thư mục {NEWS.address}{expected}/, theo năm của hội nghị"
        )


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
