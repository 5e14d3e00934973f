"""Tables of Word: their own rows and cells, merged ones in their place, nested ones in one cell."""

from collections.abc import Callable, Iterator

from bantin.importing.extract.blocks import Dropped
from bantin.importing.extract.grid import Cell, fill
from bantin.importing.word.inline import DELETED, all_text
from bantin.importing.word.names import Node, children_of, find, name_of, value_of

_WRAPPERS = frozenset(
    ("w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag", "mc:AlternateContent")
)
_MANY = 2


def rows_of(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, not those of tables in its cells."""
    yield from _own(table, "w:tr")


def cells_of(row: Node) -> Iterator[Node]:
    """Yield the cells of a row."""
    yield from _own(row, "w:tc")


def is_layout(table: Node) -> bool:
    """Whether a table has but one row or one column: it only arranges text."""
    rows = [list(cells_of(row)) for row in rows_of(table)]
    return len(rows) < _MANY or max(map(len, rows)) < _MANY


def read_rows(
    table: Node,
    read: Callable[[Node], str],
    dropped: list[Dropped],
) -> list[list[str]]:
    """Return the texts of a table, all rows of one length.

    Args:
        table: the element.
        read: returns the text of a cell.
        dropped: takes the text of rows that were deleted.
    """
    rows = []
    for row in rows_of(table):
        if find(row, "w:trPr", "w:del") is not None:
            dropped.append(Dropped(all_text(row), DELETED))
            continue
        before = _number(find(row, "w:trPr", "w:gridBefore"), 0)
        cells = [Cell("", before)] if before else []
        rows.append([*cells, *(_cell(cell, read) for cell in cells_of(row))])
    return fill(rows)


def _cell(cell: Node, read: Callable[[Node], str]) -> Cell:
    """Return a cell; one that continues the cell above or beside it is there, and mostly empty."""
    return Cell(read(cell), max(1, _number(find(cell, "w:tcPr", "w:gridSpan"), 1)))


def _number(element: Node, default: int) -> int:
    text = value_of(element)
    return int(text) if text.isdigit() else default


def _own(element: Node, name: str) -> Iterator[Node]:
    for child in children_of(element):
        if name_of(child) == name:
            yield child
        elif name_of(child) in _WRAPPERS or name_of(child) in ("mc:Choice", "mc:Fallback"):
            yield from _own(child, name)
