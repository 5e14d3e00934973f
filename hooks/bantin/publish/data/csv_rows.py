"""Rows as CSV: nested values spread over columns, and nothing that a spreadsheet would execute."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from bantin.publish.data.table import Table

# Without it Excel reads UTF-8 as the encoding of the machine.
BYTE_ORDER_MARK = "\ufeff"
QUOTE = '"'
SEPARATOR = " | "
LINE_END = "\r\n"
# What a spreadsheet takes for a formula (OWASP, CSV injection), also in the full width that it may
# narrow. It sees one at the start of a cell; one that parts cells at semicolons, as those set to
# Vietnamese do, also after a semicolon or a line break within quotes. There a dash before a blank
# begins an item of a list, unless what follows could run: a function or a command.
START = re.compile(r"\s*[\t\r\n=+@＝＋＠]|\s*[-－](?!-\d\d-\d\d$)")  # "--11-28" is a date of ours
INNER = re.compile(
    r"([;\t\r\n][ \xa0\"']*)(?=[=+@＝＋＠]|[-－](?:\S|[^;\n]*(?:\w\(|\|)))",
)


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
        return _line(map(_quoted, _values(row, self._columns)))


def _line(cells: Iterable[str]) -> str:
    return ",".join(cells) + LINE_END


def _quoted(value: object) -> str:
    """Return a value as a cell: all text in quotes, so that no mark in it can end the cell."""
    cell = cell_of(value)
    if not cell or _is_number(value):
        return cell
    return f'"{cell.replace(QUOTE, QUOTE + QUOTE)}"' if QUOTE in cell else f'"{cell}"'


def _is_number(value: object) -> bool:
    return isinstance(value, (bool, int, float))


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
        return _harmless(to_json(value).decode())
    return str(value)


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a date without a year stays."""
    if ";" in text or "\n" in text or "\t" in text or "\r" in text:  # twice as fast as a pattern
        text = INNER.sub(r"\1'", text)
    # No letter or digit can begin a formula, and most cells begin with one.
    return f"'{text}" if not text[:1].isalnum() and START.match(text) else text
