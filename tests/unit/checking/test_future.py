from datetime import date
from pathlib import Path

import pytest

from bantin.checking.rules.future import check_future
from bantin.model import Article
from bantin.reading import Content
from bantin.reading.article import read_article

DAY_AFTER_ALL = date(2100, 12, 31)
LONG_AGO = date(2001, 1, 1)
HEAD = "---\ntitle: Bài\ndate: 2024-04-25\n{}\n---\n"


def fields(text: str, today: date) -> list[str]:
    article = read_article("tin/2024/bai.md", HEAD.format(text).encode())
    assert isinstance(article, Article)
    content = Content(Path("docs"), Path("data"), (article,), None)  # type: ignore[arg-type]
    return [problem.field_name for problem in check_future(content, today)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("updated: 2099-01-01", ["updated"]),
        ("updated: 2099", ["updated"]),
        ("corrections: [{date: 2099-05, note: A}]", ["corrections.0.date"]),
        ("corrections: [{date: 2025-05, note: A}, {date: 2099, note: B}]", ["corrections.1.date"]),
        ("source: {name: A, collected: 2099-01-01}", ["source.collected"]),
        ("source: {name: A, published: 2099-01-01}", ["source.published"]),
        ("source: {name: A, published: --12-31}", []),
        ("updated: 2025-01-01", []),
        ("pinned: 2099-01-01", []),
        ("conference: {date: 2099-01-01}", []),
    ],
)
def test_what_was_done_cannot_be_dated_ahead(text: str, found: list[str]) -> None:
    assert fields(text, LONG_AGO) == found


def test_a_build_for_a_later_day_takes_that_day() -> None:
    assert fields("updated: 2099-01-01", DAY_AFTER_ALL) == []


def test_a_build_for_a_day_gone_by_knows_what_was_done_since() -> None:
    assert fields("updated: 2025-01-01", LONG_AGO) == []
