"""Conferences announced and not reported yet: apart from all that lists show and count as held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bantin.catalog.articles import newest_first
from bantin.catalog.events import UNDATED
from bantin.model import Article, Conference
from bantin.model.conference import Stage, stage_of


@dataclass(frozen=True, slots=True)
class Announced:
    """Announced conferences: those to come by their days, then all others, the latest first.

    Attributes:
        stories: their principal articles.
        conferences: by path of the principal article.
        indexes: the stories by key, for each index ``by_…`` of the catalogue.
    """

    stories: tuple[Article, ...]
    conferences: Mapping[str, Conference]
    indexes: Mapping[str, Mapping[str, tuple[Article, ...]]]

    def of(self, index: str, key: str) -> tuple[Article, ...]:
        """Return the stories of a key in an index, in their order."""
        return self.indexes[index].get(key, ())


def in_order(articles: Iterable[Article], today: date) -> tuple[Article, ...]:
    """Return announcements in their order: those to come first, the next one at the top."""

    def key(article: Article) -> tuple[bool, tuple[int, int, int], tuple[int, int, int, str]]:
        is_coming = stage_of(article.front, today) is Stage.PLANNED
        meeting = article.front.conference
        day = meeting.date.order if meeting and meeting.date else UNDATED
        return (not is_coming, day if is_coming else UNDATED, newest_first(article))

    return tuple(sorted(articles, key=key))
