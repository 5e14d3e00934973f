"""One article file read: bytes in, an Article or its Problems out."""

from functools import cache
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from bantin.markdown.sections import links, outcome_of, sections
from bantin.model import Article, FrontMatter, Problem
from bantin.reading.frontmatter import split_article
from bantin.reading.messages import problems_of
from bantin.reading.wording import advise
from bantin.runtime.fingerprint import digest


def read_article(path: str, data: bytes, shown_as: str = "") -> Article | list[Problem]:
    """Return the article in a file, or every Problem of its front matter.

    Args:
        path: from ``docs/``, such as ``tin/2024/ten-bai.md``.
        data: the bytes of the file.
        shown_as: the path that messages name; ``docs/`` + ``path`` if not given.
    """
    shown = shown_as or f"docs/{path}"
    source = split_article(shown, data)
    if isinstance(source, Problem):
        return [source]
    try:
        front = _adapter().validate_python(source.fields)
    except ValidationError as error:
        return problems_of(shown, error.errors(include_url=False), source.locations, FrontMatter)
    parts = sections(source.body)
    outcome, headings = outcome_of(parts), tuple(part.heading for part in parts if part.level)
    return Article(
        path=path,
        front=front,
        digest=sha256(data).hexdigest(),
        outcome=outcome,
        headings=headings,
        links=tuple((target, source.body_line + line) for target, line in links(source.body)),
        body_line=source.body_line,
        advice=tuple(advise(source.body, source.body_line)),
        shown_digest=digest(source.head, outcome.results, outcome.limits, outcome.tasks, *headings),
    )


@cache
def _adapter() -> TypeAdapter[FrontMatter]:
    return TypeAdapter(FrontMatter)
