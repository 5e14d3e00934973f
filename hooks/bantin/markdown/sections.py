"""Text gathered into paragraphs and sections."""

from html import unescape

from bantin.markdown.tree import BodySection, Text
from bantin.model import Heading


class SectionBuilder:
    """Gathers text run by run: a run is a paragraph, an item of a list or a cell of a table.

    Attributes:
        texts: every run.
        sections: those that have ended.
        is_in_footnotes: whether text belongs to the section of the footnotes.
    """

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.sections: list[BodySection] = []
        self.is_in_footnotes = False
        self._heading: Heading | None = None
        self._paragraphs: list[str] = []
        self._runs: list[str] = []

    def add_run(self, line: int, text: str) -> None:
        """Add a run to the paragraph, unless it is empty; ``text`` is HTML without tags."""
        if text and not text.isspace():
            text = unescape(text) if "&" in text else text
            self.texts.append(Text(line, text.rstrip("\n")))
            self._runs.append(text)

    def add_paragraph(self, line: int, text: str) -> None:
        """Add a paragraph of one run."""
        if self._runs:
            self.end_paragraph()
        self.add_run(line, text)
        self.end_paragraph()

    def add_words(self, text: str) -> None:
        """Add the words of a paragraph whose runs were added before."""
        self._paragraphs.append(text)

    def end_paragraph(self) -> None:
        """End the paragraph, if one has begun."""
        if self._runs:
            self.add_words(self.take_paragraph())

    def take_paragraph(self) -> str:
        """Return the words of the paragraph, which then belong to no section."""
        text = self._runs[0] if len(self._runs) == 1 else " ".join(self._runs)
        self._runs.clear()
        return one_line(text)

    def end_section(self, next_heading: Heading | None = None) -> None:
        """End the section, and begin that of the next heading."""
        self.end_paragraph()
        if self._heading or self._paragraphs:
            section = BodySection(self._heading, tuple(self._paragraphs), self.is_in_footnotes)
            self.sections.append(section)
            self._paragraphs.clear()
        self._heading = next_heading

    def begin_footnotes(self) -> None:
        """End the last section; all that follows is a footnote."""
        self.end_section()
        self.is_in_footnotes = True


def one_line(text: str) -> str:
    """Return a text with single spaces for any white space."""
    text = text.replace("\n", " ").strip()
    if "  " not in text and text.isprintable():  # no other white space is: two fifths of the time
        return text
    return " ".join(text.split())
