"""Dates that a page prints about itself: of publication, or only of the visit."""

import re
from dataclasses import dataclass
from typing import Literal

from bantin.vietnamese.dates import PartialDate, parse_date

Stamped = Literal["labelled", "timed", "bare", "month", "address", "clock"]
TRUSTED: tuple[Stamped, ...] = ("labelled", "timed", "bare", "month", "address")

_DAY = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>(?:19|20)\d{2})(?!\d)"
    r"|(?P<y2>(?:19|20)\d{2})-(?P<m2>\d{2})-(?P<d2>\d{2})(?:T[\d:.+Z-]*)?"
    r"|ngày\s+(?P<d3>\d{1,2})\s+tháng\s+(?P<m3>\d{1,2})(?:\s*,)?\s+năm\s+(?P<y3>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}\s*(?::|h|giờ\s)\s*\d{2}(?::\d{2})?(?:\s*phút)?\s*(?:AM|PM)?\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:cập\s*nhật|ngày\s*đăng|đăng\s*(?:lúc|ngày|tải)|xuất\s*bản|ngày\s*tạo"
    r"|thời\s*gian(?:\s*đăng)?)"
    r"(?:\s*(?:lần\s*cuối|lúc|ngày|vào))*\s*:?",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\(?GMT\s*[+]\s*\d+\)?|lượt\s*(?:xem|đọc)\s*:?\s*[\d.]*"
    r"|in\s*bài(?:\s*viết)?|\bngày\b|\blúc\b|\bvào\b"
    r"|\b\d+\s*(?:bình\s*luận|lượt\s*xem)|(?<!\w)A\s*[-+]?(?!\w)|cỡ\s*chữ|(?:gửi\s*)?e?mail\b",
    re.IGNORECASE,
)
# The head of minutes: when it was held, not when it was printed.
_MINUTES = re.compile(r"\W*thời\s*gian\s*(?:tổ\s*chức|họp)?\s*:.*ngày\s*\d+\s*tháng", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:[\s.-]+[^\W\d_]+){0,5}")
_IN_ADDRESS = re.compile(
    r"(?<!\d)(20[0-3]\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?([0-2]\d|3[01]))?(?!\d{1,3}(?!\d))"
)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Stamp:
    """One such date with how it was printed; ``name`` is what else stood on the line."""

    date: PartialDate
    kind: Stamped
    evidence: str
    name: str = ""


def read_stamp(line: str) -> Stamp | None:
    """Return the stamp that a line consists of; None for a line that says more."""
    match = _DAY.search(line)
    if match is None or len(line) > _LONGEST or _MINUTES.match(line):
        return None
    date = _date(match)
    if date is None:
        return None
    rest = line[: match.start()] + " " + line[match.end() :]
    had = [bool(pattern.search(rest)) for pattern in (_LABEL, _TIME, _WEEKDAY)]
    for pattern in (_LABEL, _TIME, _WEEKDAY, _REST):
        rest = pattern.sub(" ", rest)
    name = rest.strip(" |,;.:()-–—/[]").strip()
    if name and not _is_name(name):
        return None
    kind: Stamped = "labelled" if had[0] else "timed" if had[1] else "clock" if had[2] else "bare"
    return Stamp(date, kind, line, name)


def _is_name(text: str) -> bool:
    words = text.split()
    return bool(_NAME.fullmatch(text)) and all(word[0].isupper() for word in words)


def month_stamp(text: str) -> Stamp | None:
    """Return the stamp of an archive's “date 2024-04”."""
    try:
        return Stamp(parse_date(text), "month", f"date {text}")
    except ValueError:
        return None


def stamp_of_container(text: str) -> Stamp | None:
    """Return the stamp of a page's own metadata."""
    match = _DAY.search(text)
    date = _date(match) if match else None
    return Stamp(date, "labelled", f"thông tin của trang: {text}") if date else None


def stamp_of_margin(text: str) -> Stamp | None:
    """Return the date that stands in the head or foot of a sheet."""
    match = _DAY.search(text)
    date = _date(match) if match else None
    return Stamp(date, "bare", f"đầu trang giấy: {text}") if date else None


def stamp_of_address(url: str) -> Stamp | None:
    """Return the year and month, perhaps the day, that a page's address carries."""
    match = _IN_ADDRESS.search(url.partition("://")[2].partition("/")[2])
    if match is None:
        return None
    try:
        date = parse_date("-".join(filter(None, match.groups()[:2])))
    except ValueError:
        return None
    return Stamp(date, "address", f"địa chỉ trang {url}")


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    for suffix in ("", "2", "3"):
        if parts[f"y{suffix}"]:
            return make_date(parts[f"y{suffix}"], parts[f"m{suffix}"], parts[f"d{suffix}"])
    return None


def make_date(year: str | None, month: str, day: str) -> PartialDate | None:
    """Return a date of digits; None for a day that never was."""
    try:
        return PartialDate(int(year) if year else None, int(month), int(day))
    except ValueError:
        return None
