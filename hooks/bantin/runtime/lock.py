"""A lock on a folder that ends with the process that holds it, however it ends."""

from pathlib import Path
from typing import IO

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows
    flock = None  # type: ignore[assignment]

NAME = "lock"
HAS_LOCKS = flock is not None


def lock_folder(folder: Path) -> IO[str] | None:
    """Return the locked file, to be held as long as the lock is needed; None if another holds it.

    Where the platform has no such locks there is none: two builds at once are not noticed there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / NAME).open("w", encoding="ascii")
    if flock is not None:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
    return file
