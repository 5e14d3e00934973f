"""The year of a day that a text gives without one, from the dates that the page gives of itself.

Articles appear shortly after the event: with “Sáng 12/11, …” on a page of 20 November 2021 the
year is 2021; with “Ngày 25/12” on a page of 5 January 2022 it is 2021 too.
"""

from typing import NamedTuple

from bantin.gazetteer.evidence import Confidence
from bantin.importing.cleaning.page_dates import TRUSTED, PageDate
from bantin.vietnamese.dates import PartialDate

# Days between event and publication.
_RECENT, _USUAL, _LONG = 31, 60, 120
_OF_CLOCK = 3
# How long they may be for a page date that is surely of this article; for others ``_USUAL``.
_LIMITS = {"labelled": _LONG, "month": _LONG, "address": _LONG}


class InferredYear(NamedTuple):
    """A year, the words it was inferred from, and how sure it is."""

    year: int
    evidence: str
    confidence: Confidence


def infer_year(month: int, day: int, dates: tuple[PageDate, ...]) -> InferredYear | None:
    """Return the year of a day; None where the page dates give none or disagree.

    Args:
        month: of the event.
        day: of the event.
        dates: what the page says of its own day.
    """
    trusted = sorted((d for d in dates if d.kind in TRUSTED), key=lambda d: TRUSTED.index(d.kind))
    inferred = [
        year
        for date in trusted
        if (year := _year_before(month, day, date, _LIMITS.get(date.kind, _USUAL)))
    ]
    recent = [year for year in inferred if year.confidence != "thấp"]
    if len({year.year for year in recent}) == 1:
        return recent[0]
    if inferred:
        # Dates that disagree: a page moved to another site has the date of the move as well.
        return inferred[0] if len({year.year for year in inferred}) == 1 else None
    for date in dates:
        year = _year_before(month, day, date, _OF_CLOCK) if date.kind == "clock" else None
        if year:
            evidence = f"{year.evidence}, có thể chỉ là ngày xem trang"
            return InferredYear(year.year, evidence, "thấp")
    return None


def _year_before(month: int, day: int, date: PageDate, limit: int) -> InferredYear | None:
    """Return the year in which a day comes at most ``limit`` days before a page date."""
    last, first, year = date.date.last, date.date.first, date.date.year
    if last is None or first is None or year is None or date.date.precision == "year":
        return None
    for candidate in (year, year - 1):
        try:
            event = PartialDate(candidate, month, day).first
        except ValueError:  # 29 February
            continue
        if event and event <= last and (first - event).days <= limit:
            is_recent = (first - event).days <= _RECENT
            evidence = f"«{date.evidence[:50]}»"
            return InferredYear(candidate, evidence, "vừa" if is_recent else "thấp")
    return None


def is_shortly_before(year: int | None, month: int, day: int, dates: tuple[PageDate, ...]) -> bool:
    """Whether a day, of any year if none is given, is shortly before a day of publication."""
    inferred = [
        _year_before(month, day, date, _RECENT)
        for date in dates
        if date.kind in TRUSTED and date.date.precision == "day"
    ]
    return any(before and year in (None, before.year) for before in inferred)
