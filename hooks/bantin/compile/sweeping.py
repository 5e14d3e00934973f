"""What a build neither reused nor wrote leaves the site."""

import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from bantin.compile.standing import files_of
from bantin.digest import digest
from bantin.forking import Child
from bantin.looks import look_at


class Sweeper:
    """Sweeps a site once the build is done, and begins to look for what may have to go before.

    Args:
        since: time of the file system, in nanoseconds, before this build wrote anything.
        mark: file that tells what the last sweep left, for a site that nothing but its builds
            changes. It is taken away first, so that a build broken off leaves none.
    """

    def __init__(self, since: int = 0, mark: Path | None = None) -> None:
        self._since = since
        self._mark = mark
        self._left = _taken(mark) if mark else ""
        self._child: Child | None = None
        self._standing: list[str] | None = None

    def list_meanwhile(self, folder: Path) -> None:
        """Have another process list the files of the last site, while they lie in a folder."""
        if hasattr(os, "fork") and folder.is_dir():
            self._child = Child(files_of, folder)

    def wait(self) -> None:
        """Return when that folder may be moved."""
        if self._child:
            self._standing = self._child.result()

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
