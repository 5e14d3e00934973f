"""Values kept from one build to the next, sealed.

The file may be missing, cut short or damaged at any time: its seal is checked before anything
in it is believed.
"""

import copyreg
import pickle
from collections.abc import Callable, Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from bantin.collecting import uncollected

SEAL = sha256().digest_size


def recall_sealed(file: Path | None, version: str) -> Any:  # noqa: ANN401 - whatever was kept
    """Return what was kept under the same version, or None."""
    data = file.read_bytes() if file and file.is_file() else b""
    seal, payload = data[:SEAL], data[SEAL:]
    if len(seal) < SEAL or seal != _seal(version, payload):
        return None
    with uncollected():
        return pickle.loads(payload)  # noqa: S301 - sealed by our own code


def keep_sealed(file: Path, version: str, value: object, empty: Iterable[type] = ()) -> None:
    """Write a value in one step.

    Args:
        file: where to; its folder is made.
        version: digest of all that the value depends on and does not hold.
        value: can be pickled.
        empty: classes of which nothing but the class is written.
    """
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = dict.fromkeys(empty, _emptied)
    pickler.dump(value)
    payload = out.getvalue()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(_seal(version, payload) + payload)
    fresh.replace(file)


def _emptied(record: object) -> tuple[Callable[[type], object], tuple[type]]:
    return copyreg.__newobj__, (type(record),)  # type: ignore[attr-defined]  # not in the stubs


def _seal(version: str, payload: bytes) -> bytes:
    return sha256(version.encode() + payload).digest()
