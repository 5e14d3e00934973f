"""What an editor is told of a link to an article that readers do not see, at least not yet."""

from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.model import Article
from bantin.vietnamese.dates import in_words

DRAFT = "dẫn tới một bài nháp"
RETRACTED = "dẫn tới một bài đã rút"
LATER = "dẫn tới bài đăng {}"
ONLY_TEXT = "liên kết tới «{}» {}, nên trang chỉ có chữ mà chưa có liên kết"


def hidden_reason(target: Article, day: Day | None) -> str:
    """Return why readers do not see an article on a day; empty where they do.

    Args:
        target: the article.
        day: without it a later day of publication is no reason.
    """
    front = target.front
    if front.is_draft:
        return DRAFT
    if front.status == "retracted":
        return RETRACTED
    if day and front.date and front.date.first and front.date.first > day:
        return LATER.format(in_words(front.date, weekday=False))
    return ""
