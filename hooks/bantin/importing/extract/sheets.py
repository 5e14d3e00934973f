"""Tables that only arrange what is said: letterheads, and forms of a label beside its value."""

import re
from collections.abc import Iterable, Iterator

from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold

_HEAD = re.compile(
    r"doc lap\W+tu do\W+hanh phuc|cong hoa xa hoi chu nghia|dang cong san viet nam"
    r"|\bngay (?:\d+|\W+) thang (?:\d+|\W+) nam\b"
)
_LABEL = re.compile(
    r"\W*(?:\d+\W*)?(?:thoi gian|dia diem|ngay|chu tri|chu toa|thanh phan|noi dung|don vi|to chuc"
    r"|co quan|tac gia|nguon|tieu de|tom tat|ket qua|han che|ton tai|nhiem vu|phuong huong"
    r"|ket luan|dai bieu|hoi nghi|chuyen muc|nguoi (?:dang|viet)|cap nhat|giai doan)\b.{0,40}"
)
_GAP = re.compile(r"\t+| {4,}")
_FIRST = 3
_COLUMNS = 2
_NEEDED = 0.6
_LONGEST_CELL = 400


def is_letterhead(text: str) -> bool:
    """Whether a table is the head of an official letter, set in two columns."""
    return len(text) < _LONGEST_CELL and bool(_HEAD.search(fold(text)))


def part_columns(line: str) -> list[str]:
    """Return the two sides of a line of a letterhead set with tabs or spaces, else the one line."""
    parts = [" ".join(part.split()) for part in _GAP.split(line.strip())]
    is_head = len(parts) > 1 and is_letterhead(line)
    return parts if is_head else [" ".join(line.split())]


def unfold(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, a form's rows as “label: value” lines, other tables as they are."""
    for number, block in enumerate(blocks):
        rows = _rows(block.text) if block.kind == "table" else []
        if rows and _is_form(rows):
            yield from (Block(_line(row), gap=True) for row in rows if any(row))
        elif rows and number < _FIRST and is_letterhead(block.text):
            yield from (Block(cell, align="center") for row in rows for cell in row if cell)
        else:
            yield block


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.split("\n") if not line.startswith("| ---") and line != "|"]
    return [[c.strip().replace("\\", "") for c in line.strip("| ").split(" | ")] for line in lines]


def _is_form(rows: list[list[str]]) -> bool:
    """Two columns, most of the first one labels that a notice of a meeting has."""
    if any(len(row) > _COLUMNS for row in rows):
        return False
    labels = [row[0] for row in rows if len(row) == _COLUMNS and _LABEL.fullmatch(fold(row[0]))]
    return len(labels) > 1 and len(labels) >= len(rows) * _NEEDED


def _line(row: list[str]) -> str:
    label, value = row[0].rstrip(" :."), " ".join(row[1:])
    return f"{label}: {value}" if value else row[0]
