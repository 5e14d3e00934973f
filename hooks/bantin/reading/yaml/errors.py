"""YAML that is no content: syntax errors explained in Vietnamese, unwanted constructs refused."""

import re
from dataclasses import dataclass

import yaml

from bantin.model import Location
from bantin.reading.yaml.causes import INDENTED_KEY, MISPLACED, NO_FIELD, QUOTE, find_cause

MAX_NODES = 200_000
MAX_DEPTH = 12
# A text with none of these has no anchor, alias or tag and is not deep, so it need not be parsed to
# be accepted: nearly all texts are settled by these searches. A pattern that begins with one
# certain character is searched for many times faster than one that begins with a choice; hence
# four patterns in NESTED instead of one.
MARKERS = ("&", "*", "!", "\n" + 40 * " ")
FLOW, BLOCK = r"\s*(?:[\[{]\s*){3}", r"\s+(?:[-?]\s+){3}"
NESTED = tuple(map(re.compile, (r"\[" + FLOW, r"\{" + FLOW, "-" + BLOCK, r"\?" + BLOCK)))
MANY_BRACKETS = 200

CONTROL = "có ký tự điều khiển không in được; hãy xóa đi"
BACKSLASH = "dấu \\ trong ngoặc kép; hãy dùng dấu ngoặc đơn '…' thay thế"
EXPLAINED = {
    "mapping values are not allowed": "dấu hai chấm kèm dấu cách nằm giữa giá trị; "
    "hãy đặt cả giá trị trong dấu ngoặc kép",
    "found a tab character": "có ký tự Tab; hãy dùng dấu cách",
    "cannot start any token": "có ký tự Tab hoặc ký tự lạ ở đầu giá trị; "
    "hãy dùng dấu cách, hoặc đặt giá trị trong dấu ngoặc kép",
    "unexpected end of stream": "dấu ngoặc kép mở ra ở đây mà chưa đóng",
    "unexpected document indicator": "dấu ngoặc kép mở ra ở đây mà chưa đóng",
    "unknown escape character": BACKSLASH,
    "while scanning an a": f"dấu & hoặc * ở đầu giá trị; {QUOTE}",
    "while scanning a tag": f"dấu ! ở đầu giá trị; {QUOTE}",
    "undefined tag handle": f"dấu ! ở đầu giá trị; {QUOTE}",
    "while parsing a tag": f"dấu ! ở đầu giá trị; {QUOTE}",
    "while scanning a directive": "dấu % ở đầu dòng; hãy bỏ đi",
    "block scalar": f"dấu | hoặc > ở đầu giá trị; {QUOTE}",
    "expected ',' or ']'": "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc dấu đóng",
    "expected ',' or '}'": "khối trong ngoặc nhọn thiếu dấu phẩy hoặc dấu đóng",
    "expected key": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected ':'": NO_FIELD,
    "invalid Unicode character escape": "dấu \\ trong ngoặc kép; hãy gõ thẳng chữ cần viết",
    "expected <block end>": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected '-' indicator": "các mục của danh sách không thẳng hàng",
    "but found another document": "có hai khối thông tin; chỉ được một",
    "control characters are not allowed": CONTROL,
    "special characters are not allowed": CONTROL,
}
# Errors reported where the construct was opened; PyYAML gives where the text ends.
OPENED = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while scanning an a",
    "while parsing a flow",
)
UNREADABLE = f"không đọc được ở chỗ này; {QUOTE}"


class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # one of two
    """Composes nodes without resolving their tags, which nothing here uses."""

    def descend_resolver(self, *_: object) -> None:
        """Do nothing."""

    def ascend_resolver(self) -> None:
        """Do nothing."""

    def resolve(self, *_: object) -> str:
        """Return no tag."""
        return ""


@dataclass(frozen=True, slots=True, order=True)
class LineColumn:
    """A line and a column of a file, from 1."""

    line: int
    column: int

    def of(self, path: str) -> Location:
        """Return the location in the file of that path."""
        return Location(path, self.line, self.column)


class YamlError(Exception):
    """Text that cannot be read as fields.

    It is no ValueError, because python-frontmatter takes a ValueError for missing front matter.
    """

    def __init__(self, at: LineColumn, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


def line_column(mark: "yaml.Mark | yaml._yaml.Mark | None", first_line: int) -> LineColumn:
    """Return a position given by PyYAML, which counts from 0, as line and column of the file."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return LineColumn(line + first_line, column + 1)


def explain(error: yaml.YAMLError, text: str, first_line: int) -> YamlError:
    """Return a syntax error in Vietnamese with its line and column."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlError(LineColumn(first_line, 1), CONTROL)
    context, problem = error.context or "", error.problem or ""
    is_opened = context.startswith(OPENED) and error.context_mark
    at = line_column(
        error.context_mark if is_opened else error.problem_mark or error.context_mark, first_line
    )
    lines = text.split("\n")
    if found := find_cause(lines, at.line - first_line, at.column - 1):
        line, column, message = found
        return YamlError(LineColumn(line + first_line, column + 1), message)
    before = (
        lines[at.line - first_line][: at.column - 1] if at.line - first_line < len(lines) else ""
    )
    if "mapping values" in problem and INDENTED_KEY.fullmatch(before):
        return YamlError(at, MISPLACED)
    english = f"{context} {problem}"
    reason = next((words for key, words in EXPLAINED.items() if key in english), UNREADABLE)
    return YamlError(at, reason)


def refuse(text: str, first_line: int) -> None:
    """Raise YamlError for an anchor, alias or tag, or a text too large or too deep.

    Without this an alias could multiply a small file into gigabytes ("billion laughs").
    """
    if not _may_be_refused(text):
        return
    depth = count = 0
    for event in yaml.parse(text, Loader=Loader):
        at = line_column(event.start_mark, first_line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(at, f"dấu & hoặc * ở đầu giá trị; {QUOTE}")
        if getattr(event, "tag", None):
            raise YamlError(at, f"dấu ! ở đầu giá trị; {QUOTE}")
        count += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if count > MAX_NODES or depth > MAX_DEPTH:
            raise YamlError(at, "khối thông tin quá lớn hoặc lồng quá sâu")


def _may_be_refused(text: str) -> bool:
    """Whether a text must be parsed to know; cheap searches answer for nearly all texts."""
    if any(marker in text for marker in MARKERS):
        return True
    if text.count("[") + text.count("{") >= MANY_BRACKETS:
        return True
    return any(nested.search(text) for nested in NESTED)
