"""What search makes of the queries that readers asked."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from bantin.search.asked.tally import Asked
from bantin.search.query import Filters, Searcher, SearchResult
from bantin.search.query.narrowing import with_source
from bantin.search.query.telex import decode_keystrokes


class Kind(Enum):
    """What is wrong with the answer to a query, in words for editors."""

    EMPTY = "Không thấy bài nào"
    PART = "Có chữ không bài nào chứa"
    MENDED = "Phải sửa chữ mới thấy"
    UNOPENED = "Có kết quả, không ai mở"


class Finding(NamedTuple):
    """A query whose answer wants a look."""

    kind: Kind
    asked: Asked
    result: SearchResult


def judge(searcher: Searcher, asked: Sequence[Asked], *, has_clicks: bool) -> Iterator[Finding]:
    """Yield the queries whose answers want a look.

    Args:
        searcher: of the built index.
        asked: what was asked.
        has_clicks: whether it is known which results were opened.
    """
    for one in asked:
        text, filters = with_source(searcher.index, one.query, Filters({}))
        result = searcher.search(text, filters, is_finished=True)
        if kind := _kind_of(searcher, one, result, has_clicks=has_clicks):
            yield Finding(kind, one, result)


def _kind_of(
    searcher: Searcher, asked: Asked, result: SearchResult, *, has_clicks: bool
) -> Kind | None:
    if not result.docs and not result.entities:
        return Kind.EMPTY
    if result.ignored:
        return Kind.PART
    # Keystrokes of Telex and VNI are understood for good: nothing to add for them.
    is_slip = result.searched_for and decode_keystrokes(searcher.index, asked.query) == asked.query
    if is_slip:
        return Kind.MENDED
    return Kind.UNOPENED if has_clicks and not asked.clicks else None
