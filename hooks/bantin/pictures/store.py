"""Picture files cached between builds and copied into the site."""

import os
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from typing import NamedTuple

from bantin.runtime.cache import CHECKSUM_SIZE, Cache
from bantin.runtime.site_files import SiteFiles


class PictureStore:
    """Picture files by their addresses; their names have a fingerprint of what they show."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load(self, address: str) -> bytes | None:
        """Return a file, or None where it is not cached."""
        data = self._cache.load_bytes(_name(address))
        return None if data is None else bytes(data)

    def save(self, address: str, data: bytes) -> None:
        """Cache a file."""
        self._cache.save_bytes(_name(address), [data])

    def is_in_site(self, address: str, files: SiteFiles) -> bool:
        """Whether the site holds the file as ``copy`` left it there, by size and time."""
        entry, stat = self._cache.path(_name(address)), files.stat(address)
        if not entry or not stat:
            return False
        try:
            cached = entry.stat()
        except OSError:
            return False
        is_same_size = stat.size + CHECKSUM_SIZE == cached.st_size
        return is_same_size and stat.modified == cached.st_mtime_ns

    def copy(self, address: str, data: bytes, files: SiteFiles) -> None:
        """Write a file into the site, with the time of the cached one."""
        file, entry = files.new(address), self._cache.path(_name(address))
        file.write_bytes(data)
        if entry and entry.is_file():
            changed = entry.stat().st_mtime_ns
            os.utime(file, ns=(changed, changed))

    def prune(self, addresses: Collection[str]) -> None:
        """Delete every cached file but these."""
        self._cache.prune({_name(address) for address in addresses})


def _name(address: str) -> str:
    return PurePosixPath(address).name


class PictureWork(NamedTuple):
    """The work for the picture files of a site.

    Attributes:
        tasks: each makes and writes some files that the site does not have.
        paths: of all files, from the site.
    """

    tasks: Sequence[Callable[[], None]]
    paths: AbstractSet[str]
