"""The articles as the desk lists them: what waits for an editor first, then the latest."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog.articles import newest_first
from bantin.model import Article
from bantin.studio.desk import Desk
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.fold import fold

SHOWN = 100


class ArticleRow(NamedTuple):
    """An article in the list.

    Attributes:
        path: from ``docs/``.
        title: of the article.
        day: of the conference, else of publication, in figures.
        status: as the file has it.
        waiting: how many guesses of import are to be confirmed.
        unsaved: whether something was typed and not saved.
        editor: who is editing it; empty for nobody.
    """

    path: str
    title: str
    day: str
    status: str
    waiting: int
    unsaved: bool
    editor: str


def list_articles(desk: Desk, typed: str = "") -> list[ArticleRow]:
    """Return the articles whose title has all typed words, with or without marks; 100 at most."""
    unsaved, words = {*desk.copies.paths()}, fold(typed).split()
    found = [
        article
        for article in desk.content.articles
        if all(word in fold(article.front.title) for word in words)
    ]
    found.sort(key=lambda one: (not _waits(one, unsaved), newest_first(one)))
    return list(_rows(desk, found[:SHOWN], unsaved))


def _waits(article: Article, unsaved: set[str]) -> bool:
    return article.front.is_draft or article.path in unsaved


def _rows(desk: Desk, articles: list[Article], unsaved: set[str]) -> Iterator[ArticleRow]:
    for article in articles:
        front = article.front
        day = (front.conference.date if front.conference else None) or front.date
        yield ArticleRow(
            article.path, front.title, in_figures(day) if day else "", front.status,
            len(front.to_confirm), article.path in unsaved, desk.holders.of(article.path),
        )  # fmt: skip
