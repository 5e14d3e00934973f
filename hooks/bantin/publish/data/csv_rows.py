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
        return BYTE_ORDER_MARK + _line(
            [f"{name}.{field}" if field else name for name, field in self._heads]
        )

    def line(self, row: Mapping[str, Any]) -> str:
        """Return a row as a line."""
        return _line(map(_cell, _values(row, self._heads)))


def _line(cells: Iterable[str]) -> str:
    return ",".join([_quoted(cell) for cell in cells]) + LINE_END


def _quoted(cell: str) -> str:
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _heads(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the name of each column, and the field of the record in it that one shows, if any."""
    for column in table.columns:
        for field in column.schema.get("properties") or ("",):
            yield column.name, field


def _values(row: Mapping[str, Any], heads: Iterable[tuple[str, str]]) -> Iterator[Any]:
    for name, field in heads:
        value = row[name]
        yield value[field] if field and value is not None else value


def _cell(value: object) -> str:
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not value and value != 0:
        return ""
    if isinstance(value, list) and isinstance(value[0], str):  # then all are
        return _harmless(SEPARATOR.join(value))
    if isinstance(value, (list, dict)):
        return to_json(value).decode()
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a date without a year stays."""
    return f"'{text}" if text[:1] in RISKY and FORMULA.match(text) else text
