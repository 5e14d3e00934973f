"""A Word file as blocks, in reading order.

python-docx opens the package; the walk through its XML is our own, because alignment and font,
which tell a title from a caption in office files, are lost by converters to HTML. Tracked changes
count as accepted, text boxes as paragraphs.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bantin.importing.extract.blocks import Align, Block, InputFile, InputPicture, Style
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.layout_tables import split_columns
from bantin.importing.extract.legacy_encodings import (
    detect_encoding,
    encoding_of_font,
    to_unicode,
)
from bantin.importing.extract.markdown import table
from bantin.importing.extract.plain_text import to_block

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted text, text moved elsewhere, and the copy of a drawing for old versions of Word.
_DELETED = {qn("w:del"), qn("w:moveFrom"), f"{_COMPATIBILITY}Fallback"}
_PARAGRAPH, _TABLE, _TEXT_BOX, _RUN = qn("w:p"), qn("w:tbl"), qn("w:txbxContent"), qn("w:r")
_TEXT, _LINE_BREAKS, _TAB = qn("w:t"), {qn("w:br"), qn("w:cr")}, qn("w:tab")
# A picture and the id of its file: in DrawingML, and in VML of older files.
_BLIP, _EMBED = qn("a:blip"), qn("r:embed")
_VML_PICTURE, _VML_ID = "{urn:schemas-microsoft-com:vml}imagedata", qn("r:id")
_MAX_HEADER_FOOTER = 200
_OFF = {"0", "false", "none"}
_ALIGNMENTS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}
# Built-in style -> what its text is.
_STYLES: dict[str, Style] = {"title": "title", "subtitle": "lead", "caption": "caption"}


def read_word(data: bytes) -> InputFile:
    """Return the blocks of a .docx file; errors of a damaged package go to the caller."""
    document = Document(BytesIO(data))
    walker = _Walker(document)
    blocks = tuple(walker.walk(document.element.body))
    # A whole file typed in an old font whose name nothing in the file gives.
    encoding = detect_encoding("\n".join(block.text for block in blocks))
    if encoding:
        blocks = tuple(replace(b, text=to_unicode(b.text, encoding)) for b in blocks)
    return InputFile(
        tuple(replace(b, text=clean_text(b.text)) for b in blocks),
        header_footer=clean_text(_header_footer(document)),
        is_legacy=walker.is_legacy or encoding is not None,
    )


def _header_footer(document: Any) -> str:  # noqa: ANN401 - python-docx has no types
    """Return the header and footer of the first section, where letters are often dated."""
    section = document.sections[0] if len(document.sections) else None
    parts = (section.header, section.footer) if section is not None else ()
    lines = [" ".join(p.text.split()) for part in parts for p in part.paragraphs]
    return "; ".join(filter(None, lines))[:_MAX_HEADER_FOOTER]


class _Walker:
    """Yields the blocks of a document, with those in text boxes and in tables used for layout."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - python-docx has no types
        self.document = document
        self.is_legacy = False
        self.styles = {style.style_id: style.name or "" for style in document.styles}
        self.gap_before = False

    def walk(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        for child in parent:
            if child.tag in _DELETED:
                continue
            if child.tag == _PARAGRAPH:
                yield from self.paragraph(child)
            elif child.tag == _TABLE:
                yield from self.table(child)
            else:
                yield from self.walk(child)

    def paragraph(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        runs = list(_runs(element))
        text = "".join(self.text(run) for run in runs)
        yield from self.pictures(element)
        parts = [column for line in text.split("\n") for column in split_columns(line)]
        for part in filter(None, parts):
            yield self.block(element, runs, part)
            self.gap_before = False
        self.gap_before = self.gap_before or not any(parts)
        for box in _outermost(element, _TEXT_BOX):
            yield from self.walk(box)

    def block(self, element: Any, runs: list[Any], text: str) -> Block:  # noqa: ANN401 - lxml element
        visible = [run for run in runs if self.text(run).strip()]
        name = self.style_of(element)
        level = int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else 0
        is_item = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        plain = to_block(text, gap_before=self.gap_before)
        kind = "heading" if level else "item" if is_item else plain.kind
        return replace(
            plain,
            kind=kind,
            level=level,
            bold=bool(visible) and all(_is_on(run, "w:b") for run in visible),
            italic=bool(visible) and all(_is_on(run, "w:i") for run in visible),
            align=_alignment(element),
            style=_STYLES.get(name, ""),
        )

    def style_of(self, element: Any) -> str:  # noqa: ANN401 - lxml element
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.styles.get(style.get(qn("w:val")), "").lower() if style is not None else ""

    def text(self, run: Any) -> str:  # noqa: ANN401 - lxml element
        parts = []
        for child in run:
            if child.tag == _TEXT:
                parts.append(child.text or "")
            elif child.tag in _LINE_BREAKS:
                parts.append("\n")
            elif child.tag == _TAB:
                parts.append("\t")
        return self.decode(run, "".join(parts))

    def decode(self, run: Any, text: str) -> str:  # noqa: ANN401 - lxml element
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        font = fonts.get(qn("w:ascii"), "") if fonts is not None else ""
        encoding = encoding_of_font(font)
        if encoding is None:
            return text
        self.is_legacy = True
        return to_unicode(text, encoding, capitals=font.endswith("H"))

    def pictures(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        # Those in text boxes come with the paragraphs of the box.
        in_boxes = {id(node) for box in _outermost(element, _TEXT_BOX) for node in box.iter()}
        for node in element.iter(_BLIP, _VML_PICTURE):
            if id(node) in in_boxes or _is_deleted(node, element):
                continue
            part = self.document.part.rels.get(node.get(_EMBED) or node.get(_VML_ID))
            if (
                part is not None
                and part.reltype == RELATIONSHIP_TYPE.IMAGE
                and not part.is_external
            ):
                yield Block("", "photo", picture=InputPicture(part.target_part.blob))

    def table(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        rows = [list(row.iter(qn("w:tc"))) for row in element.iter(qn("w:tr"))]
        has_picture = next(element.iter(_BLIP, _VML_PICTURE), None) is not None
        if has_picture or len(rows) < 2 or max(map(len, rows)) < 2:  # noqa: PLR2004 - a layout, no data
            yield from self.walk(element)
            return
        texts = [[self.cell(cell) for cell in row] for row in rows]
        yield Block(clean_text(table(texts)), "table")

    def cell(self, element: Any) -> str:  # noqa: ANN401 - lxml element
        paragraphs = element.iter(_PARAGRAPH)
        return " ".join("".join(self.text(run) for run in _runs(p)) for p in paragraphs)


def _runs(element: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml element
    """Yield the runs (pieces of one format) of a paragraph, those of inserted text too."""
    for child in element:
        if child.tag in _DELETED or child.tag == _TEXT_BOX:
            continue
        if child.tag == _RUN:
            yield child
        else:
            yield from _runs(child)


def _outermost(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - lxml element
    """Yield the elements of a tag that are in no other element of that tag."""
    for child in element:
        if child.tag in _DELETED:
            continue
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _is_deleted(node: Any, top: Any) -> bool:  # noqa: ANN401 - lxml element
    while node is not None and node is not top:
        if node.tag in _DELETED:
            return True
        node = node.getparent()
    return False


def _is_on(run: Any, name: str) -> bool:  # noqa: ANN401 - lxml element
    toggle = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return toggle is not None and toggle.get(qn("w:val"), "1") not in _OFF


def _alignment(element: Any) -> Align:  # noqa: ANN401 - lxml element
    value = element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return _ALIGNMENTS.get(value.get(qn("w:val"), ""), "left") if value is not None else "left"
