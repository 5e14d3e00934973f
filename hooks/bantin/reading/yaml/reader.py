"""YAML as editors write it: every scalar stays the text it was.

Built on PyYAML's nodes, not on its constructors: those would read ``14:30`` as 870 and ``0123`` as
83, and would let a second ``title`` overwrite the first without a word.
"""

from functools import cached_property
from unicodedata import normalize

import yaml

from bantin.model.problem import FieldPath
from bantin.reading.yaml.errors import LineColumn, Loader, YamlError, explain, line_column, refuse
from bantin.reading.yaml.lines import Value, read_lines
from bantin.reading.yaml.raw_text import check_text
from bantin.reading.yaml.values import check_values

__all__ = ["FieldLocations", "FieldPath", "LineColumn", "Value", "YamlError", "load", "parse"]

NULLS = ("", "~", "null")


class FieldLocations:
    """Where each field is written; looked up only once something is wrong, as it is slow.

    Args:
        text: one YAML document without an error.
        first_line: line of the file on which it begins.
    """

    def __init__(self, text: str = "", first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._keys: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}

    @cached_property
    def root(self) -> yaml.Node | None:
        """The root of the composed text; YamlError where that cannot be read."""
        try:
            root: yaml.Node | None = yaml.compose(self.text, Loader=Loader)
        except yaml.YAMLError as error:
            raise explain(error, self.text, self.first_line) from None
        return root

    def value(self, path: FieldPath) -> Value:
        """Return the value at ``path`` with its empty fields; an empty text where it has a tag."""
        node = self.root
        for part in path:
            below = self._child(node, part)
            node = below[1] if below else None
        return "" if node is None else _value(node, self.first_line, with_empty=True)

    def _child(self, node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
        """Return the key and the value of a part of a node; an item of a list is its own key."""
        if isinstance(node, yaml.MappingNode):
            return self._keys_of(node).get(str(part))
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            return node.value[part], node.value[part]
        return None

    def _keys_of(self, node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """Return the keys of a mapping, looked up once: one may have tens of thousands."""
        if id(node) not in self._keys:
            pairs = reversed(node.value)  # so that the first of a key that comes twice counts
            self._keys[id(node)] = {str(key.value): (key, value) for key, value in pairs}
        return self._keys[id(node)]

    def has(self, path: FieldPath) -> bool:
        """Whether there is a key or an item at ``path``, even an empty one."""
        node = self.root
        for part in path:
            below = self._child(node, part)
            if below is None:
                return False
            node = below[1]
        return True

    def locate(self, path: FieldPath) -> LineColumn:
        """Return where the value at ``path`` is, or the nearest part of ``path`` that exists."""
        node = self.root
        for part in path:
            below = self._child(node, part)
            if below is None:
                break
            node = below[1]
        return line_column(node.start_mark if node else None, self.first_line)

    def locate_key(self, path: FieldPath) -> LineColumn:
        """Return where the key at ``path`` is, or else what ``locate`` finds."""
        node = self.root
        for number, part in enumerate(path):
            below = self._child(node, part)
            if below is None:
                break
            if number == len(path) - 1:
                return line_column(below[0].start_mark, self.first_line)
            node = below[1]
        return self.locate(path)


def load(text: str, first_line: int = 1) -> tuple[Value, FieldLocations]:
    """Return the value of a YAML text, and where every part of it is written.

    Args:
        text: one YAML document.
        first_line: line of the file on which ``text`` begins.

    Raises:
        YamlError: for a syntax error, a repeated key, an anchor, alias or tag,
            or a text too large or too deep to be content.
    """
    fields = read_lines(text)
    value = parse(text, first_line) if fields is None else fields
    return value, FieldLocations(text, first_line)


def parse(text: str, first_line: int = 1) -> Value:
    """Return the value of a YAML text of any form; otherwise as ``load``."""
    check_text(text, first_line)
    try:
        refuse(text, first_line)
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise explain(error, text, first_line) from None
    if root is None:
        return ""
    check_values(root, text, first_line)
    return _value(root, first_line)


def _value(node: yaml.Node, first_line: int, *, with_empty: bool = False) -> Value:
    if with_empty and node.tag:
        return ""
    if isinstance(node, yaml.ScalarNode):
        if not node.style and node.value in NULLS:
            return ""
        # Only what an escape made can still be in another form.
        return normalize("NFC", node.value) if node.style == '"' else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, first_line, with_empty=with_empty) for item in node.value]
    fields = _fields(node, first_line, with_empty=with_empty)
    return fields if with_empty else {key: value for key, value in fields.items() if value != ""}


def _fields(node: yaml.Node, first_line: int, *, with_empty: bool) -> dict[str, Value]:
    return {
        key: _value(value, first_line, with_empty=with_empty)
        for key, value in fields_of(node, first_line).items()
    }


def fields_of(node: yaml.Node, first_line: int) -> dict[str, yaml.Node]:
    """Return the values of a mapping by their keys; YamlError where a key comes twice."""
    fields: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        at = line_column(key_node.start_mark, first_line)
        if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
            raise YamlError(at, "tên trường phải là một từ")
        key = str(key_node.value)
        if key in lines:
            message = f"trường «{key}» đã có ở dòng {lines[key]}; mỗi trường chỉ viết một lần"
            raise YamlError(at, message)
        lines[key] = at.line
        fields[key] = value_node
    return fields
