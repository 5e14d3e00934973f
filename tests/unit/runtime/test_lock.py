"""A lock keeps a second process out, by whichever of two means the platform has."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from bantin.runtime import lock

if TYPE_CHECKING:
    from pathlib import Path


class WindowsLocks:
    """Stands in for ``msvcrt``: a byte of a file can be locked once."""

    LK_LOCK, LK_NBLCK = 1, 2

    def __init__(self) -> None:
        self.locked = 0

    def locking(self, _file: int, _mode: int, size: int) -> None:
        if self.locked:
            raise PermissionError
        self.locked = size


@pytest.fixture(params=["posix", "windows"])
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "windows":
        monkeypatch.setattr(lock, "POSIX", None)
        monkeypatch.setattr(lock, "WINDOWS", WindowsLocks())


@pytest.mark.usefixtures("platform")
def test_a_folder_is_locked_once(tmp_path: Path) -> None:
    first = lock.lock_folder(tmp_path / "a")
    assert first
    assert lock.lock_folder(tmp_path / "a") is None
    first.close()


@pytest.mark.usefixtures("platform")
def test_one_who_waits_gets_the_lock(tmp_path: Path) -> None:
    with lock.wait_for_lock(tmp_path):
        assert lock.lock_folder(tmp_path) is None


def test_an_error_of_the_disk_is_no_lock_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(lock, "POSIX", SimpleNamespace(flock=fail, LOCK_EX=1, LOCK_NB=2))
    with pytest.raises(OSError, match="No locks"):
        lock.lock_folder(tmp_path)
