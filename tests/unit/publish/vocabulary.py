"""Linked data against schema.org's own types and properties."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import get_annotations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MODELS = import_module("msgspec_schemaorg.models")
# The package gives each type one parent; these have two in the vocabulary.
SECOND_PARENT = {"EventSeries": "Event"}
# A search box is described with a property of the search engines' own.
OWN = {"query-input"}
QUOTED = re.compile(r"'(\w+)'")


def faults(node: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Yield what the vocabulary does not know: types, properties, types of values."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from faults(item, f"{path}[{number}]")
    elif isinstance(node, dict) and "@type" in node:
        yield from _node_faults(node, f"{path}/{node['@type']}")


def _node_faults(node: dict[str, Any], path: str) -> Iterator[str]:
    kinds = _kinds(node["@type"])
    if not kinds:
        yield f"{path}: no such type"
    for name, value in node.items():
        if name.startswith("@") or ":" in name or name in OWN:
            continue
        wanted = _range(kinds, name)
        if wanted is None:
            yield f"{path}: no property {name}"
        else:
            yield from _value_faults(value, wanted, f"{path}.{name}")
        yield from faults(value, f"{path}.{name}")


def _value_faults(value: Any, wanted: set[str], path: str) -> Iterator[str]:  # noqa: ANN401
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "@type" in item:
            names = {kind.__name__ for kind in _kinds(item["@type"])}
            if not names & wanted:
                yield f"{path}: a {item['@type']} where {sorted(wanted)} are expected"


def _kinds(name: str) -> list[type]:
    model = getattr(MODELS, name, None)
    if model is None:
        return []
    second = SECOND_PARENT.get(name)
    return [*model.__mro__, *(_kinds(second) if second else [])]


def _range(kinds: list[type], name: str) -> set[str] | None:
    for kind in kinds:
        annotation = get_annotations(kind).get(name)
        if annotation is not None:
            return set(QUOTED.findall(str(annotation)))
    return None
