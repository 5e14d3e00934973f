"""Made picture files: cached between builds, copied into the site."""

import os
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from bantin.runtime.cache import CHECKSUM_SIZE, Cache


class PictureStore:
    """Made files by their addresses; the file name holds a fingerprint of what it was made from."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load(self, address: str) -> bytes | None:
        """Return a file, or None where it is not cached."""
        data = self._cache.load_bytes(_name(address))
        return None if data is None else bytes(data)

    def save(self, address: str, data: bytes) -> None:
        """Cache a file."""
        self._cache.save_bytes(_name(address), [data])

    def is_in_site(self, address: str, site: Path) -> bool:
        """Whether the site holds the file as ``copy`` left it there, by size and time."""
        entry = self._cache.path(_name(address))
        try:
            cached, copied = entry and entry.stat(), (site / address).stat()
        except OSError:
            return False
        if not cached:
            return False
        is_same_size = copied.st_size + CHECKSUM_SIZE == cached.st_size
        return is_same_size and copied.st_mtime_ns == cached.st_mtime_ns

    def copy(self, address: str, data: bytes, site: Path) -> None:
        """Write a file into the site, with the time of the cached one."""
        file, entry = site / address, self._cache.path(_name(address))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if entry and entry.is_file():
            changed = entry.stat().st_mtime_ns
            os.utime(file, ns=(changed, changed))

    def prune(self, addresses: Collection[str]) -> None:
        """Delete every cached file but these."""
        self._cache.prune({_name(address) for address in addresses})


def _name(address: str) -> str:
    return PurePosixPath(address).name
