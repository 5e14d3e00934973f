"""Linked data as text that may stand inside a ``script`` element."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from pydantic_core import to_json

Node: TypeAlias = dict[str, Any]

CONTEXT = ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}]
# Characters that could end the element, or a line of the script, for some reader.
DANGEROUS = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
SPELT = {
    "id": "@id",
    "dcterms__isReplacedBy": "dcterms:isReplacedBy",
    "dcterms__replaces": "dcterms:replaces",
}


def as_script(nodes: Iterable[Node]) -> str:
    """Return nodes as JSON-LD in which no value can end the element that holds it."""
    encoded = to_json({"@context": CONTEXT, "@graph": list(nodes)}).decode()
    for character, escape in DANGEROUS.items():  # many times as fast as str.translate
        if character in encoded:
            encoded = encoded.replace(character, escape)
    return encoded


def node(kind: str, **values: Any) -> Node:  # noqa: ANN401 - whatever JSON can hold
    """Return a node of the values that are known; some are spelt otherwise."""
    made: Node = {"@type": kind}
    for name, value in values.items():
        if value or value == 0:
            made[SPELT.get(name, name)] = value
    return made
