"""Faults of a text that would make its YAML mislead: looked for before it is read as YAML."""

import re
from collections.abc import Iterator

from bantin.model.keys import KNOWN_KEYS
from bantin.reading.yaml.errors import LineColumn, YamlError
from bantin.vietnamese.odd_characters import (
    BLANKS,
    COLONS,
    INVISIBLE,
    NEEDS_A_PERSON,
    describe,
    is_printable,
)

CONFLICT = re.compile(r"^(?:<{7,}|>{7,}|\|{7,})(?: .*)?$|^={7,}$", re.MULTILINE)
CONFLICTED = (
    "dấu «{}» của git cho biết hai người đã sửa cùng một chỗ; "
    "hãy giữ lại một trong hai bản rồi xóa các dòng dấu này"
)
BEFORE_KEY = r" *(?:- +)*"
ODD_INDENT = re.compile(rf"[ \t]*([{BLANKS}])")
# A no-break space where YAML needs one of the keyboard: after the colon of a key or after a dash.
ODD_GAP = re.compile(rf"{BEFORE_KEY}(?:[\w.-]+ *: *|-)([{BLANKS}])")
TAB_INDENT = re.compile(r" *\t\s*\S")
KEY_COLON = re.compile(rf"{BEFORE_KEY}([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*) *([{COLONS}]|:(?=[^\s:]))")
# In a text that has none of these no line has a fault; each is searched for from a certain sign.
MARKS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
GLUED_COLON = re.compile(r":(?!//)[^\s:]")
ODD_SIGN = re.compile(f"[\t{BLANKS}{COLONS}]")
BLOCK_TEXT = re.compile(r"(?P<indent> *)(?:- +)*(?:[^#]*: +)?[|>][-+1-9]*\s*(?:#.*)?")
MAX_SHOWN = 20


def check_text(text: str, first_line: int) -> None:
    """Raise YamlError for the first fault of a text that YAML would not name for what it is.

    Args:
        text: one YAML document.
        first_line: line of the file on which it begins.
    """
    if error := find_conflict(text, first_line) or _find_invisible(text, first_line):
        raise error
    if not _may_be_faulty(text):
        return
    for number, line in structural_lines(text):
        if found := _fault(line):
            column, message = found
            raise YamlError(LineColumn(number + first_line, column + 1), message)


def _may_be_faulty(text: str) -> bool:
    """Whether the lines must be gone through; searches of the whole text are much quicker."""
    return bool(GLUED_COLON.search(text) or ODD_SIGN.search(text))


def find_conflict(text: str, first_line: int = 1) -> YamlError | None:
    """Return an error for the first mark of an unresolved merge."""
    is_marked = any(mark in text for mark in MARKS)
    if not is_marked or not (match := CONFLICT.search(text)):
        return None
    return YamlError(_at(text, match.start(), first_line), CONFLICTED.format(match[0][:7]))


def _find_invisible(text: str, first_line: int) -> YamlError | None:
    if is_printable(text) or not (match := INVISIBLE.search(text)):
        return None
    before = _end_of(text[: match.start()].rpartition("\n")[2])
    message = invisible(match[0]) if not before else f"sau «{before}» {invisible(match[0])}"
    return YamlError(_at(text, match.start(), first_line), message)


def _end_of(line: str) -> str:
    """Return the last words of a line, none cut where there are several."""
    shown = line[-MAX_SHOWN:]
    is_cut = len(line) > MAX_SHOWN and not line[-MAX_SHOWN - 1].isspace()
    return ((is_cut and shown.partition(" ")[2]) or shown).lstrip()


def invisible(char: str) -> str:
    """Return what to do about a character that does not show."""
    remedy = "hãy gõ lại chữ ấy" if NEEDS_A_PERSON.match(char) else "hãy xóa đi"
    return f"có ký tự không hiện ra ({describe(char)}); {remedy}"


def structural_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with their numbers from 0, without those of block texts."""
    inside = -1
    for number, line in enumerate(text.split("\n")):
        if inside >= 0 and (not line.strip() or len(line) - len(line.lstrip(" ")) > inside):
            continue
        inside = -1
        yield number, line
        if line.rstrip()[-1:] in "|>+-123456789" and (match := BLOCK_TEXT.fullmatch(line)):
            inside = len(match["indent"])


def _fault(line: str) -> tuple[int, str] | None:
    """Return column from 0 and message of the first fault of a line."""
    if not line.isascii() and (match := ODD_INDENT.match(line) or ODD_GAP.match(line)):
        message = f"có {describe(match[1])}, chỗ cần dấu cách thường; hãy xóa đi rồi gõ dấu cách"
        return match.start(1), message
    if "\t" in line and TAB_INDENT.match(line):
        return line.index("\t"), "thụt đầu dòng bằng phím Tab; hãy thay bằng dấu cách"
    match = KEY_COLON.match(line)
    if match and match[1].rpartition(".")[2] in KNOWN_KEYS:
        return match.start(2), colon_message(match[1], match[2])
    return None


def colon_message(key: str, colon: str) -> str:
    """Return what is wrong with the colon after a key."""
    if colon == ":":
        return f"thiếu dấu cách sau dấu hai chấm của «{key}:»"
    return f"sau «{key}» là «{colon}» ({describe(colon)}); hãy gõ dấu hai chấm thường, rồi dấu cách"


def _at(text: str, position: int, first_line: int) -> LineColumn:
    line = text.count("\n", 0, position)
    return LineColumn(line + first_line, position - text.rfind("\n", 0, position))
