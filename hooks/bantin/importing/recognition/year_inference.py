"""The year of a day that a text gives without one, from the dates that the page gives of itself.

Articles appear shortly after the event: with “Sáng 12/11, …” on a page of 20 November 2021 the
year is 2021; with “Ngày 25/12” on a page of 5 January 2022 it is 2021 too.
"""

from typing import NamedTuple

from bantin.gazetteer.evidence import Confidence, Finding
from bantin.importing.cleaning.page_dates import TRUSTED, PageDate
from bantin.model.article import MeetingType
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span

# Days between event and publication.
_RECENT, _USUAL, _LONG = 31, 60, 120
_OF_CLOCK = 3
# Last month in which the whole year before is reviewed.
_REVIEWED_UNTIL, _DECEMBER = 4, 12
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


def with_year_of_review(
    date: Finding[PartialDate] | None,
    types: list[Finding[MeetingType]],
    covers: Finding[Span | str] | None,
    periods: list[Finding[Span]],
) -> Finding[PartialDate] | None:
    """Return a day without a year with that in which the time it reviews ends, or begins.

    A year is reviewed at its end or at the beginning of the next, a period is signed when it
    begins: «thấp» is as sure as this can be.

    Args:
        date: of the event.
        types: of the meeting.
        covers: the time that it reviews.
        periods: of the programmes that the article names.
    """
    if date is None or date.value.year or not date.value.month:
        return date
    reviewed = covers.value if covers and isinstance(covers.value, Span) else None
    kinds = {finding.value for finding in types}
    if reviewed is None and periods and "ky-ket" not in kinds and kinds & {"tong-ket"}:
        reviewed = periods[0].value
    signed = max((one.value for one in periods), key=lambda p: p.first_year, default=None)
    if reviewed and reviewed.last_year:
        is_next = date.value.month <= _REVIEWED_UNTIL and reviewed.last_month == _DECEMBER
        year, words = reviewed.last_year + is_next, f"thời gian được xem xét, {reviewed.label}"
    elif signed and "ky-ket" in kinds:
        is_before = date.value.month == _DECEMBER
        year, words = signed.first_year - is_before, f"giai đoạn được ký, {signed.label}"
    else:
        return date
    try:
        found = PartialDate(year, date.value.month, date.value.day)
    except ValueError:
        return date
    return Finding(found, f"{date.evidence[:70]}… (năm suy từ {words})", "thấp")
