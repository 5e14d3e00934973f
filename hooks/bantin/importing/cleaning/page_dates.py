"""Dates that a page gives of itself: of its publication, or only of the reader's visit."""

import re
from dataclasses import dataclass
from typing import Literal

from bantin.importing.cleaning.printed_dates import find_dates
from bantin.vietnamese.dates import PartialDate, parse_date

# How a date is printed, which says how far it may be trusted as that of publication:
# labelled “Ngày đăng: 15/03/2024”; timed “15/03/2024 08:30”; bare “15/03/2024”; month, of an issue
# or archive; address, in the page's URL; clock, today's date in the head of a portal.
PageDateKind = Literal["labelled", "timed", "bare", "month", "address", "clock"]
# Those that can be of publication, the surest first.
TRUSTED: tuple[PageDateKind, ...] = ("labelled", "timed", "bare", "month", "address")

# “/2024/03/15/”, “/2024/03/”, “20240315” in a path, but no part of a longer number.
_IN_ADDRESS = re.compile(
    r"(?<!\d)(20[0-3]\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?([0-2]\d|3[01]))?(?!\d{1,3}(?!\d))"
)
# The line of a bulletin's issue: “Số 14 - tháng 7/2018”, “Bản tin Dân vận, số 3, tháng 2 năm 2019”.
_ISSUE = re.compile(
    r"(?:[^.;]{0,60}?[-–|,(]\s*)?(?:số|kỳ)\s*\d{1,4}\b[^.;]{0,20}?"
    r"\btháng\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<y>20\d{2})\W*",
    re.IGNORECASE,
)
_MAX_ISSUE_LINE = 120


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date that a page gives of itself.

    Attributes:
        kind: how it is printed.
        evidence: the line it was read from.
        name: who is named on the same line, the author or whoever put the page online.
    """

    date: PartialDate
    kind: PageDateKind
    evidence: str
    name: str = ""


def date_of_month(text: str) -> PageDate | None:
    """Return the page date of “2024-04”, with which an archive begins its lines."""
    try:
        return PageDate(parse_date(text), "month", f"date {text}")
    except ValueError:
        return None


def date_of_issue(line: str) -> PageDate | None:
    """Return the month of a bulletin's issue that a line names: “Số 14 - tháng 7/2018”."""
    match = _ISSUE.fullmatch(line) if len(line) < _MAX_ISSUE_LINE else None
    if match is None:
        return None
    try:
        return PageDate(PartialDate(int(match["y"]), int(match["m"])), "month", line)
    except ValueError:
        return None


def date_in_metadata(published: str) -> PageDate | None:
    """Return the day of publication that the head of a web page gives."""
    dates = find_dates(published)
    if not dates:
        return None
    return PageDate(dates[0].date, "labelled", f"thông tin của trang: {published}")


def date_in_header(text: str) -> PageDate | None:
    """Return the date in the header or footer of a Word page."""
    dates = find_dates(text)
    return PageDate(dates[0].date, "bare", f"đầu trang giấy: {text}") if dates else None


def date_in_address(url: str) -> PageDate | None:
    """Return the year and month that the path of an address contains."""
    match = _IN_ADDRESS.search(url.partition("://")[2].partition("/")[2])
    if match is None:
        return None
    try:
        date = parse_date("-".join(filter(None, match.groups()[:2])))
    except ValueError:
        return None
    return PageDate(date, "address", f"địa chỉ trang {url}")
