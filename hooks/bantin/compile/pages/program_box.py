"""The box of a programme on the page of an article: which of its conferences this one is."""

from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.compile.page import Link
from bantin.compile.record_links import program_link
from bantin.compile.related import REACH, Neighbours
from bantin.model import Article, Program
from bantin.model.conference import Stage, covers_of
from bantin.vietnamese.spans import Span


class ProgramBox(NamedTuple):
    """A programme as the page of an article shows it.

    Attributes:
        number: of this conference among those of the programme, from 1 for the earliest; 0 for
            one that was only announced, or whose place among the others is not certain.
        is_held: whether it is one of those that the programme counts.
        total: number of its conferences.
        previous: the conference before this one.
        following: the conference after it.
        covers: the time of the programme that this conference reviewed, in words.
    """

    link: Link
    code: str
    is_signed_here: bool
    number: int
    is_held: bool
    total: int
    previous: Link | None
    following: Link | None
    covers: str


def program_boxes(catalog: Catalog, order: Neighbours, article: Article) -> tuple[ProgramBox, ...]:
    """Return a box for each programme that an article names."""
    programs = (catalog.registries.programs.get(id_) for id_ in programs_of(article))
    return tuple(_box(catalog, order, article, program) for program in programs if program)


def _box(catalog: Catalog, order: Neighbours, article: Article, program: Program) -> ProgramBox:
    stories = catalog.by_program.get(program.id, ())
    position = order.position(catalog.by_program, program.id, article)
    is_held = catalog.stage_of(article) is Stage.HELD
    signs = article.front.conference.signs if article.front.conference else ()
    bounds, own = catalog.bounds_of, catalog.bounds_of(article)
    before = (s for s in stories[position : position + REACH + 1] if bounds(s).is_before(own))
    after = (
        s
        for s in reversed(stories[max(0, position - REACH) : position])
        if own.is_before(bounds(s))
    )
    principal = catalog.principals.get(article.path, article)
    return ProgramBox(
        link=program_link(program),
        code=program.code or "",
        is_signed_here=program.id in signs,
        number=order.numbers(program.id).get(principal.path, 0) if is_held else 0,
        is_held=is_held,
        total=len(stories),
        previous=_link(next(before, None)),
        following=_link(next(after, None)),
        covers=_covers(article, program),
    )


def _link(story: Article | None) -> Link | None:
    return Link(story.address, story.front.title) if story else None


def _covers(article: Article, program: Program) -> str:
    """Return the time under review where the article gives one for this programme alone."""
    meeting = article.front.conference
    if meeting is None or all(review.program != program.id for review in meeting.reviews):
        return ""
    written, period = covers_of(meeting, program.id), program.period
    if not isinstance(written, Span):
        return written or ""
    within = written.within(period) if period else written
    return within.label if within else ""
