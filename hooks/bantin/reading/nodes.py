"""YAML as editors write it: every scalar stays the text it was, with its line and column.

Built on PyYAML's events rather than on its constructors, which would read
``14:30`` as 870, ``0123`` as 83 and let a second ``title`` win in silence.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
FieldPath: TypeAlias = tuple[str | int, ...]

MAX_NODES = 20_000
MAX_DEPTH = 12
Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

EXPLAINED = {
    "mapping values are not allowed": "dấu hai chấm kèm dấu cách nằm giữa giá trị; "
    "hãy đặt cả giá trị trong dấu ngoặc kép",
    "cannot start any token": "có ký tự Tab hoặc ký tự lạ ở đầu giá trị; "
    "hãy dùng dấu cách, hoặc đặt giá trị trong dấu ngoặc kép",
    "unexpected end of stream": "dấu ngoặc kép hoặc ngoặc vuông mở ra mà chưa đóng",
    "expected ',' or ']'": "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc dấu đóng",
    "expected ',' or '}'": "khối trong ngoặc nhọn thiếu dấu phẩy hoặc dấu đóng",
    "expected key": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected ':'": "thiếu dấu hai chấm sau tên trường",
    "expected <block end>": "thụt đầu dòng không thẳng hàng với các mục cùng cấp",
    "expected '-' indicator": "các mục của danh sách không thẳng hàng",
    "undefined alias": "dấu * ở đầu giá trị; hãy đặt giá trị trong dấu ngoặc kép",
    "special characters are not allowed": "có ký tự điều khiển không in được; hãy xóa đi",
}


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


@dataclass(slots=True)
class Marks:
    """Where each field stands, by its path from the root of the block."""

    values: dict[FieldPath, Mark] = field(default_factory=dict)
    keys: dict[FieldPath, Mark] = field(default_factory=dict)

    def locate(self, path: FieldPath) -> Mark:
        """The place of ``path``, or of the nearest part of it that was written."""
        for size in range(len(path), -1, -1):
            known = self.values.get(path[:size])
            if known:
                return known
        return Mark(1, 1)


def load(text: str, first_line: int = 1) -> tuple[Value, Marks]:
    """Return the value of a YAML text and the place of every part of it.

    Args:
        text: one YAML document.
        first_line: line of the file on which ``text`` begins.

    Raises:
        YamlError: for a syntax error, a repeated key, an anchor, alias or tag,
            or a text too large or too deep to be content.
    """
    try:
        return _Builder(text, first_line).build()
    except yaml.MarkedYAMLError as error:
        raise _explain(error, first_line) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + first_line
        raise YamlError(Mark(line, 1), EXPLAINED["special characters are not allowed"]) from None


def _explain(error: yaml.MarkedYAMLError, first_line: int) -> YamlError:
    spot = error.problem_mark or error.context_mark
    mark = Mark(spot.line + first_line, spot.column + 1) if spot else Mark(first_line, 1)
    said = f"{error.context or ''} {error.problem or ''}"
    reason = next((text for key, text in EXPLAINED.items() if key in said), None)
    return YamlError(mark, reason or f"không đọc được ở chỗ này ({said.strip()})")


class _Builder:
    """Builds one document from parser events, remembering places."""

    def __init__(self, text: str, first_line: int) -> None:
        self.events = yaml.parse(text, Loader=Loader)
        self.first_line = first_line
        self.marks = Marks()
        self.count = 0

    def build(self) -> tuple[Value, Marks]:
        value: Value = ""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                raise YamlError(self.mark(event), "có hai khối thông tin; chỉ được một")
            if isinstance(event, yaml.NodeEvent):
                value = self.node(event, ())
        return value, self.marks

    def mark(self, event: yaml.Event) -> Mark:
        spot = event.start_mark
        line, column = (spot.line, spot.column) if spot else (0, 0)
        return Mark(line + self.first_line, column + 1)

    def node(self, event: yaml.Event, path: FieldPath) -> Value:
        mark = self.mark(event)
        self.refuse(event, mark, path)
        self.marks.values[path] = mark
        if isinstance(event, yaml.ScalarEvent):
            is_empty = event.implicit[0] and event.value in ("", "~", "null")
            return "" if is_empty else str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def refuse(self, event: yaml.Event, mark: Mark, path: FieldPath) -> None:
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(mark, "dấu & hoặc * ở đầu giá trị; hãy đặt giá trị trong dấu ngoặc kép")
        if getattr(event, "tag", None):
            raise YamlError(mark, "dấu ! ở đầu giá trị; hãy đặt giá trị trong dấu ngoặc kép")
        if self.count > MAX_NODES or len(path) > MAX_DEPTH:
            raise YamlError(mark, "khối thông tin quá lớn hoặc lồng quá sâu")

    def sequence(self, path: FieldPath) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: FieldPath) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, path)
            value = self.node(next(self.events), (*path, key))
            if value != "":
                fields[key] = value
        return fields

    def key(self, event: yaml.Event, path: FieldPath) -> str:
        mark = self.mark(event)
        self.refuse(event, mark, path)
        if not isinstance(event, yaml.ScalarEvent):
            raise YamlError(mark, "tên trường phải là một từ, không phải danh sách")
        key = str(event.value)
        if first := self.marks.keys.get((*path, key)):
            message = f"trường «{key}» đã có ở dòng {first.line}; mỗi trường chỉ viết một lần"
            raise YamlError(mark, message)
        self.marks.keys[(*path, key)] = mark
        return key
