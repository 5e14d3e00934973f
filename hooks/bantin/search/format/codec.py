"""Numbers as variable-length bytes, and the envelope that tells a broken file."""

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

HEAD = 4
SHIFT = 7
MORE = 1 << SHIFT
MASK = MORE - 1
BROKEN_OFF = "số bị cắt cụt"


class DamagedError(ValueError):
    """A file of the index is not what was written."""


def encode(values: Numbers) -> tuple[bytes, Numbers]:
    """Return the numbers as bytes, low seven bits first, and where each begins (and the end)."""
    long = np.flatnonzero(values >= MORE)
    rests = values[long] >> SHIFT
    sizes = _sizes(rests)
    further = np.zeros(len(values) + 1, np.int64)
    further[long + 1] = sizes
    starts = np.arange(len(values) + 1) + np.cumsum(further)
    out = np.empty(starts[-1], np.uint8)
    out[starts[:-1]] = values & MASK
    places = starts[long]
    for number in range(1, int(sizes.max(initial=0)) + 1):
        chosen = sizes >= number
        places, rests, sizes = places[chosen], rests[chosen], sizes[chosen]
        out[places] |= MORE
        places = places + 1
        out[places] = rests & MASK
        rests = rests >> SHIFT
    return out.tobytes(), starts


def _sizes(values: Numbers) -> Numbers:
    """Return how many bytes each number takes."""
    sizes = np.ones(len(values), np.int64)
    rests = values >> SHIFT
    while rests.any():
        sizes += rests > 0
        rests = rests >> SHIFT
    return sizes


def encode_one(value: int) -> bytes:
    """Return one number as bytes."""
    return encode(np.array([value], dtype=np.int64))[0]


def decode(data: bytes | memoryview) -> Iterator[int]:
    """Yield the numbers of a run of bytes; DamagedError where it breaks off."""
    value = shift = 0
    for byte in data:
        value |= (byte & MASK) << shift
        shift += SHIFT
        if byte < MORE:
            yield value
            value = shift = 0
    if shift:
        raise DamagedError(BROKEN_OFF)


def decode_all(data: bytes | memoryview) -> Numbers:
    """Return the numbers of a run of bytes; DamagedError where it breaks off."""
    read = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(read < MORE) + 1
    if len(read) and (not len(ends) or ends[-1] < len(read)):
        raise DamagedError(BROKEN_OFF)
    starts = np.concatenate((ends[:0] if not len(ends) else [0], ends[:-1]))
    places = np.arange(len(read)) - np.repeat(starts, ends - starts)
    found: Numbers = np.add.reduceat((read & MASK).astype(np.int64) << (SHIFT * places), starts)
    return found


class Cut(NamedTuple):
    """A list in a shard: its bytes, or the number of its own file and of the articles it names."""

    data: memoryview
    number: int = -1
    holders: int = 0


def cut_text(payload: memoryview) -> tuple[str, memoryview]:
    """Return the text that a payload begins with, and what follows it."""
    size, start = _one(payload, 0)
    return bytes(payload[start : start + size]).decode(), payload[start + size :]


def cut_lists(data: memoryview, count: int) -> list[Cut]:
    """Return the lists of so many terms."""
    metas, at = list[tuple[int, int, int]](), 0
    for _ in range(count):
        value, at = _one(data, at)
        if value & 1:
            total, at = _one(data, at)
            metas.append((0, value >> 1, total))
        else:
            metas.append((value >> 1, -1, 0))
    cuts = []
    for size, number, total in metas:
        cuts.append(Cut(data[at : at + size], number, total))
        at += size
    return cuts


def seal(payload: bytes) -> bytes:
    """Return the payload behind its checksum."""
    return crc32(payload).to_bytes(HEAD, "little") + payload


def unseal(data: bytes, path: str) -> memoryview:
    """Return the payload; DamagedError names the file whose checksum disagrees."""
    payload = memoryview(data)[HEAD:]
    if data[:HEAD] != crc32(payload).to_bytes(HEAD, "little"):
        message = f"tệp chỉ mục «{path}» hỏng"
        raise DamagedError(message)
    return payload


def _one(data: memoryview, at: int) -> tuple[int, int]:
    """Return the number at a place, and where the next begins."""
    value = shift = 0
    while at < len(data):
        byte = data[at]
        at += 1
        value |= (byte & MASK) << shift
        if byte < MORE:
            return value, at
        shift += SHIFT
    raise DamagedError(BROKEN_OFF)
