"""Spans of time: the period of a programme, the time that a conference reviews."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.runtime.pickling import fast_pickle

# “2023”, “2022-2024”, and “2013-” for a programme without an end.
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4})?)?")
# “2023-Q3”, “2020-H1”: quarters and half-years.
_PART_OF_YEAR = re.compile(r"([0-9]{4})-(Q[1-4]|H[12])")
# “2020-08”, “2020-01/2020-08”: months.
_MONTHS = re.compile(r"([0-9]{4})-([0-9]{2})(?:/([0-9]{4})-([0-9]{2}))?")
# A dash as people type it, en dash and spaces included.
_DASH = re.compile(r"\s*[-\u2013]\s*")
# Code -> first month, last month, label.
_PARTS = {
    "Q1": (1, 3, "quý I/{}"),
    "Q2": (4, 6, "quý II/{}"),
    "Q3": (7, 9, "quý III/{}"),
    "Q4": (10, 12, "quý IV/{}"),
    "H1": (1, 6, "6 tháng đầu năm {}"),
    "H2": (7, 12, "6 tháng cuối năm {}"),
}
_PART_CODES = {(first, last): code for code, (first, last, _) in _PARTS.items()}
_LAST_MONTH = 12
_NEVER = (9999, _LAST_MONTH)


@fast_pickle
@dataclass(frozen=True, slots=True)
class Span:
    """Whole months from one to another, both included; without a last year it has no end.

    Raises:
        ValueError: the end lies before the start, or a month is none.
    """

    first_year: int
    last_year: int | None
    first_month: int = 1
    last_month: int = _LAST_MONTH

    def __post_init__(self) -> None:
        start = (self.first_year, self.first_month)
        end = (self.first_year if self.last_year is None else self.last_year, self.last_month)
        months = range(1, _LAST_MONTH + 1)
        if start > end or self.first_month not in months or self.last_month not in months:
            msg = f"no such span: {start} to {end}"
            raise ValueError(msg)

    @property
    def is_open(self) -> bool:
        """Whether it has no end."""
        return self.last_year is None

    @property
    def label(self) -> str:
        """The span as readers see it: “năm 2023”, “2022–2024”, “quý III/2023”, “từ 2013”."""
        if self.last_year is None:
            return f"từ {self.first_year}"
        one_year = self.first_year == self.last_year
        if self._has_whole_years:
            return f"năm {self.first_year}" if one_year else f"{self.first_year}–{self.last_year}"
        if one_year and self._part:
            return _PARTS[self._part][2].format(self.first_year)
        start, end = f"{self.first_month}/{self.first_year}", f"{self.last_month}/{self.last_year}"
        if start == end:
            return f"tháng {start}"
        if one_year:
            return f"tháng {self.first_month}–{end}"
        return f"từ tháng {start} đến tháng {end}"

    def iso(self) -> str:
        """Return the form that ``parse_span`` reads."""
        if self.last_year is None:
            return f"{self.first_year}-"
        one_year = self.first_year == self.last_year
        if self._has_whole_years:
            return str(self.first_year) if one_year else f"{self.first_year}-{self.last_year}"
        if one_year and self._part:
            return f"{self.first_year}-{self._part}"
        start = f"{self.first_year}-{self.first_month:02}"
        end = f"{self.last_year}-{self.last_month:02}"
        return start if start == end else f"{start}/{end}"

    def years(self, until: int | None = None) -> Iterator[int]:
        """Return every year that the span touches, none after ``until``; an open span needs it."""
        ends = [year for year in (self.last_year, until) if year is not None]
        if not ends:
            msg = f"open span without a last year: {self.iso()}"
            raise ValueError(msg)
        return iter(range(self.first_year, min(ends) + 1))

    def includes(self, year: int) -> bool:
        """Whether the span touches a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @property
    def start(self) -> tuple[int, int]:
        """The year and the month of its first day."""
        return (self.first_year, self.first_month)

    @property
    def end(self) -> tuple[int, int]:
        """The year and the month of its last day; of an open span, later than all others."""
        return _NEVER if self.last_year is None else (self.last_year, self.last_month)

    def within(self, other: "Span") -> "Span | None":
        """Return the part of it that lies within another; None where no part does."""
        (first_year, first_month), last = max(self.start, other.start), min(self.end, other.end)
        if (first_year, first_month) > last:
            return None
        last_year = None if last == _NEVER else last[0]
        return Span(first_year, last_year, first_month, last[1])

    @property
    def _has_whole_years(self) -> bool:
        return (self.first_month, self.last_month) == (1, _LAST_MONTH)

    @property
    def _part(self) -> str:
        return _PART_CODES.get((self.first_month, self.last_month), "")


@cache
def parse_span(text: str) -> Span | None:
    """Return the span of ``2023``, ``2022-2024``, ``2013-``, ``2023-Q3`` or ``2020-01/2020-08``.

    None for anything else, such as “năm học 2025-2026”, which the caller shows as written.
    """
    code = _DASH.sub("-", text.strip())
    try:
        if match := _YEARS.fullmatch(code):
            return _whole_years(match[1], match[2], is_open=code.endswith("-"))
        if match := _PART_OF_YEAR.fullmatch(code):
            first, last, _ = _PARTS[match[2]]
            return Span(int(match[1]), int(match[1]), first, last)
        if match := _MONTHS.fullmatch(code):
            year, month = int(match[1]), int(match[2])
            return Span(year, int(match[3] or year), month, int(match[4] or month))
    except ValueError:
        return None
    return None


def _whole_years(first: str, last: str | None, *, is_open: bool) -> Span:
    return Span(int(first), None if is_open else int(last or first))
