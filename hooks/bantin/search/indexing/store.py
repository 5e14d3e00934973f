"""Segments kept from one build to the next; one that cannot be read is empty."""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from sys import intern
from typing import Any
from zlib import crc32

import numpy as np

from bantin.search.format.codec import HEAD, DamagedError, unseal
from bantin.search.indexing.segment import NOTHING, Segment

FOLDER = "segments"
KEY_SIZE = 16
SIZE = 8
# Articles that share a segment, more or less: few enough that one edit rewrites little.
USUAL = 256
# More segments than these take longer to merge, and each holds its own list of words.
MOST = 128
COLUMNS: Mapping[str, Any] = {
    "terms": np.int64, "hashes": np.int64, "starts": np.uint32, "docs": np.uint16,
    "codes": np.uint8, "spot_starts": np.uint32, "spot_docs": np.uint16, "places": np.uint32,
}  # fmt: skip


class Store:
    """The segments of an archive; which of them an article belongs to depends on its path only."""

    def __init__(self, cache: Path, articles: int) -> None:
        self.size = min(1 << (articles // USUAL).bit_length(), MOST)
        self._home = cache / FOLDER
        self._folder = self._home / str(self.size)
        self._maps: list[mmap.mmap] = []

    def group_of(self, path: str) -> int:
        """Return the number of the segment that an article belongs to."""
        return crc32(path.encode()) % self.size

    def load(self, number: int) -> Segment:
        """Return a segment; an empty one where the file is missing, old or damaged."""
        file = self._folder / f"{number}.bin"
        try:
            return _unpack(unseal(file.read_bytes(), file.name))
        except (OSError, DamagedError, ValueError, IndexError, UnicodeDecodeError):
            return NOTHING

    def opened(self, numbers: Iterable[int]) -> list[Segment]:
        """Return segments whose columns stay on the disk until they are asked for."""
        self._maps = [_mapped(self._folder / f"{number}.bin") for number in numbers]
        return [_unpack(memoryview(opened)[HEAD:]) for opened in self._maps]

    def release(self) -> None:
        """Give back the memory of what was asked for of opened segments."""
        for opened in self._maps:
            if hasattr(mmap, "MADV_DONTNEED"):
                opened.madvise(mmap.MADV_DONTNEED)

    def save(self, number: int, segment: Segment) -> None:
        """Keep a segment."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"{number}.part"
        with part.open("wb") as file:
            file.write(bytes(HEAD))
            sum_ = 0
            for block in _blocks(segment):
                sum_ = crc32(block, sum_)
                file.write(block)
            file.seek(0)
            file.write(sum_.to_bytes(HEAD, "little"))
        part.replace(part.with_suffix(".bin"))

    def sweep(self) -> None:
        """Delete the segments of an archive of another size."""
        for folder in self._home.glob("*"):
            if folder != self._folder:
                rmtree(folder)


def key_of(*parts: object) -> bytes:
    """Digest of all that an article's part of the index depends on."""
    return sha256("\0".join(map(str, parts)).encode()).digest()[:KEY_SIZE]


def _mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _blocks(segment: Segment) -> Iterator[bytes | memoryview]:
    """Yield each block behind its length."""
    yield from _sized(b"".join(segment.keys))
    yield from _sized("\n".join(segment.words).encode())
    for name in COLUMNS:
        yield from _sized(getattr(segment, name).data.cast("B"))


def _sized(block: bytes | memoryview) -> tuple[bytes, bytes | memoryview]:
    return len(block).to_bytes(SIZE, "little"), block


def _unpack(data: memoryview) -> Segment:
    blocks, at = list[memoryview](), 0
    while at < len(data):
        size = int.from_bytes(data[at : at + SIZE], "little")
        blocks.append(data[at + SIZE : at + SIZE + size])
        at += SIZE + size
    keys, words, *columns = blocks
    named = zip(COLUMNS.items(), columns, strict=True)
    return Segment(
        [bytes(keys[at : at + KEY_SIZE]) for at in range(0, len(keys), KEY_SIZE)],
        [*map(intern, bytes(words).decode().split("\n"))] if words else [],
        **{name: np.frombuffer(column, kind) for (name, kind), column in named},
    )
