"""From comrak's tags to the page's HTML and the tree, both in one go."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from bantin.markdown.headings import PageIds
from bantin.markdown.positions import Positions
from bantin.markdown.sections import SectionBuilder
from bantin.markdown.tags import RAW_HTML, Tag
from bantin.markdown.targets import refuse_link, refuse_picture
from bantin.markdown.tasks import TaskCollector
from bantin.markdown.tree import Fault
from bantin.model import Heading, Link

INLINE = frozenset(("a", "br", "code", "del", "em", "img", "strong", "sup"))
RUNS = frozenset(("p", "li", "td", "th"))
TASK_ELEMENTS = frozenset(("p", "li"))
TABLE = '<div class="table-frame" tabindex="0" role="region" aria-label="Bảng số liệu"><table>'
BACKREF_LABEL = ('aria-label="Back to reference ', 'aria-label="Về chỗ dẫn chú thích ')
# A list whose numbers are written with a bracket; the page's style shows them so.
BRACKETED = re.compile(r"\d{1,9}\)")
WITH_BRACKETS = ' class="bracketed"'
NO_ALT = (
    "ảnh chưa có lời tả cho người không xem được ảnh; hãy ghi vào ngoặc vuông: ![lời tả"
    " ảnh](đường dẫn)"
)
NO_WORDS = "đề mục không có chữ; trang bỏ đề mục này"
# Lists and quotations within each other; no text needs more, and browsers take no more than some.
MAX_DEPTH = 30
TOO_DEEP = f"danh sách hay trích dẫn lồng nhau quá {MAX_DEPTH} bậc; hãy viết phẳng hơn"


class DocumentBuilder:
    """Builds the tree and the HTML of one body from its tags.

    Attributes:
        html: pieces of what the page shows.
        text: the plain text, by section.
        headings: see ``ParsedBody``; so ``links``.
        tasks: collects what may be a task.
        faults: what could not be shown.
        has_raw_html: whether there was HTML, which comrak has left out.
    """

    def __init__(self, positions: Positions, targets: Sequence[str]) -> None:
        """Begin a document.

        Args:
            positions: of the body.
            targets: destinations as written; an address in the tags begins with the index of one.
        """
        self.html: list[str] = []
        self.text = SectionBuilder()
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.faults: list[Fault] = []
        self.has_raw_html = False
        self.tasks = TaskCollector()
        self._positions, self._targets = positions, targets
        self._ids, self._footnote_ids = PageIds(), set[str]()
        self._words: list[str] = []  # of the run that has begun
        self._position = "1:1-1:1"  # of that run
        self._depth = 0  # of lists and quotations
        self._heading_start = 0  # index in ``html``
        self._is_footnote_mark = self._is_bare_link = False

    def feed(self, tags: Iterable[Tag]) -> None:
        """Take all tags of the body."""
        for name, position, attributes, text, end, after in tags:
            if end and name in RUNS:
                self._whole_run(name, position, attributes, text, after)
                continue
            self._tag(name, position, attributes, text)
            if end:
                self._tag(f"/{name}", "", "", after)
        self._end_run()
        self.text.end_section()

    def _tag(self, name: str, position: str, attributes: str, text: str) -> None:
        handle = HANDLERS.get(name)
        if name == RAW_HTML and self._would_join(text):
            text = f" {text}"
        if handle:
            handle(self, name, position, attributes)
            self.html.append(text)
        else:
            self.html.append(f"<{name}{attributes}>{text}")
        # A line break after a block is only the layout of the HTML.
        is_words = text != "\n" or name.strip("/") in INLINE
        if text and is_words and not self._is_footnote_mark:
            self._words.append(text)

    def _would_join(self, text: str) -> bool:
        """Whether a text would run together with the word before it, as in “a<br>b”."""
        return bool(self._words) and self._words[-1][-1:].isalnum() and text[:1].isalnum()

    def _whole_run(self, name: str, position: str, attributes: str, text: str, after: str) -> None:
        """Take a paragraph, item or cell without markup: most of an article."""
        if self._words:
            self._end_run()
        if name == "p":
            self.text.add_paragraph(self._positions.line(position), text)
        else:
            self.text.add_run(self._positions.line(position), text)
        if attributes:
            attributes = self._with_new_id(attributes)
        if self.tasks.is_open and self._may_be_task(name):
            self.tasks.add(len(self.html), name, self._positions.line(position), text)
        self.html.append(f"<{name}{attributes}>{text}</{name}>{after}")

    def _may_be_task(self, name: str) -> bool:
        """Whether an element is a paragraph of the body itself or an item of a list in it."""
        return self._depth == (1 if name == "li" else 0) and name in TASK_ELEMENTS

    def _begin_task(self, name: str, position: str) -> None:
        if self.tasks.is_open and self._may_be_task(name):
            line = self._positions.line(position)
            self.tasks.begin(len(self.html), name, line, len(self.text.texts))

    def _end_task(self, name: str) -> None:
        if self.tasks.is_open and self._may_be_task(name):
            self.tasks.end([run.text for run in self.text.texts])

    def _end_run(self) -> None:
        if self._words:
            text = "".join(self._words)
            self._words.clear()
            self.text.add_run(self._positions.line(self._position), text)

    def _end_paragraph(self) -> None:
        self._end_run()
        self.text.end_paragraph()

    def _open_run(self, name: str, position: str, attributes: str) -> None:
        self._end_run()
        self._position = position
        self._begin_task(name, position)
        self.html.append(f"<{name}{self._with_new_id(attributes)}>")

    def _close_run(self, name: str, _position: str, _attributes: str) -> None:
        self._end_run()
        self._end_task(name[1:])
        self.html.append(f"<{name}>")

    def _open_paragraph(self, name: str, position: str, attributes: str) -> None:
        self._end_paragraph()
        self._position = position
        self._begin_task(name, position)
        self.html.append(f"<{name}{attributes}>")

    def _close_paragraph(self, name: str, _position: str, _attributes: str) -> None:
        self._end_paragraph()
        self._end_task(name[1:])
        self.html.append(f"<{name}>")

    def _close_code(self, name: str, position: str, attributes: str) -> None:
        """End a block of code; its text begins below the fence, where it has one."""
        text = "".join(self._words)
        self._words.clear()
        has_fence = self._positions.is_longer(self._position, text.count("\n"))
        self.text.add_run(self._positions.line(self._position) + has_fence, text)
        self._close_paragraph(name, position, attributes)

    def _open_container(self, name: str, position: str, attributes: str) -> None:
        """Begin a list or a quotation; a list within an item belongs to the item's paragraph."""
        self._end_run()
        if name == "blockquote" or not self._depth:
            self.text.end_paragraph()
        self._depth += 1
        if self._depth == MAX_DEPTH + 1:
            self.faults.append(Fault(*self._positions.start(position), TOO_DEEP))
        if name == "ol" and position and BRACKETED.match(self._positions.source(position)):
            attributes += WITH_BRACKETS
        self.html.append(f"<{name}{attributes}>")

    def _close_container(self, name: str, _position: str, _attributes: str) -> None:
        self._end_run()
        self._depth -= 1
        if name == "/blockquote" or not self._depth:
            self.text.end_paragraph()
        self.html.append(f"<{name}>")

    def _open_table(self, _name: str, _position: str, _attributes: str) -> None:
        """Begin a table, in a frame that scrolls where the page is narrow."""
        self._end_paragraph()
        self.html.append(TABLE)

    def _close_table(self, name: str, _position: str, _attributes: str) -> None:
        self._end_paragraph()
        self.html.append(f"<{name}></div>")

    def _open_footnotes(self, name: str, _position: str, attributes: str) -> None:
        self._end_paragraph()
        self.text.begin_footnotes()
        self.tasks.leave()
        self.html.append(f"<{name}{attributes}>")

    def _open_heading(self, _name: str, position: str, _attributes: str) -> None:
        """Begin a heading; its tag waits for its id."""
        self._end_paragraph()
        self._position = position
        self._heading_start = len(self.html)
        self.html.append("")

    def _close_heading(self, name: str, _position: str, _attributes: str) -> None:
        """End a heading; one of the body itself begins a section."""
        self._end_run()
        text = self.text.take_paragraph()
        if not text:
            self._leave_heading_out()
            return
        line, level = self._positions.line(self._position), max(2, int(name[2]))
        heading = Heading(self._ids.assign(text), text, level, line)
        self.headings.append(heading)
        self.html[self._heading_start] = f'<h{level} id="{heading.id}">'
        self.html.append(f"</h{level}>")
        if self._depth or self.text.is_in_footnotes:
            self.text.add_words(text)
        else:
            self.text.end_section(heading)
            self.tasks.enter(heading)

    def _leave_heading_out(self) -> None:
        """Leave out the tags of a heading that says nothing; a picture in it stays."""
        self.faults.append(Fault(*self._positions.start(self._position), NO_WORDS))
        if any(self.html[self._heading_start :]):
            self.html[self._heading_start] = "<p>"
            self.html.append("</p>")

    def _open_link(self, name: str, position: str, attributes: str) -> None:
        """Begin a link; one without a position leads to a footnote or back from it."""
        if position:
            href, rest = self._destination(position, attributes)
            self._is_bare_link = not href
            if href:
                self.html.append(f'<a href="{href}"{rest}>')
        else:
            self._is_footnote_mark = True
            self.html.append(f"<{name}{self._with_new_id(attributes).replace(*BACKREF_LABEL)}>")

    def _close_link(self, name: str, _position: str, _attributes: str) -> None:
        if not self._is_bare_link:
            self.html.append(f"<{name}>")
        self._is_bare_link = self._is_footnote_mark = False

    def _open_number(self, name: str, _position: str, attributes: str) -> None:
        """Begin the raised number of a footnote, which is no text of the body."""
        self._is_footnote_mark = True
        self.html.append(f"<{name}{attributes}>")

    def _close_number(self, name: str, _position: str, _attributes: str) -> None:
        self._is_footnote_mark = False
        self.html.append(f"<{name}>")

    def _picture(self, _name: str, position: str, attributes: str) -> None:
        """Add a picture; what it shows, in words, is text."""
        src, rest = self._destination(position, attributes, is_picture=True)
        alt = rest.partition(' alt="')[2].partition('"')[0]
        self._words.append(alt)
        if src and not alt.strip():
            self.faults.append(Fault(*self._positions.start(position), NO_ALT))
        if src:
            self.html.append(f'<img src="{src}"{rest}>')

    def _destination(
        self, position: str, attributes: str, *, is_picture: bool = False
    ) -> tuple[str, str]:
        """Return the escaped address of a link or picture, and its other attributes.

        Args:
            position: of the link.
            attributes: the first is the address; comrak empties one that would run a script.
            is_picture: whether it is shown in place.
        """
        value, _, rest = attributes.partition('="')[2].partition('"')
        index, _, address = value.partition(":")
        target = self._targets[int(index)] if index else ""
        line, column = self._positions.start(position)
        if is_picture:
            refusal = refuse_picture(target)
        else:
            refusal = refuse_link(target, self._positions.written(position))
        if refusal:
            self.faults.append(Fault(line, column, refusal))
            return "", rest
        self.links.append(Link(target, line, column, is_picture))
        return address, rest

    def _with_new_id(self, attributes: str) -> str:
        """Return the attributes of a footnote; one that is written twice has its id once."""
        before, name, rest = attributes.partition(' id="')
        if not name:
            return attributes
        id_, _, after = rest.partition('"')
        if id_ in self._footnote_ids:
            return f"{before}{after}"
        self._footnote_ids.add(id_)
        return attributes

    def _note_raw_html(self, _name: str, _position: str, _attributes: str) -> None:
        self.has_raw_html = True


