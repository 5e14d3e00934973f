"""The folder of an article, the year it belongs to, and its place among the others."""

from bantin.model import Article, FrontMatter
from bantin.model.sections import UNKNOWN_YEAR
from bantin.vietnamese.dates import PartialDate


def belonging_date(front: FrontMatter) -> PartialDate | None:
    """The date that files an article: of its conference, else of its publication."""
    held = front.conference.date if front.conference else None
    if held is not None:
        return held
    return front.date


def folder_of(front: FrontMatter) -> str:
    """The folder under ``tin/``: a year, or ``chua-ro-nam`` where none is known."""
    date = belonging_date(front)
    return str(date.year) if date and date.year else UNKNOWN_YEAR


def newest_first(article: Article) -> tuple[int, int, int, str]:
    """Sort key: latest first, then by path; what has no year comes last."""
    date = belonging_date(article.front)
    if date is None or date.year is None:
        return (0, 0, 0, article.path)
    return (-date.year, -(date.month or 0), -(date.day or 0), article.path)
