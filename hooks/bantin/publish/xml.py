r"""Text as XML: escaped, without control characters and what else XML forbids.

These can come from an escape in YAML, such as \x01; one of them makes a whole feed unreadable.
"""

import re
from html import escape

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
FORBIDDEN = re.compile("[\ufffe\uffff]")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def without_controls(value: str) -> str:
    """Return text without control characters, which no feed and no calendar may hold."""
    return CONTROLS.sub("", value)


def text(value: str) -> str:
    """Return the text of an element."""
    return escape(FORBIDDEN.sub("", without_controls(value)), quote=False)


def attribute(value: str) -> str:
    """Return the value of an attribute, with its quotes."""
    return f'"{text(value).replace(chr(34), "&quot;")}"'
