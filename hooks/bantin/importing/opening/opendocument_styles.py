"""Styles of an OpenDocument text: what is hidden, struck or raised, and the numbers of lists."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from bantin.importing.extract.numbers import number_text

Node: TypeAlias = Any  # an element of lxml, which has no types
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


def name_of(element: Node) -> str:
    """Return the local name of an element, empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Node, name: str) -> str:
    """Return an attribute by its local name."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


class Styles:
    """The styles of a text, by the elements that have them."""

    def __init__(self, roots: list[Node]) -> None:
        elements = [element for root in roots for element in root.iter()]
        named = [element for element in elements if attribute(element, "name")]
        self._styles = {attribute(e, "name"): e for e in named if name_of(e) == "style"}
        self._lists = {attribute(e, "name"): e for e in named if name_of(e) == "list-style"}

    def properties(self, element: Node) -> dict[str, str]:
        """Return the text properties of the style of an element, inherited ones too."""
        found: dict[str, str] = {}
        for style in self.chain(element):
            for group in style:
                if name_of(group) == "text-properties":
                    own = {k.rpartition("}")[2]: v for k, v in group.attrib.items()}
                    found = own | found
        return found

    def chain(self, element: Node) -> Iterator[Node]:
        """Yield the style of an element and those that it is based on."""
        style = self._styles.get(attribute(element, "style-name"))
        for _ in range(20):
            if style is None:
                return
            yield style
            style = self._styles.get(attribute(style, "parent-style-name"))

    def names(self, element: Node) -> list[str]:
        """Return the names of those styles in small letters."""
        return [attribute(style, "name").lower() for style in self.chain(element)]

    def marker(self, style: str, depth: int, number: int) -> str:
        """Return what stands before an item of a list."""
        levels = self._lists.get(style)
        for level in levels if levels is not None else ():
            if attribute(level, "level") == str(depth + 1) and name_of(level).endswith("number"):
                form = _FORMS.get(attribute(level, "num-format"), "decimal")
                before, after = attribute(level, "num-prefix"), attribute(level, "num-suffix")
                return f"{before}{number_text(number, form)}{after}"
        return "-"
