"""Rows as they are written, kept from one build to the next by what they were made from.

The file may be missing, cut short or damaged at any time: its seal is checked before anything
in it is believed, and without it all rows are made anew.
"""

import json
import pickle
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bantin.publish.data.flat import Sheet
from bantin.publish.data.table import Table

ENCODE = json.JSONEncoder(ensure_ascii=False).encode
SEAL = sha256().digest_size


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
        self._known: dict[str, tuple[bytes, bytes]] = self._recall()
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
            payload = pickle.dumps(self._asked, protocol=pickle.HIGHEST_PROTOCOL)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_bytes(self._seal(payload) + payload)
            fresh.replace(self._file)

    def _recall(self) -> dict[str, tuple[bytes, bytes]]:
        data = self._file.read_bytes() if self._file and self._file.is_file() else b""
        seal, payload = data[:SEAL], data[SEAL:]
        if len(seal) < SEAL or seal != self._seal(payload):
            return {}
        known: dict[str, tuple[bytes, bytes]] = pickle.loads(payload)  # noqa: S301 - sealed by our own code
        return known

    def _seal(self, payload: bytes) -> bytes:
        return sha256(self._version.encode() + payload).digest()


def _made(table: Table, sheet: Sheet, record: object) -> Line:
    row = table.row(record)
    return Line(ENCODE(row).encode(), sheet.line(row).encode())
