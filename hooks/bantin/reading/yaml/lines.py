"""Front matter in its usual form, read by patterns instead of by a YAML parser.

Reading an article anew takes 182 µs less that way, a second of a cold build of 10,000. The price is
a second reader of one language, so this one answers only for texts of a narrow form, and then with
exactly what PyYAML would give (held by a property test); for every other text, right or wrong, it
answers None and PyYAML reads it.

The form: ``key: value`` on one line; or a key with, indented by two spaces below it, further keys
or a list of values or of keys. A value is bare, in quotes without escapes, or ``[a, b]``.
"""

import re
from typing import TypeAlias

from bantin.vietnamese.odd_characters import is_printable

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

# A longer text might have more values than reading allows; only the parser counts them.
MAX_LENGTH = 100_000
# A comment, an empty value, and lines indented deeper than a usual article has.
UNUSUAL = (" #", "null", "\n" + 12 * " ")
# A text without quotes: an item within brackets, and a value up to the end of its line.
ITEM = r"\w[\w./-]*(?: [\w./-]+)*"
BARE = r"\w.*(?<![ :])"
VALUE = rf"({BARE})|\"([^\"\\\n]+)\"|'([^'\n]+)'|\[({ITEM}(?:, {ITEM})*)\]"
BARE_LINE = re.compile(BARE)
# A key with its value behind it or indented below it. The last branch, any one character, makes
# text that is no field show up as a match without a key, so that nothing is skipped.
FIELD = re.compile(rf"([a-z][a-z0-9_.]*):(?: (?:{VALUE})|((?:\n  .+)+))(?:\n|\Z)|(?s:.)")


def read_lines(text: str) -> dict[str, Value] | None:
    """Return the fields of a text in the usual form; None for any other text."""
    if len(text) > MAX_LENGTH or any(part in text for part in UNUSUAL):
        return None
    return (_fields(text) or None) if is_printable(text) else None


def _fields(text: str) -> dict[str, Value] | None:
    fields: dict[str, Value] = {}
    for match in FIELD.finditer(text):
        key, bare, double_quoted, single_quoted, items, block = match.groups("")
        value: Value | None = bare or double_quoted or single_quoted
        if not value:
            value = [*items.split(", ")] if items else _block(block)
        if not key or key in fields or value is None or ": " in bare:
            return None
        fields[key] = value
    return fields


def _block(block: str) -> "Value | None":
    """Return the keys or the list in lines that are indented by two spaces."""
    text = block.replace("\n  ", "\n")
    if not text.startswith("\n- "):
        return _fields(text[1:])
    is_list = text.count("\n- ") + text.count("\n  ") == text.count("\n")
    items = [_item(item.replace("\n  ", "\n")) for item in text.split("\n- ")[1:]]
    values = [item for item in items if item is not None]
    return values if is_list and len(values) == len(items) else None


def _item(text: str) -> "Value | None":
    if ":" in text:
        return _fields(text)
    return text if BARE_LINE.fullmatch(text) else None
