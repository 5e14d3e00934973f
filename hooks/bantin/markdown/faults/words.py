"""Words and figures of which the page says others, or none, whatever the reason."""

import re
from collections.abc import Collection, Iterator

from bantin.markdown.positions import Positions
from bantin.markdown.tree import Fault
from bantin.markdown.words import Change
from bantin.markdown.words.witness import changed_words
from bantin.model.fields import quote
from bantin.model.problem import Severity

LOST = "trang mất «{}» của dòng này; hãy viết lại bằng chữ và dấu thường"
ADDED = "trang có thêm «{}» mà dòng này không viết; hãy viết lại bằng chữ và dấu thường"
CHANGED = "trang hiện «{}» thay vì «{}»; hãy viết lại bằng chữ và dấu thường"
JOINED = (
    "trang hiện «{}» thay vì «{}» vì dấu ở giữa thành chữ nghiêng, đậm hay gạch; hãy viết «\\{}»"
    " nếu là dấu"
)
SIGNS = ("*", "_", "~", "`")


def find_words(positions: Positions, html: str, told: Collection[int]) -> Iterator[Fault]:
    """Yield differences between the words of a body and those of its page.

    Args:
        positions: of the body.
        html: of the page.
        told: lines of which something else has been said that explains the difference.
    """
    lines = positions.body.split("\n")
    for number, change in changed_words(positions.body, html):
        line = positions.line(f"{number}:1")
        if line not in told:
            text = lines[min(number, len(lines)) - 1]
            word = (*change.lost, *change.added)[0]
            severity = Severity.PROBLEM
            if change.is_joined and not change.has_figures:
                severity = Severity.ADVICE
            yield Fault(line, text.find(word) + 1 or 1, _message(change, text), severity)


def _message(change: Change, text: str) -> str:
    lost, added = quote(" ".join(change.lost)), quote(" ".join(change.added))
    if change.is_joined:
        sign = next((sign for sign in SIGNS if sign in text), "*")
        signs = re.search(r"[*_~`]+".join(map(re.escape, change.lost)), text)
        return JOINED.format(added, quote(signs[0]) if signs else lost, sign)
    if not added:
        return LOST.format(lost)
    return CHANGED.format(added, lost) if lost else ADDED.format(added)
