"""Numbers as variable-length bytes, and the envelope that tells a broken file."""

from collections.abc import Iterator
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

HEAD = 4
SHIFT = 7
MORE = 1 << SHIFT
MASK = MORE - 1


class DamagedError(ValueError):
    """A file of the index is not what was written."""


def encode(values: NDArray[np.int64]) -> tuple[bytes, NDArray[np.int64]]:
    """Return the numbers as bytes, low seven bits first, and where each begins (and the end)."""
    sizes = np.ones(len(values), dtype=np.int64)
    for bits in range(SHIFT, 64, SHIFT):
        longer = values >= (1 << bits) if bits < 63 else np.zeros(len(values), dtype=bool)  # noqa: PLR2004
        if not longer.any():
            break
        sizes += longer
    starts = np.concatenate(([0], np.cumsum(sizes)))
    out = np.zeros(int(starts[-1]), dtype=np.uint8)
    for number in range(int(sizes.max(initial=0))):
        chosen = sizes > number
        rest = values[chosen] >> (SHIFT * number)
        more = (sizes[chosen] > number + 1) * MORE
        out[starts[:-1][chosen] + number] = (rest & MASK) | more
    return out.tobytes(), starts


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
        message = "số bị cắt cụt"
        raise DamagedError(message)


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
