"""The stories near an article: the newer and older one, and those about related things."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.catalog.catalog import Index
from bantin.model import Article

SHOWN = 5
# How many stories before and after an article, in each of its lists, are candidates.
# Six are enough to show five, and the cost of a page does not grow with the archive.
REACH = 6


def numbers_in_time(catalog: Catalog, stories: Sequence[Article]) -> dict[str, int]:
    """Return the number of each story whose place in time among all of them is certain, by path."""
    ordered = sorted(stories, key=lambda story: catalog.bounds_of(story).earliest or date.min)
    found: dict[str, int] = {}
    latest = date.min
    for number, story in enumerate(ordered, 1):
        own = catalog.bounds_of(story)
        following = catalog.bounds_of(ordered[number]) if number < len(ordered) else None
        is_after = number == 1 or (own.earliest is not None and own.earliest > latest)
        if is_after and (following is None or own.is_before(following)):
            found[story.path] = number
        latest = max(latest, own.latest or date.max)
    return found


class Neighbours:
    """Finds the neighbours of articles by their ranks among all stories, the latest first."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._ranks = {story.path: rank for rank, story in enumerate(catalog.stories)}
        self._lists: dict[tuple[int, str], list[int]] = {}
        self._numbers: dict[str, Mapping[str, int]] = {}

    def rank(self, article: Article) -> int:
        """Return the rank of an article; a further report has that of its principal article."""
        rank = self._ranks.get(self._catalog.principals.get(article.path, article).path)
        if rank is None:
            order = self._catalog.order_of
            return bisect_left(self._catalog.stories, order(article), key=order)
        return rank

    def newer_and_older(self, article: Article) -> tuple[Article | None, Article | None]:
        """Return the next newer and the next older story; none for a conference to come.

        Only where it is certain: of two whose days are not known, neither is shown as the newer.
        """
        if not self._is_story(article):
            return None, None
        stories, rank = self._catalog.stories, self.rank(article)
        bounds, own = self._catalog.bounds_of, self._catalog.bounds_of(article)
        before, after = stories[max(0, rank - REACH) : rank], stories[rank + 1 : rank + 1 + REACH]
        newer = (story for story in reversed(before) if own.is_before(bounds(story)))
        older = (story for story in after if bounds(story).is_before(own))
        return next(newer, None), next(older, None)

    def related(self, article: Article) -> list[Article]:
        """Return the stories that share most with an article, the nearest in time first.

        What counts how much is in ``_shared``. Without anything in common, the nearest in time
        are returned.
        """
        own = self.rank(article)
        first, last = max(0, own - REACH), min(len(self._catalog.stories), own + REACH + 1)
        score = dict.fromkeys(range(first, last), 0)
        for weight, ranks in self._shared(article):
            position = bisect_left(ranks, own)
            for rank in ranks[max(0, position - REACH) : position + REACH + 1]:
                score[rank] = score.get(rank, 0) + weight
        if self._is_story(article):
            score.pop(own, None)
        best = sorted(score.values(), reverse=True)[:SHOWN]
        ranked = sorted(
            [
                (-shared, abs(rank - own), rank)
                for rank, shared in score.items()
                if shared >= best[-1]
            ]
        )
        return [self._catalog.stories[rank] for _, _, rank in ranked[:SHOWN]]

    def position(self, index: Index, key: str, article: Article) -> int:
        """Return the position that an article has, or would have, in a list of an index."""
        return bisect_left(self._ranks_in(index, key), self.rank(article))

    def numbers(self, program: str) -> Mapping[str, int]:
        """Return which of a programme's conferences a story is, from 1 for the earliest, by path.

        Only of those that certainly came after all before them and before all after them.
        """
        if program not in self._numbers:
            stories = self._catalog.by_program.get(program, ())
            self._numbers[program] = numbers_in_time(self._catalog, stories)
        return self._numbers[program]

    def _is_story(self, article: Article) -> bool:
        """Whether an article is among the stories, itself or as a further report of one."""
        return self._catalog.principals.get(article.path, article).path in self._ranks

    def _shared(self, article: Article) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield the weight of each list that an article is in, and the ranks of its stories."""
        catalog = self._catalog
        # A programme says most about what a story is about; nearly all stories share a province.
        shared = (
            (catalog.by_program, programs_of(article), 10),
            (catalog.by_agency, article.agency_ids, 3),
            (catalog.by_document, [d.id for d in catalog.cited(article)], 2),
            (catalog.by_province, article.front.provinces, 1),
        )
        for index, keys, weight in shared:
            for key in keys:
                yield weight, self._ranks_in(index, key)

    def _ranks_in(self, index: Index, key: str) -> Sequence[int]:
        """Return the ranks of the stories in one list."""
        cache_key = (id(index), key)
        ranks = self._lists.get(cache_key)
        if ranks is None:
            ranks = self._lists[cache_key] = [
                self._ranks[story.path] for story in index.get(key, ())
            ]
        return ranks
