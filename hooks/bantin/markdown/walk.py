"""From comrak's tags to the page's HTML and the tree, both in one go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from typing import TypeAlias

from bantin.markdown.headings import Ids
from bantin.markdown.tree import BodySection, Omission, Text
from bantin.model import Heading, Link
from bantin.model.destinations import is_inside, is_outside

# Name, source position such as ``3:1-4:12`` or none, other attributes, text up to the next tag.
Tag: TypeAlias = tuple[str, str, str, str]

FRAME = '<div class="table-frame" tabindex="0" role="region" aria-label="Bảng số liệu">'
BACK = ('aria-label="Back to reference ', 'aria-label="Về chỗ dẫn chú thích ')
NO_LINK = "liên kết không có địa chỉ dùng được; trang chỉ giữ chữ của nó"
NO_PICTURE = "ảnh không có địa chỉ dùng được; trang bỏ ảnh này"
NO_WORDS = "đề mục không có chữ; trang bỏ đề mục này"


class Walk:
    """Goes through the tags of one body; what it has gathered are its attributes.

    Text is gathered by run (an item, a cell, a paragraph), runs by paragraph, paragraphs by
    section.
    """

    def __init__(self, body: str, first_line: int, targets: Sequence[str]) -> None:
        self.html: list[str] = []
        self.sections: list[BodySection] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.texts: list[Text] = []
        self.omissions: list[Omission] = []
        self._body, self._before, self._targets = body, first_line - 1, targets
        self._lines: list[bytes] = []
        self._ids, self._note_ids = Ids(), set[str]()
        self._heading: Heading | None = None
        self._paragraphs: list[str] = []
        self._runs: list[str] = []
        self._words: list[str] = []
        self._line, self._place = first_line, ""
        self._depth = self._heading_start = 0
        self._is_in_notes = self._is_note_mark = self._is_bare_link = False

    def through(self, tags: Iterable[Tag]) -> None:
        """Take in all tags, in their order."""
        html, words, handlers = self.html, self._words, HANDLERS
        for name, place, attributes, text in tags:
            handle = handlers.get(name)
            if handle:
                handle(self, name, place, attributes)
            else:
                html.append(f"<{name}{attributes}>")
            if text:
                html.append(text)
                if not self._is_note_mark:
                    words.append(text)
        self._end_section(None)

    def _end_run(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if text and not text.isspace():
            text = unescape(text) if "&" in text else text
            self.texts.append(Text(self._line, text.rstrip("\n")))
            self._runs.append(text)

    def _end_paragraph(self) -> None:
        self._end_run()
        if self._runs and not self._is_in_notes:
            self._paragraphs.append(_one_line(self._runs))
        self._runs.clear()

    def _end_section(self, next_heading: Heading | None) -> None:
        self._end_paragraph()
        if self._heading or self._paragraphs:
            self.sections.append(BodySection(self._heading, tuple(self._paragraphs)))
            self._paragraphs.clear()
        self._heading = next_heading

    def open_run(self, name: str, place: str, attributes: str) -> None:
        """Begin an item of a list or a cell of a table."""
        self._end_run()
        self._line = self._line_of(place)
        self.html.append(f"<{name}{self._with_new_id(attributes)}>")

    def close_run(self, name: str, _place: str, _attributes: str) -> None:
        """End an item or a cell."""
        self._end_run()
        self.html.append(f"<{name}>")

    def open_paragraph(self, name: str, place: str, attributes: str) -> None:
        """Begin a paragraph, or a block of code."""
        self._end_paragraph()
        self._line, self._place = self._line_of(place), place
        self.html.append(f"<{name}{attributes}>")

    def close_paragraph(self, name: str, _place: str, _attributes: str) -> None:
        """End a paragraph."""
        self._end_paragraph()
        self.html.append(f"<{name}>")

    def close_code(self, name: str, place: str, attributes: str) -> None:
        """End a block of code; its text begins below the fence, where it has one."""
        first, last = (int(one.partition(":")[0]) for one in self._place.split("-"))
        count = sum(text.count("\n") for text in self._words)
        self._line += last - first >= count and not self._place.endswith(":0")
        self.close_paragraph(name, place, attributes)

    def open_container(self, name: str, _place: str, attributes: str) -> None:
        """Begin a list or a quotation; a list within an item belongs to the item's paragraph."""
        if name == "blockquote" or not self._depth:
            self._end_paragraph()
        self._end_run()
        self._depth += 1
        self.html.append(f"<{name}{attributes}>")

    def close_container(self, name: str, _place: str, _attributes: str) -> None:
        """End a list or a quotation."""
        self._end_run()
        self._depth -= 1
        if name == "/blockquote" or not self._depth:
            self._end_paragraph()
        self.html.append(f"<{name}>")

    def open_table(self, name: str, _place: str, _attributes: str) -> None:
        """Begin a table, in a frame that scrolls where the page is narrow."""
        self._end_paragraph()
        self.html.append(f"{FRAME}<{name}>")

    def close_table(self, name: str, _place: str, _attributes: str) -> None:
        """End a table."""
        self._end_paragraph()
        self.html.append(f"<{name}></div>")

    def open_notes(self, name: str, _place: str, attributes: str) -> None:
        """Begin the footnotes, which belong to no section."""
        self._end_paragraph()
        self._is_in_notes = True
        self.html.append(f"<{name}{attributes}>")

    def open_heading(self, _name: str, place: str, _attributes: str) -> None:
        """Begin a heading; its tag waits for its id."""
        self._end_paragraph()
        self._line = self._line_of(place)
        self._heading_start = len(self.html)
        self.html.append("")

    def close_heading(self, name: str, _place: str, _attributes: str) -> None:
        """End a heading; one of the body itself begins a section."""
        self._end_run()
        text = _one_line(self._runs)
        if not text:
            self._without_words()
            return
        heading = Heading(self._ids.give(text), text, max(2, int(name[2])), self._line)
        self.headings.append(heading)
        self.html[self._heading_start] = f'<h{heading.level} id="{heading.id}">'
        self.html.append(f"</h{heading.level}>")
        if self._depth or self._is_in_notes:
            self._end_paragraph()
        else:
            self._runs.clear()
            self._end_section(heading)

    def _without_words(self) -> None:
        """Leave out a heading that says nothing; a picture in it stays."""
        self.omissions.append(Omission(NO_WORDS, self._line))
        if any(self.html[self._heading_start :]):
            self.html[self._heading_start] = "<p>"
            self.html.append("</p>")

    def open_link(self, name: str, place: str, attributes: str) -> None:
        """Begin a link, or the way to or from a footnote."""
        if not place:
            self._is_note_mark = True
            self.html.append(f"<{name}{self._with_new_id(attributes).replace(*BACK)}>")
            return
        href, others = self._destination(place, attributes, NO_LINK, is_picture=False)
        self._is_bare_link = not href
        if href:
            self.html.append(f'<a href="{href}"{others}>')

    def close_link(self, name: str, _place: str, _attributes: str) -> None:
        """End a link."""
        if not self._is_bare_link:
            self.html.append(f"<{name}>")
        self._is_bare_link = self._is_note_mark = False

    def note_mark(self, name: str, _place: str, attributes: str) -> None:
        """Begin or end the raised number of a footnote, which is no text of the body."""
        self._is_note_mark = name == "sup"
        self.html.append(f"<{name}{attributes}>")

    def picture(self, _name: str, place: str, attributes: str) -> None:
        """Add a picture; what it shows, in words, is text."""
        src, others = self._destination(place, attributes, NO_PICTURE, is_picture=True)
        self._words.append(others.partition(' alt="')[2].partition('"')[0])
        if src:
            self.html.append(f'<img src="{src}"{others}>')

    def _destination(
        self, place: str, attributes: str, fault: str, *, is_picture: bool
    ) -> tuple[str, str]:
        """Return the escaped address of a link or picture, and its other attributes.

        ``parse`` has put the number of the destination before the address; comrak leaves the
        address empty where it would run a script.
        """
        value, _, others = attributes.partition('="')[2].partition('"')
        number, _, address = value.partition(":")
        target = self._targets[int(number)] if number else ""
        line, column = self._line_of(place), self._column_of(place)
        if target and (is_inside(target) or is_outside(target)):
            self.links.append(Link(target, line, column, is_picture))
            return address, others
        self.omissions.append(Omission(fault, line, column))
        return "", others

    def _with_new_id(self, attributes: str) -> str:
        """Return the attributes of a footnote; one defined twice has its id once."""
        before, name, rest = attributes.partition(' id="')
        if not name:
            return attributes
        id_, _, after = rest.partition('"')
        if id_ in self._note_ids:
            return f"{before}{after}"
        self._note_ids.add(id_)
        return attributes

    def _line_of(self, place: str) -> int:
        return self._before + int(place.partition(":")[0])

    def _column_of(self, place: str) -> int:
        """Return the column in characters: comrak counts bytes."""
        if not self._lines:
            self._lines = self._body.encode().split(b"\n")
        line, _, column = place.partition("-")[0].partition(":")
        return len(self._lines[int(line) - 1][: int(column) - 1].decode(errors="ignore")) + 1


