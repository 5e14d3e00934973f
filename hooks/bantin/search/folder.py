"""The folder of an index: files known by their checksums, written where these differ."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from bantin.forking import split_work
from bantin.writing import write

RECORD = "search.json"
Sums = dict[str, int]
Part = Callable[[], Iterable[tuple[str, bytes]]]


class Folder:
    """The files of an index but for its cards.

    Attributes:
        sums: checksum of each file, by its path from the folder.
    """

    def __init__(self, path: Path, cache: Path | None) -> None:
        self.path = path
        self._record = cache / RECORD if cache else None
        self._made_from, self._before = self._recall()
        self.sums = self._before

    def is_whole(self, made_from: str) -> bool:
        """Whether every file is there, and was made from what they would be made from now."""
        there = set(_paths(self.path)) if made_from == self._made_from else set()
        return bool(self.sums) and self.sums.keys() <= there

    def distrust(self) -> None:
        """Begin anew: should this build be broken off, the next believes nothing."""
        there = set(_paths(self.path))
        self._before = {path: sum_ for path, sum_ in self._before.items() if path in there}
        self.sums = {}
        if self._record:
            self._record.unlink(missing_ok=True)

    def bring(self, parts: Sequence[Part], workers: int = 1) -> None:
        """Write the files that are not there already."""
        for sums in split_work(parts, self._bring, workers, least=2):
            self.sums |= sums

    def remember(self, made_from: str) -> None:
        """Keep the checksums for the next build, and what the files were made from."""
        if self._record:
            self._record.parent.mkdir(parents=True, exist_ok=True)
            self._record.write_text(json.dumps([made_from, self.sums]), encoding="utf-8")

    def _bring(self, parts: Sequence[Part]) -> Sums:
        sums: Sums = {}
        for path, data in (file for part in parts for file in part()):
            sums[path] = crc32(data)
            if self._before.get(path) != sums[path]:
                write(f"{self.path}/{path}", data)
        return sums

    def _recall(self) -> tuple[str, Sums]:
        try:
            made_from, sums = json.loads(self._record.read_bytes()) if self._record else ("", {})
            return str(made_from), {str(path): int(sum_) for path, sum_ in sums.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return "", {}


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
