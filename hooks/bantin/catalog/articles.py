"""What is asked of one article: its year and folder, its order, who may see it."""

from datetime import date

from bantin.model import Article, FrontMatter
from bantin.model.sections import UNKNOWN_YEAR
from bantin.vietnamese.dates import PartialDate


def belonging_date(front: FrontMatter) -> PartialDate | None:
    """Return the date that decides on folder and order: of the conference, else of publication."""
    held = front.conference.date if front.conference else None
    return front.date if held is None else held


def planned_date(front: FrontMatter) -> PartialDate | None:
    """Return the day for which a conference is announced: never that of the announcement."""
    return front.conference.date if front.conference else None


def folder_of(front: FrontMatter) -> str:
    """Return the folder below ``tin/``: a year, or ``chua-ro-nam`` where no date has one."""
    day = belonging_date(front)
    return str(day.year) if day and day.year else UNKNOWN_YEAR


def newest_first(article: Article) -> tuple[int, int, int, str]:
    """Sort key by the article's own words alone; the catalogue knows more: its ``order_of``."""
    day = belonging_date(article.front)
    if day is None or day.year is None:
        return (0, 0, 0, article.path)
    return (-day.year, -(day.month or 0), -(day.day or 0), article.path)


def is_visible(article: Article, today: date) -> bool:
    """Whether an article may be seen: not a draft, and not dated after ``today``."""
    if article.front.is_draft:
        return False
    published = article.front.date.first if article.front.date else None
    return published is None or published <= today


def programs_of(article: Article) -> tuple[str, ...]:
    """Return the ids of the programmes that an article reports on, those signed there included."""
    front = article.front
    signed = front.conference.signs if front.conference else ()
    if not signed and len(front.programs) < 2:  # noqa: PLR2004 - no id can be there twice
        return front.programs
    return tuple(dict.fromkeys((*front.programs, *(s for s in signed if not s.isdigit()))))
