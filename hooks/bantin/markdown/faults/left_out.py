"""What comrak leaves out without a position: raw HTML, and footnotes that lead nowhere."""

import re
from collections.abc import Iterator, Sequence

from bantin.markdown.positions import Positions
from bantin.markdown.tags import RAW_HTML, Tag, one_by_one
from bantin.markdown.tree import Fault
from bantin.model.problem import Severity

LONGEST_QUOTE = 60
RAW = re.compile(r"(?<!\\)<[a-z/!?][^>\n]*>?", re.IGNORECASE)
COMMENT, COMMENT_END = "<!--", "-->"
BLANK_LINE = re.compile(r"\n[ \t>]*\n|\Z")
# Elements in which HTML is part of a line; elsewhere it is a block.
WITH_LINES = re.compile("p|h[1-6]|t[dh]|em|strong|del|a")
FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\[\]\s]{1,100})\]:", re.MULTILINE)
FOOTNOTE_ID = ' id="fn-'
REFERENCE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")

NO_COMMENT_END = f"«{COMMENT}» không có «{COMMENT_END}»; trang bỏ mọi chữ từ đây đến hết bài"
NO_BLOCK = "không nhận HTML; trang bỏ cả khối bắt đầu bằng «{}»"
NO_TAG = "không nhận HTML; trang bỏ «{}»"
# What to write in place of the elements that people paste most.
INSTEAD = {
    "br": "; muốn xuống dòng, hãy viết dấu \\ ở cuối dòng",
    "sup": "; hãy gõ thẳng ký tự, như m² hay 10³",
    "sub": "; hãy gõ thẳng ký tự, như H₂O",
    "table": "; hãy viết bảng bằng dấu gạch đứng",
    "img": "; hãy viết ![lời tả ảnh](đường dẫn)",
    "a": "; hãy viết [chữ](địa chỉ)",
    "b": "; chữ đậm viết **chữ**",
    "strong": "; chữ đậm viết **chữ**",
    "i": "; chữ nghiêng viết *chữ*",
    "em": "; chữ nghiêng viết *chữ*",
}
NAME = re.compile(r"\w+")
IS_COMMENT = "lời nhắc trong «<!-- -->» không hiện trên trang"
NO_FOOTNOTE = "chưa có lời của chú thích «{}»"
NO_COLON = "; nếu dòng này là lời của chú thích thì thiếu dấu hai chấm: viết «{}: …»"
NO_REFERENCE = "chú thích «[^{}]» không chỗ nào dẫn tới; trang bỏ cả lời"
TWICE = "chú thích «[^{}]» được viết hai lần"


def left_out(
    positions: Positions, html: str, tags: Sequence[Tag], *, has_raw_html: bool
) -> Iterator[Fault]:
    """Yield the parts of a body that its page does not show.

    Args:
        positions: of the body.
        html: what comrak made of it.
        tags: the same, cut.
        has_raw_html: whether HTML was left out of it.
    """
    has_footnotes = "[" in positions.body and "[^" in positions.body
    if has_raw_html or (has_footnotes and "[^" in html):
        yield from _Search(positions).through(tags)
    if has_footnotes:
        names = [name.lower() for name in FOOTNOTE.findall(positions.body)]
        if len(names) > len(set(names)) or len(names) != html.count(FOOTNOTE_ID):
            yield from _idle_footnotes(positions, tags)


def _idle_footnotes(positions: Positions, tags: Sequence[Tag]) -> Iterator[Fault]:
    """Yield footnotes that nothing refers to, which comrak drops, and those written twice."""
    spans = [positions.span(position) for _, position, *_ in tags if position]
    shown = {positions.line(position) for _, position, rest, *_ in tags if FOOTNOTE_ID in rest}
    names: set[str] = set()
    for match in FOOTNOTE.finditer(positions.body):
        line, name = positions.at(match.start())[0], match[1].lower()
        if line in shown:
            if name in names:
                yield Fault(line, 1, TWICE.format(match[1]))
            names.add(name)
        elif not any(start <= match.end() <= end for start, end in spans):
            yield Fault(line, 1, NO_REFERENCE.format(match[1]))


class _Search:
    """Follows the tags through the source, to find there what has no position of its own."""

    def __init__(self, positions: Positions) -> None:
        self._positions, self._body = positions, positions.body
        self._at = 0  # index of the character that was reached
        self._begun: set[str] = set()  # names of elements

    def through(self, tags: Sequence[Tag]) -> Iterator[Fault]:
        """Yield raw HTML, and references to footnotes that nobody wrote."""
        opened: list[tuple[str, int]] = []
        before = "\n"
        for name, position, attributes, text in one_by_one(tags):
            if name == RAW_HTML:
                is_in_line = bool(opened) and bool(
                    WITH_LINES.fullmatch(opened[-1][0]) or not before.endswith("\n")
                )
                yield from self._raw_html(is_in_line=is_in_line)
            elif name.startswith("/"):
                self._at = opened.pop()[1]
            else:
                start, end = self._positions.span(position) if position else (self._at, self._at)
                is_whole = attributes.endswith("/")
                self._at = end if is_whole else start
                opened += [] if is_whole else [(name, end)]
            if "[^" in text and name != "code":
                yield from self._dead_references(text)
            before = text or before

    def _raw_html(self, *, is_in_line: bool) -> Iterator[Fault]:
        match = RAW.search(self._body, self._at)
        if match is None:
            return
        written, start, self._at = match[0], match.start(), match.end()
        quoted = written if len(written) <= LONGEST_QUOTE else f"{written[:LONGEST_QUOTE]}…"
        if written.startswith(COMMENT):
            end = self._body.find(COMMENT_END, start)
            self._at = end + len(COMMENT_END) if end >= 0 else len(self._body)
            if end < 0:
                yield self._fault(start, NO_COMMENT_END)
            else:
                yield self._fault(start, IS_COMMENT)._replace(severity=Severity.ADVICE)
        elif not is_in_line:
            blank = BLANK_LINE.search(self._body, self._at)
            self._at = blank.start() if blank else len(self._body)
            yield self._fault(start, NO_BLOCK.format(quoted) + _instead(written))
        elif self._is_first(written):
            yield self._fault(start, NO_TAG.format(quoted) + _instead(written))

    def _is_first(self, tag: str) -> bool:
        """Whether a tag is to be told: the end of an element only where it was not begun."""
        match = NAME.search(tag)
        name = match[0].lower() if match else ""
        if not tag.startswith("</"):
            self._begun.add(name)
            return True
        return name not in self._begun

    def _dead_references(self, text: str) -> Iterator[Fault]:
        for match in REFERENCE.finditer(text):
            index = self._body.find(match[0], self._at)
            if index >= 0 and self._body[index - 1 : index] != "\\":
                yield self._fault(
                    index, NO_FOOTNOTE.format(match[0]) + self._colon(index, match[0])
                )

    def _colon(self, index: int, reference: str) -> str:
        """Return what to write where the line may be the words of a footnote."""
        before = self._body[:index].rpartition("\n")[2]
        after = self._body[index + len(reference) : index + len(reference) + 2]
        is_first = not before.strip() and after[:1].isspace() and after.strip(" \t\n") != ""
        return NO_COLON.format(reference) if is_first else ""

    def _fault(self, index: int, message: str) -> Fault:
        return Fault(*self._positions.at(index), message)


def _instead(tag: str) -> str:
    """Return what to write in place of a tag, if it is one of the usual ones."""
    name = NAME.search(tag)
    return INSTEAD.get(name[0].lower(), "") if name else ""
