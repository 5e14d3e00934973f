"""Rows as they are written, kept from one build to the next by what they were made from."""

import json
from pathlib import Path
from typing import NamedTuple

from bantin.publish.data.flat import Sheet
from bantin.publish.data.table import Table
from bantin.sealed import keep_sealed, recall_sealed

ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Line(NamedTuple):
    """One row in both forms, as UTF-8: half the memory of the text."""

    json: bytes
    csv: bytes


class Lines:
    """Makes the lines of tables; those of unchanged records come from the last build.

    Args:
        file: where they are kept; None for lines made anew.
        version: digest of all else that lines depend on.
    """

    def __init__(self, file: Path | None = None, version: str = "") -> None:
        self._file, self._version = file, version
        self._known: dict[str, tuple[bytes, bytes]] = recall_sealed(file, version) or {}
        self._asked: dict[str, tuple[bytes, bytes]] = {}

    def of(self, table: Table) -> list[Line]:
        """Return the lines of a table."""
        sheet = Sheet(table)
        if table.key is None:
            return [_made(table, sheet, record) for record in table.records]
        lines = []
        for record in table.records:
            key = f"{table.name} {table.key(record)}"
            known = self._known.get(key)
            line = Line(*known) if known else _made(table, sheet, record)
            self._asked[key] = (line.json, line.csv)
            lines.append(line)
        return lines

    def keep(self) -> None:
        """Remember the lines asked for, and no others."""
        if self._file and self._asked != self._known:
            keep_sealed(self._file, self._version, self._asked)


def _made(table: Table, sheet: Sheet, record: object) -> Line:
    row = table.row(record)
    return Line(ENCODE(row).encode(), sheet.line(row).encode())
