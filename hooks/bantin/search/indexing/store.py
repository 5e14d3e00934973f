"""Segments cached between builds; one that cannot be read is empty."""

import mmap
from collections.abc import Iterable, Iterator, Mapping
from shutil import rmtree
from sys import intern
from typing import Any
from zlib import crc32

import numpy as np

from bantin.runtime.cache import Cache
from bantin.search.indexing.segment import EMPTY_SEGMENT, FINGERPRINT_SIZE, Segment

FOLDER = "segments"
LENGTH_SIZE = 8
# About how many articles share a segment: few enough that one edit rewrites little.
USUAL_ARTICLES = 256
# More segments than these take longer to merge, and each has its own list of words.
MOST_SEGMENTS = 128
COLUMNS: Mapping[str, Any] = {
    "terms": np.int64, "hashes": np.int64, "posting_starts": np.uint32, "posting_docs": np.uint16,
    "posting_codes": np.uint8, "position_starts": np.uint32, "position_docs": np.uint16,
    "positions": np.uint32,
}  # fmt: skip


class SegmentStore:
    """The segments of an archive, numbered from 0.

    Attributes:
        count: how many there are, a power of two that grows with the archive.
    """

    def __init__(self, cache: Cache, article_count: int) -> None:
        self.count = min(1 << (article_count // USUAL_ARTICLES).bit_length(), MOST_SEGMENTS)
        self._folder = cache.path(FOLDER)
        self._cache = cache.at(FOLDER).at(str(self.count))
        self._mapped: list[mmap.mmap] = []

    def number_of(self, path: str) -> int:
        """Return the segment that an article belongs to; it depends on the article's path only."""
        return crc32(path.encode()) % self.count

    def load(self, number: int) -> Segment:
        """Return a segment; an empty one where it is not cached."""
        payload = self._cache.load_bytes(f"{number}.bin")
        try:
            return _unpack(payload) if payload else EMPTY_SEGMENT
        except (ValueError, IndexError):
            return EMPTY_SEGMENT

    def save(self, number: int, segment: Segment) -> None:
        """Cache a segment."""
        self._cache.save_bytes(f"{number}.bin", [*_blocks(segment)])

    def map(self, numbers: Iterable[int]) -> list[Segment]:
        """Return cached segments whose columns stay on the disk until they are used."""
        segments = list[Segment]()
        self._mapped.clear()
        for number in numbers:
            file, payload = self._cache.map_bytes(f"{number}.bin")
            self._mapped.append(file)
            segments.append(_unpack(payload))
            # Its words were copied; half a megabyte of its columns was mapped along with them.
            _release(file)
        return segments

    def release(self) -> None:
        """Give the pages of mapped segments that were used back to the operating system.

        Merging goes through all segments once for each range of terms. Without this the process
        would in the end hold them all, in memory that grows with the archive.
        """
        for file in self._mapped:
            _release(file)

    def delete_other_counts(self) -> None:
        """Delete the segments of an archive that was split into another number of them."""
        for folder in self._folder.glob("*") if self._folder else ():
            if folder.name != str(self.count):
                rmtree(folder)


def _release(file: mmap.mmap) -> None:
    if hasattr(mmap, "MADV_DONTNEED"):
        file.madvise(mmap.MADV_DONTNEED)


def _blocks(segment: Segment) -> Iterator[bytes | memoryview]:
    """Yield each block after its length."""
    yield from _with_length(b"".join(segment.fingerprints))
    yield from _with_length("\n".join(segment.words).encode())
    for name in COLUMNS:
        yield from _with_length(getattr(segment, name).data.cast("B"))


def _with_length(block: bytes | memoryview) -> tuple[bytes, bytes | memoryview]:
    return len(block).to_bytes(LENGTH_SIZE, "little"), block


def _unpack(data: memoryview) -> Segment:
    blocks, at = list[memoryview](), 0
    while at < len(data):
        size = int.from_bytes(data[at : at + LENGTH_SIZE], "little")
        blocks.append(data[at + LENGTH_SIZE : at + LENGTH_SIZE + size])
        at += LENGTH_SIZE + size
    fingerprints, words, *columns = blocks
    named = zip(COLUMNS.items(), columns, strict=True)
    return Segment(
        [
            bytes(fingerprints[start : start + FINGERPRINT_SIZE])
            for start in range(0, len(fingerprints), FINGERPRINT_SIZE)
        ],
        # Most segments have the same words: interned, they are in memory once.
        [*map(intern, bytes(words).decode().split("\n"))] if words else [],
        **{name: np.frombuffer(column, kind) for (name, kind), column in named},
    )
