"""The year of a day that a text gives without one, from what the page says of its own day."""

from bantin.gazetteer.evidence import Confidence
from bantin.importing.cleaning.page_dates import TRUSTED, PageDate
from bantin.vietnamese.dates import PartialDate

_RECENT, _NEARLY, _OLD = 31, 60, 120
# How long after the event a stamp may be that tells its year, by how sure it is the article's.
_LIMITS = {"labelled": _OLD, "month": _OLD, "address": _OLD}


def infer_year(
    month: int, day: int, stamps: tuple[PageDate, ...]
) -> tuple[int, str, Confidence] | None:
    """Return the year of a day, why, and how sure; None where the stamps tell none or disagree."""
    trusted = sorted((s for s in stamps if s.kind in TRUSTED), key=lambda s: TRUSTED.index(s.kind))
    told = [
        found
        for s in trusted
        if (found := _year_before(month, day, s, _LIMITS.get(s.kind, _NEARLY)))
    ]
    near = [found for found in told if found[2] != "thấp"]
    if len({found[0] for found in near}) == 1:
        return near[0]
    if told:
        # Days that disagree: a page moved to another site carries that of the move too.
        return told[0] if len({found[0] for found in told}) == 1 else None
    for stamp in stamps:
        found = _year_before(month, day, stamp, limit=3) if stamp.kind == "clock" else None
        if found:
            return found[0], f"{found[1]}, có thể chỉ là ngày xem trang", "thấp"
    return None


def _year_before(
    month: int, day: int, stamp: PageDate, limit: int
) -> tuple[int, str, Confidence] | None:
    """Return the year that puts the event shortly before a stamp."""
    last, first, year = stamp.date.last, stamp.date.first, stamp.date.year
    if last is None or first is None or year is None or stamp.date.precision == "year":
        return None
    for candidate in (year, year - 1):
        try:
            held = PartialDate(candidate, month, day).first
        except ValueError:
            continue
        if held and held <= last and (first - held).days <= limit:
            is_near = (first - held).days <= _RECENT
            return candidate, f"«{stamp.evidence[:50]}»", "vừa" if is_near else "thấp"
    return None


def is_shortly_before(year: int | None, month: int, day: int, stamps: tuple[PageDate, ...]) -> bool:
    """Whether a day lies right before one on which the page was published."""
    told = [
        _year_before(month, day, stamp, _RECENT)
        for stamp in stamps
        if stamp.kind in TRUSTED and stamp.date.precision == "day"
    ]
    return any(found and year in (None, found[0]) for found in told)
