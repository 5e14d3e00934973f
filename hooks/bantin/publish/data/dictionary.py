"""The data dictionary: every file and every column in words."""

from collections.abc import Iterable
from typing import NamedTuple

from bantin.compile.addresses import DATA
from bantin.compile.page import Page
from bantin.publish.data.table import Schema, Table

KINDS = {
    "string": "chữ",
    "integer": "số nguyên",
    "boolean": "đúng/sai",
    "object": "bản ghi",
    "array": "danh sách",
}


class ColumnLine(NamedTuple):
    """A column as the dictionary shows it."""

    name: str
    kind: str
    meaning: str


class TableView(NamedTuple):
    """A table as the dictionary shows it."""

    name: str
    title: str
    meaning: str
    total: int
    columns: tuple[ColumnLine, ...]


def data_page(tables: Iterable[Table]) -> Page:
    """Return the page ``/du-lieu/``."""
    described = "Toàn bộ bản tin dưới dạng dữ liệu để dùng lại: JSON, CSV, kèm từ điển dữ liệu."
    return Page(DATA, "data.html", "Dữ liệu mở", tuple(map(_view, tables)), described)


def _view(table: Table) -> TableView:
    columns = tuple(ColumnLine(c.name, kind_of(c.schema), c.meaning) for c in table.columns)
    return TableView(table.name, table.title, table.meaning, len(table.records), columns)


def kind_of(schema: Schema) -> str:
    """Return what a column may hold, in words: “chữ, có thể trống”, or the values allowed."""
    if "enum" in schema:
        words = ", ".join(str(value) for value in schema["enum"] if value is not None)
        return words + (", có thể trống" if None in schema["enum"] else "")
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = "ngày" if "--" in schema.get("pattern", "") else KINDS[types[0]]
    if "items" in schema:
        kind += f" ({kind_of(schema['items'])})"
    if "properties" in schema:
        kind += f" ({', '.join(schema['properties'])})"
    return kind + (", có thể trống" if "null" in types else "")
