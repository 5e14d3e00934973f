"""A body read, and all that its page does not say as it is written."""

import re

from bantin.markdown.faults.characters import find_characters
from bantin.markdown.faults.conflicts import find_conflicts
from bantin.markdown.faults.definitions import find_definitions
from bantin.markdown.faults.left_out import left_out
from bantin.markdown.faults.lines import find_lines
from bantin.markdown.faults.lists import FIGURE_ITEM, find_lists
from bantin.markdown.faults.signs import UNDERSCORED, UNEVEN, find_signs
from bantin.markdown.faults.tables import find_tables
from bantin.markdown.faults.words import find_words
from bantin.markdown.parser import Reading, read_markdown
from bantin.markdown.tree import Fault, ParsedBody
from bantin.markdown.words.witness import says_the_same

TOO_LARGE = (
    "nội dung này thành trang quá lớn (bảng quá nhiều ô trống, hay trích dẫn lồng quá sâu);"
    " hãy chia bài hoặc viết gọn lại"
)
MOST_FAULTS = 50
AND_OTHERS = "còn {} chỗ nữa; sửa các chỗ trên rồi kiểm tra lại"
# Elements of which ``find_signs`` judges where they come from.
SIGN_NAMES = {"del", "blockquote", "pre"}
# How lines begin of which some kind of fault may come; one search, as most bodies have none.
LINE_SIGNS = re.compile(
    r"\n[ \t>]*(?:[·•§Øüo▪●○][ \t\u00a0]|(?:=+|-+)[ \t]*\n|(?:[-+*][ \t]+)*#[ \t]+\d"
    r"|[-+*][ \t]+[<>≤≥±]?\d)"
)
EMPHASIS = {"em", "strong"}
HEADING_SIGNS = re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*\n|\n[ \t>]*(?:[-+*][ \t]+)*#[ \t]+\d")


def examine(body: str, first_line: int = 1) -> tuple[ParsedBody, tuple[Fault, ...]]:
    """Return what a body says, and its faults in the order of the file.

    Args:
        body: Markdown with Unix line ends.
        first_line: line of the file on which it begins.
    """
    reading = read_markdown(body, first_line)
    if reading.is_too_large:
        return reading.body, (Fault(first_line, 1, TOO_LARGE),)
    # Both sides of a conflict would be told all sorts of things that are only its effects.
    faults = list(find_conflicts(reading.positions)) or _faults(reading)
    faults.sort()
    if len(faults) > MOST_FAULTS:
        faults.sort(key=lambda fault: fault.is_advice)
        more = AND_OTHERS.format(len(faults) - MOST_FAULTS)
        last = faults[MOST_FAULTS - 1]
        faults = [*faults[:MOST_FAULTS], Fault(last.line, last.column, more, last.severity)]
    return reading.body, tuple(faults)


def _faults(reading: Reading) -> list[Fault]:
    positions, html, tags = reading.positions, reading.html, reading.tags
    body, is_same = positions.body, says_the_same(positions.body, reading.body.html)
    lines = f"\n{body}\n"
    has_signs = bool(LINE_SIGNS.search(lines))
    faults = [
        *reading.builder.faults,
        *left_out(positions, html, tags, has_raw_html=reading.builder.has_raw_html),
        *find_characters(positions, reading.body.html),
        *find_definitions(reading),
        *find_tables(reading),
        *find_lines(positions, has_bullets=has_signs),
    ]
    starts = "ol" in reading.names and ' start="' in html
    if not is_same or starts or (has_signs and FIGURE_ITEM.search(lines)):
        faults += find_lists(reading)
    has_headings = has_signs and bool(HEADING_SIGNS.search(lines))
    has_emphasis = bool(reading.names & EMPHASIS) and (
        ("_" in body and UNDERSCORED.search(body)) or ("*" in html and UNEVEN.search(html))
    )
    has_stars = "*" in body and "(*" in body
    if has_headings or has_emphasis or has_stars or reading.names & SIGN_NAMES:
        faults += find_signs(reading)
    if not is_same:
        told = {fault.line for fault in faults if not fault.is_advice}
        faults += find_words(positions, reading.body.html, told)
    return faults
