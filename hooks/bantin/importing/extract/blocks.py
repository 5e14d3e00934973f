"""What a file holds before anything is recognised in it: blocks in reading order."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "heading", "item", "table", "photo", "stamp"]
Align = Literal["left", "center", "right"]


class UnreadableError(Exception):
    """A file that cannot be brought in; the message is one sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture found in a file; one of a web page has no bytes, only what was said of it."""

    data: bytes = field(default=b"", repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or picture.

    Attributes:
        text: plain text; for a table its Markdown.
        styled: whether the source marks it by style or font as more than running text.
        level: of a heading, 1 to 6.
        dated: whether the page prints its date right below, as below a title.
        gap: whether a blank line stands before it, in a source where that tells something.
    """

    text: str
    kind: Kind = "text"
    level: int = 0
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    styled: str = ""
    gap: bool = False
    dated: bool = False
    picture: Picture | None = None

    @property
    def is_emphasised(self) -> bool:
        """Whether it is set off from running text."""
        return self.bold or self.italic or self.align != "left"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened: its blocks and what the container says of itself.

    Attributes:
        published: a date and perhaps a time, as the container writes it.
        margin: what a sheet of paper carries above and below its text.
        is_legacy: whether the text was in an old Vietnamese font encoding.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    lead: str = ""
    published: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    margin: str = ""
    is_legacy: bool = False
