"""The pages of the history: every correction, update and retraction, the latest first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import HISTORY
from bantin.compile.listing import ListPage, paginate
from bantin.compile.page import Link, Page
from bantin.model import Article
from bantin.vietnamese.dates import PartialDate, in_figures

PER_PAGE = 100
RETRACTED = "Một bài đã được rút"
UPDATED = "Bài được cập nhật."


class Change(NamedTuple):
    """One change that the history shows."""

    date: PartialDate | None
    article: Link
    note: str

    @property
    def words(self) -> str:
        """The day in figures."""
        return in_figures(self.date) if self.date else "chưa rõ ngày"

    @property
    def iso(self) -> str:
        """The day for programs; empty without a year."""
        return self.date.iso() if self.date and self.date.year else ""


class HistoryView(NamedTuple):
    """What one page of the history shows."""

    listing: ListPage[Change]
    repository: str


def history_pages(catalog: Catalog, repository: str) -> Iterator[Page]:
    """Yield the pages of the history."""
    changes = sorted(_changes(catalog), key=_order, reverse=True)
    for listing in paginate(changes, HISTORY, PER_PAGE):
        yield Page(
            address=listing.address(listing.number),
            template="history.html",
            title="Lịch sử chỉnh sửa",
            view=HistoryView(listing, repository),
            description="Mọi đính chính, cập nhật và bài đã rút, mới nhất trước.",
        )


def _changes(catalog: Catalog) -> Iterator[Change]:
    for article in catalog.articles:
        link = Link(article.address, article.front.title)
        corrections = _corrections(article, link)
        yield from corrections
        updated = article.front.updated
        if updated and updated not in {change.date for change in corrections}:
            yield Change(updated, link, UPDATED)
    for article in catalog.retracted:
        # Neither title nor address: what was retracted is not to be read here again.
        link = Link("", RETRACTED)
        yield from _corrections(article, link) or [Change(article.front.updated, link, "")]


def _corrections(article: Article, link: Link) -> Sequence[Change]:
    return [Change(c.date, link, c.note) for c in article.front.corrections]


def _order(change: Change) -> tuple[tuple[int, int, int], str]:
    return (change.date.order if change.date else (0, 0, 0), change.article.address)
