"""People: each page holds one person, told by name or by an id that splits namesakes."""

from collections.abc import Iterator

from bantin.catalog.people import person_id
from bantin.checking.fault import Fault
from bantin.model import Person
from bantin.reading import Content
from bantin.vietnamese.tone import place_tones


def check_people(content: Content) -> Iterator[Fault]:
    """Yield a fault where names that differ only in their marks would share a page."""
    first: dict[str, Person] = {}
    right: set[str] = set()
    for article in content.articles:
        for position, person in enumerate(article.front.people):
            if person.id is not None or person.name in right:
                continue
            if message := _wrong(person, first):
                path = f"{content.docs.name}/{article.path}"
                yield Fault(path, ("people", position, "name"), message)
            else:
                right.add(person.name)


def _wrong(person: Person, first: dict[str, Person]) -> str:
    id_ = person_id(person)
    if not id_:
        return f"«{person.name}» không có chữ cái La-tinh; hãy thêm «id» cho người này"
    other = first.setdefault(id_, person)
    if other is person or _key(other.name) == _key(person.name):
        return ""
    return f"«{person.name}» sẽ chung trang với «{other.name}»; hãy thêm «id» để tách hai người"


def _key(name: str) -> str:
    return place_tones(name.casefold())
