"""Advice: worth a look, never a reason to stop."""

import re
from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.model import Article, Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.frontmatter import split
from bantin.vietnamese.dates import in_words, parse_date

WEEKDAY = re.compile(
    r"\b(thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b[ ,(]*(?:ngày )?"
    r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})",
    re.IGNORECASE,
)
LOOSE_NUMBER = re.compile(
    r"\b\d{1,4}(?:/\d{4})?\s*[-/]\s*[A-ZĐ]{2,}\s*-\s+[A-ZĐ]\w*|\b\d{1,4}-[A-ZĐ]{2}/\s+[A-Z]{2}"
)
EYE_LIKE = re.compile("[ÐðƉ]")


def advise(content: Content) -> Iterator[Fault]:
    """Yield advice on the wording of bodies."""
    for article in content.articles:
        path = f"{content.docs.name}/{article.path}"
        source = split(path, (content.docs / article.path).read_bytes())
        if not isinstance(source, Problem):
            yield from _advise_text(path, article, source.body)


def _advise_text(path: str, article: Article, body: str) -> Iterator[Fault]:
    for match in WEEKDAY.finditer(body):
        day, month, year = (int(part) for part in match.groups()[1:])
        right = _weekday(year, month, day)
        if right and right.lower() != match[1].lower():
            yield _advice(
                path, article, body, match.start(), f"ngày {day}/{month}/{year} là {right}"
            )
    for match in LOOSE_NUMBER.finditer(body):
        message = f"số văn bản «{match[0]}» thừa dấu cách"
        yield _advice(path, article, body, match.start(), message)
    for match in EYE_LIKE.finditer(body):
        message = f"«{match[0]}» chỉ giống chữ Đ; hãy gõ lại chữ đ tiếng Việt"
        yield _advice(path, article, body, match.start(), message)


def _weekday(year: int, month: int, day: int) -> str:
    try:
        return in_words(parse_date(f"{year}-{month:02}-{day:02}")).partition(",")[0]
    except ValueError:
        return ""


def _advice(path: str, article: Article, body: str, offset: int, message: str) -> Fault:
    line = article.body_line + body.count("\n", 0, offset)
    return Fault(path, (), message, Severity.ADVICE, line)
