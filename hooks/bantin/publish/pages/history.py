"""The page of every open correction, update and withdrawal, the latest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.catalog import Catalog
from bantin.compile.addresses import HISTORY
from bantin.compile.page import Link, Page
from bantin.model import Article
from bantin.vietnamese.dates import PartialDate, in_figures

PER_PAGE = 100
WITHDRAWN = "Một bài đã được rút"
UPDATED = "Bài được cập nhật."


@dataclass(frozen=True, slots=True)
class Change:
    """One change that readers are told of."""

    date: PartialDate | None
    article: Link
    note: str

    @property
    def words(self) -> str:
        """The day in figures."""
        return in_figures(self.date) if self.date else "chưa rõ ngày"

    @property
    def iso(self) -> str:
        """The day as machines read it."""
        return self.date.iso() if self.date and self.date.year else ""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One page of the list; numbers start at 1."""

    changes: tuple[Change, ...]
    number: int
    parts: int
    total: int
    repository: str

    def address(self, number: int) -> str:
        """The address of another page of the list."""
        return HISTORY if number == 1 else f"{HISTORY}trang-{number}/"


def history_pages(catalog: Catalog, repository: str) -> Iterator[Page]:
    """Yield the pages of the list."""
    found = sorted(_changes(catalog), key=_order, reverse=True)
    parts = max(1, -(-len(found) // PER_PAGE))
    for number in range(1, parts + 1):
        shown = tuple(found[(number - 1) * PER_PAGE : number * PER_PAGE])
        view = HistoryView(shown, number, parts, len(found), repository)
        described = "Mọi đính chính, cập nhật và bài đã rút, mới nhất trước."
        yield Page(view.address(number), "history.html", "Lịch sử chỉnh sửa", view, described)


def _changes(catalog: Catalog) -> Iterator[Change]:
    for article in catalog.articles:
        link = Link(article.address, article.front.title)
        told = _corrections(article, link)
        yield from told
        updated = article.front.updated
        if updated and updated not in {change.date for change in told}:
            yield Change(updated, link, UPDATED)
    for article in catalog.retracted:
        # The title and the address of a withdrawn article are withdrawn with it.
        link = Link("", WITHDRAWN)
        yield from _corrections(article, link) or [Change(article.front.updated, link, "")]


def _corrections(article: Article, link: Link) -> Sequence[Change]:
    return [Change(c.date, link, c.note) for c in article.front.corrections]


def _order(change: Change) -> tuple[tuple[int, int, int], str]:
    return (change.date.order if change.date else (0, 0, 0), change.article.address)
