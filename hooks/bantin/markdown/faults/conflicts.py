"""Marks of a merge conflict that somebody committed."""

import re
from collections.abc import Iterator

from bantin.markdown.positions import Positions
from bantin.markdown.tree import Fault

SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||")
MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$", re.MULTILINE)
MOST_LINES = 9
CONFLICT = (
    "còn dấu xung đột của git ở dòng {}; hãy giữ một trong các bản, rồi xóa những dòng có <<<<<<<,"
    " =======, >>>>>>>"
)


def find_conflicts(positions: Positions) -> Iterator[Fault]:
    """Yield one problem that names the lines of all marks; seven equal signs alone are none."""
    body = positions.body
    # One character is looked for first: nearly all bodies have none of them.
    if not any(sign[0] in body and sign in body for sign in SIGNS):
        return
    marks = list(MARK.finditer(body))
    places = [positions.at(match.start()) for match in marks]
    if any(match[0][0] != "=" for match in marks):
        others = ", …" if len(places) > MOST_LINES else ""
        lines = ", ".join(str(line) for line, _ in places[:MOST_LINES]) + others
        yield Fault(*places[0], CONFLICT.format(lines))
