"""The folder of an index: files known by their checksums, written where these differ."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from bantin.forking import split_work
from bantin.search.settings import MANIFEST
from bantin.writing import write

RECORD = "search.json"
Sums = dict[str, int]
Part = Callable[[], Iterable[tuple[str, bytes]]]


class Folder:
    """The files of an index but for its cards.

    Attributes:
        is_whole: whether every file is there that was written before.
    """

    def __init__(self, path: Path, cache: Path | None) -> None:
        self.path = path
        self._record = cache / RECORD if cache else None
        self._before, self.is_whole = self._recall()
        self._sums: Sums = self._before

    @property
    def paths(self) -> Iterable[str]:
        """The files, by their paths from the folder."""
        return self._sums

    @property
    def version(self) -> str:
        """What the manifest says it was made from; empty where there is none."""
        try:
            return str(json.loads((self.path / MANIFEST).read_bytes())["version"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def distrust(self) -> None:
        """Begin anew: should this build be broken off, the next believes nothing."""
        self._sums = {}
        if self._record:
            self._record.unlink(missing_ok=True)

    def bring(self, parts: Sequence[Part], workers: int = 1) -> None:
        """Write the files that are not there already."""
        for sums in split_work(parts, self._bring, workers, least=2):
            self._sums |= sums

    def remember(self) -> None:
        """Keep the checksums for the next build."""
        if self._record:
            self._record.parent.mkdir(parents=True, exist_ok=True)
            self._record.write_text(json.dumps(self._sums), encoding="utf-8")

    def _bring(self, parts: Sequence[Part]) -> Sums:
        sums: Sums = {}
        for path, data in (file for part in parts for file in part()):
            sums[path] = crc32(data)
            if self._before.get(path) != sums[path]:
                write(f"{self.path}/{path}", data)
        return sums

    def _recall(self) -> tuple[Sums, bool]:
        try:
            sums = json.loads(self._record.read_bytes()) if self._record else {}
            there = set(_paths(self.path))
            kept = {path: sum_ for path, sum_ in sums.items() if path in there}
        except (OSError, ValueError, AttributeError):
            return {}, False
        return kept, len(kept) == len(sums) > 0


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
