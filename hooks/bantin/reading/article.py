"""Reads one article file: bytes in, an Article or its Problems out."""

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from bantin.markdown import ParsedBody, examine, with_anchors
from bantin.markdown.outcome import outcome_of, uncounted_headings
from bantin.markdown.tasks import contents_among
from bantin.model import Article, FrontMatter, Problem
from bantin.model.destinations import is_inside
from bantin.model.tasks.ids import name_tasks, nearest_sentence
from bantin.model.tasks.record import Task
from bantin.reading.frontmatter import split_article
from bantin.reading.messages import problems_of
from bantin.reading.text_advice import advise
from bantin.runtime.fingerprint import digest


def read_article(
    path: str,
    data: bytes,
    shown_as: str = "",
    keep: Callable[[str, ParsedBody], None] | None = None,
) -> Article | list[Problem]:
    """Return the article in a file, or every Problem of its front matter.

    Args:
        path: from ``docs/``, such as ``tin/2024/ten-bai.md``.
        data: the bytes of the file.
        shown_as: the path in messages; ``docs/`` + ``path`` if not given.
        keep: is given the path and the body of an article, for later steps.
    """
    shown = shown_as or f"docs/{path}"
    raw = split_article(shown, data)
    if isinstance(raw, Problem):
        return [raw]
    try:
        front = _adapter().validate_python(raw.fields)
    except ValidationError as error:
        return problems_of(shown, error.errors(include_url=False), raw.locations, FrontMatter)
    body, faults = examine(raw.body, raw.body_line)
    tasks = _tasks(body, front)
    if keep:
        keep(path, with_anchors(body, [task.id for task in tasks]))
    outcome = outcome_of(body.sections)
    advice = advise(body.plain_lines(raw.body_line), raw.body_line)
    doubts = ((one.message, one.line, one.column) for one in faults if one.is_advice)
    contents = contents_among(body.tasks) if front.conference else ()
    uncounted = uncounted_headings(body.headings) if front.conference else ()
    return Article(
        path=path,
        front=front,
        digest=sha256(data).hexdigest(),
        outcome=outcome,
        headings=body.headings,
        links=tuple(link for link in body.links if is_inside(link.target)),
        body_line=raw.body_line,
        faults=tuple((one.message, one.line, one.column) for one in faults if not one.is_advice),
        advice=(*((message, line, 1) for message, line in advice), *doubts, *uncounted, *contents),
        shown_digest=digest(raw.head, repr(outcome), *[f"{task.id} {task.text}" for task in tasks]),
        tasks=tasks,
        misquotes=tuple(_misquotes(body, front)),
    )


def _tasks(body: ParsedBody, front: FrontMatter) -> tuple[Task, ...]:
    """Return the tasks of a body with what the front matter says of them."""
    if not body.tasks:
        return ()
    named = name_tasks([task.text for task in body.tasks], front.tasks)
    return tuple(
        Task(id_, task.text, task.line, note.owners, note.due, note.begins is not None)
        if note
        else Task(id_, task.text, task.line)
        for task, id_, note in zip(body.tasks, named.ids, named.notes, strict=True)
    )


def _misquotes(body: ParsedBody, front: FrontMatter) -> Iterator[tuple[int, str]]:
    """Yield each follow-up whose sentence is not in the body, with the sentence most like it."""
    if not front.follows:
        return
    texts = [text for section in body.sections for text in section.paragraphs]
    for position, one in enumerate(front.follows):
        near = nearest_sentence(one.quote, texts) if one.quote else None
        if near is not None:
            yield position, near


@cache
def _adapter() -> TypeAdapter[FrontMatter]:
    return TypeAdapter(FrontMatter)
