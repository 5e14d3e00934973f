"""The folder of an index: files known by their checksums, written where these differ."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from bantin.runtime.files import write
from bantin.runtime.processes import ALONE, Workers, split_work
from bantin.search.format.codec import with_checksum

Sums = dict[str, int]
Part = Callable[[], Iterable[tuple[str, bytes]]]


class Folder:
    """The files of an index but for its cards.

    Attributes:
        path: of the folder.
        sums: checksum of each file, by its path from the folder.
    """

    def __init__(self, path: Path, sums: Mapping[str, int]) -> None:
        there = set(_paths(path))
        self.path = path
        self.is_whole = bool(sums) and sums.keys() <= there
        self._before = {name: sum_ for name, sum_ in sums.items() if name in there}
        self.sums: Sums = {}

    def stand_by(self, gone: Iterable[str]) -> None:
        """Have all files that were there belong to the index still, but for some."""
        left = set(gone)
        self.sums = {name: sum_ for name, sum_ in self._before.items() if name not in left}

    def bring(self, parts: Sequence[Part], workers: Workers = ALONE) -> None:
        """Write the files that are not there already."""
        for sums in split_work(parts, self._bring, workers, least=2):
            self.sums |= sums

    def _bring(self, parts: Iterable[Part]) -> Sums:
        sums: Sums = {}
        for path, data in (file for part in parts for file in part()):
            sums[path] = crc32(data)
            if self._before.get(path) != sums[path]:
                write(f"{self.path}/{path}", data)
        return sums


def sealed(folder: str, part: Part) -> Part:
    """Return a part whose files stand in a folder, each behind its checksum."""
    return lambda: ((f"{folder}/{path}", with_checksum(payload)) for path, payload in part())


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
