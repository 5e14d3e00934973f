"""Rows as CSV: nested values spread over columns, and nothing a spreadsheet would execute."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bantin.publish.data.table import Table

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Vietnamese for another encoding
SEPARATOR = " | "
ENCODE = json.JSONEncoder(ensure_ascii=False).encode
FORMULA = re.compile(r"[=+@\t\r]|-(?!-\d\d-\d\d$)")


def csv_of(table: Table, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV (RFC 4180) with one head line.

    A nested record takes a column for each of its fields, named with a dot; a list of texts is
    joined; a list of records is written as JSON.
    """
    heads = list(_heads(table))
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(".".join(path) for path in heads)
    writer.writerows([_cell(value) for value in _values(row, heads)] for row in rows)
    return BYTE_ORDER_MARK + sheet.getvalue()


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
    if not value and value is not False and value != 0:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return _harmless(SEPARATOR.join(value))
    if isinstance(value, (list, dict)):
        return ENCODE(value)
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a date without a year stays."""
    return f"'{text}" if FORMULA.match(text) else text
