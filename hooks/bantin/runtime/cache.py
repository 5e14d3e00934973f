"""Values kept from one build to the next, sealed.

The file may be missing, cut short or damaged at any time: its seal is checked before anything
in it is believed.
"""

import pickle
from hashlib import sha256
from pathlib import Path
from typing import Any

from bantin.runtime.garbage import uncollected

SEAL = sha256().digest_size


def recall_sealed(file: Path | None, version: str) -> Any:  # noqa: ANN401 - whatever was kept
    """Return what was kept under the same version, or None."""
    payload = recall_bytes(file, version)
    with uncollected():
        return pickle.loads(payload) if payload else None  # noqa: S301 - sealed by our own code


def keep_sealed(file: Path, version: str, value: object) -> None:
    """Write a value in one step.

    Args:
        file: where to; its folder is made.
        version: digest of all that the value depends on and does not hold.
        value: can be pickled.
    """
    keep_bytes(file, version, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))


def recall_bytes(file: Path | None, version: str) -> memoryview:
    """Return the bytes that were kept under the same version, or none."""
    data = memoryview(file.read_bytes() if file and file.is_file() else b"")
    seal, payload = data[:SEAL], data[SEAL:]
    return payload if seal == _seal(version, payload) else data[:0]


def keep_bytes(file: Path, version: str, payload: bytes) -> None:
    """Write bytes in one step; ``keep_sealed`` says what else."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    with fresh.open("wb") as out:
        out.writelines((_seal(version, payload), payload))
    fresh.replace(file)


def _seal(version: str, payload: bytes | memoryview) -> bytes:
    seal = sha256(version.encode())
    seal.update(payload)
    return seal.digest()
