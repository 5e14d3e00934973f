"""The time under review of single programmes: of which, and within which period."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, Registries
from bantin.model.article import Review
from bantin.reading import Content
from bantin.vietnamese.spans import Span

REVIEWS = ("conference", "reviews")


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
