"""When an article was published and last changed, as far as the content says so itself."""

from collections.abc import Iterable
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from bantin.model import Article
from bantin.vietnamese.dates import PartialDate

HOME_OFFSET = "+07:00"


def published_on(article: Article) -> date | None:
    """The day of publication; None where it is known less precisely."""
    return _day(article.front.date)


def changed_on(article: Article) -> date | None:
    """The latest day on which the content can have changed; None where no day is known.

    An item taken over changed here when it was collected, however old its source is.
    """
    front = article.front
    told = [front.date, front.updated, *(c.date for c in front.corrections)]
    if front.source:
        told.append(front.source.collected)
    return latest(map(_day, told))


def latest(days: Iterable[date | None]) -> date | None:
    """The latest of some days, the unknown left out."""
    return max((day for day in days if day), default=None)


def timestamp(day: date) -> str:
    """A day as RFC 3339 wants it: its first moment in Vietnam."""
    return f"{day.isoformat()}T00:00:00{HOME_OFFSET}"


def permanent_id(path: str) -> str:
    """An id that outlives the portal's domain, made of the path of a source."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'bantin:{path}')}"


def _day(told: PartialDate | None) -> date | None:
    return told.first if told and told.precision == "day" else None
