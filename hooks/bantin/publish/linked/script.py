"""Linked data as text that may stand inside a ``script`` element."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

CONTEXT = ["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}]
# Characters that could end the element, or a line of the script, for some reader.
DANGEROUS = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_script(nodes: Iterable[Node]) -> str:
    """Return nodes as JSON-LD in which no value can end the element that holds it."""
    graph = {"@context": CONTEXT, "@graph": list(nodes)}
    encoded = ENCODE(graph)
    for character, escape in DANGEROUS.items():  # several times as fast as str.translate
        encoded = encoded.replace(character, escape)
    return encoded


def node(kind: str, **values: object) -> Node:
    """Return a node without the properties that nothing is known of."""
    return {"@type": kind, **known(values)}


def known(values: Mapping[str, Any]) -> Node:
    """Return the values that are there; ``id`` becomes ``@id``, ``a__b`` becomes ``a:b``."""
    return {
        "@id" if name == "id" else name.replace("__", ":"): value
        for name, value in values.items()
        if value or value == 0
    }
