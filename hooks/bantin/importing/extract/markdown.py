"""Plain text as Markdown that shows exactly that text."""

import re
from collections.abc import Sequence

# Signs that are markup anywhere in a line.
_MARKUP = re.compile(r"([*_`<\[\]\\~|]|&(?=#?\w+;))")
# Signs that are markup only where a line begins: “> ”, “# ”, “- ”, “1. ”, “===”.
_START = re.compile(r"^(\s*)(>|[#+=-]+(?=\s|$|[=-])|\d+[.)](?=\s|$))")


def escape(text: str) -> str:
    """Return Markdown that shows every character of a text as it is."""
    escaped = _MARKUP.sub(r"\\\1", text)
    return _START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign[:-1]}\\{sign[-1]}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table, the first one as its head."""
    cells = [[escape(" ".join(cell.split())) for cell in row] for row in rows if any(row)]
    width = max(map(len, cells), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in cells]
    lines = [f"| {' | '.join(row)} |" for row in full]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])
