"""What an article must have before it may be published."""

import re
from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.model import Article, FrontMatter
from bantin.model.keys import keys_by_path
from bantin.model.labels import OUTCOME_SAMPLES, OUTCOMES
from bantin.model.suggestion import suggest
from bantin.reading import Content

FIELDS = [
    ".".join(map(str, (*path, key)))
    for path, keys in keys_by_path(FrontMatter).items()
    for key in keys
]


def check_states(content: Content) -> Iterator[Fault]:
    """Yield faults of articles published before they are ready."""
    docs = content.docs.name
    for article in content.articles:
        path = f"{docs}/{article.path}"
        yield from _keys(path, article)
        yield from _confirmed(path, article)
        yield from _verbatim(path, article)
        yield from _written(path, article)


def _keys(path: str, article: Article) -> Iterator[Fault]:
    """What was inferred or guessed is named by the field it stands in."""
    for field in ("inferred", "to_confirm"):
        for key in getattr(article.front, field):
            if re.sub(r"\.\d+", "", key) not in FIELDS:
                hint = suggest(key, FIELDS)
                yield Fault(path, (field, key), f"không có trường nào tên «{key}»{hint}")


def _confirmed(path: str, article: Article) -> Iterator[Fault]:
    front = article.front
    if front.status == "published" and front.to_confirm:
        waiting = ", ".join(front.to_confirm)
        message = f"còn mục chờ xác nhận ({waiting}); xác nhận rồi xóa đi, hoặc để «status: draft»"
        yield Fault(path, ("to_confirm",), message)


def _written(path: str, article: Article) -> Iterator[Fault]:
    """A sample sentence of a new article must not reach a reader."""
    for name, sample in OUTCOME_SAMPLES.items():
        if article.front.status == "published" and sample in getattr(article.outcome, name):
            heading = OUTCOMES[name]
            message = f"mục «{heading}» còn câu mẫu trong ngoặc; hãy viết nội dung, hoặc xóa cả mục"
            yield Fault(path, (), message)


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
