"""Rows as they are written, on the disk: however large the archive, one is held at a time."""

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from bantin.publish.data.flat import Sheet
from bantin.publish.data.table import Table

ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# What a file begins with: checksum of all that follows. Before each row: the lengths of its parts.
SEAL = struct.Struct("<I")
LENGTHS = struct.Struct("<III")


class Row(NamedTuple):
    """One row: what it was made from, and both forms as UTF-8."""

    key: bytes
    json: bytes
    csv: bytes


class Rows:
    """The rows of a table, read from the disk as they are asked for."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __iter__(self) -> Iterator[Row]:
        with self._file.open("rb") as opened:
            opened.seek(SEAL.size)
            while row := _read(opened):
                yield row


class Lines:
    """Makes the rows of tables; those of unchanged records come from the last build.

    Args:
        folder: where they are kept.
        version: digest of all else that rows depend on.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._version = folder, version

    def of(self, table: Table) -> Rows:
        """Return the rows of a table."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{table.name}.bin"
        fresh = file.with_suffix(".new")
        with fresh.open("wb") as out:
            out.write(SEAL.pack(0))
            seal = 0
            for key, json_, csv_ in self._rows(table, file):
                packed = LENGTHS.pack(len(key), len(json_), len(csv_)) + key + json_ + csv_
                seal = crc32(packed, seal)
                out.write(packed)
            out.seek(0)
            out.write(SEAL.pack(seal))
        fresh.replace(file)
        return Rows(file)

    def _rows(self, table: Table, file: Path) -> Iterator[Row]:
        sheet = Sheet(table)
        if not table.key or not _is_whole(file):
            yield from (self._made(table, sheet, record) for record in table.records)
            return
        places = _places(file)
        with file.open("rb") as opened:
            for record in table.records:
                at = places.get(self._key(table, record))
                if at is not None:
                    opened.seek(at)
                kept = _read(opened) if at is not None else None
                yield kept or self._made(table, sheet, record)

    def _made(self, table: Table, sheet: Sheet, record: object) -> Row:
        row = table.row(record)
        return Row(self._key(table, record), ENCODE(row).encode(), sheet.line(row).encode())

    def _key(self, table: Table, record: object) -> bytes:
        return f"{self._version} {table.key(record)}".encode() if table.key else b""


def _is_whole(file: Path) -> bool:
    """Whether a file is there and as it was written."""
    try:
        with file.open("rb") as opened:
            (told,) = SEAL.unpack(opened.read(SEAL.size))
            seal = 0
            while block := opened.read(1 << 20):
                seal = crc32(block, seal)
            return bool(seal == told)
    except (OSError, struct.error):
        return False


def _places(file: Path) -> Mapping[bytes, int]:
    """Return where the row of each key begins."""
    places = dict[bytes, int]()
    with file.open("rb") as opened:
        opened.seek(SEAL.size)
        while True:
            at = opened.tell()
            row = _read(opened)
            if not row:
                return places
            places[row.key] = at


def _read(opened: BinaryIO) -> Row | None:
    """Return the row that begins here; None at the end, or where what follows is none."""
    try:
        lengths = LENGTHS.unpack(opened.read(LENGTHS.size))
        row = Row(*map(opened.read, lengths))
        return row if tuple(map(len, row)) == lengths else None
    except struct.error:
        return None
