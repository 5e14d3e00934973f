"""Dates as portals print them: in figures, in Vietnamese or English words, as ISO."""

import re
from typing import NamedTuple

from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold

_VIETNAMESE = (
    "giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười\\s+một|mười\\s+hai|mười|chạp|\\d{1,2}"
)
_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = (
    rf"(?:(?:tháng|thg\.?)\s*(?:{_VIETNAMESE})(?![^\W\d_])|th\s?\d{{1,2}}|\b(?:{_ENGLISH})\b\.?)"
)
_YEAR = r"(?:năm\s+)?(?P<{}>(?:19|20)\d{{2}})(?!\d)"
_CLOCK = r"(?:T\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>(?:19|20)\d{{2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d){_CLOCK}",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)T\d{2}[\d:.]*Z?",
        r"(?<!\d)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>(?:19|20)\d{2})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*[,/-]?\s*(?P<w>{_MONTH})\s*[,/-]?\s*"
        + _YEAR.format("y"),
        rf"(?P<w>{_MONTH})\s*(?:ngày\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*"
        + _YEAR.format("y"),
    )
)
_SHORT = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{2})(?![\d/.-])"
)
_SPELLED = re.compile(
    r"(?<=\d\stháng\s)(mười\s(?:một|hai)|mười|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|năm(?=,?\snăm\s))"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_SYLLABLES = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS_OF_WEB = range(95, 100)
_CENTURY = 2000


class Printed(NamedTuple):
    """A date where a line prints it."""

    start: int
    end: int
    date: PartialDate


def find_printed(line: str, *, with_short: bool = False) -> list[Printed]:
    """Return the dates of a line, in order, none within another.

    Args:
        line: one line of a page.
        with_short: whether years of two figures count.
    """
    found: list[Printed] = []
    for pattern in (*_FORMS, _SHORT) if with_short else _FORMS:
        for match in pattern.finditer(line):
            date = _date(match)
            is_free = all(match.end() <= p.start or match.start() >= p.end for p in found)
            if date and is_free:
                found.append(Printed(match.start(), match.end(), date))
    return sorted(found)


def with_month_figures(text: str) -> str:
    """Return the text with “7 tháng Mười Hai” in figures, every other character in its place."""
    return _SPELLED.sub(lambda m: f"{_month(m[1])}".ljust(len(m[1])), text)


def make_date(year: str | None, month: str, day: str) -> PartialDate | None:
    """Return a date of digits; None for a day that never was."""
    try:
        return PartialDate(int(year) if year else None, int(month), int(day))
    except ValueError:
        return None


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    year = _whole(parts["y"])
    if parts.get("w"):
        return make_date(year, str(_month(parts["w"])), parts["d"])
    # Software of American make prints the month first; told only where no month is that high.
    return make_date(year, parts["m"], parts["d"]) or make_date(year, parts["d"], parts["m"])


def _whole(year: str) -> str:
    if len(year) > 2:  # noqa: PLR2004 - figures of a short year
        return year
    return str(int(year) + (_CENTURY - 100 if int(year) in _YEARS_OF_WEB else _CENTURY))


def _month(words: str) -> int:
    name = " ".join(re.sub(r"^(?:thang|thg|th)\b\.?|^th(?=\d)", "", fold(words)).split()).strip(".")
    if name.isdigit():
        return int(name)
    return _SYLLABLES.get(name) or next(
        (number for number, start in enumerate(_NAMES, 1) if name.startswith(start)), 0
    )
