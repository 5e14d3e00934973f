"""What a page leaves out without a word: raw HTML, and footnotes that lead nowhere."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bantin.markdown.tree import Omission

Tag: TypeAlias = tuple[str, str, str, str]

LONGEST = 60
RAW = re.compile(r"(?<!\\)<[a-z/!?][^>\n]*>?", re.IGNORECASE)
COMMENT, COMMENT_END = "<!--", "-->"
BLANK_LINE = re.compile(r"\n[ \t>]*\n|\Z")
INLINE = re.compile("p|h[1-6]|t[dh]|em|strong|del|a")
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
RAW_OMITTED, NOTE_ID = "<!--", ' id="fn-'
CITED = re.compile(r"\[\^[^\]\s]+\]")


def find_omissions(
    body: str, first_line: int, html: str, tags: Sequence[Tag]
) -> Iterator[Omission]:
    """Yield what of a body is not on its page.

    Args:
        body: Markdown.
        first_line: line of the file on which it begins.
        html: what comrak made of it, and ``tags`` the same in parts: name, source position, other
            attributes, text after it.
        tags: see ``html``.
    """
    if RAW_OMITTED in html or "[^" in html:
        yield from _Search(body, first_line).through(tags)
    if "[^" in body:
        names = [name.lower() for name in NOTE.findall(body)]
        if len(names) > len(set(names)) or len(names) != html.count(NOTE_ID):
            yield from _Search(body, first_line).unused_notes(tags)


class _Search:
    """Goes through a body tag by tag, to find in the source what has no position of its own."""

    def __init__(self, body: str, first_line: int) -> None:
        self._body, self._first_line = body, first_line
        self._lines = body.split("\n")
        self._at = 0

    def through(self, tags: Sequence[Tag]) -> Iterator[Omission]:
        """Yield raw HTML, and the numbers of footnotes that nobody wrote."""
        opened: list[tuple[str, int]] = []
        before = "\n"
        for name, place, attributes, text in tags:
            if name == "!--":
                is_inline = bool(opened) and (
                    bool(INLINE.fullmatch(opened[-1][0])) or not before.endswith("\n")
                )
                yield from self._raw(is_inline=is_inline)
            elif name.startswith("/"):
                self._at = opened.pop()[1] if opened else self._at
            else:
                start, end = self._span(place)
                self._at = end if attributes.endswith("/") else start
                if not attributes.endswith("/"):
                    opened.append((name, end))
            if "[^" in text and name != "code":
                yield from self._unwritten(text)
            before = text or before

    def unused_notes(self, tags: Sequence[Tag]) -> Iterator[Omission]:
        """Yield footnotes that nothing leads to, which comrak drops, and those written twice."""
        spans = [tuple(map(int, re.findall(r"(\d+):", place))) for _, place, *_ in tags if place]
        shown = {place.partition(":")[0] for _, place, other, _ in tags if NOTE_ID in other}
        names: set[str] = set()
        for match in NOTE.finditer(self._body):
            number = self._body.count("\n", 0, match.start()) + 1
            line, mark = self._first_line + number - 1, match[0].strip(" :")
            if str(number) in shown:
                if match[1].lower() in names:
                    yield Omission(f"chú thích «{mark}» được viết hai lần", line)
                names.add(match[1].lower())
            elif not any(first <= number <= last for first, last in spans):
                yield Omission(f"chú thích «{mark}» không chỗ nào dẫn tới; trang bỏ cả lời", line)

    def _raw(self, *, is_inline: bool) -> Iterator[Omission]:
        match = RAW.search(self._body, self._at)
        if match is None:
            return
        written = match[0] if len(match[0]) <= LONGEST else f"{match[0][:LONGEST]}…"
        self._at = match.end()
        if written.startswith(COMMENT):
            end = self._body.find(COMMENT_END, match.start())
            self._at = end + len(COMMENT_END) if end >= 0 else len(self._body)
            if end < 0:
                message = (
                    f"«{COMMENT}» không có «{COMMENT_END}»; trang bỏ mọi chữ từ đây đến hết bài"
                )
                yield self._omission(message, match.start())
        elif not is_inline:
            blank = BLANK_LINE.search(self._body, match.end())
            self._at = blank.start() if blank else len(self._body)
            message = f"không nhận HTML; trang bỏ cả khối bắt đầu bằng «{written}»"
            yield self._omission(message, match.start())
        elif not written.startswith("</"):
            yield self._omission(f"không nhận HTML; trang bỏ «{written}»", match.start())

    def _unwritten(self, text: str) -> Iterator[Omission]:
        for match in CITED.finditer(text):
            at = self._body.find(match[0], self._at)
            if at >= 0 and self._body[at - 1 : at] != "\\":
                yield self._omission(f"chưa có lời của chú thích «{match[0]}»", at)

    def _omission(self, message: str, at: int) -> Omission:
        line = self._first_line + self._body.count("\n", 0, at)
        return Omission(message, line, at - self._body.rfind("\n", 0, at))

    def _span(self, place: str) -> tuple[int, int]:
        """Return where an element begins and ends in the body; one without a place is empty."""
        if not place:
            return self._at, self._at
        start, _, end = place.partition("-")
        return self._offset(start), self._offset(end) + 1

    def _offset(self, place: str) -> int:
        """Return the index of the character that ``line:column``, in bytes, speaks of."""
        line, _, column = place.partition(":")
        before = sum(len(text) + 1 for text in self._lines[: int(line) - 1])
        written = self._lines[min(int(line), len(self._lines)) - 1].encode()
        return before + len(written[: max(0, int(column) - 1)].decode(errors="ignore"))
