"""Long files with a row a record; rows of unchanged records are copied from where they stand."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bantin.runtime.cache import Cache
from bantin.runtime.filestat import Look, look_at

BLOCK = 1 << 20
Ends = Sequence[int]


class Form(NamedTuple):
    """A file of a listing: its path from the site, and what stands before, between, after rows."""

    path: str
    head: bytes
    between: bytes
    tail: bytes


class Listing(NamedTuple):
    """Files with the same records in the same order.

    Attributes:
        forms: the files.
        keys: for each record a digest of all that its row is made from.
        make: the rows of a record by its number, one a form.
    """

    forms: tuple[Form, ...]
    keys: Sequence[str]
    make: Callable[[int], Sequence[bytes]]


class Sum(NamedTuple):
    """How long a file is, and its SHA-256."""

    size: int
    digest: str


class _Kept(NamedTuple):
    """A listing as it was written: for each form where rows end, how the file looks, its sum."""

    forms: tuple[Form, ...]
    keys: list[str]
    ends: list[Ends]
    looks: list[Look]
    sums: list[Sum]


class Listings:
    """Brings listings up to date.

    Args:
        site: where their files go.
        cache: remembers what stands in them.
        version: digest of all that rows depend on besides their keys.

    Attributes:
        sums: of the files that were brought, by their paths from the site.
    """

    def __init__(self, site: Path, cache: Cache, version: str) -> None:
        self._site, self._cache, self._version = site, cache, version
        self.sums: dict[str, Sum] = {}

    def bring(self, listing: Listing) -> None:
        """Write the files of a listing unless they stand so already."""
        paths = [form.path for form in listing.forms]
        record = paths[0].replace("/", "-")
        kept = self._recall(record, listing)
        if kept is None or kept.keys != list(listing.keys):
            kept = self._write(listing, kept)
            self._cache.save(record, kept, self._version)
        self.sums |= zip(paths, kept.sums, strict=True)

    def _recall(self, record: str, listing: Listing) -> _Kept | None:
        kept: _Kept | None = self._cache.load(record, self._version)
        if kept is None or kept.forms != listing.forms:
            return None
        try:
            looks = [look_at(self._site / form.path) for form in listing.forms]
        except OSError:
            return None
        return kept if kept.looks == looks else None

    def _write(self, listing: Listing, kept: _Kept | None) -> _Kept:
        formers = kept.ends if kept else [()] * len(listing.forms)
        files = [
            _File(self._site / form.path, form, former)
            for form, former in zip(listing.forms, formers, strict=True)
        ]
        for rows, old in _runs(listing.keys, kept.keys if kept else ()):
            if old is not None:
                for file in files:
                    file.copy(old, old + len(rows))
                continue
            for made in map(listing.make, rows):
                for file, row in zip(files, made, strict=True):
                    file.add(row)
        done = [file.close() for file in files]
        looks = [look_at(self._site / form.path) for form in listing.forms]
        return _Kept(listing.forms, list(listing.keys), [file.ends for file in files], looks, done)


class _File:
    """A file being written, and the one it is to replace.

    Attributes:
        ends: where each row ends.
    """

    def __init__(self, file: Path, form: Form, former: Ends) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.ends = array("q")
        self._file, self._form, self._former = file, form, former
        self._old = file.open("rb") if former else None
        self._new = file.with_name(f"{file.name}.new").open("wb", BLOCK)
        self._size, self._sum = 0, sha256()
        self._put(form.head)

    def add(self, row: bytes) -> None:
        """Write a row."""
        self._put(self._form.between + row if self.ends else row)
        self.ends.append(self._size)

    def copy(self, first: int, last: int) -> None:
        """Write rows that the former file has, from ``first`` to before ``last``."""
        if not self._old:
            message = f"no rows to copy {first}:{last} from"
            raise ValueError(message)
        self._separate()
        form = self._form
        start = self._former[first - 1] + len(form.between) if first else len(form.head)
        shift = self._size - start
        self._old.seek(start)
        left = self._former[last - 1] - start
        while left > 0 and (block := self._old.read(min(BLOCK, left))):
            self._put(block)
            left -= len(block)
        self.ends.extend(end + shift for end in self._former[first:last])

    def close(self) -> Sum:
        """Put the new file in the place of the old."""
        self._put(self._form.tail)
        self._new.close()
        if self._old:
            self._old.close()
        # Removed, not replaced: some disks wait for the data of a file renamed over another.
        self._file.unlink(missing_ok=True)
        Path(self._new.name).rename(self._file)
        return Sum(self._size, self._sum.hexdigest())

    def _separate(self) -> None:
        if self.ends:
            self._put(self._form.between)

    def _put(self, data: bytes) -> None:
        self._new.write(data)
        self._sum.update(data)
        self._size += len(data)


def _runs(keys: Sequence[str], former: Sequence[str]) -> Iterator[tuple[range, int | None]]:
    """Yield runs of rows that stood in a row before, and where; None for rows that did not."""
    known = {key: number for number, key in enumerate(former)}
    places = [known.get(key) for key in keys]
    start = 0
    for row in range(1, len(places) + 1):
        if row == len(places) or not _follows(places[row - 1], places[row]):
            yield range(start, row), places[start]
            start = row


def _follows(place: int | None, next_: int | None) -> bool:
    return next_ == (None if place is None else place + 1)
