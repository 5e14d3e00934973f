"""The text of a paragraph of Word: what a reader sees, and what is hidden, struck or deleted.

Elements that this module does not know are read like any other: their text is kept.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bantin.importing.extract.blocks import Dropped
from bantin.importing.extract.legacy_encodings import encoding_of_font, to_unicode
from bantin.importing.extract.note_marks import mark
from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.word.equations import equation_text
from bantin.importing.word.names import Node, chosen, find, is_set, name_of, qn, value_of
from bantin.importing.word.styles import Styles
from bantin.importing.word.symbols import UNKNOWN, sign, without_private

HIDDEN = "chữ ẩn trong Word"
WHITE = "chữ trắng trên nền trắng hoặc nhỏ không đọc được"
STRUCK = "chữ gạch ngang"
DELETED = "chữ đã xóa trong bản theo dõi sửa đổi"
FIELD = "trường tự động của Word, không có kết quả"
SYMBOL = "ký hiệu không rõ của phông"
OTHER_BRANCH = "bản vẽ cho Word đời cũ"
OBJECT = "chữ nghệ thuật hoặc đối tượng nhúng"

# Elements that hold no text of the document, or whose text other modules read.
_IGNORED = frozenset(
    ("", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delInstrText", "w:tblPr",
     "w:trPr", "w:tcPr", "w:sectPr", "w:txbxContent", "w:drawing", "w:pict", "w:object",
     "w:softHyphen", "w:annotationRef", "w:footnoteRef", "w:endnoteRef", "w:separator",
     "w:continuationSeparator", "w:tbl", "w:p", "w:rubyPr", "w:fldData")
)  # fmt: skip
_DELETING = frozenset(("w:del", "w:moveFrom", "w:delText"))
_TABS, _BREAKS = frozenset(("w:tab", "w:ptab")), frozenset(("w:br", "w:cr"))
_HYPHEN = "-"
_REFERENCES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
# Fields without a result whose code shows text; “\f” and the like are switches.
_SYMBOL_FIELD = re.compile(r"\s*SYMBOL\s+(\d+|0x[0-9a-f]+)(?:.*\\f\s+\"?([\w ]+))?", re.IGNORECASE)
_BUTTON_FIELD = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_EQUATION_FIELD = re.compile(r"\s*EQ\s+(.*)", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r"\\[a-z*]+\d*", re.IGNORECASE)
_SILENT_FIELD = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|TC|XE|RD|TA|INDEX|SET|ASK|BIDIOUTLINE|LISTNUM"
    r"|PRINT|PRIVATE|HYPERLINK|ADVANCE|MERGEFIELD|FORMTEXT|FORMDROPDOWN|SEQ|REF|PAGEREF|NOTEREF"
    r"|INCLUDEPICTURE|SHAPE|EMBED|LINK|CONTROL|ADDIN|AUTONUM\w*|DATE|TIME)?\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """Text of one run; the run is None for text that belongs to none."""

    text: str
    run: Node = None


@dataclass(slots=True)
class _Field:
    code: str = ""
    is_result: bool = False
    has_result: bool = False
    box: Node = None


@dataclass(slots=True)
class TextReader:
    """Reads the paragraphs of one document.

    Attributes:
        styles: of the document.
        note: counts a note that is led to, and returns its index.
        dropped: takes text that is not kept.
        is_legacy: whether some of it was in an old Vietnamese font.
    """

    styles: Styles
    note: Callable[[str, str], int]
    dropped: list[Dropped] = field(default_factory=list)
    is_legacy: bool = False
    _fields: list[_Field] = field(default_factory=list)

    def pieces(self, paragraph: Node) -> list[Piece]:
        """Return what a reader sees of a paragraph, without what stands in its text boxes."""
        return [piece for piece in self._children(paragraph, paragraph, None) if piece.text]

    def text(self, paragraph: Node) -> str:
        """Return the text of a paragraph."""
        return "".join(piece.text for piece in self.pieces(paragraph))

    def drop(self, text: str, reason: str) -> None:
        """Note text that is not kept; what follows right behind belongs to the same passage."""
        if not text.strip():
            return
        if self.dropped and self.dropped[-1].reason == reason and not text[:1].isspace():
            last = self.dropped[-1].text
            if last and not last.endswith("\n"):
                self.dropped[-1] = Dropped(last + text, reason)
                return
        self.dropped.append(Dropped(text, reason))

    def end_passage(self) -> None:
        """End what was dropped last: a new paragraph is a passage of its own."""
        if self.dropped and not self.dropped[-1].text.endswith("\n"):
            last = self.dropped[-1]
            self.dropped[-1] = Dropped(last.text.rstrip() + "\n", last.reason)

    def _children(self, element: Node, paragraph: Node, run: Node) -> Iterator[Piece]:
        for child in element:
            yield from self._element(child, paragraph, run)

    def _element(self, element: Node, paragraph: Node, run: Node) -> Iterator[Piece]:
        name = name_of(element)
        if name in _DELETING:
            self.drop(all_text(element), DELETED)
        elif name == "w:r":
            yield from self._run(element, paragraph)
        elif name == "mc:AlternateContent":
            yield from self._alternate(chosen(element), paragraph, run)
        elif name in ("m:oMath", "m:oMathPara"):
            yield Piece(equation_text(element), run)
        elif name == "w:ruby":
            yield Piece(self._ruby(element, paragraph), run)
        elif name == "w:instrText" and self._fields and not self._fields[-1].is_result:
            self._fields[-1].code += element.text or ""
        elif name not in _IGNORED:
            yield from self._text(element, name, paragraph, run)

    def _text(self, element: Node, name: str, paragraph: Node, run: Node) -> Iterator[Piece]:
        if name in _TABS:
            yield Piece("\t", run)
        elif name in _BREAKS:
            yield Piece("\n", run)
        elif name == "w:noBreakHyphen":
            yield Piece(_HYPHEN, run)
        elif name == "w:sym":
            yield Piece(self._symbol(element), run)
        elif name == "w:fldChar":
            yield from self._field_mark(element, run)
        elif name in _REFERENCES:
            yield Piece(mark(self.note(_REFERENCES[name], value_of(element, "w:id"))), run)
        else:
            if element.text and element.text.strip("\n\r"):
                yield Piece(self._decoded(element.text, run, paragraph), run)
            yield from self._children(element, paragraph, run)

    def _run(self, run: Node, paragraph: Node) -> Iterator[Piece]:
        pieces = list(self._children(run, paragraph, run))
        text = "".join(piece.text for piece in pieces)
        if not text:
            return
        if self._fields and self._fields[-1].is_result:
            self._fields[-1].has_result = True
        reason = self._reason_to_drop(run, paragraph)
        if reason:
            self.drop(text, reason)
        else:
            self.end_passage()
            yield Piece(self._set(text, run, paragraph), run)

    def _reason_to_drop(self, run: Node, paragraph: Node) -> str:
        styles = self.styles
        if styles.is_on(run, paragraph, "w:vanish", "w:specVanish", "w:webHidden"):
            return HIDDEN
        if styles.is_on(run, paragraph, "w:strike", "w:dstrike"):
            return STRUCK
        return WHITE if styles.is_invisible(run, paragraph) else ""

    def _set(self, text: str, run: Node, paragraph: Node) -> str:
        place = value_of(self.styles.run_property(run, paragraph, "w:vertAlign"))
        if place == "superscript":
            return raised(text)
        return lowered(text) if place == "subscript" else text

    def _decoded(self, text: str, run: Node, paragraph: Node) -> str:
        font = self.styles.font(run, paragraph) if run is not None else ""
        encoding = encoding_of_font(font)
        if encoding is None:
            return without_private(text, font)
        self.is_legacy = True
        return to_unicode(text, encoding, capitals=font.endswith("H"))

    def _symbol(self, element: Node) -> str:
        code, font = value_of(element, "w:char", "0"), value_of(element, "w:font")
        shown = sign(int(code, 16), font)
        if shown == UNKNOWN:
            self.drop(f"{code} {font}", SYMBOL)
        return shown

    def _ruby(self, element: Node, paragraph: Node) -> str:
        base = self._joined(find(element, "w:rubyBase"), paragraph)
        above = self._joined(find(element, "w:rt"), paragraph)
        return f"{base} ({above})" if above.strip() else base

    def _joined(self, element: Node, paragraph: Node) -> str:
        if element is None:
            return ""
        return "".join(piece.text for piece in self._children(element, paragraph, None))

    def _field_mark(self, element: Node, run: Node) -> Iterator[Piece]:
        kind = value_of(element, "w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field(box=find(element, "w:ffData", "w:checkBox")))
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.has_result:
                if self._fields and self._fields[-1].is_result:
                    self._fields[-1].has_result = True
            else:
                yield Piece(self._shown_by_code(ended), run)

    def _shown_by_code(self, ended: _Field) -> str:
        """Return what a field without a result shows."""
        if ended.box is not None:
            state = find(ended.box, "w:checked")
            checked = state if state is not None else find(ended.box, "w:default")
            return "☑" if is_set(checked) else "☐"
        if match := _SYMBOL_FIELD.match(ended.code):
            code = int(match[1], 0) if match[1].lower().startswith("0x") else int(match[1])
            return sign(code, (match[2] or "").strip())
        if match := _BUTTON_FIELD.match(ended.code):
            return match[1].strip()
        if match := _EQUATION_FIELD.match(ended.code):
            return " ".join(_SWITCH.sub("", match[1]).split())
        if not _SILENT_FIELD.match(ended.code):
            self.drop(ended.code.strip(), FIELD)
        return ""

    def _alternate(self, branches: list[Node], paragraph: Node, run: Node) -> Iterator[Piece]:
        """Yield the pieces of the first branch; what only another one says is noted."""
        for branch in branches[:1]:
            yield from self._children(branch, paragraph, run)
        for other in branches[1:]:
            if (text := all_text(other)).split() != all_text(branches[0]).split():
                self.drop(text, OTHER_BRANCH)


def all_text(element: Node) -> str:
    """Return all text below an element, whatever becomes of it; a paragraph a line."""
    return "".join(_all_text(element)).strip()


def _all_text(element: Node) -> Iterator[str]:
    name = name_of(element)
    if name in ("w:t", "w:delText", "a:t", "m:t", "c:v"):
        yield element.text or ""
    elif name == "w:noBreakHyphen":
        yield _HYPHEN
    elif name in _TABS or name in _BREAKS:
        yield " "
    elif name == "w:sym":
        yield sign(int(value_of(element, "w:char", "0"), 16), value_of(element, "w:font"))
    elif name == "v:textpath":
        yield f"{element.get('string') or ''}\n"
    elif name == "mc:AlternateContent":
        for branch in chosen(element)[:1]:
            yield from _all_text(branch)
    else:
        for child in element:
            yield from _all_text(child)
        if name in ("w:p", "w:tc", "a:p", "c:pt", "w:footnote", "w:comment"):
            yield "\n"


def drawn_text(paragraph: Node) -> Iterator[str]:
    """Yield text of drawings in a paragraph that is in no text box of Word."""
    for element in paragraph.iter(qn("v:textpath"), qn("a:t")):
        is_old = any(name_of(above) == "mc:Fallback" for above in element.iterancestors())
        text = element.get("string") if name_of(element) == "v:textpath" else element.text
        if text and text.strip() and not is_old:
            yield text
