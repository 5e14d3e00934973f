"""Files brought up to date at once, or by processes of their own while pages are made."""

import os

import pytest

from bantin.compile.wanted import Wanted


@pytest.mark.parametrize(("workers", "is_beside"), [(1, False), (1, True), (2, False)])
def test_files_are_brought_at_once(workers: int, is_beside: bool) -> None:  # noqa: FBT001
    wanted = Wanted(workers, is_beside=is_beside)
    wanted |= {"a"}
    wanted.bring(lambda count: {f"by {count}"})
    assert wanted == wanted.gather() == {"a", f"by {workers}"}


def test_files_are_brought_beside_by_one_worker_each() -> None:
    wanted, here = Wanted(2, is_beside=True), os.getpid()
    wanted.bring(lambda count: {f"{count} {os.getpid() != here}"})
    wanted.bring(lambda _: {"b"})
    assert wanted == set()
    assert wanted.gather() == {"1 True", "b"}


def test_a_process_that_dies_stops_the_build(capfd: pytest.CaptureFixture[str]) -> None:
    wanted = Wanted(2, is_beside=True)
    wanted.bring(lambda _: {"a" + str(1 // 0)})
    with pytest.raises(ChildProcessError, match="ended with status"):
        wanted.gather()
    assert "ZeroDivisionError" in capfd.readouterr().err
