"""Rule: the date of an update, correction, collection or source may not lie in the future."""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.checking.field_problem import FieldProblem
from bantin.model import FrontMatter
from bantin.model.problem import FieldPath
from bantin.reading import Content
from bantin.runtime.clock import build_date
from bantin.vietnamese.dates import PartialDate


def check_future(content: Content, today: Day = Day.min) -> Iterator[FieldProblem]:
    """Yield a problem for each date of something done that is still to come.

    Args:
        content: as it was read.
        today: the day of a build for a later day; one for a day gone by knows what was done since.
    """
    last = max(today, build_date({}))
    for article in content.articles:
        for field, date in _done(article.front):
            if date and date.first and date.first > last:
                message = f"«{date.iso()}» chưa tới, mà đây là ngày của việc đã làm; hãy xem lại"
                yield FieldProblem(content.file_of(article), field, message)


def _done(front: FrontMatter) -> Iterator[tuple[FieldPath, PartialDate | None]]:
    yield ("updated",), front.updated
    for position, correction in enumerate(front.corrections):
        yield ("corrections", position, "date"), correction.date
    if front.source:
        yield ("source", "published"), front.source.published
        yield ("source", "collected"), front.source.collected
