"""All text of a Word file, read with next to no knowledge of Word.

It says what the file contains, so that what an import kept and what it told the editor can be held
against it. It must not ask the modules that decide what is kept.
"""

from collections.abc import Iterator

from bantin.importing.extract.legacy_encodings import encoding_of_font, to_unicode
from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.word.asides import part_names
from bantin.importing.word.equations import equation_text
from bantin.importing.word.names import Node, children_of, find, name_of, value_of
from bantin.importing.word.package import Package
from bantin.importing.word.styles import Styles
from bantin.importing.word.symbols import sign, without_private

# Elements within which words run on from one to the next.
_INLINE = frozenset(
    ("w:r", "w:t", "w:delText", "w:ins", "w:del", "w:moveTo", "w:moveFrom", "w:hyperlink",
     "w:smartTag", "w:fldSimple", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:rPr",
     "w:sdt", "w:sdtContent", "w:customXml", "w:lastRenderedPageBreak", "w:softHyphen", "w:dir",
     "w:bdo", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:fldChar",
     "w:instrText", "w:permStart", "w:permEnd", "w:footnoteReference", "w:endnoteReference",
     "a:r", "a:t", "a:rPr", "?:t")
)  # fmt: skip
_NO_TEXT = frozenset(("w:instrText", "w:delInstrText", "w:fldData"))
# Settings of charts and drawings, which are text only to the machine.
_NO_TEXT_NAMES = ("posOffset", "align", "pctWidth", "pctHeight", "f", "formatCode", "binData")


def all_words(package: Package, styles: Styles) -> str:
    """Return the text of all parts that a reader of a file may see."""
    parts = (package.tree(name) for name in part_names(package))
    return "\n".join("".join(_words(part, styles)) for part in parts if part is not None)


def _words(element: Node, styles: Styles) -> Iterator[str]:
    name = name_of(element)
    if name in _NO_TEXT or name.partition(":")[2] in _NO_TEXT_NAMES:
        return
    if name == "w:r":
        yield _run(element, styles)
    elif name == "w:noBreakHyphen":
        yield "-"
    elif name == "w:sym":
        yield sign(int(value_of(element, "w:char", "0"), 16), value_of(element, "w:font"))
    elif name == "v:textpath":
        yield f" {element.get('string') or ''} "
    elif name == "m:oMath":
        yield equation_text(element)
    else:
        yield "" if name in _INLINE else " "
        yield element.text or ""
        for child in children_of(element):
            yield from _words(child, styles)
        yield "" if name in _INLINE else "\n"


def _run(run: Node, styles: Styles) -> str:
    """Return the text of a run in Unicode, raised or lowered as it is set."""
    text = "".join("".join(_words(child, styles)) for child in run if name_of(child) != "w:rPr")
    paragraph = next((e for e in run.iterancestors() if name_of(e) == "w:p"), run)
    font = styles.font(run, paragraph)
    encoding = encoding_of_font(font)
    if encoding:
        text = to_unicode(text, encoding, capitals=font.endswith("H"))
    text = without_private(text, font)
    place = value_of(find(run, "w:rPr", "w:vertAlign"))
    return (
        raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text
    )