Handler: TypeAlias = Callable[[DocumentBuilder, str, str, str], None]
# ruff: noqa: SLF001 - the table belongs to the class
HANDLERS: Mapping[str, Handler] = {
    "p": DocumentBuilder._open_paragraph,
    "/p": DocumentBuilder._close_paragraph,
    "pre": DocumentBuilder._open_paragraph,
    "/pre": DocumentBuilder._close_code,
    **dict.fromkeys(("li", "td", "th"), DocumentBuilder._open_run),
    **dict.fromkeys(("/li", "/td", "/th"), DocumentBuilder._close_run),
    **dict.fromkeys(("ul", "ol", "blockquote"), DocumentBuilder._open_container),
    **dict.fromkeys(("/ul", "/ol", "/blockquote"), DocumentBuilder._close_container),
    "table": DocumentBuilder._open_table,
    "/table": DocumentBuilder._close_table,
    "section": DocumentBuilder._open_footnotes,
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), DocumentBuilder._open_heading),
    **dict.fromkeys((f"/h{level}" for level in range(1, 7)), DocumentBuilder._close_heading),
    "a": DocumentBuilder._open_link,
    "/a": DocumentBuilder._close_link,
    "sup": DocumentBuilder._open_number,
    "/sup": DocumentBuilder._close_number,
    "img": DocumentBuilder._picture,
    RAW_HTML: DocumentBuilder._note_raw_html,
}
