"""RTF files, read by striprtf; what it would lose, or show though hidden, is cut out first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from bantin.importing.extract.blocks import Block, Dropped, InputFile, UnreadableError
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.grid import split_title
from bantin.importing.extract.legacy_encodings import decode_legacy
from bantin.importing.extract.markdown import table
from bantin.importing.extract.note_marks import mark, take_marks
from bantin.importing.extract.plain_text import read_plain_text
from bantin.importing.extract.scripts import lowered, raised

_NAME = re.compile(r"\{(?:\\\*)?((?:\s*\\[a-z]+-?\d* ?)+)", re.IGNORECASE)
_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")
_VIETNAMESE = "\\fcharset163"
# Formats switched on and off without a group, as “\v mật\v0 ”.
_SWITCHED = re.compile(
    r"\\(v|strike|striked1|deleted|super|sub)(?![a-z0-9])([^{}]*?)"
    r"\\(?:\1|nosupersub|plain|striked)0?(?![a-z0-9])(?: |(?=\\|$))"
)
_REASONS = {
    "v": "chữ ẩn trong RTF",
    "strike": "chữ gạch ngang",
    "striked": "chữ gạch ngang",
    "deleted": "chữ đã xóa trong bản theo dõi sửa đổi",
    "annotation": "lời bình của người đọc",
    "header": "đầu trang giấy",
    "footer": "chân trang giấy",
}
_PICTURES = ("pict", "object", "shppict", "nonshppict")
_NO_TEXT = ("fonttbl", "colortbl", "stylesheet", "info", *_PICTURES)
_ROW = re.compile(r".*\|$")
_MANY = 2
_DAMAGED = "tệp RTF đã hỏng; hãy mở bằng Word rồi lưu lại thành .docx"


def read_rtf(data: bytes) -> InputFile:
    """Return the blocks of an RTF file."""
    text = data.decode("latin-1")
    page = _CODE_PAGE.search(text)
    encoding = "cp1258" if _VIETNAMESE in text else f"cp{page[1]}" if page else "cp1252"
    try:
        reader = _Reader(encoding)
        body, is_legacy = decode_legacy(reader.text(reader.without_cuts(text)))
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableError(_DAMAGED) from error
    body = clean_text(body)
    notes = tuple(" ".join(clean_text(note).split()) for note in reader.notes)
    return InputFile(
        tuple(_with_notes(block) for block in _blocks(body)),
        is_legacy=is_legacy,
        notes=notes,
        dropped=tuple(reader.dropped),
        witness="\n".join([body, *notes, *(one.text for one in reader.dropped)]),
        remarks=("ảnh trong tệp RTF không lấy được; hãy chèn ảnh riêng",)
        if reader.has_picture
        else (),
    )


def _with_notes(block: Block) -> Block:
    if block.kind == "table":
        return block
    text, notes = take_marks(block.text)
    return replace(block, text=text, notes=notes)


def _blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs of a text, and lines of cells as tables."""
    for is_table, lines in groupby(text.split("\n"), lambda line: bool(_ROW.fullmatch(line))):
        if not is_table:
            yield from read_plain_text("\n\n".join(lines)).blocks
            continue
        rows = [line[:-1].split("|") for line in lines]
        if len(rows) < _MANY or max(map(len, rows)) < _MANY:
            yield from (Block(" ".join(row).strip()) for row in rows if any(row))
            continue
        width = max(map(len, rows))
        title, rows = split_title([[*row, *[""] * (width - len(row))] for row in rows])
        yield from [Block(title, style="label")] if title else []
        yield Block(table(rows), "table")


class _Reader:
    """Cuts groups out of the source of one file.

    Attributes:
        notes: texts of footnotes, in their order.
        dropped: text that is not kept.
        has_picture: whether there was a picture.
    """

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.notes: list[str] = []
        self.dropped: list[Dropped] = []
        self.has_picture = False

    def text(self, source: str) -> str:
        """Return the text of a source, or of a part of one."""
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - few commands need it

        part = source if source.startswith("{\\rtf") else f"{{\\rtf1 {source}}}"
        text = rtf_to_text(part, encoding=self.encoding, errors="replace")
        return str(text)

    def without_cuts(self, source: str) -> str:
        """Return a source in which groups that need care are cut out or rewritten."""
        source = _SWITCHED.sub(r"{\\\1 \2}", source)
        parts: list[str] = []
        at = 0
        while (start := _next_group(source, at)) >= 0:
            match = _NAME.match(source, start)
            handle = self._handler(match[1] if match else "")
            if handle is None:
                parts.append(source[at : start + 1])
                at = start + 1
                continue
            end = _group_end(source, start)
            parts += [source[at:start], handle(source[start + 1 : end - 1])]
            at = end
        return "".join([*parts, source[at:]])

    def _handler(self, words: str) -> Callable[[str], str] | None:
        names = [name.rstrip() for name in words.split("\\") if name.strip()]
        first = names[0] if names else ""
        if first == "footnote":
            return self._note
        if first.startswith(("header", "footer")):
            return lambda inner: self._drop(inner, first[: len("header")])
        if first in _NO_TEXT or first == "annotation":
            self.has_picture = self.has_picture or first in _PICTURES
            return (lambda inner: self._drop(inner, first)) if first == "annotation" else _nothing
        format_ = next((n for n in names if n in _REASONS or n in ("super", "sub", "striked1")), "")
        if format_ in ("super", "sub"):
            return lambda inner: self._set(inner, format_)
        return (lambda inner: self._drop(inner, format_.rstrip("1"))) if format_ else None

    def _note(self, inner: str) -> str:
        index = len(self.notes)
        self.notes.append("")
        self.notes[index] = self.text(self.without_cuts(inner.replace("\\footnote", "", 1)))
        return f"\\u{ord(mark(index)) - 0x10000}?"

    def _drop(self, inner: str, kind: str) -> str:
        plain = re.sub(rf"^\s*(?:\\\*)?\s*\\{kind}[a-z]*1? ?", "", inner)
        text = " ".join(clean_text(self.text(plain)).split())
        if text:
            self.dropped.append(Dropped(text, _REASONS[kind]))
        return ""

    def _set(self, inner: str, kind: str) -> str:
        inner = self.without_cuts(inner)
        plain = self.text(re.sub(rf"\\{kind}(?![a-z]) ?", "", inner))
        text = raised(plain) if kind == "super" else lowered(plain)
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)


def _nothing(_inner: str) -> str:
    return ""


def _next_group(source: str, at: int) -> int:
    start = source.find("{", at)
    while start > 0 and _is_escaped(source, start):
        start = source.find("{", start + 1)
    return start


def _is_escaped(source: str, at: int) -> bool:
    slashes = len(source[:at]) - len(source[:at].rstrip("\\")) if source[at - 1] == "\\" else 0
    return slashes % 2 == 1


def _group_end(source: str, start: int) -> int:
    """Return where the group that begins at an index ends."""
    depth, at = 0, start
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(source)
