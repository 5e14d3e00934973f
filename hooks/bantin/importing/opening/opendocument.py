"""OpenDocument texts (.odt): paragraphs, headings, lists, tables, notes and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from bantin.importing.extract.blocks import Block, Dropped, InputFile, InputPicture, UnreadableError
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.grid import Cell, fill, split_title
from bantin.importing.extract.legacy_encodings import decode_legacy
from bantin.importing.extract.markdown import table
from bantin.importing.extract.note_marks import mark, take_marks
from bantin.importing.extract.plain_text import to_block
from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.opening.opendocument_styles import Node, Styles, attribute, name_of

_PASSWORD = "tệp OpenDocument đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại"  # noqa: S105 - a sentence
_EMPTY = "tệp OpenDocument không có chữ nào"
_ASIDE = {
    "annotation": "lời bình của người đọc",
    "tracked-changes": "chữ đã xóa trong bản theo dõi sửa đổi",
    "hidden-text": "chữ ẩn",
    "hidden-paragraph": "chữ ẩn",
}
_MANY, _MAX_REPEAT = 2, 200
_HIDDEN, _STRUCK = "chữ ẩn", "chữ gạch ngang"


def is_opendocument(package: ZipFile) -> bool:
    """Whether a zip file is an OpenDocument text."""
    names = package.namelist()
    if "mimetype" not in names or "content.xml" not in names:
        return False
    return package.read("mimetype").strip().startswith(b"application/vnd.oasis.opendocument.text")


def read_opendocument(package: ZipFile) -> InputFile:
    """Return the blocks of an OpenDocument text.

    Raises:
        UnreadableError: it has a password or no text.
    """
    if b"encryption-data" in _member(package, "META-INF/manifest.xml"):
        raise UnreadableError(_PASSWORD)
    content = _parse(package.read("content.xml"))
    styles = _member(package, "styles.xml")
    reader = _Reader(package, [content, *([_parse(styles)] if styles else [])])
    body = next(content.iter(_OFFICE_TEXT), content)
    blocks = tuple(map(_finished, reader.walk(body)))
    if not any(block.text for block in blocks):
        raise UnreadableError(_EMPTY)
    return InputFile(
        blocks,
        notes=tuple(" ".join(clean_text(note).split()) for note in reader.notes),
        dropped=tuple(reader.dropped),
        witness=clean_text("".join(_all_text(body, reader))),
        remarks=tuple(reader.remarks),
    )


_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE_TEXT = f"{{{_NAMESPACE}office:1.0}}text"


def _parse(data: bytes) -> Node:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _member(package: ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""


def _finished(block: Block) -> Block:
    text = clean_text(decode_legacy(block.text)[0])
    if block.kind == "table":
        return replace(block, text=text)
    text, notes = take_marks(text)
    return replace(block, text=text, notes=notes)


@dataclass
class _Reader:
    """Reads one text.

    Attributes:
        notes: texts of notes, in their order.
        dropped: text that is not kept.
    """

    package: ZipFile
    roots: list[Node]
    notes: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.styles = Styles(self.roots)

    def walk(self, parent: Node) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for child in parent:
            name = name_of(child)
            if name in ("p", "h"):
                yield from self.paragraph(child)
            elif name == "list":
                yield from self.items(child, 0, "")
            elif name == "table":
                yield from self.table(child)
            elif name in _ASIDE:
                self.drop("".join(_all_text(child, self)), _ASIDE[name])
            elif name not in ("sequence-decls", "forms", "variable-decls", "user-field-decls"):
                yield from self.walk(child)

    def paragraph(self, element: Node) -> Iterator[Block]:
        text = self.text(element)
        for path in self.pictures:
            yield from self.photo(path)
        self.pictures = []
        for line in filter(None, (" ".join(part.split()) for part in text.split("\n"))):
            block = to_block(line)
            if name_of(element) == "h":
                level = attribute(element, "outline-level")
                block = replace(block, kind="heading", level=int(level) if level.isdigit() else 1)
            style = self.styles.names(element)
            if any(name.startswith("title") for name in style):
                block = replace(block, style="title")
            yield block
        for box in (e for e in element.iter() if name_of(e) == "text-box"):
            yield from self.walk(box)

    def text(self, element: Node) -> str:
        """Return the text of a paragraph or a part of one."""
        parts = [element.text or ""]
        for child in element:
            parts += [self.inline(child), child.tail or ""]
        return "".join(parts)

    def inline(self, element: Node) -> str:
        name = name_of(element)
        if name in ("s", "tab", "line-break", "soft-page-break"):
            count = attribute(element, "c")
            return "\n" if name == "line-break" else " " * (int(count) if count.isdigit() else 1)
        if name == "note":
            return self.note(element)
        if name in _ASIDE:
            self.drop("".join(_all_text(element, self)), _ASIDE[name])
            return ""
        if name == "text-box":
            return ""
        if name == "image":
            self.pictures.append(attribute(element, "href"))
        if name == "ruby":
            base, above = ("".join(self.text(e) for e in element if name_of(e) == n) for n in
                           ("ruby-base", "ruby-text"))  # fmt: skip
            return f"{base} ({above})" if above else base
        return self.formatted(element, self.text(element))

    def formatted(self, element: Node, text: str) -> str:
        """Return text as its style shows it."""
        properties = self.styles.properties(element)
        if properties.get("display") == "none":
            return self.drop(text, _HIDDEN)
        if properties.get("text-line-through-style", "none") != "none":
            return self.drop(text, _STRUCK)
        place = properties.get("text-position", "")
        if place.startswith("super") or (place[:1].isdigit() and not place.startswith("0")):
            return raised(text)
        return lowered(text) if place.startswith(("sub", "-")) else text

    def drop(self, text: str, reason: str) -> str:
        if text.strip():
            self.dropped.append(Dropped(" ".join(clean_text(text).split()), reason))
        return ""

    def note(self, element: Node) -> str:
        index = len(self.notes)
        self.notes.append("")
        body = [e for e in element if name_of(e) == "note-body"]
        paragraphs = [p for e in body for p in e.iter() if name_of(p) == "p"]
        self.notes[index] = " ".join(self.text(p).strip() for p in paragraphs)
        return mark(index)

    def items(self, element: Node, depth: int, style: str) -> Iterator[Block]:
        """Yield the items of a list."""
        style = attribute(element, "style-name") or style
        number = 0
        for item in element:
            if name_of(item) not in ("list-item", "list-header"):
                continue
            start = attribute(item, "start-value")
            number = int(start) if start.isdigit() else number + 1
            marker: str | None = self.styles.marker(style, depth, number)
            for child in item:
                if name_of(child) == "list":
                    yield from self.items(child, depth + 1, style)
                    continue
                for block in self.walk([child]):
                    is_item = marker is not None and block.kind in ("text", "item")
                    shown = replace(block, kind="item", marker=marker or "", depth=depth)
                    yield shown if is_item else block
                    marker = None

    def table(self, element: Node) -> Iterator[Block]:
        rows = [self.cells(row) for row in self.rows(element)]
        if len(rows) < _MANY or max(map(len, rows)) < _MANY or self.has_picture(element):
            yield from self.walk(element)
            return
        title, texts = split_title(fill(rows))
        if title:
            yield Block(title, style="label")
        yield Block(table(texts), "table")

    def has_picture(self, element: Node) -> bool:
        return any(name_of(one) == "image" for one in element.iter())

    def rows(self, element: Node) -> Iterator[Node]:
        for child in element:
            if name_of(child) == "table-row":
                yield child
            elif name_of(child) in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self.rows(child)

    def cells(self, row: Node) -> list[Cell]:
        """Return the cells of a row; covered ones are those that another cell reaches into."""
        cells = []
        for cell in row:
            if name_of(cell) == "table-cell":
                text = " ".join(_plain(block) for block in self.walk(cell))
                columns, rows, repeated = (
                    int(value) if value.isdigit() else 1
                    for value in (
                        attribute(cell, "number-columns-spanned"),
                        attribute(cell, "number-rows-spanned"),
                        attribute(cell, "number-columns-repeated"),
                    )
                )
                cells += [Cell(text, columns, rows)] * min(repeated, _MAX_REPEAT)
        return cells

    def photo(self, path: str) -> Iterator[Block]:
        data = _member(self.package, path.removeprefix("./"))
        if data:
            yield Block("", "photo", picture=InputPicture(data))
        else:
            self.remarks.append(f"không có tệp ảnh «{path}» trong tệp OpenDocument")


def _plain(block: Block) -> str:
    if block.kind != "table":
        return f"{block.marker} {block.text}" if block.marker not in ("", "-") else block.text
    lines = [line for line in block.text.split("\n") if not line.startswith("| ---")]
    return "; ".join(line.strip("| ") for line in lines)


def _all_text(element: Node, reader: _Reader) -> Iterator[str]:
    """Yield all text below an element, with no knowledge of what is kept."""
    name = name_of(element)
    if name == "note-citation":
        return
    yield "\n" if name in ("p", "h", "table-cell", "note", "annotation", "creator", "date") else ""
    yield " " if name in ("s", "tab", "line-break") else ""
    place = reader.styles.properties(element).get("text-position", "") if name == "span" else ""
    inner = element.text or ""
    inner += "".join(
        "".join(_all_text(child, reader)) + (child.tail or "")
        for child in element
        if isinstance(child.tag, str)
    )
    is_raised = place.startswith("super") or (place[:1].isdigit() and not place.startswith("0"))
    yield (
        raised(inner)
        if is_raised
        else lowered(inner)
        if place[:1] in ("s", "-") and place
        else inner
    )
    yield "\n" if name in ("p", "h", "table-cell", "note", "annotation", "creator", "date") else ""
