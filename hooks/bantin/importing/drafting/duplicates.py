"""The archive asked whether it already holds an article or its event."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bantin.importing.recognition.recognise import Recognised
from bantin.markdown import parse
from bantin.model import Article
from bantin.reading import Content
from bantin.reading.content import read_body
from bantin.vietnamese.fold import fold

_SHINGLE = 6
_SAME_TEXT = 0.8


class Duplicate(NamedTuple):
    """An article of the archive, and whether it is the same text or only the same event."""

    path: str
    is_same_text: bool


Prints = Mapping[str, frozenset[int]]


def fingerprints(content: Content) -> dict[str, frozenset[int]]:
    """Return the word shingles of every article in the archive."""
    return {
        article.path: shingles(f"{article.front.title} {_text(read_body(content.docs, article))}")
        for article in content.articles
    }


def _text(body: str) -> str:
    return parse(body).plain_lines(1)


def shingles(text: str) -> frozenset[int]:
    """Return hashes of all runs of six words."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return frozenset(
        hash(tuple(words[i : i + _SHINGLE])) for i in range(max(1, len(words) - _SHINGLE + 1))
    )


def find_duplicate(
    found: Recognised, articles: tuple[Article, ...], prints: Prints
) -> Duplicate | None:
    """Return the article that tells the same text or, failing that, the same event."""
    own = shingles(found.page.text)
    for path, theirs in prints.items():
        shared = len(own & theirs)
        if shared > _SAME_TEXT * min(len(own), len(theirs)):
            return Duplicate(path, is_same_text=True)
    principal = next((article for article in articles if _is_same_event(found, article)), None)
    if principal is None:
        return None
    return Duplicate(principal.front.same_event_as or principal.path, is_same_text=False)


def _is_same_event(found: Recognised, article: Article) -> bool:
    """Same day and a body or programme in common."""
    meeting = article.front.conference
    if meeting is None or meeting.date is None or found.date is None:
        return False
    if meeting.date != found.date.value or meeting.date.precision not in ("day", "month-day"):
        return False
    agencies = {f.value.id for f in found.agencies if f.value.id} & set(article.agency_ids)
    return bool(agencies or {f.value for f in found.programs} & set(article.front.programs))
