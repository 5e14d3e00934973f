"""Cards: for each article a small file with what a search result shows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic_core import to_json

from bantin.catalog import Catalog
from bantin.catalog.days import date_in_lists
from bantin.model import Article, Source
from bantin.model.conference import Stage
from bantin.model.labels import STAGES, types_in_words
from bantin.runtime.site_files import SiteFiles, Stat
from bantin.search.format.settings import FOLDER
from bantin.search.indexing.builder import ArticleContent

SHOWN_AGENCIES = 4
# The state that the card of an announcement shows once its conference was held.
REPORTED = "Bài báo trước, nay đã họp"


def card(catalog: Catalog, content: ArticleContent) -> bytes:
    """Return the card of an article as JSON; keys without a value are left out."""
    article, front = content.indexed.article, content.indexed.article.front
    agencies = catalog.registries.agencies
    state = _state(catalog, article)
    shown = {
        "address": article.address,
        "title": front.title,
        "date": _day(catalog, article),
        "state": state,
        "types": types_in_words(front.conference.types) if front.conference else "",
        "agencies": [
            agencies[party.id].name if party.id else party.name or ""
            for party in front.agencies[:SHOWN_AGENCIES]
        ],
        "place": (front.conference.place or "") if front.conference else "",
        "lead": front.lead or "",
        "people": [f"{p.name}, {p.office}" if p.office else p.name for p in front.people],
        "captions": [photo.caption or photo.alt or "" for photo in front.photos],
        "source": _source(front.source) if front.source else "",
        "names": [name.label for name in content.other_names],
        "sections": [
            (section.id, section.title, "\n".join(section.paragraphs))
            for section in content.sections
            if section.paragraphs
        ],
    }
    return to_json({key: value for key, value in shown.items() if value})


def _source(source: Source) -> str:
    """Return what the article was made from: an original headline may be what a reader typed."""
    return "; ".join(filter(None, (source.title, *source.writers)))


def _state(catalog: Catalog, article: Article) -> str:
    """Return how far the conference has come that an article announces; empty for a report."""
    if not catalog.is_announcement(article):
        return ""
    stage = catalog.stage_of(article)
    return REPORTED if stage is Stage.HELD else STAGES[stage]


def _day(catalog: Catalog, article: Article) -> str:
    """Return the day of an article's conference, of one announced and held that of the report."""
    conference, told = catalog.conference_of(article), article
    if conference and catalog.is_announcement(article):
        told = conference.principal
    return date_in_lists(told.front, catalog.bounds_of(told), catalog.stage_of(told))


class CardRecord(NamedTuple):
    """The cards of an index: their folder; what each is made from, and its stat, by number."""

    folder: str = ""
    fingerprints: Sequence[bytes] = ()
    stats: Sequence[Stat] = ()


class CardFiles:
    """The cards of an index, in a folder of their own.

    Attributes:
        name: of the folder; it depends on the numbers of the articles.
        missing: numbers of the articles whose cards are to be written.
    """

    def __init__(
        self, files: SiteFiles, name: str, fingerprints: Sequence[bytes], last: CardRecord
    ) -> None:
        """Take over the cards of the last index that are still right.

        An article keeps its number unless some newer one came or went: then all cards go into a
        folder of another name, so that a page of one release never shows a card of another.

        Args:
            files: of the site.
            name: of the folder.
            fingerprints: what each card is made from, by the number of its article.
            last: cards of the last index.
        """
        self.name = name
        self._files, self._last, self._fingerprints = files, last, fingerprints
        self._stats: dict[int, Stat] = {}
        last_numbers = {one: number for number, one in enumerate(last.fingerprints)}
        for number, one in enumerate(fingerprints):
            if one in last_numbers and self._take(last_numbers[one], number):
                self._stats[number] = last.stats[last_numbers[one]]
        self.missing = set(range(len(fingerprints))) - self._stats.keys()

    def paths(self) -> Iterator[str]:
        """Yield the path of every card from the folder of the index."""
        return (f"{self.name}/{number}.json" for number in range(len(self._fingerprints)))

    def record(self) -> CardRecord:
        """Return what the next update has to know; no card may be missing."""
        stats = [self._stats[number] for number in range(len(self._fingerprints))]
        return CardRecord(self.name, self._fingerprints, stats)

    def write(self, number: int, data: bytes) -> None:
        """Write the card of an article."""
        self._stats[number] = self._files.write(_in_site(self.name, number), data)
        self.missing.discard(number)

    def _take(self, last_number: int, number: int) -> bool:
        """Take a card of the last index; return whether the site has it as it was written."""
        path = _in_site(self._last.folder, last_number)
        if self._files.stat(path) != self._last.stats[last_number]:
            return False
        if self._last.folder == self.name:
            return last_number == number
        return self._files.reuse(path, _in_site(self.name, number))


def _in_site(folder: str, number: int) -> str:
    return f"{FOLDER}/{folder}/{number}.json"
