"""A Word file as blocks, in reading order.

The walk through its XML is our own, because alignment and font, which tell a title from a caption
in office files, are lost by converters to HTML. Tracked changes count as accepted, text boxes as
paragraphs; text that a reader of the paper would not see is dropped and told.
"""

from collections.abc import Iterator
from dataclasses import replace

from bantin.importing.extract.blocks import Align, Block, Dropped, InputFile, InputPicture, Style
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.grid import split_title
from bantin.importing.extract.layout_tables import split_columns
from bantin.importing.extract.legacy_encodings import Encoding, detect_encoding, to_unicode
from bantin.importing.extract.markdown import table
from bantin.importing.extract.note_marks import notes_in, take_marks
from bantin.importing.extract.plain_text import to_block
from bantin.importing.word.asides import Notes, asides, header_footer
from bantin.importing.word.inline import (
    DELETED,
    OBJECT,
    Piece,
    TextReader,
    all_text,
    drawn_text,
)
from bantin.importing.word.names import (
    Node,
    children_of,
    current,
    find,
    name_of,
    qn,
    value_of,
)
from bantin.importing.word.numbering import BULLET, Marker, Numbering
from bantin.importing.word.package import DAMAGE_ERRORS, Package
from bantin.importing.word.styles import Styles
from bantin.importing.word.tables import is_layout, read_rows
from bantin.importing.word.tree import (
    DELETED_BLOCKS,
    is_deleted,
    outermost,
    part_root,
    wrapped,
)
from bantin.importing.word.witness import all_words

_ALIGNMENTS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}
# Built-in style -> what its text is.
_STYLES: dict[str, Style] = {"title": "title", "subtitle": "lead", "caption": "caption"}
_PICTURES = ("a:blip", "v:imagedata")
_NOT_CITED = "chú thích không chỗ nào dẫn tới"
_NO_PICTURE = "ảnh thứ {} trong tệp Word không có tệp ảnh hoặc tệp ảnh hỏng; hãy chèn lại ảnh"


def read_word(package: Package) -> InputFile:
    """Return the blocks of a Word file; errors of a damaged package go to the caller."""
    walker = _Walker(package)
    blocks = tuple(walker.walk(_body(package.tree(package.main))))
    blocks = (*blocks, *walker.rest())
    notes = walker.notes.texts(walker.reader)
    dropped = [*walker.reader.dropped, *asides(package)]
    cited = {index for block in blocks for index in notes_in(block.text)}
    cited |= {index for i in sorted(cited) if i < len(notes) for index in notes_in(notes[i])}
    dropped += [Dropped(text, _NOT_CITED) for n, text in enumerate(notes) if n not in cited]
    notes = [text if n in cited else "" for n, text in enumerate(notes)]
    dropped += [Dropped(text, _NOT_CITED) for text in walker.notes.unused()]
    # A whole file typed in an old font whose name nothing in the file gives.
    encoding = detect_encoding("\n".join(block.text for block in blocks))
    return InputFile(
        tuple(_finished(block, encoding) for block in blocks),
        header_footer=_clean(header_footer(package), encoding),
        is_legacy=walker.reader.is_legacy or encoding is not None,
        notes=tuple(" ".join(_clean(text, encoding).split()) for text in notes),
        dropped=tuple(
            Dropped(" ".join(_clean(one.text, encoding).split()), one.reason)
            for one in dropped
            if one.text.strip()
        ),
        witness=_clean(all_words(package, walker.reader.styles), encoding),
        remarks=tuple(walker.remarks),
    )


def _finished(block: Block, encoding: Encoding | None) -> Block:
    text = _clean(block.text, encoding)
    if block.kind == "table":
        return replace(block, text=text)
    text, notes = take_marks(text)
    return replace(block, text=text, notes=notes)


def _clean(text: str, encoding: Encoding | None) -> str:
    return clean_text(to_unicode(text, encoding) if encoding else text)


def _body(root: Node) -> Node:
    body = find(root, "w:body")
    return root if body is None else body


