"""Published articles that lead to articles which readers do not see."""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.checking.field_problem import FieldProblem
from bantin.checking.hidden import ONLY_TEXT, hidden_reason
from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.model.fields import quote
from bantin.model.problem import Severity
from bantin.reading import Content

PRINCIPAL_HIDDEN = "{}; bài đăng sớm nhất trong các bài còn lại được coi là bài chính"


def check_hidden(content: Content, today: Day | None) -> Iterator[FieldProblem]:
    """Yield advice on ``same_event_as`` and links that lead to what is not seen.

    Args:
        content: as it was read.
        today: without it a later day of publication is not looked at.
    """
    by_path = {article.path: article for article in content.articles}
    for article in content.articles:
        if article.front.status != "published":
            continue
        day = _first_day(article, today)
        path = content.file_of(article)
        principal = by_path.get(article.front.same_event_as or "")
        if reason := hidden_reason(principal, day) if principal else "":
            message = PRINCIPAL_HIDDEN.format(reason)
            yield FieldProblem(path, ("same_event_as",), message, Severity.ADVICE)
        for link in article.links:
            other = by_path.get(file_of(article.path, link.target))
            if reason := hidden_reason(other, day) if other else "":
                message = ONLY_TEXT.format(quote(link.target), reason)
                yield FieldProblem(path, (), message, Severity.ADVICE, link.line, link.column)


def _first_day(article: Article, today: Day | None) -> Day | None:
    """Return the first day, from today on, on which an article is seen."""
    date = article.front.date
    return max(today, date.first) if today and date and date.first else today
