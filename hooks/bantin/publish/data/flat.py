"""Rows as CSV: nested values spread over columns, and nothing a spreadsheet would execute."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from bantin.publish.data.table import Table

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Vietnamese for another encoding
SEPARATOR = " | "
LINE_END = "\r\n"
RISKY = frozenset("=+@\t\r-")
FORMULA = re.compile(r"[=+@\t\r]|-(?!-\d\d-\d\d$)")


class Sheet:
    """Rows of a table as lines of CSV (RFC 4180).

    A nested record takes a column for each of its fields, named with a dot; a list of texts is
    joined; a list of records is written as JSON.
    """

    def __init__(self, table: Table) -> None:
        self._heads = list(_heads(table))

    @property
    def head(self) -> str:
        """The line of names that a file begins with."""
        return BYTE_ORDER_MARK + _line([".".join(path) for path in self._heads])

    def line(self, row: Mapping[str, Any]) -> str:
        """Return a row as a line."""
        return _line([_cell(value) for value in _values(row, self._heads)])


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + LINE_END


def _quoted(cell: str) -> str:
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _heads(table: Table) -> Iterator[tuple[str, ...]]:
    for column in table.columns:
        inner = column.schema.get("properties")
        if inner:
            yield from ((column.name, name) for name in inner)
        else:
            yield (column.name,)


def _values(row: Mapping[str, Any], heads: Iterable[tuple[str, ...]]) -> Iterator[Any]:
    for name, *inner in heads:
        value = row[name]
        yield value[inner[0]] if inner and value is not None else value


def _cell(value: object) -> str:
    if isinstance(value, str):
        return _harmless(value)
    if not value and value is not False and value != 0:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return _harmless(SEPARATOR.join(value))
    if isinstance(value, (list, dict)):
        return to_json(value).decode()
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a date without a year stays."""
    return f"'{text}" if text[:1] in RISKY and FORMULA.match(text) else text
