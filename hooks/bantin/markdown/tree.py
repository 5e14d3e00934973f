"""What a body says: the one result of reading it, which all parts of the portal share."""

from dataclasses import dataclass

from bantin.model import Heading, Link


@dataclass(frozen=True, slots=True)
class BodySection:
    """A heading with what is written below it, up to the next one; the opening has no heading.

    Only headings of the body itself begin a section: those within a list, a quotation or a
    footnote are paragraphs of the section that they are in.

    Attributes:
        heading: as on the page.
        paragraphs: plain text, each on one line; a table, or a list without blank lines, is one.
    """

    heading: Heading | None
    paragraphs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The ``id`` of its heading on the page; empty for the opening."""
        return self.heading.id if self.heading else ""

    @property
    def title(self) -> str:
        """The words of its heading; empty for the opening."""
        return self.heading.text if self.heading else ""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text, its line breaks where they are in the file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Omission:
    """Something written that the page does not show, or not as it was meant."""

    message: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A body that was read. Lines and columns are those of the file, counted from 1.

    Attributes:
        html: what the page shows.
        sections: the body cut at its headings, footnotes left out.
        headings: every heading of the page, in its order.
        links: every link and picture, in the order of the page.
        texts: all plain text, headings and footnotes included.
        omissions: what was left out, in the order of the file.
    """

    html: str
    sections: tuple[BodySection, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    texts: tuple[Text, ...]
    omissions: tuple[Omission, ...]

    def plain_lines(self, first_line: int) -> str:
        """Return the plain text laid out as in the file: each word on the line it is written on."""
        lines: dict[int, list[str]] = {}
        for run in self.texts:
            for number, words in enumerate(run.text.split("\n"), run.line):
                lines.setdefault(number, []).append(words)
        last = max(lines, default=first_line - 1)
        return "\n".join(" ".join(lines.get(n, ())) for n in range(first_line, last + 1))
