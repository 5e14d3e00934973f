"""Front matter in the form it nearly always has, read by patterns: far faster than as YAML.

What is written in another form, or wrongly, has no answer here and is left to PyYAML. What has an
answer has the one that PyYAML would give.
"""

import re
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

# Far fewer values than are refused.
LONGEST = 100_000
# A comment, a value that is none, and what is set in deeper than ever.
ODD = (" #", "null", "\n" + 12 * " ")
# A text without quotes: within brackets, and at the end of a line.
BARE = r"\w[\w./-]*(?: [\w./-]+)*"
PLAIN = r"\w.*(?<![ :])"
VALUE = rf"({PLAIN})|\"([^\"\\\n]+)\"|'([^'\n]+)'|\[({BARE}(?:, {BARE})*)\]"
ON_ONE_LINE = re.compile(PLAIN)
# A field with what stands behind it or, set in, below; or else what is no part of a field.
FIELD = re.compile(rf"([a-z][a-z0-9_.]*):(?: (?:{VALUE})|((?:\n  .+)+))(?:\n|\Z)|(?s:.)")


def read_lines(text: str) -> dict[str, Value] | None:
    """Return the fields of a text in its usual form; None where it has another."""
    if len(text) > LONGEST or any(odd in text for odd in ODD):
        return None
    return (_fields(text) or None) if text.replace("\n", "").isprintable() else None


def _fields(text: str) -> dict[str, Value] | None:
    fields: dict[str, Value] = {}
    for match in FIELD.finditer(text):
        key, plain, double, single, listed, block = match.groups("")
        value: Value | None = plain or double or single
        if not value:
            value = [*listed.split(", ")] if listed else _below(block)
        if not key or key in fields or value is None or ": " in plain:
            return None
        fields[key] = value
    return fields


def _below(block: str) -> "Value | None":
    """Return what the lines below a field say, each of which is set in."""
    text = block.replace("\n  ", "\n")
    if not text.startswith("\n- "):
        return _fields(text[1:])
    if text.count("\n- ") + text.count("\n  ") < text.count("\n"):
        return None
    items = [_item(item.replace("\n  ", "\n")) for item in text.split("\n- ")[1:]]
    told = [item for item in items if item is not None]
    return told if len(told) == len(items) else None


def _item(text: str) -> "Value | None":
    if ":" in text:
        return _fields(text)
    return text if ON_ONE_LINE.fullmatch(text) else None
