"""Days on which an article was published and changed."""

from collections.abc import Iterable
from datetime import date

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


def _day(partial: PartialDate | None) -> date | None:
    return partial.first if partial and partial.precision == "day" else None