class _Walker:
    """Yields the blocks of a document, with those in text boxes and in tables used for layout."""

    def __init__(self, package: Package) -> None:
        self.package = package
        main = package.tree(package.main)
        self.styles = Styles(part_root(package, "styles", main))
        self.numbering = Numbering(part_root(package, "numbering", main))
        self.notes = Notes(package)
        self.reader = TextReader(self.styles, self.notes.cite)
        self.pictures = package.relations(package.main)
        self.remarks: list[str] = []
        self.gap_before = False
        self.carried: list[Piece] = []  # of a paragraph whose end was deleted
        self.picture_count = 0

    def walk(self, parent: Node) -> Iterator[Block]:
        for child in parent:
            name = name_of(child)
            if name in DELETED_BLOCKS:
                self.reader.drop(all_text(child), DELETED)
            elif name == "w:p":
                yield from self.paragraph(child)
            elif name == "w:tbl":
                yield from self.table(child)
            elif name == "mc:AlternateContent":
                yield from self.walk(children_of(child))
            elif name == "w:altChunk":
                yield from self.embedded(child)
            elif name in ("m:oMath", "m:oMathPara", "w:r") or (child.text or "").strip():
                yield from self.paragraph(wrapped(child))
            elif name not in ("w:sectPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr", "w:pPr"):
                yield from self.walk(child)

    def paragraph(self, element: Node) -> Iterator[Block]:
        pieces = [*self.carried, *self.reader.pieces(element)]
        self.carried = []
        self.reader.end_passage()
        marker = self.marker(element)
        if find(element, "w:pPr", "w:rPr", "w:del") is not None:
            self.carried = pieces
            return
        text = "".join(piece.text for piece in pieces)
        yield from self.photos(element)
        parts = [column for line in text.split("\n") for column in split_columns(line)]
        for number, part in enumerate(filter(None, parts)):
            yield self.block(element, pieces, part, None if number else marker)
            self.gap_before = False
        self.gap_before = self.gap_before or not any(parts)
        for box in outermost(element, "w:txbxContent"):
            yield from self.walk(box)
        for drawn in drawn_text(element):
            self.reader.drop(drawn + "\n", OBJECT)

    def marker(self, element: Node) -> Marker | None:
        """Return the number or bullet that Word puts before a paragraph."""
        own = find(element, "w:pPr", "w:numPr")
        style, styled = self.styles.numbering(element)
        number = value_of(find(own, "w:numId")) or value_of(find(styled, "w:numId"))
        if number in ("", "0"):
            return None
        level = value_of(find(own, "w:ilvl")) or value_of(find(styled, "w:ilvl"))
        if not level.isdigit():
            return self.numbering.next(number, self.numbering.level_of_style(number, style))
        return self.numbering.next(number, int(level))

    def block(
        self,
        element: Node,
        pieces: list[Piece],
        text: str,
        marker: Marker | None,
    ) -> Block:
        plain = to_block(text, gap_before=self.gap_before)
        level = self.styles.outline_level(element)
        shown = [p.run for p in pieces if p.text.strip() and p.run is not None]
        if marker and marker.text != BULLET and (level or not plain.text):
            plain, marker = replace(plain, text=f"{marker.text} {plain.text}".strip()), None
        return replace(
            plain,
            kind="heading" if level else "item" if marker else plain.kind,
            level=level,
            marker=marker.text if marker and not level else plain.marker,
            depth=marker.depth if marker else plain.depth,
            bold=bool(shown) and all(self.styles.is_on(run, element, "w:b") for run in shown),
            italic=bool(shown) and all(self.styles.is_on(run, element, "w:i") for run in shown),
            align=_ALIGNMENTS.get(
                value_of(self.styles.paragraph_property(element, "w:jc")), "left"
            ),
            style=self.style(element),
        )

    def style(self, element: Node) -> Style:
        style = _STYLES.get(self.styles.name(element), "")
        beside = (element.getnext(), element.getprevious())
        is_of_table = style == "caption" and any(
            one is not None and name_of(one) == "w:tbl" for one in beside
        )
        return "label" if is_of_table else style

    def photos(self, element: Node) -> Iterator[Block]:
        # Those in text boxes come with the paragraphs of the box.
        in_boxes = {id(node) for box in outermost(element, "w:txbxContent") for node in box.iter()}
        for node in current(element):
            if name_of(node) not in _PICTURES or id(node) in in_boxes or is_deleted(node, element):
                continue
            self.picture_count += 1
            data = self.picture_data(value_of(node, "r:embed") or value_of(node, "r:id"))
            if data:
                yield Block("", "photo", picture=InputPicture(data))
            else:
                self.remarks.append(_NO_PICTURE.format(self.picture_count))

    def picture_data(self, id_: str) -> bytes:
        """Return the bytes of a picture; none where its relation or its file is broken."""
        relation = self.pictures.get(id_)
        if relation is None or relation.is_external:
            return b""
        try:
            return self.package.read(relation.target)
        except DAMAGE_ERRORS:
            return b""

    def table(self, element: Node) -> Iterator[Block]:
        has_picture = next(element.iter(*map(qn, _PICTURES)), None) is not None
        if has_picture or is_layout(element):
            yield from self.walk(element)
            return
        title, rows = split_title(self.rows(element))
        if title:
            yield Block(title, style="label")
        yield Block(clean_text(table(rows)), "table")

    def rows(self, element: Node) -> list[list[str]]:
        return read_rows(element, self.cell, self.reader.dropped)

    def cell(self, element: Node) -> str:
        return " ".join(filter(None, self.cell_parts(element)))

    def cell_parts(self, element: Node) -> Iterator[str]:
        """Yield the paragraphs of a cell; a table in it with “|” between its cells."""
        for child in element:
            name = name_of(child)
            if name == "w:p":
                marker = self.marker(child)
                text = " ".join(self.reader.text(child).split())
                self.reader.end_passage()
                shown = marker and text and marker.text != BULLET
                yield f"{marker.text} {text}" if shown and marker else text
                for box in outermost(child, "w:txbxContent"):
                    yield from self.cell_parts(box)
            elif name == "w:tbl":
                yield "; ".join(" | ".join(filter(None, row)) for row in self.rows(child))
            elif name in DELETED_BLOCKS:
                self.reader.drop(all_text(child), DELETED)
            elif name == "mc:AlternateContent":
                yield from self.cell_parts(children_of(child))
            elif name not in ("w:tcPr", "w:sdtPr"):
                yield from self.cell_parts(child)

    def embedded(self, element: Node) -> Iterator[Block]:
        """Yield the text of another file that Word shows in place of this element."""
        relation = self.pictures.get(value_of(element, "r:id"))
        name = relation.target if relation else "không rõ"
        self.remarks.append(f"tệp nhúng «{name}» không được đọc; hãy mở bằng Word rồi chép vào")
        yield from ()

    def rest(self) -> Iterator[Block]:
        """Yield what was left when the document ended."""
        if text := "".join(piece.text for piece in self.carried).strip():
            yield Block(text)
