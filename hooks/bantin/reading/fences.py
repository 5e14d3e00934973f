"""The lines of three hyphens around front matter: what is wrong with one that is not right."""

import re
from itertools import pairwise

from bantin.model.keys import KNOWN_KEYS
from bantin.reading.yaml.causes import NO_FIELD
from bantin.reading.yaml.errors import LineColumn, YamlError
from bantin.reading.yaml.raw_text import invisible
from bantin.vietnamese.odd_characters import BLANKS, DASHES, INVISIBLE, show_odd

FENCE = "---"
EXACTLY = "phải là đúng ba gạch nối «---», từ đầu dòng"
# Rows of hyphens or the like, and the right fence with something before or behind it.
FENCE_LIKE = re.compile(
    rf"[\s{BLANKS}]*(?:-{{2,}}|[-{DASHES}]*[{DASHES}][-{DASHES}]*|\.{{3,}}|\+{{3,}}|_{{3,}}"
    rf"|\*{{3,}}|~{{3,}})[\s{BLANKS}]*|---.*"
)
FIRST_KEY = re.compile(r"([a-z_]+):(?:\s|$)")
MAX_SHOWN = 40
# Fields, what is indented below them, and the fence that was to close the block.
FIELDS_AND_FENCE = re.compile(r"(?:[a-z_]+:(?:[ \t].*)?\n(?:[ \t].*\n|- .*\n)*)+---[ \t]*(?:\n|\Z)")
CLOSED_EARLY = "khối thông tin đóng ở dòng này mà dưới đó còn «{}:»; hãy xóa dòng «---» thừa này"


def unopened(text: str) -> YamlError:
    """Return what is wrong with an article whose first line is no fence."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    found = lines[first]
    if match := INVISIBLE.match(found):
        return YamlError(LineColumn(first + 1, 1), f"trước «---» {invisible(match[0])}")
    if found.strip() == FENCE:
        message = "có dòng trống hoặc dấu cách trước «---»; dòng đầu tiên phải là «---»"
        return YamlError(LineColumn(1, 1), message)
    if FENCE_LIKE.fullmatch(found):
        return _not_exact(first + 1, found, "dòng mở khối thông tin")
    if (key := FIRST_KEY.match(found)) and key[1] in KNOWN_KEYS:
        message = f"thiếu dòng «---» mở khối thông tin, ở trên dòng «{key[0].strip()}»"
        return YamlError(LineColumn(first + 1, 1), message)
    if (opening := _opening(lines)) > 0:
        message = f"có chữ trước dòng «---» ở dòng {opening + 1}; dòng đầu tiên phải là «---»"
        return YamlError(LineColumn(first + 1, 1), message)
    message = "thiếu khối thông tin đầu bài; dòng đầu tiên phải là «---»"
    return YamlError(LineColumn(1, 1), message)


def unclosed(text: str) -> YamlError:
    """Return what is wrong with an article whose front matter has no end."""
    found = _wrong_fence(text.split("\n")[1:], 2)
    message = "khối thông tin đầu bài chưa có dòng «---» đóng lại"
    return found or YamlError(LineColumn(1, 1), message)


def closed_early(head: str, body: str, line: int) -> YamlError | None:
    """Return what is wrong where fields follow the closing fence, and another fence follows them.

    Args:
        head: what was taken for front matter; a field that it has is not the rest of it.
        body: what was taken for the body.
        line: of the closing fence.
    """
    key = FIRST_KEY.match(body)
    if not key or key[1] not in KNOWN_KEYS or f"\n{key[1]}:" in f"\n{head}":
        return None
    if not FIELDS_AND_FENCE.match(body):
        return None
    return YamlError(LineColumn(line, 1), CLOSED_EARLY.format(key[1]))


def explain_fence(head: str, error: YamlError) -> YamlError:
    """Return what is wrong where front matter goes on after its end, else the error itself.

    Args:
        head: what was taken for front matter.
        error: what was found wrong with it.
    """
    found = _wrong_fence(head.split("\n"), 2)
    if found and found.at <= error.at:
        return found
    if error.message == NO_FIELD:
        return YamlError(error.at, f"{NO_FIELD}; nếu là thân bài thì ở trên thiếu dòng «---»")
    return error


def _opening(lines: list[str]) -> int:
    """Return the number from 0 of a fence with a field below it; -1 where there is none."""
    found = (
        number
        for number, (line, below) in enumerate(pairwise(lines))
        if line.strip() == FENCE and FIRST_KEY.match(below)
    )
    return next(found, -1)


def _wrong_fence(lines: list[str], first_line: int) -> YamlError | None:
    number = next((n for n, line in enumerate(lines) if FENCE_LIKE.fullmatch(_shown(line))), None)
    if number is None:
        return None
    return _not_exact(number + first_line, lines[number], "dòng đóng khối thông tin")


def _shown(line: str) -> str:
    return INVISIBLE.sub("", line)


def _not_exact(line: int, found: str, role: str) -> YamlError:
    if match := INVISIBLE.search(found):
        return YamlError(LineColumn(line, match.start() + 1), f"{role} {invisible(match[0])}")
    shown = found.strip() if len(found) <= MAX_SHOWN else found[:MAX_SHOWN].strip() + "…"
    reason = show_odd(shown)
    if shown == FENCE:
        return YamlError(LineColumn(line, 1), f"trước «---» có dấu cách; {role} {EXACTLY}")
    return YamlError(LineColumn(line, 1), f"thấy «{shown}»{reason}; {role} {EXACTLY}")
