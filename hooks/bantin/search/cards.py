"""The cards of an index: a small file an article, fetched when a result is shown."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from bantin.writing import write


class Cards:
    """The folder of the cards, named after the numbers that articles have."""

    def __init__(self, index: Path, name: str, size: int) -> None:
        self.name = f"bai-{name}"
        self._index = str(index)
        self._size = size

    def paths(self) -> Iterator[str]:
        """Yield the path of every card, from the folder of the index."""
        return (f"{self.name}/{number}.json" for number in range(self._size))

    def are_whole(self) -> bool:
        """Whether every card is there."""
        return set(range(self._size)) <= self._there()

    def take_over(self, former: str, kept: Mapping[int, int]) -> set[int]:
        """Return the numbers whose cards are there, those of another folder brought over.

        Args:
            former: name of the folder where the cards were.
            kept: for each number the one that the card had there.
        """
        if former == self.name:
            return self._there() & kept.keys()
        if kept:
            Path(self._index, self.name).mkdir(parents=True, exist_ok=True)
        return {new for new, old in kept.items() if self._move(f"{former}/{old}.json", new)}

    def lay(self, number: int, card: bytes) -> None:
        """Write a card."""
        write(f"{self._index}/{self.name}/{number}.json", card)

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
