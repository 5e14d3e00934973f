"""The files of a site while a build renews it.

New files are written into a staging folder and moved into the site together, once all are made.
Until then the last site stays as it is, whatever fails; so does what a worker process writes late.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
PERMISSIONS = 0o666  # less what the umask takes
INNER_STAGING = ".new-site"


class Stat(NamedTuple):
    """Size in bytes and time of change in nanoseconds; moving a file keeps both."""

    size: int
    modified: int


class WrittenFile(NamedTuple):
    """A file that was written: its SHA-256, size in bytes and time of change in nanoseconds."""

    digest: bytes
    size: int
    modified: int


class SiteFiles:
    """The site of the last build, and the files that are to replace some of its own.

    Paths are relative to the site, with slashes.

    Args:
        site: the output folder; it need not exist.
        staging: where new files wait. On another disk than the site it is replaced by a folder
            within the site: moving must not fail half way because that disk is full. Without it
            new files go straight into the site, for one who has no last site to protect.
    """

    def __init__(self, site: Path, staging: Path | None = None) -> None:
        if staging and _disk_of(staging) != _disk_of(site):
            staging = site / INNER_STAGING
        self.site, self._staging = site, staging
        self._old, self._new = str(site), str(staging or site)
        self._written: dict[str, WrittenFile] = {}

    def stat(self, path: str) -> Stat | None:
        """Return the stat of a file of the last site; None where there is none."""
        try:
            stat = os.lstat(f"{self._old}/{path}")
        except OSError:
            return None
        return Stat(stat.st_size, stat.st_mtime_ns)

    def new_stat(self, path: str) -> Stat:
        """Return the stat that a file will have in the new site; OSError where there is none."""
        try:
            stat = os.lstat(f"{self._new}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            stat = os.lstat(f"{self._old}/{path}")
        return Stat(stat.st_size, stat.st_mtime_ns)

    def new_bytes(self, path: str) -> bytes:
        """Return what a file will hold in the new site; OSError where there is none."""
        try:
            return _read(f"{self._new}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            return _read(f"{self._old}/{path}")

    def read(self, path: str) -> bytes | None:
        """Return what a file of the last site holds; None where there is none."""
        try:
            return _read(f"{self._old}/{path}")
        except OSError:
            return None

    def update(self, path: str, data: bytes) -> Stat:
        """Write a file, unless it has these bytes already."""
        stat = self.stat(path)
        if stat and stat.size == len(data) and self.read(path) == data:
            return stat
        return self.write(path, data)

    def write(self, path: str, data: bytes) -> Stat:
        """Write a file."""
        stat = _write(f"{self._new}/{path}", data)
        # Now, while it is in memory: to read all files again takes three times as long.
        self._written[path] = WrittenFile(sha256(data).digest(), *stat)
        return stat

    def take_written(self) -> dict[str, WrittenFile]:
        """Return what this process has written since it was last asked, by path."""
        written, self._written = self._written, {}
        return written

    def new(self, path: str) -> Path:
        """Return where a file is to be written by other means; its folder is made."""
        file = Path(self._new, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def reuse(self, path: str, new_path: str) -> bool:
        """Link or copy a file of the last site to another path; return whether it was there."""
        old, new = f"{self._old}/{path}", self.new(new_path)
        new.unlink(missing_ok=True)  # never written through: it may be linked elsewhere too
        try:
            os.link(old, new)  # no copy
        except FileNotFoundError:
            return False
        except OSError:  # a file system without hard links
            shutil.copy2(old, new)
        return True

    def begin(self) -> None:
        """Drop what a build that broke off has left."""
        if self._staging and self._staging.exists():
            shutil.rmtree(self._staging)

    def existing(self) -> list[str]:
        """Return the paths of all files of the last site."""
        return [path for path in files_below(self.site) if not path.startswith(INNER_STAGING)]

    def commit(self, outputs: Collection[str], existing: Iterable[str] | None = None) -> None:
        """Make the site hold just some files: delete all others, then move new ones in.

        Args:
            outputs: paths of the files that it is to hold.
            existing: what ``existing`` gave, where that was asked for before.
        """
        stale = [path for path in existing or self.existing() if path not in outputs]
        if not self._staging:
            self._delete(stale)
            return
        if not self.site.exists():
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self._staging.mkdir(parents=True, exist_ok=True)
            self._staging.rename(self.site)
            return
        self._delete(stale)
        for path in files_below(self._staging):
            _move(f"{self._new}/{path}", f"{self._old}/{path}")
        shutil.rmtree(self._staging, ignore_errors=True)

    def _delete(self, stale: Sequence[str]) -> None:
        for path in stale:
            os.unlink(f"{self._old}/{path}")  # noqa: PTH108 - for many
        for folder in {path.rpartition("/")[0] for path in stale}:
            _remove_empty(self._old, folder)


def files_below(folder: Path) -> list[str]:
    """Return every file below a folder, by its path from there; links are files."""
    files, folders = list[str](), [""]
    while folders:
        below = folders.pop()
        with suppress(FileNotFoundError), os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{below}{entry.name}/")
                else:
                    files.append(below + entry.name)
    return files


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - for many
        return opened.read()


def _disk_of(path: Path) -> int:
    """Return the number of the disk that a file is on, or would be."""
    there = next(one for one in (path, *path.absolute().parents) if one.exists())
    return there.stat().st_dev


def _write(file: str, data: bytes) -> Stat:
    """Write a file anew, with the folders it needs.

    An old file is removed, not overwritten: it may be linked to from a release, and some disks
    wait for the data of a file that was cut short. Calls of ``os``, as a ``Path`` for each of many
    files costs more than the call.
    """
    _make_folder(file.rpartition("/")[0])
    try:
        return _create(file, data)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108
        return _create(file, data)


def _make_folder(folder: str) -> None:
    """Make a folder; mostly that of a page, new in one that exists."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _create(file: str, data: bytes) -> Stat:
    opened = os.open(file, NEW_FILE, PERMISSIONS)
    try:
        written = 0
        while written < len(data):
            written += os.write(opened, data[written:] if written else data)
        stat = os.fstat(opened)
    finally:
        os.close(opened)
    return Stat(stat.st_size, stat.st_mtime_ns)


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)  # noqa: PTH105 - for many
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - as above
        os.replace(source, target)  # noqa: PTH105 - as above


def _remove_empty(root: str, folder: str) -> None:
    """Remove a folder of the site and those above it, as far as they are empty."""
    with suppress(OSError):
        while folder:
            os.rmdir(f"{root}/{folder}")  # noqa: PTH106 - for many
            folder = folder.rpartition("/")[0]
