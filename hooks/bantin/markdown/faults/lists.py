"""Lists whose numbers are not those written, and signs that became the mark of an item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bantin.markdown.parser import Reading
from bantin.markdown.positions import Positions
from bantin.markdown.tags import one_by_one
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.model.problem import Severity

START = re.compile(r'start="(\d+)"')
NUMBER = re.compile(r"(\d{1,9})([.)])")
# An item that begins with a figure, perhaps with a unit that may be below zero.
FIGURE_ITEM = re.compile(r"\n[ \t>]*[-+*][ \t]+[<>≤≥±]?\d")
ITEM = re.compile(r"([-+*])[ \t]+([<>≤≥±]?\d[\d.,]*[ \t]*(°|độ\b|℃|%|‰)?.*)")
DEGREES = ("°", "độ", "℃")
LARGE_NUMBER = 100
RENUMBERED = (
    "mục ghi số «{}» mà trang hiện «{}»; hãy đánh số liền nhau, hoặc viết «{}\\{}» để giữ số; hai"
    " danh sách liền nhau cần một câu ở giữa"
)
LARGE = "dòng bắt đầu bằng «{}{}» thành mục của danh sách; hãy viết «{}\\{}» để giữ là câu văn"
LONE = "dòng bắt đầu bằng «{}{}» thành danh sách chỉ có một mục; nếu là câu văn, viết «{}\\{}»"
LEADING_ZERO = (
    "mục ghi số «{}» mà trang hiện «{}»: danh sách không giữ số 0 ở đầu; hãy viết «{}\\{}» để giữ"
    " số"
)
SIGN = (
    "dấu «{}» đầu dòng thành dấu đầu mục, trang chỉ còn «{}»; nếu là số âm hay số tăng giảm, viết"
    " «\\{}» thay dấu ấy"
)


@dataclass(slots=True)
class _List:
    name: str
    start: int
    depth: int
    items: list[str] = field(default_factory=list)


def find_lists(reading: Reading) -> Iterator[Fault]:
    """Yield what is wrong with the marks and numbers of lists."""
    opened: list[_List] = []
    for name, position, attributes, _ in one_by_one(reading.tags):
        if name in {"ol", "ul"}:
            start = START.search(attributes)
            opened.append(
                _List(name if position else "", int(start[1]) if start else 1, len(opened))
            )
        elif name == "li" and opened:
            opened[-1].items.append(position)
        elif name in {"/ol", "/ul"} and opened:
            one = opened.pop()
            if one.name == "ol":
                yield from _numbers(reading.positions, one)
            elif one.name == "ul":
                yield from _signs(reading.positions, one)


def _numbers(positions: Positions, one: _List) -> Iterator[Fault]:
    for shown, position in enumerate(one.items, one.start):
        match = NUMBER.match(positions.source(position))
        if match is None:
            continue
        written, mark = match.groups()
        place, is_first = positions.start(position), shown == one.start
        if int(written) == shown and written != str(shown):
            yield Fault(*place, LEADING_ZERO.format(written, shown, written, mark))
        elif int(written) != shown:
            yield Fault(*place, RENUMBERED.format(written, shown, written, mark))
        elif is_first and shown >= LARGE_NUMBER:
            yield Fault(*place, LARGE.format(written, mark, written, mark))
        elif is_first and shown > 1 and len(one.items) == 1:
            message = LONE.format(written, mark, written, mark)
            yield Fault(*place, message, Severity.ADVICE)


def _signs(positions: Positions, one: _List) -> Iterator[Fault]:
    """Yield items that may have begun with a minus or plus: the only one, degrees, all figures."""
    matches = [ITEM.match(positions.source(position)) for position in one.items]
    is_plus = all(m and m[1] == "+" for m in matches) and not one.depth
    for position, match in zip(one.items, matches, strict=True):
        if match and match[1] != "*":
            is_degree = (match[3] or "").startswith(DEGREES)
            if is_degree or is_plus or len(matches) == 1:
                message = SIGN.format(match[1], quote(match[2]), match[1])
                yield Fault(*positions.start(position), message, Severity.ADVICE)
