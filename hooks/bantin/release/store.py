"""Where releases are: ``releases/<name>``, and ``current``, a link to the one that is served.

The link is replaced in one step, and only by a complete and verified release. Whatever kills the
command, at whatever moment, ``current`` leads to a complete one; a test kills it sixty times.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.release.compression import compress_files
from bantin.release.tree import (
    FOLDER_MODE,
    allow_reading,
    copy_tree,
    file_digests,
    is_compressed_copy,
    name_of,
)
from bantin.runtime.lock import wait_for_lock

KEPT_RELEASES = 5
# What is not complete has a name that begins with this.
PARTIAL = ".part-"
CHANGED = "bản dựng thay đổi trong lúc chép, hoặc đĩa không ghi đủ; hãy phát hành lại"

NOT_ON_WINDOWS = (
    "Bản phát hành là một liên kết được thay trong một bước, Windows không có cách ấy;"
    " hãy chạy lệnh này trên máy chủ Linux."
)

# Returns in Vietnamese everything wrong with a site.
Verify = Callable[[Path], list[str]]


class ReleaseStore:
    """The releases below one folder; one command at a time may change them."""

    def __init__(self, root: Path, flush: Callable[[], None] | None = None) -> None:
        """Open a store.

        Args:
            root: the folder of the store.
            flush: writes what is in memory to the disk itself, in case the power fails; without it
                the system does for all disks.
        """
        self._root = root
        self._flush = flush or _flush_all
        self._releases = root / "releases"
        self._current = root / "current"
        self._history = root / "history"

    @property
    def current(self) -> str:
        """The name of the release that is served; empty before the first."""
        return self._current.readlink().name if self._current.is_symlink() else ""

    def history(self) -> list[str]:
        """Return the names of past releases, the latest last."""
        return self._history.read_text(encoding="ascii").split() if self._history.is_file() else []

    def release(self, site: Path, verify: Verify) -> str:
        """Copy a site, verify the copy and serve it.

        Returns:
            The name of the release.

        Raises:
            ValueError: with every fault of the site; what is served stays as it was.
        """
        with self._locked():
            self._delete_partial()
            digests = file_digests(site)
            name = name_of(digests)
            if not (self._releases / name).is_dir():
                self._make(site, digests, name, verify)
            allow_reading(self._releases / name)
            # Written before it is served: after a kill between the two, a rollback starts from the
            # release that is still served.
            self._write_history([*(n for n in self._served_names() if n != name), name])
            self._serve(name)
            self._delete_old()
        return name

    def rollback(self) -> str:
        """Serve the release before the current one.

        Returns:
            Its name.

        Raises:
            ValueError: where there is none.
        """
        with self._locked():
            earlier = [n for n in self._served_names()[:-1] if (self._releases / n).is_dir()]
            if not earlier:
                message = "không còn bản phát hành nào trước bản hiện nay"
                raise ValueError(message)
            self._serve(earlier[-1])
        return earlier[-1]

    def restore(self, name: str, instead_of: str) -> bool:
        """Serve an earlier release in place of the one that should have followed it.

        Returns:
            Whether that was done: not if another one is served by now, or the earlier one is gone.
        """
        with self._locked():
            is_possible = self.current == instead_of and (self._releases / name).is_dir()
            if is_possible:
                self._serve(name)
        return is_possible

    def _make(self, site: Path, digests: dict[str, str], name: str, verify: Verify) -> None:
        partial = self._releases / f"{PARTIAL}{os.getpid()}"
        originals = {
            path: digest
            for path, digest in digests.items()
            if not is_compressed_copy(path, digests)
        }
        try:
            copy_tree(site, originals, partial, self._served_files())
            if name_of(file_digests(partial)) != name:
                raise ValueError(CHANGED)
            if faults := verify(partial):
                raise ValueError("\n".join(faults))
            compress_files(partial)
            allow_reading(partial)
            self._flush()
            partial.rename(self._releases / name)
        finally:  # what failed leaves nothing behind, least of all on a full disk
            shutil.rmtree(partial, ignore_errors=True)

    def _served_files(self) -> dict[str, Path]:
        """Return the files of the current release by digest and path."""
        folder = self._releases / self.current
        if not self.current or not folder.is_dir():
            return {}
        return {f"{digest} {path}": folder / path for path, digest in file_digests(folder).items()}

    def _serve(self, name: str) -> None:
        link = self._root / f"{PARTIAL}current"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases") / name, target_is_directory=True)
        # A rename replaces the old link in one step; a new link alone could not take its name.
        link.replace(self._current)
        folder = os.open(self._root, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def _served_names(self) -> list[str]:
        """Return the history up to the current release, which comes last."""
        history, current = self.history(), self.current
        before = history[: history.index(current)] if current in history else history
        return [*before, current] if current else []

    def _write_history(self, names: list[str]) -> None:
        partial = self._root / f"{PARTIAL}history"
        lines = "".join(f"{name}\n" for name in names[-KEPT_RELEASES:])
        partial.write_text(lines, encoding="ascii", newline="\n")
        partial.replace(self._history)

    def _delete_old(self) -> None:
        kept = {*self.history()[-KEPT_RELEASES:], self.current}
        for folder in self._releases.iterdir():
            if folder.name not in kept:
                self._delete(folder)

    def _delete(self, folder: Path) -> None:
        """Delete a release, under a partial name: half deleted it must not pass for a release."""
        partial = folder
        if not folder.name.startswith(PARTIAL):
            partial = folder.rename(folder.with_name(f"{PARTIAL}{folder.name}"))
        shutil.rmtree(partial, ignore_errors=True)

    def _delete_partial(self) -> None:
        """Delete what a killed command left."""
        for folder in self._releases.glob(f"{PARTIAL}*"):
            self._delete(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if not hasattr(os, "sync"):
            raise ValueError(NOT_ON_WINDOWS)
        if not self._root.exists():
            self._root.mkdir(parents=True)
            self._root.chmod(FOLDER_MODE)
        self._releases.mkdir(exist_ok=True)
        if self._releases.stat().st_mode & FOLDER_MODE != FOLDER_MODE:
            self._releases.chmod(FOLDER_MODE)
        with wait_for_lock(self._root):
            yield


def _flush_all() -> None:
    os.sync()
