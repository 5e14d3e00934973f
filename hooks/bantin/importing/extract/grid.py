"""Rows of cells, some of which span several rows or columns, as rows of equal length."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MAX_SPAN = 1000  # a span beyond it is a mistake, or made to fill the memory


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        columns: how many it spans.
        rows: so; 0 for all that are left.
    """

    text: str
    columns: int = 1
    rows: int = 1


def fill(rows: Iterable[Sequence[Cell]]) -> list[list[str]]:
    """Return the texts of a table with an empty one wherever a cell only reaches from elsewhere.

    The text of a cell stands where the cell begins, so that each figure is right under its heading.
    """
    filled: list[list[str]] = []
    reaching: dict[int, int] = {}  # column -> rows that a cell above still reaches down
    for row in rows:
        texts: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            _skip(texts, reaching)
            columns = max(1, min(cell.columns, _MAX_SPAN))
            height = cell.rows if cell.rows > 0 else _MAX_SPAN
            below |= {len(texts) + n: height - 1 for n in range(columns)}
            texts += [cell.text, *[""] * (columns - 1)]
        _skip(texts, reaching)
        filled.append(texts)
        reaching = {c: n - 1 for c, n in reaching.items() if n > 1} | {
            c: n for c, n in below.items() if n > 0
        }
    width = max(map(len, filled), default=0)
    return [[*row, *[""] * (width - len(row))] for row in filled]


def split_title(rows: list[list[str]]) -> tuple[str, list[list[str]]]:
    """Return the title of a table that stands in its first row alone, and the other rows."""
    if len(rows) > 2 and rows[0][0] and not any(rows[0][1:]) and sum(map(bool, rows[1])) > 1:  # noqa: PLR2004 - a head and one row
        return rows[0][0], rows[1:]
    return "", rows


def _skip(texts: list[str], reaching: dict[int, int]) -> None:
    while reaching.get(len(texts), 0) > 0:
        texts.append("")
