"""Dates as web pages print them: in digits, in Vietnamese or English words, in ISO form."""

import re
from typing import NamedTuple

from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold

_VIETNAMESE_MONTH = (
    "giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười\\s+một|mười\\s+hai|mười|chạp|\\d{1,2}"
)
_ENGLISH_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# “tháng 3”, “tháng Ba”, “thg 3”, “Th3”, “March”, “Mar.”.
_MONTH = (
    rf"(?:(?:tháng|thg\.?)\s*(?:{_VIETNAMESE_MONTH})(?![^\W\d_])"
    rf"|th\s?\d{{1,2}}|\b(?:{_ENGLISH_MONTH})\b\.?)"
)
_YEAR = r"(?:năm\s+)?(?P<{}>(?:19|20)\d{{2}})(?!\d)"
# The time of day behind an ISO date: “T08:30:00+07:00”.
_ISO_TIME = r"(?:T\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?"
# Groups: y year, m month, d day in digits; w the month in words. In this order:
# “2024-03-15” and “2024/3/15”; “20240315T083000Z”; “15/03/2024” and “15 - 3 - 2024”;
# “15 tháng 3 năm 2024” and “15th March 2024”; “March 15, 2024” and “Tháng 3 15, 2024”.
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>(?:19|20)\d{{2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d){_ISO_TIME}",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)T\d{2}[\d:.]*Z?",
        r"(?<!\d)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>(?:19|20)\d{2})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*[,/-]?\s*(?P<w>{_MONTH})\s*[,/-]?\s*"
        + _YEAR.format("y"),
        rf"(?P<w>{_MONTH})\s*(?:ngày\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*"
        + _YEAR.format("y"),
    )
)
# “15/03/24”: too short to be sure of, so it counts only next to a label or a time.
_SHORT_YEAR = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{2})(?![\d/.-])"
)
# The month in “7 tháng Mười Hai”; “năm” (five, or year) only before “năm” and a year.
_MONTH_IN_WORDS = re.compile(
    r"(?<=\d\stháng\s)(mười\s(?:một|hai)|mười|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|năm(?=,?\snăm\s))"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
# Folded word -> month; “giêng” and “chạp” are the first and twelfth by their old names.
_MONTH_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_ENGLISH_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_YEARS_OF_1900S = range(95, 100)  # no site has older dates
_CENTURY = 2000


class PrintedDate(NamedTuple):
    """A date in a line, with its offsets."""

    start: int
    end: int
    date: PartialDate


def find_dates(line: str, *, with_short_years: bool = False) -> list[PrintedDate]:
    """Return the dates that a line prints, in order, none within another.

    Args:
        line: one line of a page.
        with_short_years: whether years of two digits count.
    """
    dates: list[PrintedDate] = []
    for pattern in (*_FORMS, _SHORT_YEAR) if with_short_years else _FORMS:
        for match in pattern.finditer(line):
            date = _date(match)
            is_free = all(match.end() <= p.start or match.start() >= p.end for p in dates)
            if date and is_free:
                dates.append(PrintedDate(match.start(), match.end(), date))
    return sorted(dates)


def with_months_in_digits(text: str) -> str:
    """Return the text with “7 tháng Mười Hai” as “7 tháng 12”, padded to the same length."""
    return _MONTH_IN_WORDS.sub(lambda m: f"{_month(m[1])}".ljust(len(m[1])), text)


def make_date(year: str | None, month: str, day: str) -> PartialDate | None:
    """Return a date of digits; None for a day that does not exist."""
    try:
        return PartialDate(int(year) if year else None, int(month), int(day))
    except ValueError:
        return None


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    year = _full_year(parts["y"])
    if parts.get("w"):
        return make_date(year, str(_month(parts["w"])), parts["d"])
    # American software prints the month first. Only “3/15/2024” can be told apart; “3/5/2024” is
    # taken for 3 May.
    return make_date(year, parts["m"], parts["d"]) or make_date(year, parts["d"], parts["m"])


def _full_year(year: str) -> str:
    if len(year) > 2:  # noqa: PLR2004 - digits of a short year
        return year
    return str(int(year) + (_CENTURY - 100 if int(year) in _YEARS_OF_1900S else _CENTURY))


def _month(words: str) -> int:
    """Return the number of a month in words; 0 for other words."""
    name = " ".join(re.sub(r"^(?:thang|thg|th)\b\.?|^th(?=\d)", "", fold(words)).split()).strip(".")
    if name.isdigit():
        return int(name)
    return _MONTH_WORDS.get(name) or next(
        (number for number, start in enumerate(_ENGLISH_MONTHS, 1) if name.startswith(start)), 0
    )
