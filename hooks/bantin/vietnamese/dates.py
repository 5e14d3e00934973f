"""Dates as precise as the sources give them: in ISO form, in words and in figures."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a parameter
from functools import cache
from typing import Literal

from bantin.runtime.pickling import fast_pickle

Precision = Literal["year", "month", "day", "month-day"]

# “2024”, “2024-04”, “2024-04-25”; and “--11-28” (ISO 8601:2000) for a day whose year is unknown.
_WITH_YEAR = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_WITHOUT_YEAR = re.compile(r"--(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_LEAP_YEAR = 2000  # so that “--02-29” is a real day


@fast_pickle
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month, a year, or a day whose year no source gives.

    Raises:
        ValueError: parts that make no date (a day without a month), or a day that does not exist.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        has_day = self.month is not None and self.day is not None
        if (self.year is None or self.day is not None) and not has_day:
            msg = f"incomplete date: {self.iso()}"
            raise ValueError(msg)
        parts = zip((self.year, self.month, self.day), (_LEAP_YEAR, 1, 1), strict=True)
        Day(*(default if part is None else part for part, default in parts))  # ValueError if unreal

    @classmethod
    def of(cls, day: Day) -> "PartialDate":
        """Return a calendar day as a date known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.year is None:
            return "month-day"
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> Day | None:
        """The earliest day it can be; None when the year is unknown."""
        return None if self.year is None else Day(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day | None:
        """The latest day it can be; None when the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return Day(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def order(self) -> tuple[int, int, int]:
        """Sort key: a year before its months, a date without a year before all others."""
        return (self.year or 0, self.month or 0, self.day or 0)

    def is_after(self, other: "PartialDate") -> bool:
        """Whether it is certainly after another date, even if parts of either are unknown."""
        if self.order <= other.order or self.first is None or other.last is None:
            return False
        return self.first > other.last

    def iso(self) -> str:
        """Return ``2024-04-25``, ``2024-04``, ``2024`` or ``--11-28``."""
        year = "-" if self.year is None else f"{self.year:04}"
        month = "" if self.month is None else f"-{self.month:02}"
        return year + month if self.day is None else f"{year}{month}-{self.day:02}"


@cache
def parse_date(text: str) -> PartialDate:
    """Return the date that an ISO form gives.

    Raises:
        ValueError: not a date in ISO form, or a day that does not exist; the message has the text.
    """
    match = _WITH_YEAR.fullmatch(text) or _WITHOUT_YEAR.fullmatch(text)
    if not match:
        msg = f"not a date: {text!r}"
        raise ValueError(msg)
    parts = {name: int(part) for name, part in match.groupdict().items() if part is not None}
    try:
        return PartialDate(parts.get("year"), parts.get("month"), parts.get("day"))
    except ValueError as error:
        msg = f"no such day: {text!r}"
        raise ValueError(msg) from error


@cache  # many articles are dated on the same few days
def in_words(date: PartialDate | Day, *, weekday: bool = True) -> str:
    """Return ``Thứ Năm, ngày 25 tháng 4 năm 2024``, or the part of it that is known."""
    partial = PartialDate.of(date) if isinstance(date, Day) else date
    if partial.precision == "month-day":
        return f"ngày {partial.day} tháng {partial.month} (không rõ năm)"
    parts = (("ngày", partial.day), ("tháng", partial.month), ("năm", partial.year))
    words = " ".join(f"{unit} {part}" for unit, part in parts if part is not None)
    if weekday and partial.first and partial.day is not None:
        return f"{_weekdays()[partial.first.weekday()]}, {words}"
    return words


@cache
def _weekdays() -> Mapping[int, str]:
    """Return the Vietnamese names of the days of the week; Monday is 0."""
    from babel.dates import get_day_names  # noqa: PLC0415 - only what shows dates needs them

    return get_day_names("wide", locale="vi")


@cache
def in_figures(date: PartialDate | Day) -> str:
    """Return ``25/4/2024``, ``4/2024``, ``2024`` or ``28/11``."""
    partial = PartialDate.of(date) if isinstance(date, Day) else date
    parts = (partial.day, partial.month, partial.year)
    return "/".join([str(part) for part in parts if part is not None])
