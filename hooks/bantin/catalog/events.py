"""Which articles speak of one conference, and which of them counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bantin.model import Article
from bantin.model.conference import is_announcement, written_on

UNDATED = (9999, 0, 0)


@dataclass(frozen=True, slots=True)
class Events:
    """The articles that belong together.

    Attributes:
        announced: paths of the articles from before their conference.
        principals: the principal article, by path of each that is not one itself.
        reports: further articles, by path of the principal one.
        announcements: what announced a conference since held, the earliest first, by path of its
            principal article.
    """

    announced: frozenset[str]
    principals: Mapping[str, Article]
    reports: Mapping[str, tuple[Article, ...]]
    announcements: Mapping[str, tuple[Article, ...]]


def gather_events(
    articles: Iterable[Article], by_path: Mapping[str, Article], today: date
) -> Events:
    """Return which articles are about one conference.

    Where the article that others name is only an announcement, the first report among them is the
    principal one: so an announcement need not be touched when the conference has been held. Where
    the named one is not shown, because it was withdrawn or is a draft, the earliest of the others.
    """
    announced = {article.path for article in articles if is_announcement(article.front, today)}
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        target = article.front.same_event_as
        if target is not None:
            groups[target].append(article)
    principals: dict[str, Article] = {}
    reports: dict[str, tuple[Article, ...]] = {}
    announcements: dict[str, tuple[Article, ...]] = {}
    for target, group in groups.items():
        named = by_path.get(target)
        everyone = [named, *group] if named else group
        principal = _principal(named or _earliest(group, announced), group, announced)
        others = [one for one in everyone if one is not principal]
        if not others:
            continue
        early = sorted((one for one in others if one.path in announced), key=_by_publication)
        if principal.path in announced:
            early = []
        principals |= {one.path: principal for one in others}
        reports[principal.path] = tuple(one for one in others if one not in early)
        announcements[principal.path] = tuple(early)
    return Events(frozenset(announced), principals, reports, announcements)


def _principal(named: Article, group: Iterable[Article], announced: set[str]) -> Article:
    """Return the principal of some articles: the named one, else the first report of it."""
    if named.path not in announced:
        return named
    held = [one for one in group if one.front.conference and one.path not in announced]
    return min(held, key=_by_publication, default=named)


def _earliest(group: Iterable[Article], announced: set[str]) -> Article:
    return min(group, key=lambda one: (one.path in announced, _by_publication(one)))


def _by_publication(article: Article) -> tuple[tuple[int, int, int], str]:
    written = written_on(article.front)
    return (written.order if written else UNDATED, article.path)
