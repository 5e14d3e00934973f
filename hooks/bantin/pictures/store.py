"""Made files kept between builds, each sealed: a damaged one is as good as none."""

import os
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path, PurePosixPath

SEAL = sha256().digest_size


class Store:
    """A folder of sealed files; their names bear a digest of what they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, address: str) -> bytes | None:
        """Return a file, or None where it is missing or damaged."""
        try:
            data = self._entry(address).read_bytes()
        except OSError:
            return None
        seal, payload = data[:SEAL], data[SEAL:]
        return payload if seal == sha256(payload).digest() else None

    def save(self, address: str, data: bytes) -> None:
        """Keep a file, in one step."""
        entry = self._entry(address)
        entry.parent.mkdir(parents=True, exist_ok=True)
        fresh = entry.with_name(f"{entry.name}.new")
        fresh.write_bytes(sha256(data).digest() + data)
        fresh.replace(entry)

    def has_laid(self, address: str, site: Path) -> bool:
        """Whether the site holds the file as it was laid there, by size and time."""
        try:
            kept, laid = self._entry(address).stat(), (site / address).stat()
        except OSError:
            return False
        is_same_size = laid.st_size + SEAL == kept.st_size
        return is_same_size and laid.st_mtime_ns == kept.st_mtime_ns

    def lay(self, address: str, data: bytes, site: Path) -> None:
        """Write a kept file into the site, with the time of the kept one."""
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        changed = self._entry(address).stat().st_mtime_ns
        os.utime(file, ns=(changed, changed))

    def prune(self, addresses: Collection[str]) -> None:
        """Drop every file but these."""
        wanted = {self._entry(address).name for address in addresses}
        if self._folder.is_dir():
            for entry in self._folder.iterdir():
                if entry.name not in wanted:
                    entry.unlink()

    def _entry(self, address: str) -> Path:
        return self._folder / PurePosixPath(address).name
