"""The year an article belongs to: its folder, and its order among the others."""

from bantin.model import Article, FrontMatter
from bantin.model.sections import UNKNOWN_YEAR
from bantin.vietnamese.dates import PartialDate


def belonging_date(front: FrontMatter) -> PartialDate | None:
    """Return the date that decides on folder and order: of the conference, else of publication."""
    held = front.conference.date if front.conference else None
    return front.date if held is None else held


def folder_of(front: FrontMatter) -> str:
    """Return the folder below ``tin/``: a year, or ``chua-ro-nam`` where no date has one."""
    date = belonging_date(front)
    return str(date.year) if date and date.year else UNKNOWN_YEAR


def newest_first(article: Article) -> tuple[int, int, int, str]:
    """Sort key: the latest first, then by path; articles without a year come last."""
    date = belonging_date(article.front)
    if date is None or date.year is None:
        return (0, 0, 0, article.path)
    return (-date.year, -(date.month or 0), -(date.day or 0), article.path)
