"""Items of lists as Markdown that shows each with its own number, letter or bullet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.importing.extract.blocks import Block
from bantin.importing.extract.markdown import escape
from bantin.importing.extract.note_marks import put_marks

_NUMBER = re.compile(r"(\d{1,9})([.)])")
_BULLETS = ("", "-")


@dataclass(slots=True)
class _Level:
    """A list that has begun.

    Attributes:
        depth: how many lists the file has around it.
        indent: before its items.
        inside: before what belongs to its last item.
        kind: “-”, or the sign behind its numbers; empty for items that are paragraphs.
        number: of its last item.
    """

    depth: int
    indent: str
    inside: str = ""
    kind: str = ""
    number: int = 0


def list_markdown(items: Sequence[Block]) -> str:
    """Return items that follow each other; deeper ones are indented.

    Markdown counts by itself: a number that does not follow becomes a paragraph that begins with
    it, and so does what Markdown has no lists for, such as letters.
    """
    return "\n".join(_lines(items))


def _lines(items: Sequence[Block]) -> Iterator[str]:
    levels: list[_Level] = []
    for index, item in enumerate(items):
        level = _level(levels, item.depth)
        before, number = level.kind, level.number
        sign = _sign(level, item.marker)
        is_same_list = bool(before) and before == level.kind and number + 1 == level.number
        # Only a bullet or a 1 can begin a list right below words.
        can_begin = not before and (level.kind == "-" or level.number == 1) and level.kind
        is_below_item = not levels or bool(levels[-1].kind)
        is_close = is_same_list or (before == level.kind == "-") or (can_begin and levels)
        if index and not (is_close and is_below_item):
            yield ""
        level.inside = level.indent + " " * len(sign)
        levels.append(level)
        yield f"{level.indent}{sign}{_words(item, with_marker=not level.kind)}"


def _level(levels: list[_Level], depth: int) -> _Level:
    """Return the list of an item, a new one or one that goes on; those that ended are taken off."""
    ended = None
    while levels and levels[-1].depth >= depth:
        ended = levels.pop()
    if ended and ended.depth == depth:
        return ended
    return _Level(depth, levels[-1].inside if levels else "")


def _sign(level: _Level, marker: str) -> str:
    """Return what stands before the next item of a list, and note it there."""
    match = _NUMBER.fullmatch(marker)
    if match is None:
        level.kind = "-" if marker in _BULLETS else ""
        return "- " if level.kind else ""
    number, sign = int(match[1]), match[2]
    follows = level.kind == sign and number == level.number + 1
    # Two lists of one sign would be one: the first item of the second stands as words.
    level.kind = "" if level.kind == sign and not follows else sign
    level.number = number
    return f"{number}{sign} " if level.kind else ""


def _words(item: Block, *, with_marker: bool) -> str:
    text = put_marks(item.text, item.notes)
    return escape(f"{item.marker} {text}" if with_marker else text)
