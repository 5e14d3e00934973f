"""What a file contains before anything is recognised in it: blocks in reading order."""

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Kind = Literal["text", "heading", "item", "table", "photo", "date"]
Align = Literal["left", "center", "right"]
# “label” is the caption of a table, which stays in the text.
Style = Literal["", "title", "lead", "caption", "author", "label"]


class UnreadableError(Exception):
    """A file that cannot be imported; the message is one Vietnamese sentence for the editor."""


class Dropped(NamedTuple):
    """Text of a file that is not taken over, and why, in words for the editor."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class InputPicture:
    """A picture in a file; one in a web page has no bytes, only its alternative text."""

    data: bytes = field(default=b"", repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or picture; or a line of the page with its own date.

    Attributes:
        text: plain text; for a table its Markdown.
        level: of a heading, 1 to 6.
        style: what the source says it is, by a Word style or by the classes of HTML.
        gap_before: whether an empty line comes before it, in a source where that means something.
        date_below: whether the page prints its date right below, as it does below a title.
        marker: what stands before a list item, “-”, “3.” or “a)”; a plain bullet if empty.
        depth: how many lists the item's list is in.
        notes: where footnotes are led to: offset in the text, index of the note. In a table they
            are marks in its text (``note_marks``).
    """

    text: str
    kind: Kind = "text"
    level: int = 0
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    style: Style = ""
    gap_before: bool = False
    date_below: bool = False
    marker: str = ""
    depth: int = 0
    notes: tuple[tuple[int, int], ...] = ()
    picture: InputPicture | None = None

    @property
    def is_emphasised(self) -> bool:
        """Whether its font or alignment differs from that of running text."""
        return self.bold or self.italic or self.align != "left"

    def with_text(self, text: str) -> "Block":
        """Return the block with less text; footnotes stay behind the words that led to them."""
        cut = len(self.text) - len(text) if self.text.endswith(text) else 0
        notes = tuple((min(max(0, at - cut), len(text)), index) for at, index in self.notes)
        return replace(self, text=text, notes=notes)


@dataclass(frozen=True, slots=True)
class InputFile:
    """The content of a file, and what its container says about it.

    Attributes:
        title: as the head of a web page gives it, like the next four.
        published: a date and perhaps a time, in whatever form.
        header_footer: text in the header and footer of a Word page.
        is_legacy: whether the text was in an old Vietnamese font encoding.
        notes: footnotes, in the order of the marks that lead to them.
        dropped: text that is not among the blocks.
        witness: all text of the file, as a reader without any knowledge of it finds it.
        remarks: sentences for the editor on what could not be read.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    published: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    header_footer: str = ""
    is_legacy: bool = False
    notes: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    witness: str = ""
    remarks: tuple[str, ...] = ()
