"""The cards of an index: a small file an article, fetched when a result is shown."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from bantin.runtime.cache import Cache
from bantin.runtime.files import write

RECORD = "search-cards"


class Cards:
    """The folder of the cards, named after the numbers that articles have.

    Attributes:
        name: of the folder.
    """

    def __init__(self, index: Path, cache: Cache, name: str, keys: Sequence[bytes]) -> None:
        """Take what each card is made from, by the number of its article."""
        self.name = f"bai-{name}"
        self._index, self._cache = str(index), cache
        self._keys = [key.hex() for key in keys]

    def paths(self) -> Iterator[str]:
        """Yield the path of every card, from the folder of the index."""
        return (f"{self.name}/{number}.json" for number in range(len(self._keys)))

    def are_whole(self) -> bool:
        """Whether every card is there."""
        return set(range(len(self._keys))) <= self._there()

    def missing(self) -> set[int]:
        """Return the numbers whose cards are to be made, once those of another folder are over."""
        former, keys = self._cache.load(RECORD) or ("", [])
        before = {key: number for number, key in enumerate(keys)}
        kept = {number: before[key] for number, key in enumerate(self._keys) if key in before}
        if former == self.name:
            return set(range(len(self._keys))) - (self._there() & kept.keys())
        if kept:
            Path(self._index, self.name).mkdir(parents=True, exist_ok=True)
        moved = {new for new, old in kept.items() if self._move(f"{former}/{old}.json", new)}
        return set(range(len(self._keys))) - moved

    def lay(self, number: int, card: bytes) -> None:
        """Write a card."""
        write(f"{self._index}/{self.name}/{number}.json", card)

    def save(self) -> None:
        """Save what the cards were made from for the next build."""
        self._cache.save(RECORD, (self.name, self._keys))

    def _move(self, card: str, number: int) -> bool:
        try:
            os.rename(f"{self._index}/{card}", f"{self._index}/{self.name}/{number}.json")  # noqa: PTH104
        except FileNotFoundError:
            return False
        return True

    def _there(self) -> set[int]:
        try:
            names = os.listdir(f"{self._index}/{self.name}")  # noqa: PTH208
        except FileNotFoundError:
            return set()
        stems = (name.removesuffix(".json") for name in names)
        return {int(stem) for stem in stems if stem.isdecimal()}
