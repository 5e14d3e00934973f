"""The hand-written pages that ``nav`` in ``mkdocs.yml`` names: no others are published."""

from collections.abc import Iterator

import yaml

from bantin.model import Problem
from bantin.model.destinations import is_inside
from bantin.model.settings import NavPage
from bantin.reading.yaml.errors import line_column
from bantin.reading.yaml.reader import FieldLocations

FIELD = "nav"
MAX_DEPTH = 8
NO_LIST = "cần một danh sách trang, mỗi trang một dòng như «- Giới thiệu: gioi-thieu.md»"
NO_PAGE = "thấy «{}», cần tên một trang .md trong docs, như gioi-thieu.md"
TOO_DEEP = "các mục lồng nhau quá sâu"


def read_nav(locations: FieldLocations, file: str) -> Iterator[NavPage | Problem]:
    """Yield every page that is named, and a problem for what names none.

    Args:
        locations: of the settings file.
        file: its path from the project root.
    """
    root = locations.root
    fields = root.value if isinstance(root, yaml.MappingNode) else ()
    for key, node in fields:
        if key.value != FIELD or (isinstance(node, yaml.ScalarNode) and not node.value):
            continue
        if isinstance(node, yaml.SequenceNode):
            yield from _pages(node, file, MAX_DEPTH)
        else:
            yield _problem(node, file, NO_LIST)


def _pages(node: yaml.Node, file: str, depth: int) -> Iterator[NavPage | Problem]:
    if not depth:
        yield _problem(node, file, TOO_DEEP)
    elif isinstance(node, yaml.ScalarNode):
        yield from _page(node, file)
    else:
        for child in node.value:
            yield from _pages(child[1] if isinstance(child, tuple) else child, file, depth - 1)


def _page(node: yaml.ScalarNode, file: str) -> Iterator[NavPage | Problem]:
    written = str(node.value)
    if written.endswith(".md") and is_inside(written):
        at = line_column(node.start_mark, 1)
        yield NavPage(written, at.line, at.column)
    elif is_inside(written):
        yield _problem(node, file, NO_PAGE.format(written))


def _problem(node: yaml.Node, file: str, message: str) -> Problem:
    return Problem(line_column(node.start_mark, 1).of(file), message, FIELD)
