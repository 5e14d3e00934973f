"""Names of the XML of Word: short ones such as “w:p” for the long ones of lxml."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

Node: TypeAlias = Any  # an element of lxml, which has no types
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "pkg": "http://schemas.microsoft.com/office/2006/xmlPackage",
}
# The same names in the strict form of the standard, and in the XML of Word 2003.
OTHER_NAMESPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": NAMESPACES["m"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": NAMESPACES["a"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": NAMESPACES["wp"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/chart": NAMESPACES["c"].encode(),
    b"http://schemas.microsoft.com/office/word/2003/wordml": NAMESPACES["w"].encode(),
}
_PREFIXES = {namespace: prefix for prefix, namespace in NAMESPACES.items()}
_OFF = {"0", "false", "none", "off"}


@cache
def qn(name: str) -> str:
    """Return the long form of a short name: of “w:p”, “{http://…}p”."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '?')}:{local}"


def name_of(element: Node) -> str:
    """Return the short name of an element; of an unknown namespace “?:name”, of a comment “”."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def value_of(element: Node, name: str = "w:val", default: str = "") -> str:
    """Return an attribute of an element that may be None."""
    return default if element is None else element.get(qn(name)) or default


def find(element: Node, *names: str) -> Node:
    """Return the first element down a path of short names; None where there is none."""
    for name in names:
        element = None if element is None else element.find(qn(name))
    return element


def is_set(element: Node) -> bool:
    """Whether a property that is present is switched on."""
    return element is not None and value_of(element, default="1").lower() not in _OFF


def chosen(alternate: Node) -> list[Node]:
    """Return the branches of alternate content, that to be read first.

    It is the one for new programs, unless only the one for old programs has text or a picture.
    """
    branches = [branch for branch in alternate if name_of(branch) in ("mc:Choice", "mc:Fallback")]
    return sorted(branches, key=lambda branch: not _has_content(branch))


def _has_content(branch: Node) -> bool:
    names = ("w:t", "a:t", "m:t", "a:blip", "v:imagedata", "w:sym")
    return next(branch.iter(*map(qn, names)), None) is not None


def current(element: Node) -> Iterator[Node]:
    """Yield an element and all below it, of alternate content only the branch to be read."""
    yield element
    for child in children_of(element):
        yield from current(child)


def children_of(element: Node) -> Node:
    """Return the children of an element, of alternate content only the branch to be read."""
    return chosen(element)[:1] if name_of(element) == "mc:AlternateContent" else element
