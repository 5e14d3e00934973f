"""Conferences as events of a calendar: the id of each, its last change, and its revision."""

from collections.abc import Sequence
from datetime import date

from bantin.catalog.identity import article_id
from bantin.model import Article
from bantin.publish.dates import changed_on, latest


def event_id(articles: Sequence[Article]) -> str:
    """Return the id of the event that some articles are about.

    It is that of the article that was here first, not of the principal one: editors may come to
    prefer another report. Of articles of one day it is the one whose path sorts last, which every
    principal article of the first calendar was.
    """
    here_first = min(_day_here(article) for article in articles)
    of_that_day = [article for article in articles if _day_here(article) == here_first]
    return article_id(max(of_that_day, key=lambda article: article.path))


def event_changed(articles: Sequence[Article]) -> date | None:
    """Return the latest day on which what is said of an event can have changed."""
    return latest(map(changed_on, articles))


def event_revision(articles: Sequence[Article]) -> int:
    """Return how often an event was reported anew or corrected: SEQUENCE of RFC 5545, from 0."""
    return len(articles) - 1 + sum(_corrections(article) for article in articles)


def _corrections(article: Article) -> int:
    """Return how often an article was corrected; a later update without a note counts as one.

    So does a withdrawal, which needs no note.
    """
    front = article.front
    noted = max((c.date.iso() for c in front.corrections), default="")
    is_updated = bool(front.updated and front.updated.iso() > noted)
    return len(front.corrections) + is_updated + (front.status == "retracted")


def _day_here(article: Article) -> date:
    """Return the day since which readers have had an article here; the last of all if unknown."""
    front = article.front
    collected = front.source.collected if front.source else None
    day = collected or front.date
    return day.first if day and day.first else date.max
