"""Values that outlive a build.

One rule holds for all of them: an entry that is missing, cut short, altered or written under
another version does not exist, and whoever asked for it computes the value again. An entry that
cannot be written is missing next time; a build never fails because of its cache.
"""

import mmap
import pickle
from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from bantin.runtime.garbage import paused_gc

CHECKSUM_SIZE = sha256().digest_size
# What pickle raises for a value of a class that has been renamed, moved or changed since.
OTHER_CODE = (AttributeError, ImportError, TypeError, ValueError, LookupError, pickle.PickleError)
Buffer: TypeAlias = bytes | memoryview


class Cache:
    """Entries below one folder, a file each; names may hold slashes.

    Args:
        folder: made when the first entry is saved; without one nothing is ever cached.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def at(self, name: str) -> "Cache":
        """Return the cache of a folder below this one."""
        return Cache(self._folder / name) if self._folder else self

    def path(self, name: str) -> Path | None:
        """Return the file of an entry, whether it exists or not."""
        return self._folder / name if self._folder else None

    def load(self, name: str, version: str = "") -> Any | None:  # noqa: ANN401 - whatever was saved
        """Return the value saved under this name and version, or None."""
        payload = self.load_bytes(name, version)
        if payload is None:
            return None
        with paused_gc():
            try:
                return pickle.loads(payload)  # noqa: S301 - our own bytes, by their checksum
            except OTHER_CODE:
                return None

    def save(self, name: str, value: object, version: str = "") -> None:
        """Save a value that can be pickled.

        Args:
            name: of the entry.
            value: replaces the one saved before, in one step.
            version: digest of all that the value depends on and does not hold itself.
        """
        entry_of(name, value, version).save(self)

    def load_bytes(self, name: str, version: str = "") -> memoryview | None:
        """Return the bytes saved under this name and version, or None."""
        if not self._folder:
            return None
        try:
            data = memoryview((self._folder / name).read_bytes())
        except OSError:
            return None
        checksum, payload = data[:CHECKSUM_SIZE], data[CHECKSUM_SIZE:]
        return payload if checksum == _checksum(version, [payload]) else None

    def save_bytes(self, name: str, parts: Collection[Buffer], version: str = "") -> None:
        """Save bytes, given in parts so that large ones need not be joined."""
        if not self._folder:
            return
        file = self._folder / name
        partial = file.with_name(f"{file.name}.new")
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("wb") as out:
                out.write(_checksum(version, parts))
                out.writelines(parts)
            partial.replace(file)

    def map_bytes(self, name: str) -> tuple[mmap.mmap, memoryview]:
        """Return an entry as it lies on the disk, read page by page when it is used.

        Its checksum is not verified: for entries that this build has saved or loaded.

        Raises:
            OSError: there is no such entry.
        """
        if not self._folder:
            raise FileNotFoundError(name)
        with (self._folder / name).open("rb") as opened:
            mapped = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        return mapped, memoryview(mapped)[CHECKSUM_SIZE:]

    def drop(self, name: str) -> None:
        """Delete an entry."""
        if self._folder:
            (self._folder / name).unlink(missing_ok=True)

    def prune(self, names: Collection[str]) -> None:
        """Delete all entries of this folder but some."""
        if self._folder and self._folder.is_dir():
            for entry in self._folder.iterdir():
                if entry.is_file() and entry.name not in names:
                    entry.unlink()


class Entry(NamedTuple):
    """A value ready to be saved: one process may make it, and another save it."""

    name: str
    payload: bytes
    version: str

    def save(self, cache: Cache) -> None:
        """Save the value; see ``Cache.save``."""
        cache.save_bytes(self.name, [self.payload], self.version)

    def drop(self, cache: Cache) -> None:
        """Delete what was saved under this name."""
        cache.drop(self.name)


def entry_of(name: str, value: object, version: str = "") -> Entry:
    """Return a value ready to be saved; see ``Cache.save``."""
    return Entry(name, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL), version)


NO_CACHE = Cache()


def _checksum(version: str, parts: Iterable[Buffer]) -> bytes:
    checksum = sha256(version.encode())
    for part in parts:
        checksum.update(part)
    return checksum.digest()
