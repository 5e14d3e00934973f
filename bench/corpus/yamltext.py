"""Front matter as text, the way an editor writes it; a full YAML writer is ten times slower."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# A colon or hash inside, or a mark or digit in front, would make YAML read something else.
PLAIN = re.compile(r"[A-Za-zÀ-ỹĐđ][^:#\"'\n]*[^:#\"'\s]")
FLOW = re.compile(r"[a-z0-9][a-z0-9-]*")
WORDS = ("true", "false", "yes", "no", "null", "on", "off")


def front_text(fields: Mapping[str, Any]) -> str:
    """Return the fields as a block of YAML without its fences."""
    return "".join(_block(fields, ""))


def _block(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _block(value, indent + "  ")
        elif isinstance(value, list):
            yield from _list(key, value, indent)
        else:
            yield f"{indent}{key}: {scalar(str(value))}\n"


def _list(key: str, values: list[Any], indent: str) -> Iterator[str]:
    if all(isinstance(value, str) and FLOW.fullmatch(value) for value in values):
        yield f"{indent}{key}: [{', '.join(values)}]\n"
        return
    yield f"{indent}{key}:\n"
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_block(value, indent + "    "))
            yield f"{indent}  - {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}  - {scalar(str(value))}\n"


def scalar(text: str) -> str:
    """Return a text plain where YAML allows it, else in double quotes."""
    if PLAIN.fullmatch(text) and text.lower() not in WORDS:
        return text
    is_date = re.fullmatch(r"\d{4}(-\d{2}){0,2}", text)
    return text if is_date else json.dumps(text, ensure_ascii=False)
