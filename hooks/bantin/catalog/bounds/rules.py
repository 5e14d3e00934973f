"""Bounds of conferences whose day no source gives: worked out here and nowhere else.

What a record says of its own days is certain: a body that ended in February did not meet in March.
Rules of thumb give way to what is certain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.catalog.bounds.programs import program_grounds
from bantin.catalog.bounds.records import announcement_grounds, record_grounds, report_grounds
from bantin.catalog.documents import DocumentIndex
from bantin.catalog.events import Events
from bantin.model import Article, Registries
from bantin.model.conference import is_announcement
from bantin.vietnamese.bounds import Bounds, Ground, bounds_of_date, not_after, not_before
from bantin.vietnamese.dates import PartialDate, in_words

DATE = "conference.date"
# This many years in a row always include a 29 February.
LEAP_YEARS = 9


def all_bounds(
    articles: Iterable[Article], events: Events, registries: Registries, documents: DocumentIndex
) -> Mapping[str, Bounds]:
    """Return the bounds of the conference that each article reports, by path.

    Plain news has the day of its publication; a report whose own day is unknown, that of its
    conference.
    """
    rules = BoundsRules(registries, documents)
    found: dict[str, Bounds] = {}
    for article in articles:
        principal = events.principals.get(article.path, article)
        own = article.front.conference.date if article.front.conference else None
        if own and own.precision == "day":
            found[article.path] = bounds_of_date(own)
            continue
        if principal.path not in found:
            reports, early = (
                kind.get(principal.path, ()) for kind in (events.reports, events.announcements)
            )
            found[principal.path] = rules.of((principal, *reports), early)
        found.setdefault(article.path, found[principal.path])
    return found


class BoundsRules:
    """Works out the bounds of conferences from the records that they name."""

    def __init__(self, registries: Registries, documents: DocumentIndex) -> None:
        self._registries, self._documents = registries, documents

    def of(self, reports: Sequence[Article], announcements: Iterable[Article] = ()) -> Bounds:
        """Return the bounds of one conference, given its articles, the principal one first."""
        front = reports[0].front
        if front.conference is None:
            return bounds_of_date(front.date)
        date = front.conference.date
        if date and date.precision == "day":
            return bounds_of_date(date)
        grounds = (*self.grounds(reports), *_of_announcements(announcements))
        # Where the source gives a year, rules of thumb are not applied.
        is_year_known = date is not None and date.year is not None
        return bounded(date, [one for one in grounds if one.is_certain or not is_year_known])

    def grounds(self, reports: Sequence[Article]) -> Iterable[Ground]:
        """Yield the grounds from records and from reports of a conference."""
        yield from record_grounds(reports, self._registries, self._documents)
        yield from program_grounds(reports, self._registries)
        for article in reports:
            is_early = is_announcement(article.front)
            yield from (announcement_grounds if is_early else report_grounds)(article)


def _of_announcements(announcements: Iterable[Article]) -> Iterable[Ground]:
    return (ground for article in announcements for ground in announcement_grounds(article))


def bounded(date: PartialDate | None, grounds: Sequence[Ground]) -> Bounds:
    """Return the bounds that grounds give a date; where they contradict, those of the certain."""
    found = _bounds(date, grounds)
    if found.conflict is None:
        return found
    certain = _bounds(date, [ground for ground in grounds if ground.is_certain])
    if certain.conflict is None:
        return Bounds(certain.earliest, certain.latest, certain.grounds, found.conflict)
    alone = bounds_of_date(date)
    return Bounds(alone.earliest, alone.latest, (), certain.conflict)


def _bounds(date: PartialDate | None, grounds: Sequence[Ground]) -> Bounds:
    given = list(_of_date(date)) if date else []
    starts = [g for g in (*given, *grounds) if g.is_start]
    ends = [g for g in (*given, *grounds) if not g.is_start]
    first = max(starts, key=lambda g: (g.day, g.is_certain), default=None)
    last = min(ends, key=lambda g: (g.day, not g.is_certain), default=None)
    earliest, latest = first.day if first else None, last.day if last else None
    if date and date.year is None:
        earliest, latest = _on_day(date, earliest, latest)
    if first and last and earliest and latest and earliest > latest:
        return Bounds(conflict=(first, last))
    binding = (ground for ground in (first, last) if ground and ground not in given)
    return Bounds(earliest, latest, tuple(binding))


def _of_date(date: PartialDate) -> Iterator[Ground]:
    """Yield the grounds that a date known to the month or year gives by itself."""
    if date.first and date.last:
        words = f"nguồn ghi {in_words(date)}"
        yield not_before(date.first, DATE, words)
        yield not_after(date.last, DATE, words)


def _on_day(
    date: PartialDate, earliest: Day | None, latest: Day | None
) -> tuple[Day | None, Day | None]:
    """Return the bounds of a day without its year: the first and the last such day within them."""
    first = last = None
    if earliest:
        later = (_in_year(date, earliest.year + more) for more in range(LEAP_YEARS))
        first = next((day for day in later if day and day >= earliest), None)
    if latest:
        before = (_in_year(date, latest.year - less) for less in range(LEAP_YEARS))
        last = next((day for day in before if day and day <= latest), None)
    return first, last


def _in_year(date: PartialDate, year: int) -> Day | None:
    try:
        return Day(year, date.month or 1, date.day or 1)
    except ValueError:
        return None  # 29 February in a year without it
