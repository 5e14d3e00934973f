"""Walks over the XML of a Word file: its parts, text boxes, deleted text."""

from collections.abc import Iterator

from bantin.importing.word.names import Node, children_of, find, name_of, qn
from bantin.importing.word.package import Package

DELETED_BLOCKS = frozenset(("w:del", "w:moveFrom"))


def part_root(package: Package, kind: str, main: Node) -> Node:
    """Return the root of a part; in a flat file of Word 2003 it is in the text's own part."""
    tree = package.tree(next(package.related(kind), ""))
    return tree if tree is not None or package.relations(package.main) else find(main, f"w:{kind}")


def wrapped(element: Node) -> Node:
    """Return a paragraph around text that stands in none."""
    paragraph = element.makeelement(qn("w:p"))
    parent = element.getparent()
    parent.replace(element, paragraph)
    paragraph.append(element)
    return paragraph


def outermost(element: Node, name: str) -> Iterator[Node]:
    """Yield the elements of a name that are in no other element of that name."""
    for child in children_of(element):
        if name_of(child) in DELETED_BLOCKS:
            continue
        if name_of(child) == name:
            yield child
        else:
            yield from outermost(child, name)


def is_deleted(node: Node, top: Node) -> bool:
    """Whether a node is within deleted text below another node."""
    while node is not None and node is not top:
        if name_of(node) in DELETED_BLOCKS:
            return True
        node = node.getparent()
    return False
