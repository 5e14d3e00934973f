"""The dates of an article against each other; several reports of one conference."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model import Article
from bantin.model.suggestion import suggest
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate, in_words


def check_dates(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of dates that contradict each other."""
    for article in content.articles:
        yield from _check_dates(content.file_of(article), article)


def check_events(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of ``same_event_as`` that leads nowhere."""
    by_path = {article.path: article for article in content.articles}
    for article in content.articles:
        if target := article.front.same_event_as:
            path = content.file_of(article)
            yield from _check_same_event(path, article, target, by_path, content.unreadable)


def _check_dates(path: str, article: Article) -> Iterator[FieldProblem]:
    front = article.front
    if front.date is None and front.source is None:
        message = "thiếu ngày đăng; chỉ bài lấy lại, có «source», mới được bỏ trống"
        yield FieldProblem(path, ("date",), message)
    held = front.conference.date if front.conference else None
    if held and front.date and _is_after(held, front.date):
        message = f"họp {_words(held)} mà đã đăng từ {_words(front.date)}"
        yield FieldProblem(path, ("conference", "date"), message)
    if front.updated and _is_after(front.date, front.updated):
        message = f"cập nhật {_words(front.updated)} mà đến {_words(front.date)} mới đăng"
        yield FieldProblem(path, ("updated",), message)
    if front.updated and not front.corrections:
        yield FieldProblem(
            path, ("updated",), "có ngày cập nhật thì phải có «corrections» nói đã sửa gì"
        )


def _words(date: PartialDate | None) -> str:
    return in_words(date, weekday=False) if date else ""


def _is_after(later: PartialDate | None, earlier: PartialDate | None) -> bool:
    """Whether one date is certainly after another, even if parts of either are unknown."""
    if later is None or earlier is None or later.first is None or earlier.last is None:
        return False
    return later.first > earlier.last


def _check_same_event(
    path: str,
    article: Article,
    target: str,
    by_path: dict[str, Article],
    unreadable: tuple[str, ...],
) -> Iterator[FieldProblem]:
    field = ("same_event_as",)
    if target in unreadable:
        return
    if target == article.path:
        yield FieldProblem(path, field, "bài không thể dẫn về chính nó")
    elif target not in by_path:
        hint = suggest(target, list(by_path))
        yield FieldProblem(path, field, f"không có bài «{target}»{hint}")
    elif principal := by_path[target].front.same_event_as:
        message = f"bài «{target}» không phải bài chính; hãy dẫn thẳng tới «{principal}»"
        yield FieldProblem(path, field, message)
    elif by_path[target].front.conference is None:
        yield FieldProblem(path, field, f"bài «{target}» không có khối «conference»")
