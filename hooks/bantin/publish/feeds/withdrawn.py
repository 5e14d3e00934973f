"""What feeds and calendar go on telling of a withdrawn article: that it was, and why; nothing more.

Whoever has taken in an entry or an event keeps it until told otherwise. What the article said is
told no more, nor its address, which says so too.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bantin.catalog.identity import article_id
from bantin.model import Article, Conference
from bantin.publish.dates import timestamp
from bantin.publish.feeds.entry import Entry
from bantin.publish.xml import attribute, text, without_controls
from bantin.vietnamese.dates import in_figures

TITLE = "Bài đã được rút"
TOLD = "Ban biên tập đã rút bài này."
CATEGORY = ("da-rut", "Đã rút")


def reasons_of(articles: Iterable[Article]) -> str:
    """Return that articles were withdrawn, and what their notices say."""
    notes = (f"{in_figures(c.date)}: {c.note}" for a in articles for c in a.front.corrections)
    return " ".join([TOLD, *notes])


def withdrawal_entry(article: Article, changed: date) -> Entry:
    """Return the entry of a withdrawn article, under the id that it had.

    Args:
        article: the article.
        changed: the day on which it last changed.
    """
    told, (term, label) = without_controls(reasons_of([article])), CATEGORY
    atom = (
        f"<entry><id>{article_id(article)}</id><title>{text(TITLE)}</title>"
        f"<updated>{timestamp(changed)}</updated>"
        f"<category term={attribute(term)} label={attribute(label)}/>"
        f'<content type="text">{text(told)}</content></entry>\n'
    )
    item = {
        "id": article_id(article),
        "title": TITLE,
        "content_text": told,
        "date_modified": timestamp(changed),
        "tags": [label],
        "language": "vi",
    }
    return Entry(changed, atom, json.dumps(item, ensure_ascii=False))


def withdrawn_of(conference: Conference, withdrawn: Iterable[Article]) -> tuple[Article, ...]:
    """Return the withdrawn articles that were about a conference of which others still tell."""
    names = {name for article in conference.articles for name in _names(article)}
    return tuple(article for article in withdrawn if names & _names(article))


def withdrawn_events(
    withdrawn: Iterable[Article], told: Iterable[Article]
) -> Iterator[Sequence[Article]]:
    """Yield the withdrawn articles about each conference of which no other tells.

    Args:
        withdrawn: all of them.
        told: those among them that are about a conference which others tell of.
    """
    others, groups = {article.path for article in told}, defaultdict[str, list[Article]](list)
    for article in withdrawn:
        if article.front.conference and article.path not in others:
            groups[article.front.same_event_as or article.path].append(article)
    yield from groups.values()


def _names(article: Article) -> set[str]:
    """Return the paths by which articles about the same conference name each other."""
    return {article.path, article.front.same_event_as or article.path}
