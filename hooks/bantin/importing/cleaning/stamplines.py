"""A line of a page read as what the page prints of its own day, with byline and counters."""

import re

from bantin.importing.cleaning.datewords import Printed, find_printed
from bantin.importing.cleaning.signature import is_official
from bantin.importing.cleaning.stamps import Stamp, Stamped

_TIME = re.compile(
    r"\b\d{1,2}\s*(?::|h|g|giờ\s)\s*\d{2}(?::\d{2})?(?:\s*phút|['’])?\s*(?:AM|PM|SA|CH|sáng|chiều|tối)?\b"
    r"|\b\d{1,2}\s*(?:giờ|h|AM|PM)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|t[2-7]|cn"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?",
    re.IGNORECASE,
)
_LABEL_WORDS = (
    r"(?:(?:được|đã|bài|tin)\s+)?(?:cập\s*nhật|đăng(?:\s*tải|\s*tin|\s*bài)?(?!\s*(?:bởi|ký|nhập|xuất))"
    r"|xuất\s*bản|phát\s*hành|đưa\s*tin|khởi\s*tạo|ngày\s*(?:đăng|viết|tạo|gửi|đưa|cập\s*nhật"
    r"|xuất\s*bản|phát\s*hành)(?:\s*(?:tin|bài|tải))*|(?:tin|bài)\s+ngày|tạo\s*lúc|gửi\s*bài|lần\s*cuối"
    r"|(?:last\s*)?(?:updated?|modified)|publi(?:sh(?:ed)?|cation)(?:\s*date)?|post(?:ed)?(?:\s*date)?|created)"
)
_LABEL = re.compile(
    rf"\b{_LABEL_WORDS}(?:\s*(?:bài|tin|lần\s*cuối|gần\s*nhất|lúc|ngày|vào|on|date))*\s*:?"
    r"|^\W*(?:thời\s*gian(?:\s*đăng)?|ngày(?:\s*giờ)?|date|sent)\s*:",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\bin\s*(?:ngày|lúc)|\bngày\s*(?:in|xem|truy\s*cập)\b|\b(?:bây\s*giờ|hôm\s*nay|hiện\s*tại)"
    r"(?:\s*là)?\s*(?::|,?\s*(?=thứ|chủ)|ngày\s*:)|\btruy\s*cập\s*(?:lúc|ngày)|\d\s*°\s*C\b|\bprinted\b(?:\s*on)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\b(?:(?:(?:đăng|viết|gửi|biên\s*tập)\s*bởi|bởi|(?:written\s*|posted\s*)?by)\s*:?"
    r"|(?:tác\s*giả|người\s*(?:đăng|viết|gửi)|biên\s*tập|nguồn(?:\s*tin)?|theo"
    r"|tin(?:\s*(?:,|và|-)\s*(?:bài|ảnh))*|bài(?:\s*,\s*ảnh)?|chuyên\s*mục|danh\s*mục"
    r"|category|author)\s*:)\s*"
    r"(?P<name>[^|·•/,:;()\n–—]{1,40}?)"
    r"(?=\s*(?:$|[|·•/,:;()–—]|\s-\s)|\s+(?:vào|lúc|ngày|on|at|in)\b)",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\b(?:lượt|lần)\s*(?:xem|đọc)\b|\b(?:views?|hits?)\b", re.IGNORECASE)
_FIELDS = re.compile(r"\s[|·•»]\s")
_REST = re.compile(
    r"\(?(?:GMT|UTC)\s*(?:[+-]\s*\d+(?::?\d{2})?)?\)?"
    r"|\b[\d.,]+\s*(?:lượt|lần)\s*(?:xem|đọc)|[+-]\d{4}\b|\d+\s*°\s*C\b"
    r"|\b(?:số\s*)?(?:lượt|lần)\s*(?:xem|đọc|truy\s*cập)\s*:?\s*[\d.,]*"
    r"|\b(?:đã\s*(?:xem|đọc)|views?|hits?)\s*:?\s*[\d.,]*|\b[\d.,]+\s*(?:views?|lượt|đọc|xem)\b"
    r"|\bin\s*(?:bài(?:\s*viết)?|trang)|\bngày\b|\blúc\b|\bvào\b"
    r"|\b\d+\s*(?:bình\s*luận|lượt\s*xem|comments?|phút\s*đọc)|(?:để\s*lại|gửi)\s*bình\s*luận"
    r"|\b(?:no|leave\s*a)\s*comments?|\bbình\s*luận(?:\s*\(\d*\))?|(?<!\w)[Aa]\s*[-+]*(?!\w)"
    r"|\b(?:đã\s*)?chia\s*sẻ\s*với\s*(?:công\s*khai|bạn\s*bè|mọi\s*người)"
    r"|(?:tăng\s*|giảm\s*)?cỡ\s*chữ|(?:gửi\s*)?e?mail\b|chia\s*sẻ|lưu(?:\s*bài)?\b"
    r"|\bnghe(?:\s*(?:bài|đọc))?\b|\bthích\b|\bprint\b|\bshare\b|\bfont\s*size\b|\bthực\s*hiện\b|\btổng\s*hợp\b|\bon\b|\bat\b|\bam\b|\bpm\b",
    re.IGNORECASE,
)
# The head of minutes: when it was held, not when it was printed.
_MINUTES = re.compile(r"^\W*(?:\d+\W+)?thời\s*gian\b", re.IGNORECASE)
_MINUTES_STAMP = re.compile(r"^\W*thời\s*gian(?:\s*đăng)?\s*:[\s\d:/.,|–-]*$", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|·•/–—,;:()\[\]]+\s*|\s-+\s|\s*\n\s*")
_PERSON_LIKE = re.compile(r"[^\W\d_]+(?:[\s.-]+[^\W\d_]+){0,5}\.?")
_TELLS = re.compile(
    r"\b(?:hội nghị|họp|lễ|buổi|diễn ra|khai mạc|bế mạc|bắt đầu|kết thúc|sáng|chiều|tối|tại|từ|đến"
    r"|hết|trước|sau|hạn|hiệu lực|ban hành|ký|số|sinh|tổ chức|sơ kết|tổng kết|giao ban|phối hợp"
    r"|dự kiến|lịch|phiên|cùng|đã|sẽ|hôm nay|thời gian|địa điểm)\b",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_GLUED = 150, 320
_LONGEST_META = 90
_SIGNED = re.compile(r"\W*(?:nguồn|theo|tác\s*giả|tin|bài|ảnh)\b", re.IGNORECASE)
_SECTION_WORDS = 5
_GLUED = re.compile(
    rf"(?<![^\W\d_])(?P<label>{_LABEL_WORDS}(?:\s*(?:lúc|ngày|vào|on))*)\s*:?\s*", re.IGNORECASE
)
# A line of a letterhead whose columns ran together: its number, then the place and the day.
_NUMBERED = re.compile(r"Số\s*:?\s*\S{0,30}\s+(?=[^\W\d_])", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\s*(?P<inside>[^()]{6,40}?)\s*\)\W*$")


def read_stamp(line: str, *, in_form: bool = False) -> Stamp | None:
    """Return the stamp that a line consists of; None for a line that says more.

    Args:
        line: one line of a page.
        in_form: whether the lines around it say where a meeting was, so this one when.
    """
    if len(line) > _LONGEST or _tells_of_meeting(line, in_form=in_form):
        return None
    labelled, visited = _LABEL.search(line), _VISIT.search(line)
    timed = _TIME.search(line)
    dates = find_printed(line, with_short=bool(labelled or timed))
    if not dates:
        return None
    rest, name = _without_known(_without_dates(line, dates))
    is_sure = bool(labelled or timed or _FIELDS.search(line) or _COUNTER.search(line))
    pieces = [piece for piece in _SPLIT.split(rest) if piece.strip(" .-")]
    if not all(_is_apart(piece, is_sure=is_sure) for piece in pieces):
        return None
    kind = _kind(line, bool(labelled), bool(visited))
    if kind == "clock" and not visited and (name or _COUNTER.search(line)):
        kind = "bare"
    is_sent = dates[0].start > 0 and line[: dates[0].start].rstrip().lower().endswith(", ngày")
    if not (name or is_sent or labelled):
        name = next((piece for piece in pieces if _is_name(piece)), "")
    return Stamp(dates[0].date, kind, line, name)


def is_of_visit(line: str) -> bool:
    """Whether a line says that its date is that of printing or reading the page."""
    return bool(_VISIT.search(line))


def names_weekday(line: str) -> bool:
    """Whether a line names a day of the week."""
    return bool(_WEEKDAY.search(line))


def is_of_page(line: str) -> bool:
    """Whether a line holds but counters, buttons and who put it online, not a person's byline."""
    if len(line) > _LONGEST_META or _SIGNED.match(line):
        return False
    rest, name = _without_known(line)
    return not re.search(r"\w", rest) and (not name or is_official(name) or not _is_name(name))


def _tells_of_meeting(line: str, *, in_form: bool) -> bool:
    is_stamp = not in_form and bool(_MINUTES_STAMP.match(_WEEKDAY.sub(" ", line)))
    return bool(_MINUTES.match(line)) and not is_stamp


def _kind(line: str, is_labelled: bool, is_visit: bool) -> Stamped:  # noqa: FBT001 - internal
    if is_visit:
        return "clock"
    if is_labelled:
        return "labelled"
    return "timed" if _TIME.search(line) else "clock" if _WEEKDAY.search(line) else "bare"


def _without_dates(line: str, dates: list[Printed]) -> str:
    for printed in reversed(dates):
        line = f"{line[: printed.start]} | {line[printed.end :]}"
    return line


def _without_known(text: str) -> tuple[str, str]:
    """Blank labels, times, counters and buttons; return what is left and who is named."""
    for pattern in (_VISIT, _LABEL, _TIME, _WEEKDAY):
        text = pattern.sub(" | ", text)
    byline = next((m for m in _BYLINE.finditer(text) if m["name"].strip()), None)
    for pattern in (_BYLINE, _REST):
        text = pattern.sub(" | ", text)
    return text, byline["name"].strip() if byline else ""


def _is_apart(piece: str, *, is_sure: bool) -> bool:
    """Whether words beside a date are a name or a section of the page, not a sentence."""
    piece = piece.strip(" .-")
    if not re.search(r"[^\W\d]", piece) or _is_name(piece):
        return True
    return (
        is_sure
        and piece[0].isupper()
        and len(piece.split()) <= _SECTION_WORDS
        and not _TELLS.search(piece)
    )


def _is_name(text: str) -> bool:
    text = text.strip()
    words = text.split()
    is_told = bool(_TELLS.match(text)) and len(words) < 2  # noqa: PLR2004 - one word
    return bool(_PERSON_LIKE.fullmatch(text)) and not is_told and all(w[0].isupper() for w in words)


def take_glued_stamp(line: str, *, is_heading: bool) -> tuple[str, Stamp | None]:
    """Part a stamp printed within a line from the line: “… Ngày đăng: 12/3/2020 08:00 …”.

    Args:
        line: one line of a page.
        is_heading: whether it may be a title, behind which a page puts its date in brackets.
    """
    if len(line) > _LONGEST_GLUED:
        return line, None
    if (number := _NUMBERED.match(line)) and (sent := read_stamp(line[number.end() :])):
        return number[0].strip(), sent
    for label in _GLUED.finditer(line):
        dates = [d for d in find_printed(line, with_short=True) if d.start >= label.end()]
        if not dates or not label["label"][0].isupper():
            continue
        between = _TIME.sub(" ", _WEEKDAY.sub(" ", line[label.end() : dates[0].start]))
        if re.sub(r"\bngày\b|\blúc\b|\W", "", between):
            continue
        after = re.match(rf"[\s,|-]*(?:{_TIME.pattern})\)?", line[dates[0].end :], re.IGNORECASE)
        end = dates[0].end + (after.end() if after else 0)
        rest = f"{line[: label.start()].rstrip(' (|-–')} {line[end:].lstrip(' )|,;-–')}".strip()
        return rest, Stamp(dates[0].date, "labelled", line[label.start() : end])
    bracketed = _BRACKETED.search(line) if is_heading else None
    stamp = read_stamp(bracketed["inside"]) if bracketed else None
    if bracketed and stamp and not stamp.name and bracketed.start():
        return line[: bracketed.start()].rstrip(), stamp
    return line, None
