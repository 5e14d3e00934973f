"""The files of an index on disk, except for its cards: written only where they differ."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from bantin.runtime.files import write
from bantin.runtime.processes import ALONE, Workers, split_work
from bantin.search.format.codec import with_checksum

Checksums = dict[str, int]
# Makes some files: yields their paths and contents.
FileSource = Callable[[], Iterable[tuple[str, bytes]]]


class IndexFiles:
    """The files of an index below its folder.

    Attributes:
        path: of the folder.
        is_complete: whether all files of the last build are there.
        checksums: of the files that belong to the index now, by their paths from the folder.
    """

    def __init__(self, path: Path, checksums: Mapping[str, int]) -> None:
        """Look which files of the last build are there.

        Args:
            path: of the folder.
            checksums: of the files as the last build wrote them.
        """
        existing = set(_paths(path))
        self.path = path
        self.is_complete = bool(checksums) and checksums.keys() <= existing
        self._before = {name: sum_ for name, sum_ in checksums.items() if name in existing}
        self.checksums: Checksums = {}

    def read(self, path: str) -> bytes:
        """Return a file as it is on disk."""
        return (self.path / path).read_bytes()

    def keep_all(self, but: Iterable[str]) -> None:
        """Let all files of the last build belong to the index, except for some."""
        dropped = set(but)
        self.checksums = {
            name: checksum for name, checksum in self._before.items() if name not in dropped
        }

    def write(self, sources: Sequence[FileSource], workers: Workers = ALONE) -> None:
        """Write the files that differ from what is there; all belong to the index from now on."""
        for checksums in split_work(sources, self._write, workers, least=2):
            self.checksums |= checksums

    def _write(self, sources: Iterable[FileSource]) -> Checksums:
        checksums: Checksums = {}
        for path, data in (file for source in sources for file in source()):
            checksums[path] = crc32(data)
            if self._before.get(path) != checksums[path]:
                write(f"{self.path}/{path}", data)
        return checksums


def in_folder(folder: str, source: FileSource) -> FileSource:
    """Return a source whose payloads become files in a folder, each after its checksum."""
    return lambda: ((f"{folder}/{path}", with_checksum(payload)) for path, payload in source())


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
