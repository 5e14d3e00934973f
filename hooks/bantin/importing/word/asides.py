"""What stands beside the text of a Word file: notes, comments, headers and footers, charts."""

from collections.abc import Iterator

from bantin.importing.extract.blocks import Dropped
from bantin.importing.word.inline import TextReader, all_text
from bantin.importing.word.names import Node, qn, value_of
from bantin.importing.word.package import Package

_MAX_HEADER_FOOTER = 200
_KINDS = (
    ("comments", "lời bình của người đọc bản Word"),
    ("header", "đầu trang giấy"),
    ("footer", "chân trang giấy"),
    ("chart", "chữ trong biểu đồ"),
    ("chartEx", "chữ trong biểu đồ"),
    ("diagramData", "chữ trong sơ đồ SmartArt"),
    ("diagramDrawing", "chữ trong sơ đồ SmartArt"),
)
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


class Notes:
    """The footnotes and endnotes of a file, in the order in which the text leads to them."""

    def __init__(self, package: Package) -> None:
        self._elements: dict[tuple[str, str], Node] = {}
        for kind in ("footnote", "endnote"):
            for name in package.related(f"{kind}s"):
                tree = package.tree(name)
                for note in () if tree is None else tree.iter(qn(f"w:{kind}")):
                    if value_of(note, "w:type") not in _SEPARATORS:
                        self._elements[kind, value_of(note, "w:id")] = note
        self._cited: list[tuple[str, str]] = []

    def cite(self, kind: str, id_: str) -> int:
        """Return the index of a note, which the text leads to."""
        if (kind, id_) not in self._cited:
            self._cited.append((kind, id_))
        return self._cited.index((kind, id_))

    def texts(self, reader: TextReader) -> list[str]:
        """Return the notes that the text leads to, and those that these lead to."""
        texts: list[str] = []
        while len(texts) < len(self._cited):
            note = self._elements.get(self._cited[len(texts)])
            texts.append("" if note is None else _note_text(note, reader))
        return texts

    def unused(self) -> list[str]:
        """Return the notes that the text does not lead to."""
        return [all_text(note) for key, note in self._elements.items() if key not in self._cited]


def _note_text(note: Node, reader: TextReader) -> str:
    paragraphs = (reader.text(paragraph).strip() for paragraph in note.iter(qn("w:p")))
    text = " ".join(filter(None, paragraphs))
    reader.end_passage()
    return text


def asides(package: Package) -> Iterator[Dropped]:
    """Yield the text of parts that do not belong to the article."""
    for kind, reason in _KINDS:
        for name in package.related(kind):
            tree = package.tree(name)
            if tree is not None and (text := all_text(tree)):
                yield Dropped(text, reason)


def header_footer(package: Package) -> str:
    """Return the headers and footers in short, where letters are often dated."""
    texts = []
    for kind in ("header", "footer"):
        for name in package.related(kind):
            tree = package.tree(name)
            paragraphs = () if tree is None else tree.iter(qn("w:p"))
            texts += [" ".join(all_text(paragraph).split()) for paragraph in paragraphs]
    return "; ".join(dict.fromkeys(filter(None, texts)))[:_MAX_HEADER_FOOTER]


def part_names(package: Package) -> Iterator[str]:
    """Yield the names of all parts whose text a reader of the file may see."""
    yield package.main
    for kind in ("footnotes", "endnotes", *(kind for kind, _ in _KINDS)):
        yield from package.related(kind)
