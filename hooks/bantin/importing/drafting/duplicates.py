"""Whether the archive already has the text of an article, or another article on its event.

Texts are compared by shingles: the set of all runs of six words. Two texts that share most of them
are the same, whatever was cut or corrected.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bantin.importing.recognition.article import RecognisedArticle
from bantin.markdown import parse
from bantin.model import Article
from bantin.reading import Content
from bantin.reading.content import read_body
from bantin.vietnamese.fold import fold

_SHINGLE_WORDS = 6
_SAME_TEXT = 0.8  # share of the shingles of the shorter text


class Duplicate(NamedTuple):
    """An article of the archive with the same text, or only on the same event."""

    path: str
    is_same_text: bool


# Path of an article -> its shingles.
Shingles = Mapping[str, frozenset[int]]


def shingles_of_archive(content: Content) -> dict[str, frozenset[int]]:
    """Return the shingles of every article in the archive, by its path."""
    return {
        article.path: shingles(f"{article.front.title} {_text(read_body(content.docs, article))}")
        for article in content.articles
    }


def _text(body: str) -> str:
    return parse(body).plain_lines(1)


def shingles(text: str) -> frozenset[int]:
    """Return the shingles of a text as hashes, which hold for this process only."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return frozenset(
        hash(tuple(words[i : i + _SHINGLE_WORDS]))
        for i in range(max(1, len(words) - _SHINGLE_WORDS + 1))
    )


def find_duplicate(
    recognised: RecognisedArticle, articles: tuple[Article, ...], archive: Shingles
) -> Duplicate | None:
    """Return an article with the same text or else on the same event.

    Args:
        recognised: the article to be imported.
        articles: those of the archive.
        archive: their shingles.
    """
    own = shingles(recognised.page.text)
    for path, others in archive.items():
        shared = len(own & others)
        if shared > _SAME_TEXT * min(len(own), len(others)):
            return Duplicate(path, is_same_text=True)
    same_event = (article for article in articles if _is_same_event(recognised, article))
    principal = next(same_event, None)
    if principal is None:
        return None
    return Duplicate(principal.front.same_event_as or principal.path, is_same_text=False)


def _is_same_event(recognised: RecognisedArticle, article: Article) -> bool:
    """Whether both are of the same day and have an agency or programme in common."""
    meeting = article.front.conference
    if meeting is None or meeting.date is None or recognised.date is None:
        return False
    if meeting.date != recognised.date.value or meeting.date.precision not in ("day", "month-day"):
        return False
    agencies = {f.value.id for f in recognised.agencies if f.value.id} & set(article.agency_ids)
    return bool(agencies or {f.value for f in recognised.programs} & set(article.front.programs))
