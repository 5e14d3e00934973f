"""The items of the section “Nhiệm vụ”, and their anchors on the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from bantin.markdown.outcome import OutcomePart
from bantin.markdown.sections import one_line
from bantin.markdown.tree import BodyTask, ParsedBody
from bantin.model import Heading

# Where the first lines of an item end: its link stands there.
_END = re.compile(r"\s*</?(?:li|p|ul|ol|blockquote|pre|div|h[2-6])\b")
_LINK = '<a class="task-link" href="#{0}" aria-label="Liên kết tới nhiệm vụ {0} (¶)">¶</a>'
# What a document is made up of, or that one was signed: no task.
_CONTENTS = re.compile(
    r"\b\d+ (?:chương|điều|nội dung phối hợp)\s*(?:[.,;:]|$|với\b|và\b)"
    r"|\b(?:quy chế|chương trình|kế hoạch|văn bản)\b[^.;]*\b(?:bao gồm|gồm|bao quát|chia thành)\b"
    r"|\bký(?: tiếp| kết)? (?:chương trình|quy chế|kế hoạch)(?: phối hợp)? giai đoạn \d",
    re.IGNORECASE,
)
CONTENTS = (
    "mục này kể văn bản gồm những gì hay đã ký gì, không phải việc phải làm; nếu đúng vậy, hãy "
    "đặt dưới đề mục «Nội dung» (hoặc «Nội dung ký kết»), vì mỗi mục dưới «Nhiệm vụ» là một "
    "nhiệm vụ để theo dõi"
)


class _Block(NamedTuple):
    piece: int
    name: str
    line: int
    text: str


class TaskCollector:
    """Collects the paragraphs and items that may be tasks, while a body is read.

    Attributes:
        is_open: whether what is read now stands under “Nhiệm vụ”.
    """

    def __init__(self) -> None:
        self.is_open = False
        self._part = OutcomePart()
        self._blocks: list[_Block] = []
        self._begun: tuple[int, str, int, int] | None = None

    def enter(self, heading: Heading) -> None:
        """Begin the section of a heading."""
        self.is_open = self._part.enter(heading) == "tasks"

    def leave(self) -> None:
        """End the last section: what follows are footnotes."""
        self.is_open = False

    def add(self, piece: int, name: str, line: int, html: str) -> None:
        """Add a paragraph or an item without markup.

        Args:
            piece: index of its beginning among the pieces of the page.
            name: of its element, ``p`` or ``li``.
            line: of the file.
            html: its words.
        """
        self._blocks.append(
            _Block(piece, name, line, one_line(unescape(html) if "&" in html else html))
        )

    def begin(self, piece: int, name: str, line: int, texts: int) -> None:
        """Begin one with markup; ``texts`` counts the runs of text before it."""
        self._begun = (piece, name, line, texts)

    def end(self, texts: Sequence[str]) -> None:
        """End the one that has begun; ``texts`` are all runs so far."""
        if self._begun:
            piece, name, line, start = self._begun
            text = one_line(" ".join(texts[start:]))
            self._blocks.append(_Block(piece, name, line, text))
            self._begun = None

    def tasks(self, pieces: Sequence[str]) -> tuple[BodyTask, ...]:
        """Return the items of the lists; where there is no list, the paragraphs."""
        if not self._blocks:
            return ()
        items = [one for one in self._blocks if one.name == "li"]
        items = items or [one for one in self._blocks if not one.text.endswith(":")]
        found, start, done = [], 0, 0
        for one in items:
            start, done = start + sum(map(len, pieces[done : one.piece])), one.piece
            if one.text:
                found.append(BodyTask(start, one.line, one.text))
        return tuple(found)


def with_anchors(body: ParsedBody, ids: Sequence[str]) -> ParsedBody:
    """Return a body whose tasks can be linked to.

    Args:
        body: as it was read.
        ids: of its tasks, in their order.
    """
    if not body.tasks:
        return body
    html, done = body.html, 0
    pieces: list[str] = []
    for task, id_ in zip(body.tasks, ids, strict=True):
        name_end = task.start + (3 if html.startswith("<li", task.start) else 2)
        tag_end = html.index(">", name_end) + 1
        first = _END.search(html, _skip_paragraph(html, tag_end))
        end = first.start() if first else len(html)
        pieces += html[done:name_end], f' id="{id_}" class="task"'
        pieces += html[name_end:end], f" {_LINK.format(id_)}"
        done = end
    return body._replace(html="".join([*pieces, html[done:]]))


def contents_among(tasks: Iterable[BodyTask]) -> Iterator[tuple[str, int, int]]:
    """Yield advice, with line and column, on items that tell what a document says."""
    for task in tasks:
        if _CONTENTS.search(task.text):
            yield CONTENTS, task.line, 1


def _skip_paragraph(html: str, start: int) -> int:
    """Return where the words of an item begin: its first paragraph may have a tag of its own."""
    opening = re.compile(r"\s*<p>").match(html, start)
    return opening.end() if opening else start
