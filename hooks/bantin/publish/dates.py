"""Days on which an article was published and changed, and ids that last as long as it."""

from collections.abc import Iterable
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from bantin.model import Article
from bantin.vietnamese.dates import PartialDate

HOME_OFFSET = "+07:00"


def published_on(article: Article) -> date | None:
    """The day of publication; None where only a month or a year is known."""
    return _day(article.front.date)


def changed_on(article: Article) -> date | None:
    """The latest day on which the content can have changed; None where no day is known.

    An article taken over from elsewhere is new here on the day it was collected, however old its
    source is.
    """
    front = article.front
    dates = [front.date, front.updated, *(c.date for c in front.corrections)]
    if front.source:
        dates.append(front.source.collected)
    return latest(map(_day, dates))


def latest(days: Iterable[date | None]) -> date | None:
    """The latest of some days; None where all are unknown."""
    return max((day for day in days if day), default=None)


def timestamp(day: date) -> str:
    """The first second of a day in Vietnam, as RFC 3339."""
    return f"{day.isoformat()}T00:00:00{HOME_OFFSET}"


def permanent_id(path: str) -> str:
    """An id for feeds and metadata, made from a path: the same after the site has moved.

    Readers' programs know an entry by its id: with the address as id, a site that moves to another
    domain would show all of its news as new.
    """
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'bantin:{path}')}"


def _day(partial: PartialDate | None) -> date | None:
    return partial.first if partial and partial.precision == "day" else None
