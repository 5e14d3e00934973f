"""A site is renewed as a whole: what a killed process has begun, the next command finishes."""

from __future__ import annotations

import os
import signal
from functools import partial
from hashlib import sha256
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import pytest

from bantin.build.renewal import JOURNAL, finish_renewal, listed_files, renew
from bantin.publish.manifest import NAME, read_manifest
from bantin.runtime import site_files
from bantin.runtime.site_files import SiteFiles, files_below

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OLD = {"index.html": b"old", "tin/cu/index.html": b"gone", "tin/index.html": b"stays"}
NEW = {"index.html": b"new", "tin/index.html": b"stays", "moi/a.html": b"a", "moi/b.html": b"b"}
# Everything that a renewal does to the disk.
CALLS = ("replace", "unlink", "rmdir", "mkdir", "rename", "open")
MOST_STEPS = 200


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path


def files_of(root: Path) -> SiteFiles:
    return SiteFiles(root / "site", root / "cache/new-site")


def build(root: Path, wanted: Mapping[str, bytes]) -> None:
    """Make a site hold just these files, as a build does."""
    files, cache = files_of(root), root / "cache"
    finish_renewal(files, cache)
    files.begin()
    for path, data in wanted.items():
        files.update(path, data)
    renew(files, listed_files(files, wanted, {}, cache), cache)


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / "site" / path).read_bytes() for path in files_below(root / "site")}


def announced(root: Path) -> dict[str, str]:
    return {path: one.digest for path, one in read_manifest(root / "cache" / NAME).items()}


def digests(wanted: Mapping[str, bytes]) -> dict[str, str]:
    return {path: sha256(data).hexdigest() for path, data in wanted.items()}


def in_a_process(work: Callable[[], object]) -> int:
    """Run something in a process of its own; return how that ended."""
    if child := os.fork():
        return os.waitpid(child, 0)[1]
    work()
    os._exit(0)


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Kill a process before its n-th call that changes the disk; return whether it came so far."""
    left = iter(range(step))

    def counting(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - those of any call
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **options)

        return counted

    def counted_work() -> None:
        for name in CALLS:
            setattr(os, name, counting(getattr(os, name)))
        work()

    return os.WIFSIGNALED(in_a_process(counted_work))


@pytest.mark.parametrize("before", [OLD, {}], ids=["a site", "no site"])
def test_a_kill_at_every_step_leaves_the_old_site_or_the_new_one(
    root: Path, before: dict[str, bytes]
) -> None:
    seen = set()
    for step in range(MOST_STEPS):
        if before:
            build(root, before)
        was_killed = killed_at(step, lambda: build(root, NEW))
        finish_renewal(files_of(root), root / "cache")
        found = contents(root)
        assert found in (before, NEW), f"killed at step {step}"
        if found:
            assert announced(root) == digests(found), f"killed at step {step}"
        assert not (root / "cache" / JOURNAL).exists()
        seen.add(len(found))
        if not was_killed:
            break
        if not before:
            rmtree(root / "site", ignore_errors=True)
    assert not was_killed
    assert seen == {len(before), len(NEW)}


def test_what_finishes_a_renewal_may_be_killed_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in range(MOST_STEPS):
        build(root, OLD)
        # The list is written by then, and nothing is moved.
        with monkeypatch.context() as patched:
            patched.setattr(site_files, "_move", _interrupt)
            with pytest.raises(InterruptedError):
                build(root, NEW)
        was_killed = killed_at(step, partial(finish_renewal, files_of(root), root / "cache"))
        finish_renewal(files_of(root), root / "cache")
        assert contents(root) == NEW
        assert announced(root) == digests(NEW)
        if not was_killed:
            return
    pytest.fail("never came to an end")


def _interrupt(*_: object) -> None:
    raise InterruptedError


def test_a_finished_renewal_is_finished(root: Path) -> None:
    build(root, NEW)
    assert not finish_renewal(files_of(root), root / "cache")


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"12 index.html\n", b"abc"])
def test_a_list_that_cannot_be_read_is_no_list(root: Path, text: bytes) -> None:
    build(root, OLD)
    (root / "cache" / JOURNAL).write_bytes(text)
    finish_renewal(files_of(root), root / "cache")
    assert contents(root) == OLD
    assert not (root / "cache" / JOURNAL).exists()


def test_digests_are_those_of_the_files_and_computed_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root, OLD)
    assert announced(root) == digests(OLD)
    read = list[str]()
    whole = SiteFiles.new_bytes

    def noted(files: SiteFiles, path: str) -> bytes:
        read.append(path)
        return whole(files, path)

    monkeypatch.setattr(SiteFiles, "new_bytes", noted)
    build(root, NEW)
    assert sorted(read) == ["index.html", "moi/a.html", "moi/b.html"]
    assert announced(root) == digests(NEW)


def test_files_that_a_build_has_written_are_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root, OLD)
    files, cache = files_of(root), root / "cache"
    files.begin()
    for path, data in NEW.items():
        files.update(path, data)
    written = files.take_written()
    assert sorted(written) == ["index.html", "moi/a.html", "moi/b.html"]
    read = listed_files(files, NEW, {}, cache)
    monkeypatch.delattr(SiteFiles, "new_bytes")
    assert listed_files(files, NEW, {}, cache, written) == read
    assert files.take_written() == {}
