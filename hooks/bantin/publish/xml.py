r"""Text as XML: escaped, and without the characters that XML forbids.

These can come from an escape in YAML, such as \x01; one of them makes a whole feed unreadable.
"""

import re
from html import escape

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def text(value: str) -> str:
    """Return the text of an element."""
    return escape(FORBIDDEN.sub("", value), quote=False)


def attribute(value: str) -> str:
    """Return the value of an attribute, with its quotes."""
    return f'"{text(value).replace(chr(34), "&quot;")}"'
