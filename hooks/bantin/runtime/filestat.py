"""How a file looks on the disk: one that looks as before is not read again."""

import os
import time
from pathlib import Path
from typing import NamedTuple

# A disk's clock moves in steps, of two seconds on some: a file changed within the same step
# as it was read may change once more and look the same.
STEP = 2_000_000_000


class Look(NamedTuple):
    """Size in bytes; times of change of the content and of the entry, in nanoseconds."""

    size: int
    changed: int
    moved: int


def look_at(file: Path | str) -> Look:
    """Return how a file or link looks; OSError where there is none."""
    stat = os.lstat(file)
    return Look(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def is_settled(look: Look) -> bool:
    """Whether any later change of the file will show in its look."""
    return max(look.changed, look.moved) < time.time_ns() - STEP
