"""What a file contains before anything is recognised in it: blocks in reading order."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "heading", "item", "table", "photo", "date"]
Align = Literal["left", "center", "right"]
Style = Literal["", "title", "lead", "caption", "author"]


class UnreadableError(Exception):
    """A file that cannot be imported; the message is one Vietnamese sentence for the editor."""


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
    picture: InputPicture | None = None

    @property
    def is_emphasised(self) -> bool:
        """Whether its font or alignment differs from that of running text."""
        return self.bold or self.italic or self.align != "left"


@dataclass(frozen=True, slots=True)
class InputFile:
    """The content of a file, and what its container says about it.

    Attributes:
        title: as the head of a web page gives it, like the next four.
        published: a date and perhaps a time, in whatever form.
        header_footer: text in the header and footer of a Word page.
        is_legacy: whether the text was in an old Vietnamese font encoding.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    published: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    header_footer: str = ""
    is_legacy: bool = False