def _one_line(runs: Sequence[str]) -> str:
    """Return texts joined, with single spaces for any white space."""
    text = " ".join(runs).replace("\n", " ").strip()
    if "  " not in text and text.isprintable():  # no other white space is: a tenth of the time
        return text
    return " ".join(text.split())


HANDLERS: Mapping[str, Callable[[Walk, str, str, str], None]] = {
    "p": Walk.open_paragraph,
    "/p": Walk.close_paragraph,
    "pre": Walk.open_paragraph,
    "/pre": Walk.close_code,
    **dict.fromkeys(("li", "td", "th"), Walk.open_run),
    **dict.fromkeys(("/li", "/td", "/th"), Walk.close_run),
    **dict.fromkeys(("ul", "ol", "blockquote"), Walk.open_container),
    **dict.fromkeys(("/ul", "/ol", "/blockquote"), Walk.close_container),
    "table": Walk.open_table,
    "/table": Walk.close_table,
    "section": Walk.open_notes,
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), Walk.open_heading),
    **dict.fromkeys((f"/h{level}" for level in range(1, 7)), Walk.close_heading),
    "a": Walk.open_link,
    "/a": Walk.close_link,
    "sup": Walk.note_mark,
    "/sup": Walk.note_mark,
    "img": Walk.picture,
    "!--": lambda *_: None,
}
