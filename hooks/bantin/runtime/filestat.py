"""The stat of a file: one with the same stat as before need not be read again."""

import os
import time
from pathlib import Path
from typing import NamedTuple

# Clocks of file systems move in steps, of two seconds on FAT: a file that was changed within the
# same step as it was read may change once more and keep its stat.
CLOCK_STEP = 2_000_000_000


class FileStat(NamedTuple):
    """Size in bytes; times of change of the content and of the entry, in nanoseconds."""

    size: int
    modified: int
    entry_changed: int


def stat_of(file: Path | str) -> FileStat:
    """Return the stat of a file or link itself; OSError where there is none."""
    stat = os.lstat(file)
    return FileStat(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def is_reliable(stat: FileStat) -> bool:
    """Whether any later change of the file will show in its stat."""
    return max(stat.modified, stat.entry_changed) < time.time_ns() - CLOCK_STEP
