"""Values that YAML reads as other than they look: cut by ``#``, or with hidden characters."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from bantin.model.keys import CODED_KEYS
from bantin.reading.yaml.errors import BACKSLASH, LineColumn, YamlError
from bantin.reading.yaml.raw_text import invisible
from bantin.vietnamese.odd_characters import INVISIBLE

# Control characters, and line ends that only some programs take for one.
UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Mappings whose keys are paths of fields, and whose values are text.
OF_EVIDENCE = ("inferred", "to_confirm")
# Only where there is one of these need the values be gone through, one by one.
SIGNS = (" #", "\t#", "\\")
COMMENT = re.compile(r"[ \t]+(#.*)")
COMMENT_LINE = re.compile(r"([ \t]*)(#.*)")
# Escapes that make a blank or a control character: “C:\tin” would lose a letter.
# An escaped space stays a space; writers of YAML begin a line of a long text with one.
ODD_ESCAPE = re.compile(r"\\[^\"/uUx ]")
MAX_SHOWN = 40


class _Scalar(NamedTuple):
    """A value, the key it belongs to (``documents`` for its items), and the column of its block."""

    node: yaml.ScalarNode
    key: str
    column: int


def is_text(key: str) -> bool:
    """Whether the values of a key of an article or a registry may be any text."""
    return key not in CODED_KEYS


def check_values(
    root: yaml.Node, text: str, first_line: int, *, is_text: Callable[[str], bool] = is_text
) -> None:
    """Raise YamlError for a value that says less than is written, or what nobody can see.

    Args:
        root: of the composed text.
        text: the document.
        first_line: line of the file on which it begins.
        is_text: whether the values of a key may be any text; only such can be cut unnoticed.
    """
    if not any(sign in text for sign in SIGNS):
        return
    lines = text.split("\n")
    for scalar in _scalars(root, "", 0):
        _check_escapes(scalar.node, lines, first_line)
        if found := _cut(scalar, lines, is_text=is_text(scalar.key)):
            line, column, comment = found
            raise YamlError(LineColumn(line + first_line, column + 1), _message(comment))


def _scalars(node: yaml.Node, key: str, column: int) -> Iterator[_Scalar]:
    if isinstance(node, yaml.ScalarNode):
        yield _Scalar(node, key, column)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key, node.start_mark.column)
    else:
        for key_node, value in node.value:
            name = key if key in OF_EVIDENCE else str(key_node.value)
            yield from _scalars(value, name, node.start_mark.column)


def _check_escapes(node: yaml.ScalarNode, lines: list[str], first_line: int) -> None:
    """Refuse what a text between quotation marks hides behind a backslash."""
    if node.style != '"':
        return
    at = LineColumn(node.start_mark.line + first_line, node.start_mark.column + 1)
    if match := UNPRINTABLE.search(node.value) or INVISIBLE.search(node.value):
        is_control = UNPRINTABLE.match(match[0])
        control = f"có ký tự không in được (U+{ord(match[0]):04X}); hãy xóa đi"
        message = control if is_control else invisible(match[0])
        raise YamlError(at, f"dấu \\ trong ngoặc kép: {message}")
    written = [*lines[node.start_mark.line : node.end_mark.line + 1]]
    written[-1] = written[-1][: node.end_mark.column]
    written[0] = written[0][node.start_mark.column :]
    if any(ODD_ESCAPE.search(line.replace("\\\\", "")) for line in written):
        raise YamlError(at, BACKSLASH)


def _cut(scalar: _Scalar, lines: list[str], *, is_text: bool) -> tuple[int, int, str] | None:
    """Return line and column from 0 of the comment that cuts a value, and the comment."""
    node, end = scalar.node, scalar.node.end_mark
    if node.style in {"|", ">"}:
        return _comment_below(end.line, scalar.column, lines) if is_text else None
    if end.line < len(lines) and (match := COMMENT.match(lines[end.line], end.column)):
        is_glued = match[1][1:2].strip("# ")  # as in “#3”, which is no comment
        # Of a value that is all comment, nothing is left whatever its form.
        if is_glued or (not node.style and (is_text or not node.value)):
            return end.line, match.start(1), match[1]
        return None
    return _comment_below(end.line + 1, scalar.column, lines) if is_text and node.value else None


def _comment_below(line: int, column: int, lines: list[str]) -> tuple[int, int, str] | None:
    """Return a comment on a line that is indented as if it belonged to the value above."""
    match = COMMENT_LINE.fullmatch(lines[line]) if line < len(lines) else None
    return (line, match.start(2), match[2]) if match and len(match[1]) > column else None


def _message(comment: str) -> str:
    shown = comment if len(comment) <= MAX_SHOWN else comment[:MAX_SHOWN] + "…"
    return (
        f"dấu # sau dấu cách làm mất phần «{shown}»; hãy đặt cả giá trị trong dấu ngoặc kép, "
        "còn nếu là ghi chú thì để ở dòng riêng, thẳng cột với tên trường"
    )
