"""Rows of a table with more or fewer cells than it has columns; tables that became none."""

import re
from collections.abc import Iterator
from itertools import takewhile

from bantin.markdown.parser import Reading
from bantin.markdown.positions import Positions
from bantin.markdown.tags import one_by_one
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.model.problem import Severity

BAR = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\n([ \t>]*(?=[^\n]*\|)(?=[^\n]*-)[|:\- \t]+)(?=\n)")
# A whole line between bars, which nobody writes but in a table.
BARRED = re.compile(r"[ \t>]*\|.*\|[ \t]*")
EXTRA = (
    "hàng có {} ô mà bảng chỉ có {} cột; trang bỏ «{}»; hãy thêm cột ở hàng đầu, hoặc viết «\\|»"
    " nếu gạch đứng là chữ"
)
SHORT = "hàng có {} ô mà bảng có {} cột; hãy ghi đủ ô, ô không có số thì để trống"
NO_ROW = "dòng «{}» thành một hàng của bảng; hãy để một dòng trống giữa bảng và dòng này"
NO_TABLE = "dòng gạch «{}» không thành bảng; ngay trên nó phải là hàng đầu của bảng, có cùng số cột"

NO_RULE = (
    "dòng «{}» không thành bảng; ngay dưới hàng đầu của bảng phải có một dòng gạch như"
    " «{}», có cùng số cột"
)


def find_tables(reading: Reading) -> Iterator[Fault]:
    """Yield what is wrong with the tables of a body."""
    body, rules, tables = reading.positions.body, set[int](), set[int]()
    if "table" in reading.names:
        columns, cells = 0, 0
        row = ""
        for name, position, _, _ in one_by_one(reading.tags):
            if name == "table":
                columns = 0
                first, last = reading.positions.lines(position)
                rules.add(first + 1)
                tables.update(range(first, last + 1))
            elif name == "tr":
                row, cells = position, 0
            elif name in {"td", "th"}:
                cells += 1
            elif name == "/tr":
                columns = columns or cells
                yield from _row(reading.positions, row, columns)
    if "|" not in body:
        return
    if "-|" in body or "|-" in body or "| -" in body:
        yield from _no_tables(reading, rules)
    if "|\n" in body or body.endswith("|"):
        yield from _no_rules(reading, tables)


def _row(positions: Positions, position: str, columns: int) -> Iterator[Fault]:
    line = positions.source(position).strip()
    if _is_whole(line, columns):
        return
    cells = [cell.strip() for cell in BAR.split(line)]
    cells = cells[not cells[0] : len(cells) - (len(cells) > 1 and not cells[-1])]
    place = positions.start(position)
    if lost := " | ".join(filter(None, cells[columns:])):
        yield Fault(*place, EXTRA.format(len(cells), columns, quote(lost)))
    elif line and not BAR.search(line):
        yield Fault(*place, NO_ROW.format(quote(line)))
    elif len(cells) < columns:
        yield Fault(*place, SHORT.format(len(cells), columns), Severity.ADVICE)


def _is_whole(line: str, columns: int) -> bool:
    """Whether a row has bars on both sides and between all cells; nearly all have."""
    has_ends = line[:1] == line[-1:] == "|"
    return has_ends and line.count("|") == columns + 1 and "\\" not in line


def _no_tables(reading: Reading, rules: set[int]) -> Iterator[Fault]:
    """Yield rules between a head and its rows that comrak has not taken for one."""
    code = _lines_of_code(reading) if "pre" in reading.names else set()
    for match in RULE.finditer(f"\n{reading.positions.body}\n"):
        line, column = reading.positions.at(match.start(1) - 1)
        if line not in rules and line not in code:
            yield Fault(line, column, NO_TABLE.format(quote(match[1].strip())))


def _no_rules(reading: Reading, tables: set[int]) -> Iterator[Fault]:
    """Yield the first of each run of lines between bars that are in no table."""
    known = tables | (_lines_of_code(reading) if "pre" in reading.names else set())
    lines = reading.positions.body.split("\n")
    index = 0
    while index < len(lines):
        run = list(takewhile(BARRED.fullmatch, lines[index:]))
        # A rule that is none is told by itself.
        if run and not any(RULE.match(f"\n{line}\n") for line in run):
            place = reading.positions.at(sum(len(line) + 1 for line in lines[:index]))
            if place[0] not in known:
                head = run[0].strip()
                rule = "| --- " * (len(BAR.findall(head)) - 1) + "|"
                yield Fault(*place, NO_RULE.format(quote(head), quote(rule)))
        index += len(run) + 1


def _lines_of_code(reading: Reading) -> set[int]:
    spans = [reading.positions.lines(tag[1]) for tag in reading.tags if tag[0] == "pre"]
    return {line for first, last in spans for line in range(first, last + 1)}
