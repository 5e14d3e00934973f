"""The day on which an article was published, by the dates that its page prints of itself."""

from bantin.gazetteer.evidence import Confidence, Finding
from bantin.importing.cleaning.page_dates import TRUSTED, PageDate
from bantin.vietnamese.dates import PartialDate

# News of a conference appears within days. A later stamp may be the clock of the reader's visit.
_USUAL_DAYS = 60
_FIRST_YEAR = 1990  # no site is older
_SURE = ("labelled", "timed")


def find_published(
    dates: tuple[PageDate, ...], event: Finding[PartialDate] | None
) -> Finding[PartialDate] | None:
    """Return the most trusted date of a page that does not lie before the event.

    Dates within two months after the event come first. Of two of one kind the later printed counts:
    the clock of a portal stands above the title. It is sure only if no other stamp disagrees.

    Args:
        dates: those of the page, in the order in which it prints them.
        event: the day of the event.
    """
    day = event.value.first if event else None
    possible = [one for one in dates if one.kind in TRUSTED and _is_possible(one, event)]
    near = [one for one in possible if day and _days_behind(one, event) <= _USUAL_DAYS]
    candidates = near or possible
    if not candidates:
        return None
    best = min(candidates, key=lambda one: TRUSTED.index(one.kind))
    of_kind = [one for one in candidates if one.kind == best.kind]
    chosen = of_kind[-1]
    stamps = {one.date for one in candidates if one.kind in _SURE}
    is_far = bool(day) and not near
    confidence: Confidence = "cao" if chosen.kind in _SURE and len(stamps) == 1 else "vừa"
    return Finding(chosen.date, chosen.evidence, "thấp" if is_far else confidence)


def _is_possible(page_date: PageDate, event: Finding[PartialDate] | None) -> bool:
    day, last = event.value.first if event else None, page_date.date.last
    is_old = (page_date.date.year or _FIRST_YEAR) < _FIRST_YEAR
    return not is_old and not (day and last and last < day)


def _days_behind(page_date: PageDate, event: Finding[PartialDate] | None) -> int:
    day, first = event.value.first if event else None, page_date.date.first
    return (first - day).days if day and first else 0
