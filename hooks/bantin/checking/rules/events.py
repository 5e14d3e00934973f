"""The dates of an article against each other, and several reports of one conference."""

from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.model import Article
from bantin.model.suggestion import suggest
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate, in_words


def check_dates(content: Content) -> Iterator[Fault]:
    """Yield faults of dates that contradict."""
    docs = content.docs.name
    for article in content.articles:
        yield from _dates(f"{docs}/{article.path}", article)


def check_events(content: Content) -> Iterator[Fault]:
    """Yield faults of ``same_event_as`` that leads nowhere."""
    by_path, docs = {article.path: article for article in content.articles}, content.docs.name
    for article in content.articles:
        if target := article.front.same_event_as:
            path = f"{docs}/{article.path}"
            yield from _same_event(path, article, target, by_path, content.unreadable)


def _dates(path: str, article: Article) -> Iterator[Fault]:
    front = article.front
    if front.date is None and front.source is None:
        yield Fault(
            path, ("date",), "thiếu ngày đăng; chỉ bài lấy lại, có «source», mới được bỏ trống"
        )
    held = front.conference.date if front.conference else None
    if held and front.date and _is_after(held, front.date):
        message = f"họp {_words(held)} mà đã đăng từ {_words(front.date)}"
        yield Fault(path, ("conference", "date"), message)
    if front.updated and _is_after(front.date, front.updated):
        message = f"cập nhật {_words(front.updated)} mà đến {_words(front.date)} mới đăng"
        yield Fault(path, ("updated",), message)
    if front.updated and not front.corrections:
        yield Fault(path, ("updated",), "có ngày cập nhật thì phải có «corrections» nói đã sửa gì")


def _words(date: PartialDate | None) -> str:
    return in_words(date, weekday=False) if date else ""


def _is_after(later: PartialDate | None, earlier: PartialDate | None) -> bool:
    """Whether ``later`` certainly comes after ``earlier``, whatever is unknown of either."""
    if later is None or earlier is None or later.first is None or earlier.last is None:
        return False
    return later.first > earlier.last


def _same_event(
    path: str,
    article: Article,
    target: str,
    by_path: dict[str, Article],
    unreadable: tuple[str, ...],
) -> Iterator[Fault]:
    field = ("same_event_as",)
    if target in unreadable:
        return
    if target == article.path:
        yield Fault(path, field, "bài không thể dẫn về chính nó")
    elif target not in by_path:
        hint = suggest(target, list(by_path))
        yield Fault(path, field, f"không có bài «{target}»{hint}")
    elif principal := by_path[target].front.same_event_as:
        message = f"bài «{target}» không phải bài chính; hãy dẫn thẳng tới «{principal}»"
        yield Fault(path, field, message)
    elif by_path[target].front.conference is None:
        yield Fault(path, field, f"bài «{target}» không có khối «conference»")
