"""What is really wrong on a line where a YAML parser gives up; it names only what it trips over."""

import re

from bantin.vietnamese.odd_characters import COLONS, DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, describe

QUOTE = "hãy đặt giá trị trong dấu ngoặc kép"
NO_FIELD = "dòng này không có dạng «tên trường: giá trị»"
KEY_ALONE = re.compile(r"[\w.-]+ *")
INDENTED_KEY = re.compile(r"\s+[\w.-]+")
MISPLACED = "dòng này thụt vào không thẳng hàng với các trường cùng cấp"
KEY = r" *(?:- +)*[\"']?([^\s:\"'#\[{][^\s:]*?)[\"']?"
ODD_COLON = re.compile(rf"{KEY} ?([{COLONS}])")
GLUED = re.compile(rf"{KEY}:(?=[^\s:/])")
VALUE = re.compile(r" *(?:- +)*(?:[^\s:#]+ *:\s+)?(.*?)\s*")
CURLY = re.compile(f"[{DOUBLE_QUOTES}{SINGLE_QUOTES}]")
CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"\s*[^\s#,\]}]|'(?:[^']|'')*'\s*[^\s#,\]}]")
BRACKETED = re.compile(r"(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,\]}]")
CURLY_QUOTES = 'dấu ngoặc cong {} không bao được giá trị; hãy gõ dấu ngoặc thẳng (") ở hai đầu'
STARTS = "@`%,]}"
GLUED_DASH = re.compile(r" *(-)[a-z][a-z0-9_]*:(?: |$)")
NO_BLANK = "thiếu dấu cách sau «-» ở đầu mục của danh sách"
ODD_DASH = re.compile(rf" *([{DASHES}•·▪●])\s*[^\W\d_]")
NO_DASH = "«{}» không mở mục của danh sách; hãy gõ gạch nối «-» rồi dấu cách"


def find_cause(lines: list[str], line: int, column: int) -> tuple[int, int, str] | None:
    """Return line and column from 0, and message, of what is wrong at a place; None if unknown.

    Args:
        lines: of the text.
        line: where the parser gave up, from 0.
        column: likewise.
    """
    above = _above(lines, line)
    for number in (line, above):
        if 0 <= number < len(lines) and (found := _on_line(lines[number])):
            return number, *found
    key = lines[line][:column] if line < len(lines) else ""
    is_below_text = above >= 0 and ":" not in lines[above]
    return (above, 0, NO_FIELD) if is_below_text and KEY_ALONE.fullmatch(key) else None


def _above(lines: list[str], line: int) -> int:
    """Return the nearest line above that has text and is no comment; -1 where there is none."""
    numbers = range(min(line, len(lines)) - 1, -1, -1)
    return next((n for n in numbers if lines[n].strip() and lines[n].lstrip()[0] != "#"), -1)


def _on_line(line: str) -> tuple[int, str] | None:
    """Return column and message of a fault that a line shows by itself."""
    if match := ODD_COLON.match(line):
        message = f"sau «{match[1]}» là «{match[2]}» ({describe(match[2])})"
        return match.start(2), f"{message}; hãy gõ dấu hai chấm thường, rồi dấu cách"
    if match := GLUED_DASH.match(line):
        return match.start(1), NO_BLANK
    if match := ODD_DASH.match(line):
        return match.start(1), NO_DASH.format(match[1])
    if match := GLUED.match(line):
        return match.end(), f"thiếu dấu cách sau dấu hai chấm của «{match[1]}:»"
    if (match := VALUE.fullmatch(line)) and (message := _in_value(match[1])):
        return match.start(1), message
    return None


def _in_value(value: str) -> str:
    first, last = value[:1], value[-1:]
    if CURLY.match(first):
        return CURLY_QUOTES.format(f"{first} {last if CURLY.match(last) else ''}".rstrip())
    if first in {'"', "'"} and CURLY.match(last) and first not in value[1:]:
        return (
            f"mở bằng {first} mà đóng bằng {last} ({describe(last)}); hãy gõ {first} ở cả hai đầu"
        )
    if CLOSED.match(value):
        other = "'" if first == '"' else '"'
        return f"sau dấu {first} đóng còn chữ; hãy đặt cả giá trị trong dấu {other}…{other}"
    if BRACKETED.match(value):
        return f"dấu {first} ở đầu giá trị; {QUOTE}"
    if first and first in STARTS:
        return f"dấu {first} ở đầu giá trị; {QUOTE}"
    return f"dấu {first} ở đầu giá trị; {QUOTE}" if value.startswith(("- ", "? ")) else ""
