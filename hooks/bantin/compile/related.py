"""Which stories stand beside an article: the next ones, and those that belong with it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from bantin.catalog import Catalog
from bantin.catalog.catalog import Index, programs_of
from bantin.catalog.folder import newest_first
from bantin.model import Article

SHOWN = 5
REACH = 6


class Neighbours:
    """Finds neighbours by position in lists, so that the cost of a page does not grow."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def around(self, article: Article) -> tuple[Article | None, Article | None]:
        """Return the newer and the older story."""
        stories = self._catalog.stories
        position = bisect_left(stories, newest_first(article), key=newest_first)
        here = position < len(stories) and stories[position] is article
        newer = stories[position - 1] if position else None
        after = position + here
        return newer, stories[after] if after < len(stories) else None

    def related(self, article: Article) -> list[Article]:
        """Return stories by rule: same programme, then shared bodies, documents; near in time."""
        catalog, score = self._catalog, Counter[str]()
        found: dict[str, Article] = {}
        shared = (
            (catalog.by_program, programs_of(article), 10),
            (catalog.by_agency, article.agency_ids, 3),
            (catalog.by_document, [d.id for d in catalog.cited(article)], 2),
            (catalog.by_province, article.front.provinces, 1),
        )
        for index, keys, weight in shared:
            for other in _near_in(index, keys, article):
                found[other.path] = other
                score[other.path] += weight
        for other in _near(catalog.stories, article):
            found.setdefault(other.path, other)
        own = {article.path, article.front.same_event_as}
        ranked = sorted(
            (other for path, other in found.items() if path not in own),
            key=lambda other: (-score[other.path], _distance(article, other), other.path),
        )
        return ranked[:SHOWN]


def _near_in(index: Index, keys: Sequence[str], article: Article) -> list[Article]:
    return [other for key in keys for other in _near(index.get(key, ()), article)]


def _near(stories: Sequence[Article], article: Article) -> Sequence[Article]:
    position = bisect_left(stories, newest_first(article), key=newest_first)
    return stories[max(0, position - REACH) : position + REACH + 1]


def _distance(article: Article, other: Article) -> int:
    mine, theirs = newest_first(article), newest_first(other)
    return abs((mine[0] - theirs[0]) * 366 + (mine[1] - theirs[1]) * 31 + mine[2] - theirs[2])
