"""Dates that a page gives of itself: of publication, or only of the visit."""

import re
from dataclasses import dataclass
from typing import Literal

from bantin.importing.cleaning.datewords import find_printed
from bantin.vietnamese.dates import PartialDate, parse_date

Stamped = Literal["labelled", "timed", "bare", "month", "address", "clock"]
TRUSTED: tuple[Stamped, ...] = ("labelled", "timed", "bare", "month", "address")

_IN_ADDRESS = re.compile(
    r"(?<!\d)(20[0-3]\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?([0-2]\d|3[01]))?(?!\d{1,3}(?!\d))"
)
_ISSUE = re.compile(
    r"(?:[^.;]{0,60}?[-–|,(]\s*)?(?:số|kỳ)\s*\d{1,4}\b[^.;]{0,20}?"
    r"\btháng\s*(?P<m>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<y>20\d{2})\W*",
    re.IGNORECASE,
)
_LONGEST_ISSUE = 120


@dataclass(frozen=True, slots=True)
class Stamp:
    """One such date with how it was printed; ``name`` is who else stood on the line."""

    date: PartialDate
    kind: Stamped
    evidence: str
    name: str = ""


def month_stamp(text: str) -> Stamp | None:
    """Return the stamp of an archive's “date 2024-04”."""
    try:
        return Stamp(parse_date(text), "month", f"date {text}")
    except ValueError:
        return None


def issue_stamp(text: str) -> Stamp | None:
    """Return the month of the issue of a bulletin that a line names: “Số 14 - tháng 7/2018”."""
    match = _ISSUE.fullmatch(text) if len(text) < _LONGEST_ISSUE else None
    if match is None:
        return None
    try:
        return Stamp(PartialDate(int(match["y"]), int(match["m"])), "month", text)
    except ValueError:
        return None


def stamp_of_container(text: str) -> Stamp | None:
    """Return the stamp of a page's own metadata."""
    found = find_printed(text, with_short=False)
    return Stamp(found[0].date, "labelled", f"thông tin của trang: {text}") if found else None


def stamp_of_margin(text: str) -> Stamp | None:
    """Return the date that stands in the head or foot of a sheet."""
    found = find_printed(text)
    return Stamp(found[0].date, "bare", f"đầu trang giấy: {text}") if found else None


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
