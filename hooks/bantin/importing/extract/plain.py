"""Plain or pasted text as blocks: a line is a paragraph, unless it was only wrapped."""

import re
from itertools import pairwise

from bantin.importing.extract.blocks import Block, Opened
from bantin.importing.extract.sheets import part_columns

_ENDS = re.compile(r"[.!?:;…|”\"]$")
_ITEM = re.compile(r"^[-+•●▪*–]\s+(?=\S)")
# What a figure on the next line carries on: “giai đoạn 2020 -”.
_OPEN = re.compile(r"(?:\d\s*[-–]|\b(?:giai đoạn|ngày|tháng|năm|số))$")
_WRAPPED = range(50, 130)
# A text set in a column: how wide at most, how far a line may differ, how many must tell so.
_COLUMN, _ABOUT, _TELLING, _MOST = 100, 0.3, 8, 0.85


def read_plain(text: str, *, is_legacy: bool = False) -> Opened:
    """Return the blocks of a text."""
    blocks: list[Block] = []
    gap = False
    for raw in _unwrapped(text.split("\n")):
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


def _unwrapped(lines: list[str]) -> list[str]:
    """Return the lines of a text; those of a text cut to one width are put together again."""
    inner = sorted(len(a.strip()) for a, b in pairwise(lines) if a.strip() and b.strip())
    usual = inner[len(inner) // 2] if inner else 0
    full = [length for length in inner if abs(length - usual) <= _ABOUT * usual]
    if len(full) < max(_TELLING, _MOST * len(inner)) or usual > _COLUMN:
        return lines
    joined: list[str] = []
    above = ""
    for line in lines:
        is_full = abs(len(above.strip()) - usual) <= _ABOUT * usual
        is_inside = is_full and not _ITEM.match(line.strip())
        if is_inside and line.strip() and not line.startswith("  "):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        above = line
    return joined


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
