"""Long files written by copying the rows of unchanged records from the last site.

The open data of 10,000 articles has 40 MB: one changed article makes one row, not all of them.
"""

from array import array
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bantin.publish.output import FileSum, Listing, ListingFile
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles, Stat

BLOCK = 1 << 20
Ends = Sequence[int]


class _Written(NamedTuple):
    """A listing as it was written: for each form where rows end, the file's stat and its sum."""

    forms: tuple[ListingFile, ...]
    keys: list[str]
    ends: list[Ends]
    stats: list[Stat]
    sums: list[FileSum]


class ListingWriter:
    """Writes listings.

    Args:
        files: of the site.
        cache: has what the last build wrote.
        version: digest of all that rows depend on besides their keys.

    Attributes:
        sums: of the files written, by their paths from the site.
        stats: the same for the stat of each.
    """

    def __init__(self, files: SiteFiles, cache: Cache, version: str) -> None:
        self._files, self._cache, self._version = files, cache, version
        self.sums: dict[str, FileSum] = {}
        self.stats: dict[str, Stat] = {}

    def update(self, listing: Listing) -> None:
        """Write the files of a listing into the site."""
        paths = [form.path for form in listing.forms]
        name = paths[0].replace("/", "-")
        last = self._last(name, listing)
        if last is None or last.keys != list(listing.keys):
            last = self._write(listing, last)
            self._cache.save(name, last, self._version)
        self.sums |= zip(paths, last.sums, strict=True)
        self.stats |= zip(paths, last.stats, strict=True)

    def _last(self, name: str, listing: Listing) -> _Written | None:
        """Return the listing as the last build wrote it, if the site still has it."""
        last: _Written | None = self._cache.load(name, self._version)
        if last is None or last.forms != listing.forms:
            return None
        stats = [self._files.stat(form.path) for form in listing.forms]
        return last if last.stats == stats else None

    def _write(self, listing: Listing, last: _Written | None) -> _Written:
        old_ends = last.ends if last else [()] * len(listing.forms)
        writers = [
            _FileWriter(self._files, form, ends)
            for form, ends in zip(listing.forms, old_ends, strict=True)
        ]
        for rows, old_row in _runs(listing.keys, last.keys if last else ()):
            if old_row is not None:
                for writer in writers:
                    writer.copy(old_row, old_row + len(rows))
                continue
            for made in map(listing.make, rows):
                for writer, row in zip(writers, made, strict=True):
                    writer.add(row)
        sums = [writer.close() for writer in writers]
        return _Written(
            listing.forms,
            list(listing.keys),
            [writer.ends for writer in writers],
            [writer.stat for writer in writers],
            sums,
        )


class _FileWriter:
    """A file being written, and the one it is to replace.

    Attributes:
        ends: where each row ends.
        stat: of the new file, once it is closed.
    """

    def __init__(self, files: SiteFiles, form: ListingFile, old_ends: Ends) -> None:
        self.ends = array("q")
        self.stat = Stat(0, 0)
        self._path = files.new(form.path)
        self._form, self._old_ends = form, old_ends
        self._old = (files.site / form.path).open("rb") if old_ends else None
        # Another name until it is whole: without a staging folder it would overwrite the old one.
        self._new = self._path.with_name(f"{self._path.name}.new").open("wb", BLOCK)
        self._size, self._sum = 0, sha256()
        self._put(form.head)

    def add(self, row: bytes) -> None:
        """Write a row."""
        self._put(self._form.between + row if self.ends else row)
        self.ends.append(self._size)

    def copy(self, first: int, last: int) -> None:
        """Write rows that the old file has, from ``first`` to before ``last``."""
        if not self._old:
            message = f"no rows to copy {first}:{last} from"
            raise ValueError(message)
        if self.ends:
            self._put(self._form.between)
        form = self._form
        start = self._old_ends[first - 1] + len(form.between) if first else len(form.head)
        shift = self._size - start
        self._old.seek(start)
        left = self._old_ends[last - 1] - start
        while left > 0 and (block := self._old.read(min(BLOCK, left))):
            self._put(block)
            left -= len(block)
        self.ends.extend(end + shift for end in self._old_ends[first:last])

    def close(self) -> FileSum:
        """Finish the new file."""
        self._put(self._form.tail)
        self._new.close()
        if self._old:
            self._old.close()
        # Removed, not replaced: some disks wait for the data of a file renamed over another.
        self._path.unlink(missing_ok=True)
        Path(self._new.name).rename(self._path)
        stat = self._path.stat()
        self.stat = Stat(stat.st_size, stat.st_mtime_ns)
        return FileSum(self._size, self._sum.hexdigest())

    def _put(self, data: bytes) -> None:
        self._new.write(data)
        self._sum.update(data)
        self._size += len(data)


def _runs(keys: Sequence[str], old_keys: Sequence[str]) -> Iterator[tuple[range, int | None]]:
    """Yield runs of rows that followed each other before, with the first; None for new rows."""
    rows = {key: number for number, key in enumerate(old_keys)}
    old_rows = [rows.get(key) for key in keys]
    start = 0
    for row in range(1, len(old_rows) + 1):
        if row == len(old_rows) or not _follows(old_rows[row - 1], old_rows[row]):
            yield range(start, row), old_rows[start]
            start = row


def _follows(row: int | None, next_row: int | None) -> bool:
    return next_row == (None if row is None else row + 1)
