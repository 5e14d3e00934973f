"""Cards: for each article a small file with what a search result shows."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic_core import to_json

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.model.labels import types_in_words
from bantin.runtime.cache import Cache
from bantin.runtime.files import write
from bantin.search.indexing.builder import ArticleContent
from bantin.vietnamese.dates import in_figures

CACHE_ENTRY = "search-cards"
SHOWN_AGENCIES = 4


def card(catalog: Catalog, content: ArticleContent) -> bytes:
    """Return the card of an article as JSON; keys without a value are left out."""
    article, front = content.indexed.article, content.indexed.article.front
    date, agencies = belonging_date(front), catalog.registries.agencies
    shown = {
        "address": article.address,
        "title": front.title,
        "date": in_figures(date) if date else "",
        "types": types_in_words(front.conference.types) if front.conference else "",
        "agencies": [
            agencies[party.id].name if party.id else party.name or ""
            for party in front.agencies[:SHOWN_AGENCIES]
        ],
        "lead": front.lead or "",
        "people": [f"{p.name}, {p.office}" if p.office else p.name for p in front.people],
        "captions": [photo.caption or photo.alt or "" for photo in front.photos],
        "names": [name.label for name in content.other_names],
        "sections": [
            (section.id, section.title, "\n".join(section.paragraphs))
            for section in content.sections
            if section.paragraphs
        ],
    }
    return to_json({key: value for key, value in shown.items() if value})


class CardFiles:
    """The cards of an index on disk, in a folder of their own.

    Attributes:
        name: of the folder; it depends on the numbers of the articles.
        missing: numbers of the articles whose cards are to be written.
    """

    def __init__(self, index: Path, cache: Cache, name: str, fingerprints: Sequence[bytes]) -> None:
        """Look which cards are there.

        Args:
            index: the folder of the index.
            cache: has what the cards of the last build were made from.
            name: of the folder.
            fingerprints: what each card is made from, by the number of its article.
        """
        self.name = name
        self._index, self._cache = str(index), cache
        self._fingerprints = [one.hex() for one in fingerprints]
        self._numbers = set(range(len(fingerprints)))
        self.missing = self._numbers - self._existing()

    def paths(self) -> Iterator[str]:
        """Yield the path of every card from the folder of the index."""
        return (f"{self.name}/{number}.json" for number in range(len(self._fingerprints)))

    def reuse(self) -> None:
        """Find the cards of the last build that are still right; rename those with a new number.

        An article keeps its number unless some newer one came or went: then all cards move into a
        folder of another name, as files of two releases must not be mixed up.
        """
        former, fingerprints = self._cache.load(CACHE_ENTRY) or ("", [])
        old_numbers = {one: number for number, one in enumerate(fingerprints)}
        reusable = {
            number: old_numbers[one]
            for number, one in enumerate(self._fingerprints)
            if one in old_numbers
        }
        if former == self.name:
            self.missing |= self._numbers - reusable.keys()
            return
        if reusable:
            Path(self._index, self.name).mkdir(parents=True, exist_ok=True)
        moved = {new for new, old in reusable.items() if self._move(f"{former}/{old}.json", new)}
        self.missing = self._numbers - moved

    def write(self, number: int, data: bytes) -> None:
        """Write the card of an article."""
        write(f"{self._index}/{self.name}/{number}.json", data)
        self.missing.discard(number)

    def save(self) -> None:
        """Save what the cards are made from for the next build."""
        self._cache.save(CACHE_ENTRY, (self.name, self._fingerprints))

    def _move(self, path: str, number: int) -> bool:
        try:
            os.rename(f"{self._index}/{path}", f"{self._index}/{self.name}/{number}.json")  # noqa: PTH104 - for each of many files
        except FileNotFoundError:
            return False
        return True

    def _existing(self) -> set[int]:
        try:
            names = os.listdir(f"{self._index}/{self.name}")  # noqa: PTH208 - as above
        except FileNotFoundError:
            return set()
        stems = (name.removesuffix(".json") for name in names)
        return {int(stem) for stem in stems if stem.isdecimal()}
