"""Files of a site, written by the thousand."""

import os

from bantin.looks import Look


def write(file: str, data: bytes) -> Look:
    """Write a file anew, with the folders it needs, and return how it looks.

    An old file is removed, not overwritten: it may be linked to from a release, and some disks
    wait for the data of a file that was cut short.
    """
    try:
        return _create(file, data)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108 - a Path for each of many files costs more than the call
    except FileNotFoundError:
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - as above
    return _create(file, data)


def _create(file: str, data: bytes) -> Look:
    with open(file, "xb", buffering=0) as opened:  # noqa: PTH123 - as above
        opened.write(data)
        stat = os.fstat(opened.fileno())
    return Look(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
