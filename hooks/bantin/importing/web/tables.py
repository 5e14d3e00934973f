"""Tables of a page: own rows only, cells that span others in their place, the caption above."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from bantin.importing.extract.blocks import Block
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.grid import Cell, fill, split_title
from bantin.importing.extract.markdown import table
from bantin.importing.web.nodes import text_of

_ROW_PARENTS = ("thead", "tbody", "tfoot")
_MANY = 2


def own_rows(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the rows of a table, not those of tables in its cells."""
    for child in node.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_PARENTS:
            yield from own_rows(child)


def own_cells(row: LexborNode) -> list[LexborNode]:
    """Return the cells of a row."""
    return [child for child in row.iter() if child.tag in ("td", "th")]


def is_data(node: LexborNode) -> bool:
    """Whether a table holds data, and is no frame around a picture or around the whole page."""
    rows = [own_cells(row) for row in own_rows(node)]
    if len(rows) < _MANY or max(map(len, rows)) < _MANY:
        return False
    if node.css_first("img,p + p,h1") is not None:
        return False
    inner = [one for one in node.css("table") if one.mem_id != node.mem_id]
    return not any(is_data(one) and len(text_of(one)) > len(text_of(node)) / 2 for one in inner)


def table_blocks(node: LexborNode) -> Iterator[Block]:
    """Yield the caption of a table and the table."""
    for child in node.iter():
        if child.tag == "caption" and (caption := clean_text(text_of(child))):
            yield Block(caption, style="label")
    title, rows = split_title(_rows(node))
    if title:
        yield Block(title, style="label")
    yield Block(table(rows), "table")


def _rows(node: LexborNode) -> list[list[str]]:
    return fill([[_cell(cell) for cell in own_cells(row)] for row in own_rows(node)])


def _cell(node: LexborNode) -> Cell:
    return Cell(_text(node), _span(node, "colspan"), _span(node, "rowspan"))


def _span(node: LexborNode, name: str) -> int:
    value = (node.attributes.get(name) or "").strip()
    return int(value) if value.isdigit() and len(value) <= len("1000") else 1


def _text(node: LexborNode) -> str:
    """Return the text of a cell; a table in it has “|” between its cells."""
    inner = next(iter(one for one in node.css("table") if one.mem_id != node.mem_id), None)
    if inner is None:
        return clean_text(text_of(node))
    nested = "; ".join(" | ".join(filter(None, row)) for row in _rows(inner))
    inner.decompose()
    return f"{_text(node)} {nested}".strip()
