"""What a body says: the one result of reading it, which all parts of the portal share."""

from operator import itemgetter
from typing import NamedTuple

from bantin.model import Heading, Link
from bantin.model.problem import Severity


class BodySection(NamedTuple):
    """A heading with what is written below it, up to the next one; the opening has no heading.

    Only headings of the body itself begin a section: those within a list, a quotation or a
    footnote are paragraphs of the section that they are in.

    Attributes:
        heading: as on the page.
        paragraphs: plain text, each on one line; a table, or a list without blank lines, is one.
        is_footnotes: whether it has the footnotes, which stand below the body, without a heading.
    """

    heading: Heading | None
    paragraphs: tuple[str, ...]
    is_footnotes: bool = False

    @property
    def id(self) -> str:
        """The ``id`` of its heading on the page; empty for the opening."""
        return self.heading.id if self.heading else ""

    @property
    def title(self) -> str:
        """The words of its heading; empty for the opening."""
        return self.heading.text if self.heading else ""


class BodyTask(NamedTuple):
    """An item of the section “Nhiệm vụ”.

    Attributes:
        start: where its element begins in the HTML.
        line: of the file, counted from 1.
        text: its words, on one line; items below it are part of it.
    """

    start: int
    line: int
    text: str


class Text(NamedTuple):
    """A run of plain text: of a paragraph, an item, a cell; line breaks are those of the file."""

    line: int
    text: str


class Fault(NamedTuple):
    """Something that is written, but not shown or not as it was meant.

    Attributes:
        line: of the file, counted from 1; so ``column``.
        column: of its first character.
        message: what the page does, in Vietnamese.
        severity: whether words or figures are lost or changed, or may be.
    """

    line: int
    column: int
    message: str
    severity: Severity = Severity.PROBLEM

    @property
    def is_advice(self) -> bool:
        """Whether it is only worth a look."""
        return self.severity is Severity.ADVICE


class ParsedBody(NamedTuple):
    """A body that was read. Lines and columns are those of the file, counted from 1.

    Attributes:
        html: what the page shows.
        sections: the body cut at its headings; footnotes are the last, one below another.
        headings: every heading of the page, in its order.
        links: every link and picture, in the order of the page.
        texts: all plain text, headings and footnotes included, in the order of the page.
        tasks: the items of the section “Nhiệm vụ”.
    """

    html: str
    sections: tuple[BodySection, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    texts: tuple[Text, ...]
    tasks: tuple[BodyTask, ...] = ()

    def plain_lines(self, first_line: int) -> str:
        """Return the plain text with each word on the line that it has in the file.

        Args:
            first_line: line of the file that the result begins with.
        """
        lines = [""] if self.texts else []
        for start, text in sorted(self.texts, key=itemgetter(0)):
            first, *others = text.split("\n")
            lines += [""] * (start - first_line + 1 - len(lines))
            lines[-1] = f"{lines[-1]} {first}" if lines[-1] else first
            lines += others
        return "\n".join(lines)
