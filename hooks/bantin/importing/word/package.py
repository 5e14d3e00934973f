"""The parts of a Word file, whichever form it has: zip, flat XML, strict, with macros, a template.

A part that is missing, or a picture that is damaged, costs only itself.
"""

import posixpath
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from bantin.importing.word.names import OTHER_NAMESPACES, Node, qn, value_of

_MAIN = ("wordprocessingml", "main+xml", "application/vnd.ms-word")
_TEXT = "word/document.xml"
_CONTENT_TYPES = "[content_types].xml"
# What reading or parsing a damaged part may raise.
DAMAGE_ERRORS = (Exception,)


class Relation(NamedTuple):
    """What a part refers to by an id: another part, or an address outside the file."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of one file by name; names are compared in small letters.

    Attributes:
        main: the name of the part with the text; empty if this is no Word file.
    """

    def __init__(self, parts: Mapping[str, Callable[[], bytes]], main: str = "") -> None:
        self._parts = {_plain_name(name): read for name, read in parts.items()}
        self._trees: dict[str, Node] = {}
        self.main = main or self._find_main()

    @classmethod
    def from_zip(cls, package: ZipFile) -> "Package":
        """Return the package of an open zip file."""
        return cls({name: lambda name=name: package.read(name) for name in package.namelist()})  # type: ignore[misc]

    @classmethod
    def from_flat(cls, data: bytes) -> "Package":
        """Return the package of a file that is one XML, as Word 2003 or “Word XML” saves it."""
        tree = parse(data)
        if tree.tag == qn("pkg:package"):
            return cls({value_of(part, "pkg:name"): _flat(part) for part in tree})
        if tree.tag in (qn("w:wordDocument"), qn("w:document")):
            return cls({_TEXT: lambda: data}, _TEXT)
        return cls({})

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return _plain_name(name) in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            KeyError: there is none; or whatever a damaged zip file raises.
        """
        return self._parts[_plain_name(name)]()

    def tree(self, name: str) -> Node:
        """Return the root of an XML part; None if there is no such part.

        Raises:
            Exception: it is damaged; then text may be missing from it, so the file is.
        """
        if name not in self._trees:
            self._trees[name] = parse(self.read(name)) if name and self.has(name) else None
        return self._trees[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part refers to, by id."""
        folder, file = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if tree is None else dict(_relations(tree, folder))

    def related(self, kind: str, name: str | None = None) -> Iterator[str]:
        """Yield the names of the parts that a part, mostly the text, refers to by a kind."""
        for relation in self.relations(self.main if name is None else name).values():
            if relation.kind == kind and not relation.is_external and self.has(relation.target):
                yield relation.target

    @cached_property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def _find_main(self) -> str:
        declared = self._declared() if self.has(_CONTENT_TYPES) else ""
        if declared and self.has(declared):
            return declared
        office = next(self.related("officeDocument", ""), "")
        return office if office.startswith("word/") else _TEXT if self.has(_TEXT) else ""

    def _declared(self) -> str:
        """Return the part whose declared kind is the text of a Word file."""
        for part in parse(self.read(_CONTENT_TYPES)):
            kind = str(part.get("ContentType", "")).lower()
            if kind.endswith(_MAIN[1]) and (_MAIN[0] in kind or kind.startswith(_MAIN[2])):
                return _plain_name(part.get("PartName", ""))
        return ""


def parse(data: bytes) -> Node:
    """Return the root of an XML document with the usual names; nothing outside it is opened."""
    for other, usual in OTHER_NAMESPACES.items():
        data = data.replace(other, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True,
                             remove_pis=True, huge_tree=False)  # fmt: skip
    return etree.fromstring(data, parser)


def _relations(tree: Node, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in tree:
        target = str(element.get("Target") or "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = _plain_name(posixpath.normpath(posixpath.join("/", folder, target)))
        kind = str(element.get("Type") or "").rpartition("/")[2]
        yield str(element.get("Id")), Relation(kind, target, is_external)


def _flat(part: Node) -> Callable[[], bytes]:
    def read() -> bytes:
        binary = part.find(qn("pkg:binaryData"))
        if binary is not None:
            return b64decode(binary.text or "")
        content = part.find(qn("pkg:xmlData"))
        return etree.tostring(content[0]) if content is not None and len(content) else b""

    return read


def _plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
