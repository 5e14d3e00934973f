"""The time of conferences: what tells their day against itself, and what they reviewed."""

from collections.abc import Iterator

from bantin.catalog.bounds import DATE, BoundsRules
from bantin.catalog.documents import DocumentIndex
from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, Registries, Review
from bantin.model.conference import is_announcement
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.vietnamese.bounds import Bounds, Ground
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span

REVIEWS = ("conference", "reviews")


def check_bounds(content: Content) -> Iterator[FieldProblem]:
    """Yield contradictions between what tells the day of a conference, and years that follow."""
    registries = content.registries
    rules = BoundsRules(registries, DocumentIndex(registries.documents))
    for article in content.articles:
        meeting = article.front.conference
        # A further report may leave out what its principal article says.
        if meeting is None or article.front.same_event_as or is_announcement(article.front):
            continue
        if meeting.date and meeting.date.precision == "day":
            continue
        path, bounds = content.file_of(article), rules.of((article,))
        if bounds.conflict:
            yield from _contradiction(path, article, bounds.conflict)
        elif bounds.year and not (meeting.date and meeting.date.year):
            message = _year(meeting.date, bounds)
            yield FieldProblem(path, _field(article), message, Severity.ADVICE)


def _contradiction(
    path: str, article: Article, grounds: tuple[Ground, Ground]
) -> Iterator[FieldProblem]:
    if (
        article.front.conference
        and article.front.conference.date
        and article.front.conference.date.year
    ):
        return  # told by ``references``
    first, last = grounds
    message = (
        f"không ngày nào hợp với cả hai căn cứ: {first.told}; {last.told}; hãy xem lại hai điều"
        " ấy, hoặc ghi ngày họp"
    )
    is_certain = all(ground.is_certain for ground in grounds)
    severity = Severity.PROBLEM if is_certain else Severity.ADVICE
    yield FieldProblem(path, _field(article), message, severity)


def _year(date: PartialDate | None, bounds: Bounds) -> str:
    year = str(bounds.year)
    written = f"{year}-{date.month:02}-{date.day:02}" if date else year
    grounds = "; ".join(dict.fromkeys(ground.told for ground in bounds.grounds))
    return (
        f"hội nghị họp trong năm {year}, căn cứ: {grounds}; hãy ghi «date: {written}», và chép"
        f" căn cứ vào «inferred», khóa «{DATE}»"
    )


def _field(article: Article) -> tuple[str, ...]:
    meeting = article.front.conference
    return ("conference", "date") if meeting and meeting.date else ("conference",)


def check_reviews(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of ``reviews``: programmes not reviewed there, or outside their period."""
    for article in content.articles:
        meeting, seen = article.front.conference, set[str]()
        for position, review in enumerate(meeting.reviews if meeting else ()):
            path = (*REVIEWS, position)
            if review.program not in content.registries.programs:
                continue  # told by ``references``
            if message := _wrong_program(article, review.program, seen):
                yield FieldProblem(content.file_of(article), (*path, "program"), message)
            elif message := _outside(review, content.registries):
                yield FieldProblem(content.file_of(article), (*path, "covers"), message)
            seen.add(review.program)


def _wrong_program(article: Article, id_: str, seen: set[str]) -> str:
    meeting = article.front.conference
    if id_ in seen:
        return f"chương trình «{id_}» đã có thời gian được xem xét ở trên; chỉ giữ một"
    if id_ not in article.front.programs:
        return f"chương trình «{id_}» chưa có trong «programs»; hãy ghi thêm ở đó"
    if meeting and id_ in meeting.signs:
        return f"chương trình «{id_}» ký tại hội nghị này («signs») nên chưa có gì để xem xét"
    return ""


def _outside(review: Review, registries: Registries) -> str:
    program = registries.programs.get(review.program)
    if not (program and program.period and isinstance(review.covers, Span)):
        return ""
    if review.covers.within(program.period):
        return ""
    return (
        f"{review.covers.label} nằm ngoài giai đoạn {program.period.label} của chương trình"
        f" «{program.id}»"
    )
