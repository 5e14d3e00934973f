"""Plain or pasted text as blocks: a line is a paragraph, unless it was only wrapped."""

import re

from bantin.importing.blocks import Block, Opened
from bantin.importing.sheets import part_columns

_ENDS = re.compile(r"[.!?:;…|”\"]$")
_ITEM = re.compile(r"^[-+•●▪*–]\s+(?=\S)")
# What a figure on the next line carries on: “giai đoạn 2020 -”.
_OPEN = re.compile(r"(?:\d\s*[-–]|\b(?:giai đoạn|ngày|tháng|năm|số))$")
_WRAPPED = range(50, 130)


def read_plain(text: str, *, is_legacy: bool = False) -> Opened:
    """Return the blocks of a text."""
    blocks: list[Block] = []
    gap = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if not line:
            gap = bool(blocks)
        elif len(columns := part_columns(raw)) > 1:
            blocks += [Block(column, gap=True) for column in columns]
        elif blocks and not gap and _continues(blocks[-1].text, line):
            blocks[-1] = Block(f"{blocks[-1].text} {line}", gap=blocks[-1].gap)
        else:
            blocks.append(as_block(line, gap=gap))
            gap = False
    return Opened(tuple(blocks), is_legacy=is_legacy)


def as_block(line: str, *, gap: bool = False) -> Block:
    """Return a line of text as a paragraph, or as a list item without its sign."""
    if match := _ITEM.match(line):
        return Block(line[match.end() :], "item", gap=gap)
    return Block(line, gap=gap)


def _continues(above: str, line: str) -> bool:
    """Whether a line carries on the one above, broken by a mail program or an editor."""
    if _OPEN.search(above) and line[0].isdigit():
        return True
    last = len(above) if len(above) < _WRAPPED.stop else len(above) % 100 + 50
    return last in _WRAPPED and line[0].islower() and not _ENDS.search(above)
