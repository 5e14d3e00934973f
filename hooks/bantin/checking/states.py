"""What an article must have before it may be published."""

from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.model import Article
from bantin.reading import Content


def check_states(content: Content) -> Iterator[Fault]:
    """Yield faults of articles published before they are ready."""
    for article in content.articles:
        path = f"{content.docs.name}/{article.path}"
        yield from _confirmed(path, article)
        yield from _verbatim(path, article)


def _confirmed(path: str, article: Article) -> Iterator[Fault]:
    front = article.front
    if front.status == "published" and front.to_confirm:
        waiting = ", ".join(front.to_confirm)
        message = f"còn mục chờ xác nhận ({waiting}); xác nhận rồi xóa đi, hoặc để «status: draft»"
        yield Fault(path, ("to_confirm",), message)


def _verbatim(path: str, article: Article) -> Iterator[Fault]:
    source = article.front.source
    if source is None or not source.verbatim:
        return
    if source.author is None and article.front.author is None:
        yield Fault(
            path, ("source",), "đăng nguyên văn thì phải ghi tác giả hoặc cơ quan của nguồn"
        )
    if source.published is None:
        message = (
            "đăng nguyên văn thì phải ghi «published», ngày nguồn đăng (Nghị định 147/2024/NĐ-CP)"
        )
        yield Fault(path, ("source",), message)
