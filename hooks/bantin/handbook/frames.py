"""Tables of hand-written pages that may be wider than a phone."""

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def frame_tables(html: str) -> str:
    """Put each table into a frame that scrolls, named after the heading above it."""
    return TABLE.sub(lambda match: _framed(match[0], html[: match.start()]), html)


def _framed(table: str, before: str) -> str:
    headings = HEADING.findall(before)
    name = TAG.sub("", headings[-1]).replace('"', "&quot;") if headings else "của trang"
    frame = f'<div class="table-frame" tabindex="0" role="region" aria-label="Bảng: {name}">'
    return f"{frame}{table}</div>"
