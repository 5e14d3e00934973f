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
    writer.writerows([_cell(_at(row, path)) for path in heads] for row in rows)
    return BYTE_ORDER_MARK + sheet.getvalue()


def _heads(table: Table) -> Iterator[tuple[str, ...]]:
    for column in table.columns:
        inner = column.schema.get("properties")
        if inner:
            yield from ((column.name, name) for name in inner)
        else:
            yield (column.name,)


def _at(row: Mapping[str, Any], path: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    value = row[path[0]]
    return value if len(path) == 1 or value is None else value[path[1]]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return _harmless(SEPARATOR.join(value))
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a date without a year stays."""
    return f"'{text}" if FORMULA.match(text) else text
