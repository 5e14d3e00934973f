"""Files brought up to date at once, or by processes of their own while pages are made."""

import os
import time
from pathlib import Path

import pytest

from bantin.build.background import Wanted
from bantin.runtime.processes import Workers


@pytest.mark.parametrize(
    ("workers", "is_beside", "is_long"),
    [(1, False, False), (1, True, False), (1, False, True), (2, False, False)],
)
def test_files_are_brought_at_once(workers: int, is_beside: bool, is_long: bool) -> None:  # noqa: FBT001
    wanted, here = Wanted(workers, is_beside=is_beside), os.getpid()
    wanted |= {"a"}
    wanted.bring(lambda _: {f"{os.getpid() == here}"}, is_long=is_long)
    assert wanted.has_settled()
    assert wanted == wanted.gather() == {"a", "True"}


@pytest.mark.parametrize(("is_beside", "is_long"), [(True, False), (False, True)])
def test_files_are_brought_beside(is_beside: bool, is_long: bool) -> None:  # noqa: FBT001
    wanted, here = Wanted(2, is_beside=is_beside), os.getpid()
    wanted.bring(lambda _: {f"{os.getpid() != here}"}, is_long=is_long)
    wanted.bring(lambda _: {"b"}, is_long=is_long)
    assert wanted == set()
    assert wanted.gather() == {"True", "b"}


def test_what_is_done_beside_is_taken_in(tmp_path: Path) -> None:
    wanted, gate = Wanted(2, is_beside=True), tmp_path / "gate"

    def slow(_: Workers) -> set[str]:
        while not gate.exists():
            time.sleep(0.01)
        return {"slow"}

    wanted.bring(lambda _: {"soon"})
    wanted.bring(slow)
    while not wanted:
        assert not wanted.has_settled()
    assert wanted == {"soon"}
    gate.touch()
    while not wanted.has_settled():
        time.sleep(0.01)
    assert wanted == {"slow", "soon"}


def test_a_process_that_dies_stops_the_build(capfd: pytest.CaptureFixture[str]) -> None:
    wanted = Wanted(2, is_beside=True)
    wanted.bring(lambda _: {"a" + str(1 // 0)})
    with pytest.raises(ChildProcessError, match="ended with status"):
        wanted.gather()
    assert "ZeroDivisionError" in capfd.readouterr().err
