"""A Word file as blocks, walked in reading order.

python-docx opens the package; the walk is ours, because what tells a title from a caption in
office files is alignment and font, which converters to HTML lose. Tracked changes count as
accepted, text boxes as paragraphs.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bantin.importing.extract.blocks import Align, Block, Opened, Picture
from bantin.importing.extract.decode import tidy
from bantin.importing.extract.legacy import detect, encoding_of_font, to_unicode
from bantin.importing.extract.markdown import table
from bantin.importing.extract.plain import as_block
from bantin.importing.extract.sheets import part_columns

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {qn("w:del"), qn("w:moveFrom"), f"{_COMPATIBILITY}Fallback"}
_PARAGRAPH, _TABLE, _BOX, _RUN = qn("w:p"), qn("w:tbl"), qn("w:txbxContent"), qn("w:r")
_TEXT, _BREAKS, _TAB = qn("w:t"), {qn("w:br"), qn("w:cr")}, qn("w:tab")
_BLIP, _EMBED = qn("a:blip"), qn("r:embed")
_OLD_PICTURE, _OLD_ID = "{urn:schemas-microsoft-com:vml}imagedata", qn("r:id")
_MARGIN = 200
_OFF = {"0", "false", "none"}
_ALIGNMENTS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}
_STYLES = {"title": "title", "subtitle": "lead", "caption": "caption"}


def read_word(data: bytes) -> Opened:
    """Return the blocks of a .docx file; faults of the package are the caller's to name."""
    document = Document(BytesIO(data))
    walker = _Walker(document)
    blocks = tuple(walker.walk(document.element.body))
    encoding = detect("\n".join(block.text for block in blocks))
    if encoding:
        blocks = tuple(replace(b, text=to_unicode(b.text, encoding)) for b in blocks)
    return Opened(
        tuple(replace(b, text=tidy(b.text)) for b in blocks),
        margin=tidy(_margin(document)),
        is_legacy=walker.is_legacy or encoding is not None,
    )


def _margin(document: Any) -> str:  # noqa: ANN401 - python-docx has no types
    """What is printed at the head and foot of the first sheet, where letters are dated."""
    section = document.sections[0] if len(document.sections) else None
    parts = (section.header, section.footer) if section is not None else ()
    lines = [" ".join(p.text.split()) for part in parts for p in part.paragraphs]
    return "; ".join(filter(None, lines))[:_MARGIN]


class _Walker:
    """Yields the blocks of a document, those of tables used as a frame and of text boxes too."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - python-docx has no types
        self.document = document
        self.is_legacy = False
        self.styles = {style.style_id: style.name or "" for style in document.styles}
        self.gap = False

    def walk(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        for child in parent:
            if child.tag in _GONE:
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
        parts = [side for part in text.split("\n") for side in part_columns(part)]
        for part in filter(None, parts):
            yield self.block(element, runs, part)
            self.gap = False
        self.gap = self.gap or not any(parts)
        for box in _outermost(element, _BOX):
            yield from self.walk(box)

    def block(self, element: Any, runs: list[Any], text: str) -> Block:  # noqa: ANN401 - lxml element
        said = [run for run in runs if self.text(run).strip()]
        name = self.style_of(element)
        level = int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else 0
        is_item = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        plain = as_block(text, gap=self.gap)
        kind = "heading" if level else "item" if is_item else plain.kind
        return replace(
            plain,
            kind=kind,
            level=level,
            bold=bool(said) and all(_is_on(run, "w:b") for run in said),
            italic=bool(said) and all(_is_on(run, "w:i") for run in said),
            align=_alignment(element),
            styled=_STYLES.get(name, ""),
        )

    def style_of(self, element: Any) -> str:  # noqa: ANN401 - lxml element
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.styles.get(style.get(qn("w:val")), "").lower() if style is not None else ""

    def text(self, run: Any) -> str:  # noqa: ANN401 - lxml element
        parts = []
        for child in run:
            if child.tag == _TEXT:
                parts.append(child.text or "")
            elif child.tag in _BREAKS:
                parts.append("\n")
            elif child.tag == _TAB:
                parts.append("\t")
        return self.decoded(run, "".join(parts))

    def decoded(self, run: Any, text: str) -> str:  # noqa: ANN401 - lxml element
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        font = fonts.get(qn("w:ascii"), "") if fonts is not None else ""
        encoding = encoding_of_font(font)
        if encoding is None:
            return text
        self.is_legacy = True
        return to_unicode(text, encoding, capitals=font.endswith("H"))

    def pictures(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        inside = {id(node) for box in _outermost(element, _BOX) for node in box.iter()}
        for node in element.iter(_BLIP, _OLD_PICTURE):
            if id(node) in inside or _is_gone(node, element):
                continue
            part = self.document.part.rels.get(node.get(_EMBED) or node.get(_OLD_ID))
            if (
                part is not None
                and part.reltype == RELATIONSHIP_TYPE.IMAGE
                and not part.is_external
            ):
                yield Block("", "photo", picture=Picture(part.target_part.blob))

    def table(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml element
        rows = [list(row.iter(qn("w:tc"))) for row in element.iter(qn("w:tr"))]
        has_picture = next(element.iter(_BLIP, _OLD_PICTURE), None) is not None
        if has_picture or len(rows) < 2 or max(map(len, rows)) < 2:  # noqa: PLR2004 - a frame, no table
            yield from self.walk(element)
            return
        texts = [[self.cell(cell) for cell in row] for row in rows]
        yield Block(tidy(table(texts)), "table")

    def cell(self, element: Any) -> str:  # noqa: ANN401 - lxml element
        paragraphs = element.iter(_PARAGRAPH)
        return " ".join("".join(self.text(run) for run in _runs(p)) for p in paragraphs)


def _runs(element: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml element
    for child in element:
        if child.tag in _GONE or child.tag == _BOX:
            continue
        if child.tag == _RUN:
            yield child
        else:
            yield from _runs(child)


def _outermost(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - lxml element
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _is_gone(node: Any, top: Any) -> bool:  # noqa: ANN401 - lxml element
    while node is not None and node is not top:
        if node.tag in _GONE:
            return True
        node = node.getparent()
    return False


def _is_on(run: Any, name: str) -> bool:  # noqa: ANN401 - lxml element
    switch = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return switch is not None and switch.get(qn("w:val"), "1") not in _OFF


def _alignment(element: Any) -> Align:  # noqa: ANN401 - lxml element
    given = element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return _ALIGNMENTS.get(given.get(qn("w:val"), ""), "left") if given is not None else "left"
