"""Tables used for layout, not for data: letterheads in two columns, forms of label and value."""

import re
from collections.abc import Iterable, Iterator

from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold

# On folded text. A letterhead has the state's or the Party's line, or the place and day:
# “CỘNG HÒA XÃ HỘI CHỦ NGHĨA …”, “Độc lập - Tự do - Hạnh phúc”, “Gia Lai, ngày … tháng … năm 2024”.
_LETTERHEAD = re.compile(
    r"doc lap\W+tu do\W+hanh phuc|cong hoa xa hoi chu nghia|dang cong san viet nam"
    r"|\bngay (?:\d+|\W+) thang (?:\d+|\W+) nam\b"
)
# The label of a form about a meeting: “Thời gian”, “1. Địa điểm”, “Thành phần tham dự”.
_LABEL = re.compile(
    r"\W*(?:\d+\W*)?(?:thoi gian|dia diem|ngay|chu tri|chu toa|thanh phan|noi dung|don vi|to chuc"
    r"|co quan|tac gia|nguon|tieu de|tom tat|ket qua|han che|ton tai|nhiem vu|phuong huong"
    r"|ket luan|dai bieu|hoi nghi|chuyen muc|nguoi (?:dang|viet)|cap nhat|giai doan)\b.{0,40}"
)
_COLUMN_GAP = re.compile(r"\t+| {4,}")
_TOP_BLOCKS = 3  # a letterhead is at the top of the page
_FORM_COLUMNS = 2
_LABEL_SHARE = 0.6
_MAX_LETTERHEAD = 400


def is_letterhead(text: str) -> bool:
    """Whether a text is the head of an official letter, which is set in two columns."""
    return len(text) < _MAX_LETTERHEAD and bool(_LETTERHEAD.search(fold(text)))


def split_columns(line: str) -> list[str]:
    """Return the two sides of a letterhead line set with tabs or spaces; else the line itself."""
    columns = [" ".join(column.split()) for column in _COLUMN_GAP.split(line.strip())]
    is_split = len(columns) > 1 and is_letterhead(line)
    return columns if is_split else [" ".join(line.split())]


def flatten_layout_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with layout tables as lines of text and tables of data as they are.

    The rows of a form become “label: value”, the cells of a letterhead centred lines.
    """
    for number, block in enumerate(blocks):
        rows = _rows(block.text) if block.kind == "table" else []
        if rows and _is_form(rows):
            yield from (Block(_form_line(row), gap_before=True) for row in rows if any(row))
        elif rows and number < _TOP_BLOCKS and is_letterhead(block.text):
            yield from (Block(cell, align="center") for row in rows for cell in row if cell)
        else:
            yield block


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.split("\n") if not line.startswith("| ---") and line != "|"]
    return [[c.strip().replace("\\", "") for c in line.strip("| ").split(" | ")] for line in lines]


def _is_form(rows: list[list[str]]) -> bool:
    """Whether a table has two columns, the first mostly of labels that a meeting notice has."""
    if any(len(row) > _FORM_COLUMNS for row in rows):
        return False
    labels = [
        row[0] for row in rows if len(row) == _FORM_COLUMNS and _LABEL.fullmatch(fold(row[0]))
    ]
    return len(labels) > 1 and len(labels) >= len(rows) * _LABEL_SHARE


def _form_line(row: list[str]) -> str:
    label, value = row[0].rstrip(" :."), " ".join(row[1:])
    return f"{label}: {value}" if value else row[0]
