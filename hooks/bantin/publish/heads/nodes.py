"""Nodes of linked data, the addresses in them, and their text inside a ``script`` element."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import to_json

from bantin.compile.addresses import relative

Node: TypeAlias = dict[str, Any]

CONTEXT = ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}]
# Characters that could end the element, or a line of the script, for some browser.
DANGEROUS = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
# Names that cannot be written as Python keywords.
JSON_NAMES = {
    "id": "@id",
    "dcterms__isReplacedBy": "dcterms:isReplacedBy",
    "dcterms__replaces": "dcterms:replaces",
}


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses on one page: absolute where the site's own is known, else relative to the page."""

    site_url: str
    depth: int

    def of(self, address: str, part: str = "") -> str:
        """Return the address of a page; ``part`` names something the page is about."""
        base = self.site_url + address if self.site_url else relative(address, self.depth)
        return f"{base}#{part}" if part else base


def node(kind: str, **values: Any) -> Node:  # noqa: ANN401 - whatever JSON can hold
    """Return a node of a type of schema.org, without the values that are empty."""
    properties: Node = {"@type": kind}
    for name, value in values.items():
        if value or value == 0:
            properties[JSON_NAMES.get(name, name)] = value
    return properties


def as_script(nodes: Iterable[Node]) -> str:
    """Return nodes as JSON-LD in which no value can end the element that holds it."""
    encoded = to_json({"@context": CONTEXT, "@graph": list(nodes)}).decode()
    for character, escape in DANGEROUS.items():  # many times as fast as str.translate
        if character in encoded:
            encoded = encoded.replace(character, escape)
    return encoded
