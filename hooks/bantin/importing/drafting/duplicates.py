"""Whether the archive already has the text of an article, or another article on its event.

Texts are compared by shingles: the set of all runs of six words. Two texts that share most of them
and print the same numbers are one text, whatever was cut. Where numbers differ they are two: the
report of a year is often written over that of the year before.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bantin.importing.recognition.article import RecognisedArticle
from bantin.markdown import parse
from bantin.model import Article
from bantin.reading import Content
from bantin.reading.bodies import read_body
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.fold import fold

_SHINGLE_WORDS = 6
_SAME_TEXT = 0.8  # share of the shingles of the shorter text
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Text(NamedTuple):
    """What is compared of a text.

    Attributes:
        shingles: as hashes, which hold for this process only.
        numbers: those printed in it, without leading zeros.
        known: the numbers, and those that are known of it besides, such as the date of the event.
    """

    shingles: frozenset[int]
    numbers: frozenset[str]
    known: frozenset[str]


class Duplicate(NamedTuple):
    """An article of the archive with the same text, or something in common.

    Attributes:
        path: of the article.
        is_same_text: whether it is the same text.
        is_same_event: whether it reports the same event.
        other_numbers: those of the new text that the archive's has not, where the words are alike.
    """

    path: str
    is_same_text: bool = False
    is_same_event: bool = False
    other_numbers: tuple[str, ...] = ()


# Path of an article -> its text.
Texts = Mapping[str, Text]


def texts_of_archive(content: Content) -> dict[str, Text]:
    """Return what is compared of every article in the archive, by its path."""
    return {article.path: _archived(content, article) for article in content.articles}


def _archived(content: Content, article: Article) -> Text:
    front = article.front
    body = parse(read_body(content.docs, article)).plain_lines(1)
    day = front.conference and front.conference.date
    known = in_figures(day) if day else ""
    return text_of(f"{front.title} {front.lead or ''} {body}", known)


def text_of(text: str, known: str = "") -> Text:
    """Return what is compared of a text.

    Args:
        text: what is printed.
        known: more with numbers that would not be new.
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    runs = frozenset(
        hash(tuple(words[i : i + _SHINGLE_WORDS]))
        for i in range(max(1, len(words) - _SHINGLE_WORDS + 1))
    )
    numbers = _numbers(text)
    return Text(runs, numbers, numbers | _numbers(known))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.lstrip("0") or "0" for number in _NUMBER.findall(text))


def find_duplicate(
    recognised: RecognisedArticle, articles: tuple[Article, ...], archive: Texts
) -> Duplicate | None:
    """Return an article with the same text, else on the same event, else of much the same words.

    Args:
        recognised: the article to be imported.
        articles: those of the archive.
        archive: what is compared of them.
    """
    own = text_of(recognised.page.text)
    alike = [path for path, other in archive.items() if _is_alike(own, other)]
    same = next((path for path in alike if _has_same_numbers(own, archive[path])), None)
    if same is not None:
        return Duplicate(same, is_same_text=True)
    principal = next((one for one in articles if _is_same_event(recognised, one)), None)
    if principal is not None:
        return Duplicate(principal.front.same_event_as or principal.path, is_same_event=True)
    if not alike:
        return None
    new = sorted(own.numbers - archive[alike[0]].known)
    return Duplicate(alike[0], other_numbers=tuple(new))


def _is_alike(own: Text, other: Text) -> bool:
    shared = len(own.shingles & other.shingles)
    return shared > _SAME_TEXT * min(len(own.shingles), len(other.shingles))


def _has_same_numbers(own: Text, other: Text) -> bool:
    """Whether one text has all the numbers of the other, which may be cut."""
    return own.numbers <= other.known or other.numbers <= own.numbers


def _is_same_event(recognised: RecognisedArticle, article: Article) -> bool:
    """Whether both are of the same day and have an agency or programme in common."""
    meeting = article.front.conference
    if meeting is None or meeting.date is None or recognised.date is None:
        return False
    if meeting.date != recognised.date.value or meeting.date.precision not in ("day", "month-day"):
        return False
    agencies = {f.value.id for f in recognised.agencies if f.value.id} & set(article.agency_ids)
    return bool(agencies or {f.value for f in recognised.programs} & set(article.front.programs))
