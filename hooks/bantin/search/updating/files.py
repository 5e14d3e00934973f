"""The files of an index on disk, except for its cards: written only where they differ."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from zlib import crc32

from bantin.runtime.site_files import SiteFiles, Stat
from bantin.search.format.codec import with_checksum
from bantin.search.format.settings import FOLDER

# Makes some files: yields their paths and contents.
FileSource = Callable[[], Iterable[tuple[str, bytes]]]


class FileRecord(NamedTuple):
    """A file as it was written: its CRC-32 and its stat."""

    checksum: int
    stat: Stat


class IndexFiles:
    """The files of an index below its folder, except for its cards.

    Attributes:
        is_complete: whether the site has all files of the last index as they were written.
        records: of the files of the new index, by their paths from the folder.
    """

    def __init__(self, files: SiteFiles, last: Mapping[str, FileRecord]) -> None:
        """Check which files of the last index are in the site as they were written.

        Args:
            files: of the site.
            last: files of the last index, by their paths from the folder.
        """
        self._files = files
        self._last = {
            path: one for path, one in last.items() if files.stat(_in_site(path)) == one.stat
        }
        self.is_complete = 0 < len(last) == len(self._last)
        self.records: dict[str, FileRecord] = {}

    def read(self, path: str) -> bytes:
        """Return a file of the last index; OSError where it is gone."""
        data = self._files.read(_in_site(path))
        if data is None:
            raise FileNotFoundError(path)
        return data

    def keep_all(self, but: Iterable[str]) -> None:
        """Keep all files of the last index in the new one, except for some."""
        dropped = set(but)
        self.records = {path: one for path, one in self._last.items() if path not in dropped}

    def write(self, sources: Iterable[FileSource]) -> None:
        """Write the files that differ from what is there; all belong to the index from now on."""
        for path, data in (file for source in sources for file in source()):
            checksum, last = crc32(data), self._last.get(path)
            is_same = last is not None and last.checksum == checksum
            stat = last.stat if last and is_same else self._files.write(_in_site(path), data)
            self.records[path] = FileRecord(checksum, stat)


def _in_site(path: str) -> str:
    return f"{FOLDER}/{path}"


def in_folder(folder: str, source: FileSource) -> FileSource:
    """Return a source whose payloads become files in a folder, each after its checksum."""
    return lambda: ((f"{folder}/{path}", with_checksum(payload)) for path, payload in source())
