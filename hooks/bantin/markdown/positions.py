"""Where comrak's source positions are in the file.

comrak counts lines from the beginning of the body and columns in bytes of UTF-8, from 1.
"""

from functools import cached_property


class Positions:
    """The places of one body."""

    def __init__(self, body: str, first_line: int) -> None:
        self.body = body
        self._before = first_line - 1

    def line(self, position: str) -> int:
        """Return the line of the file on which ``3:1-4:12`` begins."""
        return self._before + int(position.partition(":")[0])

    def start(self, position: str) -> tuple[int, int]:
        """Return the line of the file and the column, in characters, at which it begins."""
        line, _, column = position.partition("-")[0].partition(":")
        return self._before + int(line), len(self._characters_before(int(line), int(column))) + 1

    def source(self, position: str) -> str:
        """Return what is written from where it begins to the end of that line."""
        line, _, column = position.partition("-")[0].partition(":")
        return self._lines[int(line) - 1][int(column) - 1 :].decode(errors="ignore")

    def last_line(self, position: str) -> str:
        """Return the whole of the line on which it ends."""
        line, _, column = position.rpartition("-")[2].partition(":")
        return self._lines[int(line) - 1 - (column == "0")].decode()

    def lines(self, position: str) -> tuple[int, int]:
        """Return the first and the last line of the file that it stands on."""
        first, last = (end.split(":") for end in position.split("-"))
        return self._before + int(first[0]), self._before + int(last[0]) - (last[1] == "0")

    def span(self, position: str) -> tuple[int, int]:
        """Return where it begins and ends in the body, as indexes of characters."""
        first, last = (tuple(map(int, end.split(":"))) for end in position.split("-"))
        return self._index(*first), self._index(*last) + 1

    def written(self, position: str) -> str:
        """Return all that is written there."""
        start, end = self.span(position)
        return self.body[start:end]

    def at(self, index: int) -> tuple[int, int]:
        """Return the line of the file and the column of a character of the body."""
        line_start = self.body.rfind("\n", 0, index) + 1
        return self._before + self.body.count("\n", 0, index) + 1, index - line_start + 1

    def is_longer(self, position: str, count: int) -> bool:
        """Whether an element spans more lines than its text; a code block then has a fence.

        Code without a fence may end in column 0 of the line after it.
        """
        first, last = (int(end.partition(":")[0]) for end in position.split("-"))
        return last - first >= count and not position.endswith(":0")

    @cached_property
    def _lines(self) -> list[bytes]:
        return self.body.encode().split(b"\n")

    def _index(self, line: int, column: int) -> int:
        before = sum(len(text.decode()) + 1 for text in self._lines[: line - 1])
        return before + len(self._characters_before(line, column))

    def _characters_before(self, line: int, column: int) -> str:
        line = min(line, len(self._lines))
        return self._lines[line - 1][: max(0, column - 1)].decode(errors="ignore")
