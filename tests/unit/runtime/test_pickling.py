"""Records travel in columns and come back whole, with what is equal held once."""

import pickle

from bantin.model import Article, Correction, FrontMatter, Heading, Link, Location, Person, Problem
from bantin.model.problem import Severity
from bantin.runtime.pickling import SharedList, dump, load
from bantin.vietnamese.dates import PartialDate


def article(path: str) -> Article:
    """Return an article none of whose parts is that of another."""
    text = "-".join(path)
    people = (Person(f"Lê Văn {text}", office=text), Person("Lê Thị Hai", office="".join(text)))
    corrections = (Correction(PartialDate(2024, 4, 25), note="".join(list(text))),)
    inferred = {"people.0": "".join(list(text))}
    aliases = ("".join(list(text)),)
    front = FrontMatter(
        text, people=people, inferred=inferred, corrections=corrections, aliases=aliases
    )
    return Article(path, front, "0", headings=(Heading("a", text, 2, 3),), links=(Link(path, 3),))


def test_what_is_dumped_comes_back_equal() -> None:
    problem = Problem(Location("docs/tin/a.md", 2), "sai", severity=Severity.ADVICE)
    value = [("a", article("a")), ("b", [problem]), ("c", None), ({"d": (article("d"),)}, 1)]
    assert load(dump(value)) == value
    assert pickle.loads(pickle.dumps(SharedList(value))) == value  # noqa: S301 - our own


def test_equal_values_of_a_shared_list_are_one() -> None:
    first, second = SharedList([article("ab"), article("ab")])
    again = pickle.loads(pickle.dumps(SharedList([article("ab"), article("ab")])))  # noqa: S301 - our own
    for one, other in ((first, second), again):
        assert one.front.aliases is other.front.aliases
        assert one.front.people[0].office is other.front.people[1].office
        assert one.front.title is other.front.title
        assert one is not other
