"""What is wrong with an article as it stands in a form, by field."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bantin.checking import check_article
from bantin.checking.language.agency_advice import AgencyAdviser
from bantin.model import Article, Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.article import read_article

BODY = "body"


class Finding(NamedTuple):
    """One sentence for the editor.

    Attributes:
        field: path of the field, such as ``conference.date``; ``body`` for the text.
        message: the sentence.
        line: of the body, from 1; 0 where it is about no single line.
        stops: whether the article cannot be published with it.
    """

    field: str
    message: str
    line: int = 0
    stops: bool = True


class Judged(NamedTuple):
    """An article as it was read, None where it cannot be; and what was found."""

    article: Article | None
    findings: tuple[Finding, ...]


def judge(
    content: Content, path: str, text: str, today: date, adviser: AgencyAdviser | None = None
) -> Judged:
    """Return what ``bantin check`` would say of an article with another text.

    Args:
        content: the archive.
        path: of the article, from ``docs/``.
        text: of its file.
        today: the day, on which conferences are to come or held.
        adviser: gives advice on the names of agencies; without one there is none.
    """
    article = read_article(path, text.encode())
    if not isinstance(article, Article):
        return Judged(None, tuple(map(_of_problem, article)))
    found = [*_of_rules(content, article, today)]
    if adviser:
        body = text.split("\n", article.body_line - 1)[-1]
        found += [
            _finding(field, message, line, article, stops=False)
            for field, line, message in adviser.advise(article, body)
        ]
    return Judged(article, tuple(sorted(found, key=lambda one: (not one.stops, one.line))))


def _of_rules(content: Content, article: Article, today: date) -> Iterator[Finding]:
    for one in check_article(content, article, today):
        stops = one.severity is Severity.PROBLEM
        yield _finding(one.field_name, one.message, one.line, article, stops=stops)


def _finding(field: str, message: str, line: int, article: Article, *, stops: bool) -> Finding:
    in_body = max(0, line - article.body_line + 1) if line else 0
    return Finding(field or BODY, message, in_body, stops)


def _of_problem(problem: Problem) -> Finding:
    """Return a problem of form; one without a field is about the whole."""
    return Finding(problem.field or BODY, problem.message, 0, problem.severity is Severity.PROBLEM)
