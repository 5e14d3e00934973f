"""Which stories stand beside an article: the next ones, and those that belong with it."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.catalog.folder import newest_first
from bantin.model import Article

SHOWN = 5
REACH = 6


class Circle(NamedTuple):
    """A part of a list: ranks near a place, the place itself, and how many the list holds."""

    near: list[int]
    place: int
    total: int


class Neighbours:
    """Finds neighbours by rank among all stories, so that the cost of a page does not grow."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._ranks = {story.path: rank for rank, story in enumerate(catalog.stories)}
        self._lists: dict[tuple[int, str], list[int]] = {}

    def rank(self, article: Article) -> int:
        """Return where an article stands among all stories; a further report with its principal."""
        rank = self._ranks.get(article.path)
        if rank is None:
            rank = self._ranks.get(article.front.same_event_as or "")
        if rank is None:
            return bisect_left(self._catalog.stories, newest_first(article), key=newest_first)
        return rank

    def around(self, article: Article) -> tuple[Article | None, Article | None]:
        """Return the newer and the older story."""
        stories, rank = self._catalog.stories, self.rank(article)
        newer = stories[rank - 1] if rank else None
        return newer, stories[rank + 1] if rank + 1 < len(stories) else None

    def related(self, article: Article) -> list[Article]:
        """Return stories by rule: same programme, then shared bodies, documents; near in time."""
        score, here = dict[int, int](), self.rank(article)
        for weight, circle in self.circles(article):
            for rank in circle.near:
                score[rank] = score.get(rank, 0) + weight
        score.pop(here, None)
        best = sorted(score.values(), reverse=True)[:SHOWN]
        ranked = sorted(
            [
                (-shared, abs(rank - here), rank)
                for rank, shared in score.items()
                if shared >= best[-1]
            ]
        )
        return [self._catalog.stories[rank] for _, _, rank in ranked[:SHOWN]]

    def circles(self, article: Article) -> Iterator[tuple[int, Circle]]:
        """Yield what an article shares lists with, and how much each sharing weighs."""
        catalog, here = self._catalog, self.rank(article)
        first = max(0, here - REACH)
        all_ = range(first, min(len(catalog.stories), here + REACH + 1))
        yield 0, Circle(list(all_), here, len(catalog.stories))
        shared = (
            (catalog.by_program, programs_of(article), 10),
            (catalog.by_agency, article.agency_ids, 3),
            (catalog.by_document, [d.id for d in catalog.cited(article)], 2),
            (catalog.by_province, article.front.provinces, 1),
        )
        for index, keys, weight in shared:
            yield from ((weight, self.circle(index, key, here)) for key in keys)

    def circle(self, index: Index, key: str, here: int) -> Circle:
        """Return what stands in one list beside a rank."""
        known = (id(index), key)
        if known not in self._lists:
            self._lists[known] = [self._ranks[story.path] for story in index.get(key, ())]
        ranks = self._lists[known]
        position = bisect_left(ranks, here)
        near = ranks[max(0, position - REACH) : position + REACH + 1]
        return Circle(near, position, len(ranks))
