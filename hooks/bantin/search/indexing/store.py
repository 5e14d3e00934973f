"""Segments cached between builds; one that cannot be read is empty."""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from shutil import rmtree
from sys import intern
from typing import Any
from zlib import crc32

import numpy as np

from bantin.runtime.cache import Cache
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


class SegmentStore:
    """The segments of an archive; which of them an article belongs to depends on its path only."""

    def __init__(self, cache: Cache, articles: int) -> None:
        self.size = min(1 << (articles // USUAL).bit_length(), MOST)
        self._home = cache.path(FOLDER)
        self._cache = cache.at(FOLDER).at(str(self.size))
        self._maps: list[mmap.mmap] = []

    def group_of(self, path: str) -> int:
        """Return the number of the segment that an article belongs to."""
        return crc32(path.encode()) % self.size

    def load(self, number: int) -> Segment:
        """Return a segment; an empty one where it is not cached."""
        payload = self._cache.load_bytes(f"{number}.bin")
        try:
            return _unpack(payload) if payload else NOTHING
        except (ValueError, IndexError):
            return NOTHING

    def opened(self, numbers: Iterable[int]) -> list[Segment]:
        """Return saved segments whose columns stay on the disk until they are used."""
        mapped = [self._cache.map_bytes(f"{number}.bin") for number in numbers]
        self._maps = [one for one, _ in mapped]
        return [_unpack(payload) for _, payload in mapped]

    def release(self) -> None:
        """Give the pages of opened segments that were used back to the operating system."""
        for opened in self._maps:
            if hasattr(mmap, "MADV_DONTNEED"):
                opened.madvise(mmap.MADV_DONTNEED)

    def save(self, number: int, segment: Segment) -> None:
        """Cache a segment."""
        self._cache.save_bytes(f"{number}.bin", [*_blocks(segment)])

    def delete_other_sizes(self) -> None:
        """Delete the segments of an archive of another size."""
        for folder in self._home.glob("*") if self._home else ():
            if folder.name != str(self.size):
                rmtree(folder)


def key_of(*parts: object) -> bytes:
    """Digest of all that an article's part of the index depends on."""
    return sha256("\0".join(map(str, parts)).encode()).digest()[:KEY_SIZE]


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
