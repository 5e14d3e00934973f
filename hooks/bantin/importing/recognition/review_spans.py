"""Times as reports name them: “quý III/2023”, “9 tháng đầu năm”, “từ năm 2020 đến hết năm 2022”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bantin.importing.recognition.periods import periods_in
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span, parse_span

_YEAR = r"20\d{2}"
_OF_YEAR = rf"(?:\s*(?:[,/-]|của)?\s*(?:năm\s+)?(?P<year>{_YEAR}))?"
_QUARTER = re.compile(
    r"\bquý\s+(?P<from>IV|I{1,3}|[1-4])(?:\s*(?:,|và|-|–)\s*(?:quý\s+)?(?P<to>IV|I{1,3}|[1-4]))?\b"
    + _OF_YEAR,
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?P<n>\d{1,2}|ba|sáu|chín|mười|mười một)\s+tháng\s+(?:(?P<end>đầu|cuối)\s+)?năm\b"
    rf"(?:\s+(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\bnửa\s+(?P<end>đầu|cuối)\s+năm\b(?:\s+(?P<year>{_YEAR}))?", re.IGNORECASE)
_MONTH = re.compile(rf"\btháng\s+(?P<month>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<year>{_YEAR})")
_FROM_MONTH = re.compile(
    rf"\btừ\s+tháng\s+(?P<m>\d{{1,2}})\s*(?:/|năm)\s*(?P<y>{_YEAR})\s*(?:đến|-|–)\s*(?:hết\s+)?"
    rf"tháng\s+(?P<to_m>\d{{1,2}})\s*(?:/|năm)\s*(?P<to_y>{_YEAR})",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(
    rf"\b(?:từ(?:\s+năm)?|các năm|năm học|hai năm|2 năm|ba năm|3 năm|02 năm|03 năm)\s*\(?\s*"
    rf"(?P<a>{_YEAR})\s*(?:[-–,]|và|đến(?:\s+hết)?)\s*(?:năm\s+)?(?:{_YEAR}\s*(?:,|và)\s*)?"
    rf"(?P<b>{_YEAR})",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"\bnăm\s+(?P<year>{_YEAR})\b(?!\s*[-–]\s*\d|/)", re.IGNORECASE)
# A single year behind these words is that of a date, a signature, a limit.
_NOT_ALONE = re.compile(
    r"(?:tháng \d{1,2}[, ]*|ký |kí |ban hành |từ |đến |trước |hết |giai đoạn |tháng (?:đầu |cuối )?"
    r"|quý \w{1,3},? (?:của )?|kể từ |thành lập )$",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_WORDS = {"ba": 3, "sáu": 6, "chín": 9, "mười": 10, "mười một": 11}
_HALF_YEAR, _JANUARY, _DECEMBER, _FEBRUARY = 6, 1, 12, 2


class Named(NamedTuple):
    """A time that a text names.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        span: the time.
        kind: part, years, year or period.
        is_stated: whether its year is written, not inferred.
    """

    start: int
    end: int
    span: Span
    kind: str
    is_stated: bool = True


def named_times(text: str, day: PartialDate | None) -> list[Named]:
    """Return the times that a sentence names, in order, none within another.

    Args:
        text: the sentence.
        day: of the event, whose year a time without one has.
    """
    found = sorted(
        [*_parts(text, day), *_years(text), *_singles(text), *_periods(text)],
        key=lambda one: (one.start, -one.end),
    )
    kept: list[Named] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _parts(text: str, day: PartialDate | None) -> Iterator[Named]:
    """Yield quarters, halves and months."""
    for pattern, months in ((_QUARTER, _of_quarters), (_MONTHS, _of_months), (_HALF, _of_half)):
        for match in pattern.finditer(text):
            first, last = months(match)
            year = int(match["year"]) if match["year"] else _year(text, match.end(), last, day)
            if year and (span := _span(year, first, year, last)):
                stated = bool(match["year"])
                yield Named(match.start(), match.end(), span, "part", stated)
    for match in _FROM_MONTH.finditer(text):
        given = (int(match[name]) for name in ("y", "m", "to_y", "to_m"))
        if span := _span(*given):
            yield Named(match.start(), match.end(), span, "part")
    for match in _MONTH.finditer(text):
        month = int(match["month"])
        is_date = re.search(r"\d\s*$|từ\s*$|đến\s*(?:hết\s*)?$", text[: match.start()])
        if not is_date and (span := _span(int(match["year"]), month, int(match["year"]), month)):
            yield Named(match.start(), match.end(), span, "part")


def _of_quarters(match: re.Match[str]) -> tuple[int, int]:
    first = _number(match["from"])
    last = _number(match["to"]) if match["to"] else first
    return first * 3 - 2, max(first, last) * 3


def _number(quarter: str) -> int:
    return _ROMAN.get(quarter.upper(), 0) or int(quarter)


def _of_months(match: re.Match[str]) -> tuple[int, int]:
    count = _WORDS.get(match["n"].lower(), 0) or int(match["n"])
    is_end = (match["end"] or "").lower() == "cuối"
    return (_DECEMBER + 1 - count, _DECEMBER) if is_end else (_JANUARY, count)


def _of_half(match: re.Match[str]) -> tuple[int, int]:
    is_first = match["end"].lower() == "đầu"
    return (_JANUARY, _HALF_YEAR) if is_first else (_HALF_YEAR + 1, _DECEMBER)


def _year(text: str, end: int, last_month: int, day: PartialDate | None) -> int | None:
    """Return the year of a part of it: that which the sentence names behind, else of the event."""
    if named := re.search(rf"\bnăm\s+(?P<year>{_YEAR})\b", text[end:]):
        return int(named["year"])
    if day is None or day.year is None:
        return None
    is_of_last_year = last_month == _DECEMBER and (day.month or _DECEMBER) <= _FEBRUARY
    return day.year - is_of_last_year


def _span(year: int, month: int, to_year: int, to_month: int) -> Span | None:
    try:
        return Span(year, to_year, month, to_month)
    except ValueError:
        return None


def _years(text: str) -> Iterator[Named]:
    for match in _FROM_YEAR.finditer(text):
        if match["a"] < match["b"] and (span := parse_span(f"{match['a']}-{match['b']}")):
            yield Named(match.start(), match.end(), span, "years")


def _singles(text: str) -> Iterator[Named]:
    for match in _SINGLE.finditer(text):
        span = parse_span(match["year"])
        if span and not _NOT_ALONE.search(text[: match.start()]):
            yield Named(match.start(), match.end(), span, "year")


def _periods(text: str) -> Iterator[Named]:
    for match, span in periods_in(text):
        yield Named(match.start(), match.end(), span, "period")
