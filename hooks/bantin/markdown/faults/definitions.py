"""Lines that Markdown keeps for itself: addresses of links, and titles that few will see."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from bantin.markdown.parser import Reading
from bantin.markdown.tags import one_by_one
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.model.problem import Severity

DEFINITION = re.compile(
    r"\n([ \t>]*(?:[-+*][ \t]+)?)\[(?!\^)([^\[\]\n]{1,999})\]:[ \t]*(<[^<>\n]*>|\S{0,999})"
)
ADDRESS = re.compile(r"[./#:]")
TITLE = re.compile(r' title="([^"]*)"')
UNUSED = (
    "dòng «[{}]: …» là địa chỉ của liên kết mà không chỗ nào dùng, nên trang bỏ cả dòng; hãy xóa,"
    " hoặc viết «\\[{}]: …» để hiện chữ"
)
NO_DEFINITION = (
    "dòng «[{}]: {}» thành địa chỉ của liên kết nên trang bỏ cả dòng; hãy viết «\\[{}]: …» để hiện"
    " chữ"
)
TWICE = "địa chỉ của «[{}]» được ghi hai lần; trang chỉ dùng lần đầu, hãy xóa lần sau"
PICTURE_TITLE = "lời «{}» sau đường dẫn ảnh không hiện trên trang; hãy viết thành đoạn dưới ảnh"
LINK_TITLE = (
    "lời «{}» sau địa chỉ chỉ hiện khi rê chuột, không in và không tìm được; cần thì viết vào bài"
)


def find_definitions(reading: Reading) -> Iterator[Fault]:
    """Yield definitions that swallow what was to be read, and titles of links and pictures."""
    body = reading.positions.body
    if "[" in body and "]:" in body and (matches := list(DEFINITION.finditer(f"\n{body}"))):
        yield from _definitions(reading, matches)
    if reading.names & {"a", "img"} and ' title="' in reading.html:
        yield from _titles(reading)


def _definitions(reading: Reading, matches: Iterable[re.Match[str]]) -> Iterator[Fault]:
    body, shown = reading.positions.body, unescape(reading.body.html)
    folded, seen = body.casefold(), set[str]()
    for match in matches:
        label, address = match[2], match[3]
        key = " ".join(label.casefold().split())
        if f"[{label}]:" in shown:
            continue
        line, column = reading.positions.at(match.start(1) - 1)
        if key in seen:
            yield Fault(line, column, TWICE.format(label))
        elif not ADDRESS.search(address) or address.replace(".", "").isdigit():
            yield Fault(line, column, NO_DEFINITION.format(label, quote(address), label))
        elif folded.count(f"[{label.casefold()}]") < 2:  # noqa: PLR2004 - the definition is one
            yield Fault(line, column, UNUSED.format(label, label))
        seen.add(key)


def _titles(reading: Reading) -> Iterator[Fault]:
    for name, position, attributes, _ in one_by_one(reading.tags):
        if name in {"a", "img"} and position and (match := TITLE.search(attributes)):
            place, title = reading.positions.start(position), quote(unescape(match[1]))
            if name == "img":
                yield Fault(*place, PICTURE_TITLE.format(title))
            else:
                yield Fault(*place, LINK_TITLE.format(title), Severity.ADVICE)
