"""Files of a site, written by the thousand."""

import os

from bantin.runtime.filestat import Look

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
ANYONE = 0o666  # less what the umask takes


def write(file: str, data: bytes) -> Look:
    """Write a file anew, with the folders it needs, and return how it looks.

    An old file is removed, not overwritten: it may be linked to from a release, and some disks
    wait for the data of a file that was cut short.
    """
    _make_folder(file.rpartition("/")[0])
    try:
        return _create(file, data)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108 - a Path for each of many files costs more than the call
        return _create(file, data)


def _make_folder(folder: str) -> None:
    """Make a folder; mostly that of a page, new in one that stands."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above


def _create(file: str, data: bytes) -> Look:
    opened = os.open(file, NEW, ANYONE)
    try:
        os.write(opened, data)
        stat = os.fstat(opened)
    finally:
        os.close(opened)
    return Look(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
