"""Vectors kept from one build to the next; a store that cannot be read is empty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from bantin.search.batch import Batch, batch_of
from bantin.search.codec import HEAD, DamagedError, unseal
from bantin.search.vector import Lexicon

NAME = "search.bin"
KEY_SIZE = 16
SIZE = 8
COLUMNS: Mapping[str, Any] = {
    "terms": np.int64, "ids": np.uint32, "codes": np.uint8, "starts": np.int64,
    "pairs": np.uint32, "pair_starts": np.int64,
}  # fmt: skip


def _nothing() -> Batch:
    return batch_of(Lexicon(), ())


@dataclass(frozen=True, slots=True)
class Store:
    """The vectors of a build.

    Attributes:
        cards: name of the folder of its cards, which are numbered as the articles are.
        keys: what each article's vector and card were made from, as a digest.
    """

    cards: str = ""
    keys: Sequence[bytes] = ()
    batch: Batch = field(default_factory=_nothing)


def key_of(*parts: object) -> bytes:
    """Digest of all that a vector and card depend on."""
    return sha256("\0".join(map(str, parts)).encode()).digest()[:KEY_SIZE]


def load(folder: Path) -> Store:
    """Return what was kept; nothing where the file is missing, old or damaged."""
    try:
        return _unpack(unseal((folder / NAME).read_bytes(), NAME))
    except (OSError, DamagedError, ValueError, IndexError, UnicodeDecodeError):
        return Store()


def save(folder: Path, store: Store) -> None:
    """Keep vectors for the next build."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{NAME}.part"
    with part.open("wb") as file:
        file.write(bytes(HEAD))
        sum_ = 0
        for block in _blocks(store):
            sum_ = crc32(block, sum_)
            file.write(block)
        file.seek(0)
        file.write(sum_.to_bytes(HEAD, "little"))
    part.replace(folder / NAME)


def _blocks(store: Store) -> Iterator[bytes | memoryview]:
    """Yield each block behind its length."""
    yield from _sized(store.cards.encode())
    yield from _sized(b"".join(store.keys))
    yield from _sized("\n".join(store.batch.words).encode())
    for name in COLUMNS:
        yield from _sized(getattr(store.batch, name).data.cast("B"))


def _sized(block: bytes | memoryview) -> tuple[bytes, bytes | memoryview]:
    return len(block).to_bytes(SIZE, "little"), block


def _unpack(data: memoryview) -> Store:
    blocks, at = list[memoryview](), 0
    while at < len(data):
        size = int.from_bytes(data[at : at + SIZE], "little")
        blocks.append(data[at + SIZE : at + SIZE + size])
        at += SIZE + size
    cards, keys, words, *columns = blocks
    named = zip(COLUMNS.items(), columns, strict=True)
    batch = Batch(
        words=bytes(words).decode().split("\n") if words else [],
        **{name: np.frombuffer(column, kind) for (name, kind), column in named},
    )
    cut = range(0, len(keys), KEY_SIZE)
    return Store(bytes(cards).decode(), [bytes(keys[at : at + KEY_SIZE]) for at in cut], batch)
