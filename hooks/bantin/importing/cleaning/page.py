"""An article as its page arranges it: title, lead, body, photos, byline and source."""

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.page_dates import PageDate
from bantin.importing.extract.blocks import Block, Dropped, InputPicture
from bantin.importing.extract.note_marks import take_marks
from bantin.vietnamese.fold import fold

# A text beyond these limits is read only in part, so that no input makes an import endless.
_MAX_PARAGRAPH = 10_000
_MAX_PARAGRAPHS = 1_000
# Head of the columns (folded) that make a table a list of participants.
_NAME_HEADS = ("ho va ten", "ho ten", "ho, ten", "dai bieu")
_OFFICE_HEADS = ("chuc vu", "chuc danh")


@dataclass(frozen=True, slots=True)
class PagePhoto:
    """A photograph with its caption, or only the caption of one."""

    picture: InputPicture | None
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The parts of a page; nothing in them is recognised yet.

    Attributes:
        dates: those that the page gives of itself.
        source_url: address of the original, from its source line or the head of the page.
        via: name and address of the site that shows the article of another one.
        dropped: text that was removed, for the editor to see.
        notes: footnotes, by the index with which blocks lead to them.
        signers: who signed an official paper, as “name, office”.
    """

    title: Finding[str]
    lead: Finding[str] | None
    body: tuple[Block, ...]
    photos: tuple[PagePhoto, ...] = ()
    dates: tuple[PageDate, ...] = ()
    author: Finding[str] | None = None
    source: Finding[str] | None = None
    source_url: str = ""
    via: tuple[str, str] = ("", "")
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()

    @property
    def opening(self) -> str:
        """Title, lead and the first paragraph: the parts that speak of the event itself."""
        return "\n".join(self.parts[:3])

    @property
    def parts(self) -> list[str]:
        """Title, lead and paragraphs in order, without captions and tables.

        A title that was only assumed is left out, and so is a paragraph that repeats title or
        lead.
        """
        lead = self.lead.value if self.lead else ""
        head = [self.title.value if self.title.confidence != "thấp" else "", lead]
        body = [block.text for block in self.body if block.kind != "table"]
        parts = [text for text in head if text] + [text for text in body if text not in head]
        return [text[:_MAX_PARAGRAPH] for text in parts][:_MAX_PARAGRAPHS]

    @property
    def tables(self) -> list[str]:
        """The tables of the body, as Markdown."""
        return [block.text for block in self.body if block.kind == "table"]

    @property
    def participants(self) -> str:
        """People listed in tables and below the text, one “name, office” a line."""
        listed = (line for table in self.tables for line in _participants(table))
        return "\n".join([*listed, *self.signers])

    @property
    def text(self) -> str:
        """Everything readable, one paragraph a line, captions and footnotes last."""
        captions = [photo.caption for photo in self.photos if photo.caption]
        notes = [take_marks(note)[0] for note in self.notes if note]
        return "\n".join([*self.parts, *captions, *notes])


def _participants(table: str) -> Iterator[str]:
    """Yield “name, office” for each row of a Markdown table that lists participants."""
    rows = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.split("\n")]
    head = [fold(cell) for cell in rows[0]]
    name = next((n for n, cell in enumerate(head) if cell in _NAME_HEADS), None)
    office = next((n for n, cell in enumerate(head) if cell.startswith(_OFFICE_HEADS)), None)
    for row in rows[2:] if name is not None and office is not None else ():
        if len(row) == len(head):
            yield f"{row[name or 0]}, {row[office or 0]}"
