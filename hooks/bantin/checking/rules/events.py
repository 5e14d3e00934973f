"""The dates of an article against each other; several reports of one conference."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model import Article
from bantin.model.conference import is_announcement
from bantin.model.labels import PLAN_STATES
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
    if front.updated and front.date and front.date.is_after(front.updated):
        message = f"cập nhật {_words(front.updated)} mà đến {_words(front.date)} mới đăng"
        yield FieldProblem(path, ("updated",), message)
    if front.updated and not front.corrections:
        yield FieldProblem(
            path, ("updated",), "có ngày cập nhật thì phải có «corrections» nói đã sửa gì"
        )


def _words(date: PartialDate | None) -> str:
    return in_words(date, weekday=False) if date else ""


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
    elif message := _contradiction(article, by_path[target]):
        yield FieldProblem(path, field, message)


def _contradiction(article: Article, other: Article) -> str:
    """Return how two articles contradict each other on whether their conference was held."""
    own, others = _state(article), _state(other)
    if own is None or own == others:
        return _other_day(article, other) if own == "du-kien" else ""
    if "da-hop" in (own, others):
        if "huy" in (own, others):
            return f"một trong hai bài, bài này và «{other.path}», ghi hội nghị đã hủy; hãy sửa lại"
        return ""
    return (
        f"bài này ghi hội nghị {PLAN_STATES[own]}, bài chính «{other.path}» thì chưa; "
        f"hãy sửa khối «conference» của bài chính"
    )


def _other_day(article: Article, principal: Article) -> str:
    """Return how two announcements contradict each other on the day of their conference."""
    own, other = article.front.conference, principal.front.conference
    if not (own and own.date and other and other.date) or own.date == other.moved_from:
        return ""
    if not (own.date.is_after(other.date) or other.date.is_after(own.date)):
        return ""
    return (
        f"bài này ghi hội nghị vào {_words(own.date)}, bài chính «{principal.path}» ghi "
        f"{_words(other.date)}; hãy sửa khối «conference» của bài chính"
    )


def _state(article: Article) -> str | None:
    """Return the state that an article gives a conference; None where it does not speak of it."""
    meeting = article.front.conference
    if meeting is None:
        return None
    if not is_announcement(article.front):
        return "da-hop"
    return meeting.state or "du-kien"
