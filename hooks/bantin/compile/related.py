"""Which stories stand beside an article: the next ones, and those that belong with it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.catalog.folder import newest_first
from bantin.model import Article

SHOWN = 5
REACH = 6


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
        here = self.rank(article)
        first, last = max(0, here - REACH), min(len(self._catalog.stories), here + REACH + 1)
        score = dict.fromkeys(range(first, last), 0)
        for weight, ranks in self._shared(article):
            place = bisect_left(ranks, here)
            for rank in ranks[max(0, place - REACH) : place + REACH + 1]:
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

    def place(self, index: Index, key: str, article: Article) -> int:
        """Return where an article stands, or would stand, in one list."""
        return bisect_left(self._listed(index, key), self.rank(article))

    def _shared(self, article: Article) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield the lists that an article is in, and how much sharing each weighs."""
        catalog = self._catalog
        shared = (
            (catalog.by_program, programs_of(article), 10),
            (catalog.by_agency, article.agency_ids, 3),
            (catalog.by_document, [d.id for d in catalog.cited(article)], 2),
            (catalog.by_province, article.front.provinces, 1),
        )
        for index, keys, weight in shared:
            for key in keys:
                yield weight, self._listed(index, key)

    def _listed(self, index: Index, key: str) -> Sequence[int]:
        """Return the ranks of the stories in one list."""
        known = (id(index), key)
        ranks = self._lists.get(known)
        if ranks is None:
            ranks = self._lists[known] = [self._ranks[story.path] for story in index.get(key, ())]
        return ranks
