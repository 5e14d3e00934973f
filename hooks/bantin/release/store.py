"""Where releases live: ``releases/<digest>``, and ``current``, a link to the one that is served.

The link is replaced in one step and only by a whole, verified release; whatever
kills the command, at any moment, ``current`` names a whole one.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.release.packing import pack
from bantin.release.tree import digests, is_packed, lay, name_of

KEPT = 5
PART = ".part-"


class Store:
    """The releases under one folder; one command at a time may change them."""

    def __init__(self, root: Path, flush: Callable[[], None] = os.sync) -> None:
        """Open a store.

        Args:
            root: the folder that holds it.
            flush: puts what was written on the disk itself, against a loss of power.
        """
        self._root = root
        self._flush = flush
        self._releases = root / "releases"
        self._current = root / "current"
        self._history = root / "history"

    @property
    def current(self) -> str:
        """The name of the release that is served; empty before the first."""
        return self._current.readlink().name if self._current.is_symlink() else ""

    def history(self) -> list[str]:
        """Return the names of past releases, the latest last."""
        return self._history.read_text().split() if self._history.is_file() else []

    def release(self, site: Path, faults: Callable[[Path], list[str]]) -> str:
        """Copy a site, verify the copy and serve it; return its name.

        Raises:
            ValueError: with every fault of the site; what is served stays as it was.
        """
        with self._locked():
            self._clear()
            found = digests(site)
            name = name_of(found)
            if not (self._releases / name).is_dir():
                self._make(site, found, name, faults)
            # Told before it is served: a kill in between leaves the old one last of those served.
            self._write_history([*(n for n in self._served() if n != name), name])
            self._serve(name)
            self._drop_old()
        return name

    def rollback(self) -> str:
        """Serve the release before the current one; return its name.

        Raises:
            ValueError: where there is none.
        """
        with self._locked():
            earlier = [n for n in self._served()[:-1] if (self._releases / n).is_dir()]
            if not earlier:
                message = "không còn bản phát hành nào trước bản hiện nay"
                raise ValueError(message)
            self._serve(earlier[-1])
        return earlier[-1]

    def _make(
        self, site: Path, found: dict[str, str], name: str, faults: Callable[[Path], list[str]]
    ) -> None:
        part = self._releases / f"{PART}{os.getpid()}"
        plain = {path: digest for path, digest in found.items() if not is_packed(path, found)}
        lay(site, plain, part, self._served_files())
        told = faults(part)
        if told:
            shutil.rmtree(part)
            raise ValueError("\n".join(told))
        pack(part)
        self._flush()
        part.rename(self._releases / name)

    def _served_files(self) -> dict[str, Path]:
        folder = self._releases / self.current
        if not self.current or not folder.is_dir():
            return {}
        return {f"{digest} {path}": folder / path for path, digest in digests(folder).items()}

    def _serve(self, name: str) -> None:
        link = self._root / f"{PART}current"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases") / name, target_is_directory=True)
        link.replace(self._current)
        folder = os.open(self._root, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def _served(self) -> list[str]:
        """The history up to the current release, which comes last."""
        known, current = self.history(), self.current
        before = known[: known.index(current)] if current in known else known
        return [*before, current] if current else []

    def _write_history(self, names: list[str]) -> None:
        fresh = self._root / f"{PART}history"
        fresh.write_text("".join(f"{name}\n" for name in names[-KEPT:]))
        fresh.replace(self._history)

    def _drop_old(self) -> None:
        kept = {*self.history()[-KEPT:], self.current}
        for folder in self._releases.iterdir():
            if folder.name not in kept:
                self._drop(folder)

    def _drop(self, folder: Path) -> None:
        """Delete a release; half deleted it no longer bears the name of one."""
        waste = folder
        if not folder.name.startswith(PART):
            waste = folder.rename(folder.with_name(f"{PART}{folder.name}"))
        shutil.rmtree(waste, ignore_errors=True)

    def _clear(self) -> None:
        for folder in self._releases.glob(f"{PART}*"):
            self._drop(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._releases.mkdir(parents=True, exist_ok=True)
        with (self._root / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
