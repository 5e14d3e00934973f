"""What the written lines alone tell: tabs, marks of Word's lists, paths with backslashes."""

import re
from collections.abc import Iterator

from bantin.markdown.positions import Positions
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.model.problem import Severity

TAB = re.compile(r"^[^|\n]*?[^|\s>]([^|\n\S]*\t[^|\n\S]*)[^|\s][^|\n]*$", re.MULTILINE)
# What a tab may follow: it begins a heading or an item.
MARKS = re.compile(r"[ \t>]*(?:[#*+-]+|\d{1,9}[.)])")
TABS = (
    "các chữ cách nhau bằng phím Tab, trang chỉ để một dấu cách («{}»); số liệu theo cột hãy viết"
    " thành bảng bằng dấu gạch đứng"
)
BULLET = re.compile(r"\n[ \t>]*([·•§Øüo▪●○])[ \t\u00a0]+(?=\S)")
BULLETS = "«{}» đầu dòng là dấu đầu mục của Word, trang không thành danh sách; hãy viết «- »"
PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:\\[^\s\\]*|\\\\(?=\w))[^\s]*")
PATHS = "dấu \\ trong «{}» không hiện đủ trên trang; hãy viết mỗi dấu thành «\\\\»"
SUBSCRIPT = re.compile(r"~(?<=[^\W\d_]~)\w{1,2}~")
SUBSCRIPTS = "«{}» hiện nguyên dấu ~; chỉ số dưới hãy gõ thẳng ký tự, như H₂O"
WORD_CODE = re.compile(r"</?(?:[ovwmx]|st1):\w+[^<>\n]*>|<!\[(?:if|endif)\b[^>\n]*>", re.IGNORECASE)
WORD_CODES = "«{}» là mã của Word mà trang hiện ra như chữ; hãy xóa đi"
ESCAPES = re.compile(r"\\[!-/:-@\[-`{-~]")


def find_lines(positions: Positions, *, has_bullets: bool) -> Iterator[Fault]:
    """Yield lines that look otherwise on the page than they were typed.

    Args:
        positions: of the body.
        has_bullets: whether a line may begin with a mark of Word's lists.
    """
    body = positions.body
    if "\t" in body:
        yield from _tabs(positions)
    if has_bullets:
        yield from _bullets(positions)
    if "<" in body:
        for match in WORD_CODE.finditer(body):
            yield Fault(*positions.at(match.start()), WORD_CODES.format(quote(match[0])))
    if "~" in body:
        for match in SUBSCRIPT.finditer(body):
            message = SUBSCRIPTS.format(match[0])
            yield Fault(*positions.at(match.start()), message, Severity.ADVICE)
    if "\\" in body:
        for match in PATH.finditer(body):
            if ESCAPES.search(match[0]) and not match[0].endswith(":\\"):
                message = PATHS.format(quote(match[0]))
                yield Fault(*positions.at(match.start()), message, Severity.ADVICE)


def _bullets(positions: Positions) -> Iterator[Fault]:
    for match in BULLET.finditer(f"\n{positions.body}"):
        message = BULLETS.format(match[1])
        yield Fault(*positions.at(match.start(1) - 1), message, Severity.ADVICE)


def _tabs(positions: Positions) -> Iterator[Fault]:
    """Yield lines with a tab between words; beside a figure a problem: 12⇥700 becomes 12 700."""
    for match in TAB.finditer(positions.body):
        if MARKS.fullmatch(match[0].partition("\t")[0]):
            continue
        before, after = match.start(1) - 1, match.end(1)
        has_figure = positions.body[before].isdigit() or positions.body[after].isdigit()
        severity = Severity.PROBLEM if has_figure else Severity.ADVICE
        shown = quote(" ".join(match[0].split()))
        yield Fault(*positions.at(match.start(1)), TABS.format(shown), severity)
