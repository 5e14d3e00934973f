"""The site of the last build, set aside while the host cleans and then put back.

MkDocs empties its output folder at every build; moving the folder away first
costs nothing and leaves the pages to be reused where they lie.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def set_aside(site: Path, aside: Path) -> None:
    """Move the last site out of the host's way; one left by a broken build is dropped."""
    if not site.is_dir():
        return
    if aside.exists():
        shutil.rmtree(aside)
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        site.rename(aside)
    except OSError:  # another file system: nothing to reuse
        return


def put_back(site: Path, aside: Path) -> frozenset[str]:
    """Make the last site the current one again, with the host's new files laid over it.

    Returns:
        The host's files, by their paths from the site.
    """
    fresh = files_of(site)
    if not aside.is_dir():
        return frozenset(fresh)
    for name in fresh:
        target = aside / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (site / name).replace(target)
    shutil.rmtree(site, ignore_errors=True)
    aside.rename(site)
    return frozenset(fresh)


def tick(mark: Path) -> int:
    """Return a file time, in nanoseconds, that no file written so far bears.

    A disk's clock moves in steps of some milliseconds; this waits for its next one.

    Args:
        mark: a file to write, on the disk in question.
    """
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_bytes(b"")
    first = mark.stat().st_mtime_ns
    while mark.stat().st_mtime_ns == first:
        mark.write_bytes(b"")
    return mark.stat().st_mtime_ns


def files_of(site: Path) -> list[str]:
    """Return every file below a folder, by its path from there."""
    found, waiting = list[str](), [""]
    while waiting:
        below = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(f"{site}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    found.append(below + entry.name)
    return found
