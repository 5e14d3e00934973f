"""YAML that is no content: syntax errors explained, and constructs refused."""

import re
from dataclasses import dataclass

import yaml

MAX_NODES = 200_000
MAX_DEPTH = 12
# Without any of these a text has no anchor, alias or tag, and cannot be deep; patterns that begin
# with one certain character are found many times faster.
MARKERS = ("&", "*", "!", "\n" + 40 * " ")
FLOW, BLOCK = r"\s*(?:[\[{]\s*){3}", r"\s+(?:[-?]\s+){3}"
NESTED = tuple(map(re.compile, (r"\[" + FLOW, r"\{" + FLOW, "-" + BLOCK, r"\?" + BLOCK)))
MANY_BRACKETS = 200

QUOTE = "hãy đặt giá trị trong dấu ngoặc kép"
CONTROL = "có ký tự điều khiển không in được; hãy xóa đi"
EXPLAINED = {
    "mapping values are not allowed": "dấu hai chấm kèm dấu cách nằm giữa giá trị; "
    "hãy đặt cả giá trị trong dấu ngoặc kép",
    "found a tab character": "có ký tự Tab; hãy dùng dấu cách",
    "cannot start any token": "có ký tự Tab hoặc ký tự lạ ở đầu giá trị; "
    "hãy dùng dấu cách, hoặc đặt giá trị trong dấu ngoặc kép",
    "unexpected end of stream": "dấu ngoặc kép mở ra ở đây mà chưa đóng",
    "unexpected document indicator": "dấu ngoặc kép mở ra ở đây mà chưa đóng",
    "unknown escape character": "dấu \\ trong ngoặc kép; hãy dùng dấu ngoặc đơn '…' thay thế",
    "while scanning an a": f"dấu & hoặc * ở đầu giá trị; {QUOTE}",
    "while scanning a tag": f"dấu ! ở đầu giá trị; {QUOTE}",
    "undefined tag handle": f"dấu ! ở đầu giá trị; {QUOTE}",
    "while parsing a tag": f"dấu ! ở đầu giá trị; {QUOTE}",
    "while scanning a directive": "dấu % ở đầu dòng; hãy bỏ đi",
    "block scalar": f"dấu | hoặc > ở đầu giá trị; {QUOTE}",
    "expected ',' or ']'": "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc dấu đóng",
    "expected ',' or '}'": "khối trong ngoặc nhọn thiếu dấu phẩy hoặc dấu đóng",
    "expected key": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected ':'": "thiếu dấu hai chấm sau tên trường",
    "expected <block end>": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected '-' indicator": "các mục của danh sách không thẳng hàng",
    "but found another document": "có hai khối thông tin; chỉ được một",
    "control characters are not allowed": CONTROL,
    "special characters are not allowed": CONTROL,
}
# Told at the place where it was opened, not where the text ends.
OPENED = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while scanning an a",
    "while parsing a flow",
)
UNREADABLE = f"không đọc được ở chỗ này; {QUOTE}"
MISPLACED = "dòng này thụt vào không thẳng hàng với các trường cùng cấp"
INDENTED_KEY = re.compile(r"\s+[\w-]+")


class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # one of two
    """Reads nodes without asking for their tags, which nobody looks at."""

    def descend_resolver(self, *_: object) -> None:
        """Do nothing."""

    def ascend_resolver(self) -> None:
        """Do nothing."""

    def resolve(self, *_: object) -> str:
        """Return no tag."""
        return ""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A 1-based line and column."""

    line: int
    column: int


class YamlError(Exception):
    """Text that cannot be taken as fields; not a ValueError, which python-frontmatter swallows."""

    def __init__(self, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.message = message


def mark_of(spot: "yaml.Mark | yaml._yaml.Mark | None", first_line: int) -> Mark:
    """Return PyYAML's mark as a place in the file."""
    line, column = (spot.line, spot.column) if spot else (0, 0)
    return Mark(line + first_line, column + 1)


def explain(error: yaml.YAMLError, text: str, first_line: int) -> YamlError:
    """Return a syntax error in Vietnamese, at its place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlError(Mark(first_line, 1), CONTROL)
    context, problem = error.context or "", error.problem or ""
    spot = error.problem_mark or error.context_mark
    if context.startswith(OPENED) and error.context_mark:
        spot = error.context_mark
    mark = mark_of(spot, first_line)
    if "mapping values" in problem:
        line = text.split("\n")[mark.line - first_line]
        if INDENTED_KEY.fullmatch(line[: mark.column - 1]):
            return YamlError(mark, MISPLACED)
    said = f"{context} {problem}"
    reason = next((words for key, words in EXPLAINED.items() if key in said), UNREADABLE)
    return YamlError(mark, reason)


def _is_suspect(text: str) -> bool:
    """Whether a text has to be gone through; told sooner than what is wrong with it."""
    if any(marker in text for marker in MARKERS):
        return True
    if text.count("[") + text.count("{") >= MANY_BRACKETS:
        return True
    return any(nested.search(text) for nested in NESTED)


def refuse(text: str, first_line: int) -> None:
    """Raise YamlError for an anchor, alias or tag, or a text too large or too deep."""
    if not _is_suspect(text):
        return
    depth = count = 0
    for event in yaml.parse(text, Loader=Loader):
        mark = mark_of(event.start_mark, first_line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(mark, f"dấu & hoặc * ở đầu giá trị; {QUOTE}")
        if getattr(event, "tag", None):
            raise YamlError(mark, f"dấu ! ở đầu giá trị; {QUOTE}")
        count += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if count > MAX_NODES or depth > MAX_DEPTH:
            raise YamlError(mark, "khối thông tin quá lớn hoặc lồng quá sâu")
