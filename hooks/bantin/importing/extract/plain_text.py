"""Plain or pasted text as blocks: one line is one paragraph, unless lines were only wrapped."""

import re
from itertools import pairwise

from bantin.importing.extract.blocks import Block, InputFile
from bantin.importing.extract.layout_tables import split_columns

_SENTENCE_END = re.compile(r"[.!?:;…|”\"]$")
# Signs that begin an item, those of symbol fonts too. Letters that such fonts draw as bullets (“o”,
# “Ø”, “ü”; less surely “v” and “q”) must stand alone.
_BULLET = re.compile(
    r"^(?:[-+•●▪*–]|[oØü]|[vq](?= {2}|[ \t]*[^\W\da-zà-ỹ]))\s+(?=\S)"
    r"|^[·§◦○‣⁃∙□■◆❖❑❒➢➤►▶✓✔✗➔\uf0a7\uf0b7\uf0d8\uf0fc\uf076]\s*(?=[^\W_])"
)
# A line that a number on the next line continues: “giai đoạn 2020 -”, “từ ngày”.
_OPEN_END = re.compile(r"(?:\d\s*[-–]|\b(?:giai đoạn|ngày|tháng|năm|số))$")
# Lengths of a line that a mail program or editor has wrapped.
_WRAPPED = range(50, 130)
# A text set in one narrow column (as pasted from a PDF of a newspaper): its usual line is at most
# so long, lines differ by so much, and at least so many lines, and this share of all, agree.
_COLUMN_WIDTH, _TOLERANCE, _MIN_LINES, _MIN_SHARE = 100, 0.3, 8, 0.85


def read_plain_text(text: str, *, is_legacy: bool = False) -> InputFile:
    """Return the blocks of a text."""
    blocks: list[Block] = []
    gap = False
    for raw_line in _join_column(text.split("\n")):
        line = " ".join(raw_line.split())
        if not line:
            gap = bool(blocks)
        elif len(columns := split_columns(raw_line)) > 1:
            blocks += [Block(column, gap_before=True) for column in columns]
        elif blocks and not gap and _continues(blocks[-1].text, line):
            blocks[-1] = Block(f"{blocks[-1].text} {line}", gap_before=blocks[-1].gap_before)
        else:
            blocks.append(to_block(line, gap_before=gap))
            gap = False
    return InputFile(tuple(blocks), is_legacy=is_legacy)


def _join_column(lines: list[str]) -> list[str]:
    """Return the lines of a text; the lines of a narrow column are joined to paragraphs.

    In such a text every line but the last of a paragraph is about equally long, and a paragraph
    begins after an empty line, with an indent or with a bullet.
    """
    inner = sorted(len(a.strip()) for a, b in pairwise(lines) if a.strip() and b.strip())
    width = inner[len(inner) // 2] if inner else 0
    full = [length for length in inner if abs(length - width) <= _TOLERANCE * width]
    if len(full) < max(_MIN_LINES, _MIN_SHARE * len(inner)) or width > _COLUMN_WIDTH:
        return lines
    joined: list[str] = []
    above = ""
    for line in lines:
        is_above_full = abs(len(above.strip()) - width) <= _TOLERANCE * width
        is_start = line.startswith("  ") or _BULLET.match(line.strip())
        if is_above_full and line.strip() and not is_start:
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        above = line
    return joined


def to_block(line: str, *, gap_before: bool = False) -> Block:
    """Return a line of text as a paragraph, or as a list item without its bullet."""
    if match := _BULLET.match(line):
        return Block(line[match.end() :], "item", gap_before=gap_before)
    return Block(line, gap_before=gap_before)


def _continues(above: str, line: str) -> bool:
    """Whether a line continues the one above, which was wrapped at some width."""
    if _OPEN_END.search(above) and line[0].isdigit():
        return True
    # A paragraph joined from several lines is longer than any one: its last line is estimated.
    last_line = len(above) if len(above) < _WRAPPED.stop else len(above) % 100 + 50
    return last_line in _WRAPPED and line[0].islower() and not _SENTENCE_END.search(above)
