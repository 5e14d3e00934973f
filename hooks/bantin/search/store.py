"""Vectors and cards kept from one build to the next; a store that cannot be read is empty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from bantin.search.codec import HEAD, DamagedError, unseal
from bantin.search.postings import laid_end_to_end
from bantin.search.vector import Lexicon, Vector

NAME = "search.bin"
KEY_SIZE = 16
SIZE = 8
COLUMNS = ("terms", "codes", "pairs", "card")
TYPES: Mapping[str, Any] = {
    "terms": np.uint32, "codes": np.uint8, "pairs": np.uint32, "card": np.uint8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What one article adds to the index: its vector and its card as JSON."""

    vector: Vector
    card: bytes


def key_of(*parts: object) -> bytes:
    """Digest of all that an entry depends on."""
    return sha256("\0".join(map(str, parts)).encode()).digest()[:KEY_SIZE]


def load(folder: Path) -> tuple[Lexicon, dict[bytes, Entry]]:
    """Return what was kept; nothing where the file is missing, old or damaged."""
    try:
        return _unpack(unseal((folder / NAME).read_bytes(), NAME))
    except (OSError, DamagedError, ValueError, IndexError, UnicodeDecodeError):
        return Lexicon(), {}


def save(folder: Path, lexicon: Lexicon, entries: Sequence[tuple[bytes, Entry]]) -> None:
    """Keep entries for the next build."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{NAME}.part"
    with part.open("wb") as file:
        file.write(bytes(HEAD))
        sum_ = 0
        for block in _blocks(lexicon, entries):
            sum_ = crc32(block, sum_)
            file.write(block)
        file.seek(0)
        file.write(sum_.to_bytes(HEAD, "little"))
    part.replace(folder / NAME)


def _blocks(lexicon: Lexicon, entries: Sequence[tuple[bytes, Entry]]) -> Iterator[bytes]:
    """Yield each block behind its length."""
    yield from _sized("\n".join(lexicon.words).encode())
    yield from _sized(np.fromiter(lexicon.terms, np.int64, len(lexicon.terms)).tobytes())
    yield from _sized(b"".join(key for key, _ in entries))
    for name in COLUMNS:
        data, starts = laid_end_to_end([_column(entry, name) for _, entry in entries], TYPES[name])
        yield from _sized(starts.tobytes())
        yield from _sized(data.tobytes())


def _sized(block: bytes) -> tuple[bytes, bytes]:
    return len(block).to_bytes(SIZE, "little"), block


def _column(entry: Entry, name: str) -> Any:  # noqa: ANN401 -- arrays of several types
    if name == "card":
        return np.frombuffer(entry.card, np.uint8)
    return getattr(entry.vector, name)


def _unpack(data: memoryview) -> tuple[Lexicon, dict[bytes, Entry]]:
    blocks, at = list[memoryview](), 0
    while at < len(data):
        size = int.from_bytes(data[at : at + SIZE], "little")
        blocks.append(data[at + SIZE : at + SIZE + size])
        at += SIZE + size
    words = bytes(blocks[0]).decode().split("\n")
    lexicon = Lexicon(words if words != [""] else [], np.frombuffer(blocks[1], np.int64).tolist())
    keys = [bytes(blocks[2][at : at + KEY_SIZE]) for at in range(0, len(blocks[2]), KEY_SIZE)]
    columns = [
        _cut(np.frombuffer(blocks[at + 1], TYPES[name]), np.frombuffer(blocks[at], np.int64))
        for name, at in zip(COLUMNS, range(3, 3 + 2 * len(COLUMNS), 2), strict=True)
    ]
    return lexicon, {
        key: Entry(Vector(terms, codes, pairs), card.tobytes())
        for key, terms, codes, pairs, card in zip(keys, *columns, strict=True)
    }


def _cut(data: Any, starts: Any) -> list[Any]:  # noqa: ANN401 -- arrays of several types
    return [
        data[start:end]
        for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
    ]
