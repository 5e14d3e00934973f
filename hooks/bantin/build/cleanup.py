"""What a build neither reused nor wrote leaves the site."""

import os
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from bantin.build.previous_site import files_of
from bantin.runtime.filestat import look_at
from bantin.runtime.fingerprint import digest
from bantin.runtime.processes import Child


class Sweeper:
    """Sweeps a site once the build is done; what stands there is listed from the start.

    Args:
        places: folders of which the first that is there holds the last site.
        mark: file that tells what the last sweep left, for a site that nothing but its builds
            changes. For another the list is made at once, by a process of its own: later, with
            more in memory, a fork takes longer than the list.

    Attributes:
        is_first: whether there is no last site.
    """

    def __init__(self, places: Sequence[Path], mark: Path | None = None) -> None:
        self._mark = mark
        self._left = ""
        self._since = 0
        last = next((folder for folder in places if folder.is_dir()), None)
        self.is_first = last is None
        self._standing: list[str] | None = [] if self.is_first else None
        can_fork = mark is None and hasattr(os, "fork")
        self._child = Child(files_of, last) if last and can_fork else None

    def begin(self, since: int) -> None:
        """Make ready for a build that is about to change the site.

        Args:
            since: time of the file system, in nanoseconds, before it wrote anything.
        """
        self._since = since
        if self._child:
            self._standing = self._child.result()
        # Taken away first, so that a build broken off leaves none.
        self._left = _taken(self._mark) if self._mark else ""

    def sweep(self, site: Path, wanted: AbstractSet[str]) -> None:
        """Delete what this build neither wrote nor wants."""
        left = digest(*sorted(wanted)) if self._mark else ""
        if not left or left != self._left:
            sweep(site, wanted, self._since, self._standing)
        if self._mark:
            self._mark.write_text(left, encoding="ascii")


def sweep(
    site: Path, wanted: AbstractSet[str], since: int, standing: Iterable[str] | None = None
) -> int:
    """Delete what this build neither reused nor wrote, and folders left empty.

    Args:
        site: the output folder.
        wanted: files that stay although they are older.
        since: time in nanoseconds; a file changed later was written by this build.
        standing: the files that stood there before; looked for if not given.

    Returns:
        How many files were deleted.
    """
    deleted = 0
    for name in files_of(site) if standing is None else standing:
        if name not in wanted and _is_older(f"{site}/{name}", since):
            file = site / name
            file.unlink()
            deleted += 1
            _prune(file.parent, site)
    return deleted


def _is_older(file: str, since: int) -> bool:
    try:
        return look_at(file).changed < since
    except (FileNotFoundError, NotADirectoryError):  # this build has removed it already
        return False


def _prune(folder: Path, site: Path) -> None:
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _taken(mark: Path) -> str:
    try:
        left = mark.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
    mark.unlink()
    return left
