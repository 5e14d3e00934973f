"""Advice: worth a look, never a reason to stop."""

from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.wording import letters


def advise(content: Content) -> Iterator[Fault]:
    """Yield the advice that reading gave on the wording of articles."""
    docs = content.docs.name
    for article in content.articles:
        path = f"{docs}/{article.path}"
        for field in ("title", "lead"):
            for message in letters(getattr(article.front, field) or ""):
                yield Fault(path, (field,), message, Severity.ADVICE)
        for message, line in article.advice:
            yield Fault(path, (), message, Severity.ADVICE, line)
