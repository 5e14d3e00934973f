"""A lock on a folder that ends with the process that holds it, however it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any

NAME = "lock"


def _imported(name: str) -> Any:  # noqa: ANN401 - a module
    try:
        return import_module(name)
    except ImportError:
        return None


POSIX = _imported("fcntl")
WINDOWS = _imported("msvcrt")
# On Windows a folder whose lock is held cannot be deleted.
HAS_LOCKS = POSIX is not None


def lock_folder(folder: Path) -> IO[str] | None:
    """Return the locked file, to be held as long as the lock is needed; None if another holds it.

    A second build of one site would meet the half-made files of the first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = _open(folder)
    is_ours = False
    try:
        is_ours = not _is_locked_by_another(file)
    finally:
        if not is_ours:
            file.close()
    return file if is_ours else None


@contextmanager
def wait_for_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder while the block runs, once no other process does."""
    with _open(folder) as file:
        if POSIX is None:
            _windows_lock(file, "LK_LOCK")
        else:
            POSIX.flock(file, POSIX.LOCK_EX)
        yield


def _open(folder: Path) -> IO[str]:
    return (folder / NAME).open("w", encoding="ascii", newline="")


def _is_locked_by_another(file: IO[str]) -> bool:
    """Lock a file if it is free, and return whether it was not."""
    try:
        if POSIX is None:
            _windows_lock(file, "LK_NBLCK")
        else:
            POSIX.flock(file, POSIX.LOCK_EX | POSIX.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return True
    return False


def _windows_lock(file: IO[str], mode: str) -> None:
    """Lock the first byte of a file; PermissionError while another process has it."""
    if WINDOWS is not None:  # else a platform that has neither, and so no locks
        WINDOWS.locking(file.fileno(), getattr(WINDOWS, mode), 1)
