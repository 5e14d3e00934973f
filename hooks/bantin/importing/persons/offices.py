"""The office of a person, as it is written before or behind the name."""

import re
from typing import NamedTuple

from bantin.gazetteer.head_phrases import begins_with_head
from bantin.importing.persons.names import NAME, is_surname, trim_name
from bantin.importing.persons.titles import title_end
from bantin.importing.persons.words import OFFICE, RANK, ROLE_ONLY, TITLE

_RANKS = re.compile(RANK, re.IGNORECASE)
_TITLES = re.compile(rf"(?<!\w)(?:{TITLE})(?!\w)", re.IGNORECASE)
# What stands between a name and the office behind it.
_GAP = re.compile(
    r"\s*(?:,|[-–—]|\()?\s*(?:(?:hiện |khi đó |khi ấy |bấy giờ |đều |cùng |nguyên )?là\s+)?"
)
# Not behind an abbreviation: “UBND TP. | Đà Nẵng”, “Q. | Giám đốc”.
_FULL_STOP = r"(?<!\bTP)(?<!\bTX)(?<!\bTp)(?<!\bQ)\.(?=\s|$)"
_ENDS = re.compile(rf"[;:\n“”()]|{_FULL_STOP}")
# What joins two offices of one person.
_JOINT = re.compile(
    r",\s+(?:kiêm\s+|đồng thời là\s+)?|\s+[-–—]\s+|\s*[-–]\s*(?=\S)|\s+(?:và|kiêm|kiêm nhiệm)\s+"
)
# The end of an office of a part: “Phó Trưởng phòng Cảnh sát Kinh tế, | Công an tỉnh Ninh Bình”.
_PART = re.compile(
    r"\b(?:phòng|đội|khoa|trung tâm|vụ|cục|hạt|trạm|văn phòng|ban|tham mưu trưởng|tư lệnh)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:và|cùng|với)\s+(?:đồng chí\s+)?")
_MAX_BEHIND, _MAX_BEFORE = 260, 170


class Office(NamedTuple):
    """An office as written, empty if there is none, with its offsets in the text."""

    text: str
    start: int
    end: int


def titles_in(honorifics: str) -> str:
    """Return ranks, degrees and the like before a name: “Đại tá, TS”."""
    return ", ".join(match[0].rstrip(".") for match in _TITLES.finditer(honorifics))


def office_behind(text: str, end: int) -> Office:
    """Return the office behind a name: “Nguyễn Văn An, Ủy viên Ban Thường vụ, Trưởng Ban …”.

    Args:
        text: the text.
        end: offset behind the name.
    """
    gap = _GAP.match(text, end)
    start = gap.end() if gap else end
    stop = _ENDS.search(text, start, start + _MAX_BEHIND)
    limit = stop.start() if stop else min(len(text), start + _MAX_BEHIND)
    pieces, last = _row(text, start, limit)
    return Office(_joined(pieces), start, last)


def _row(text: str, start: int, limit: int) -> tuple[list[str], int]:
    """Return the offices that follow one another from an offset on, and the offset behind them."""
    pieces: list[str] = []
    last = position = start
    while found := _piece(text, position, limit, pieces):
        pieces.append(text[position:found])
        last = found
        joint = _JOINT.match(text, last, limit)
        if joint is None:
            break
        position = joint.end()
    return pieces, last


def _piece(text: str, position: int, limit: int, before: list[str]) -> int:
    """Return the offset behind the office that begins at another, 0 where none does."""
    rank = _TITLES.match(text, position, limit)
    if rank:
        is_alone = re.match(r"\s*(?:,|\s[-–]\s|\)|$)", text[rank.end() : limit])
        return rank.end() if is_alone or OFFICE.match(text[position:limit].lower()) else 0
    is_office = OFFICE.match(text[position:limit].lower())
    is_body = bool(before) and _PART.search(before[-1]) and begins_with_head(text[position:limit])
    if not (is_office or (is_body and text[position - 2 : position] == ", ")):
        return 0
    found = title_end(text, position, limit)
    if found.person >= 0 or (is_body and not is_office and _goes_on(text, found.end)):
        return 0
    return found.end


def _goes_on(text: str, end: int) -> bool:
    """Whether a list of bodies goes on behind one of them: then it is of no person."""
    behind = re.match(r"(?:,| và| cùng)\s+", text[end : end + 8])
    return bool(behind) and begins_with_head(text[end + behind.end() : end + 40])  # type: ignore[union-attr]  # tested first


def _joined(pieces: list[str]) -> str:
    offices = [piece.strip() for piece in pieces]
    return ", ".join(one for one in offices if len(offices) == 1 or not ROLE_ONLY.match(one))


def office_before(text: str, start: int, *, is_titled: bool = False) -> Office:
    """Return the office before a name: “Giám đốc Công an tỉnh Nguyễn Văn An”.

    Args:
        text: the text.
        start: offset of the name, or of the honorifics before it.
        is_titled: whether honorifics stand there; an office may be parted from them by a comma.
    """
    none = Office("", start, start)
    first = max(0, start - _MAX_BEFORE)
    first += len(text[first:start]) - len(
        re.split(rf"[;:\n“”()]|{_FULL_STOP}", text[first:start])[-1]
    )
    end = len(text[:start].rstrip(" ,-–" if is_titled else " "))
    is_parted, skipped = end < len(text[:start].rstrip()), first
    for match in OFFICE.finditer(text[first:end].lower()):
        begin = first + match.start()
        if begin < skipped or not _may_begin(text, first, begin):
            continue
        pieces, last = _row(text, begin, end)
        rank = re.search(rf"(?:{RANK}),?\s+$", text[first:begin], re.IGNORECASE)
        if is_parted and _is_of_another(text, first, rank.start() + first if rank else begin):
            skipped = last
        elif last == end and not _begins_new_row(text, begin, end):
            words = [rank[0].strip(" ,")] if rank else []
            return Office(_joined([*words, *pieces]), begin, start)
    return none


def _may_begin(text: str, first: int, begin: int) -> bool:
    """Whether a word of an office is the first of it: “Phó | Giám đốc” is not."""
    before = text[first:begin].lower()
    return not before or (
        before[-1] in " ,-–" and not before.endswith(("phó ", "nguyên ", "quyền "))
    )


def _is_of_another(text: str, first: int, begin: int) -> bool:
    """Whether an office stands behind another person: “Lê Văn An, | Giám đốc Sở, ông …”."""
    before = text[first:begin]
    joint = re.search(r"\s*(?:,|[-–—])\s+$", before)
    if joint is None:
        return False
    runs = [run for run in NAME.finditer(before) if run.end() == joint.start()]
    return any(trim_name(before, run)[1] for run in runs) or bool(
        OFFICE.search(before[: joint.start()].lower())
        and any(is_surname(run[0].split()[0]) for run in NAME.finditer(before))
    )


def _begins_new_row(text: str, begin: int, end: int) -> bool:
    """Whether “và” or “cùng” within parts the offices of two persons."""
    joints = _AND.finditer(text, begin, end)
    return any(OFFICE.match(text[joint.end() : end].lower()) for joint in joints)
