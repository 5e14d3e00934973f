import os
from pathlib import Path

import pytest

from bantin.studio.sessions import LEASE, Holders
from bantin.studio.working_copies import WorkingCopies, WorkingCopy

COPY = WorkingCopy("tin/2024/bai.md", {"title": "Một"}, "Nội dung.", "abc", "Bình", 3)


def test_a_copy_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    WorkingCopies(tmp_path / "copies").keep(COPY)
    again = WorkingCopies(tmp_path / "copies")
    assert again.find(COPY.path) == COPY
    assert list(again.paths()) == [COPY.path]


def test_a_copy_that_is_dropped_is_gone(tmp_path: Path) -> None:
    copies = WorkingCopies(tmp_path)
    copies.keep(COPY)
    copies.drop(COPY.path)
    copies.drop(COPY.path)
    assert copies.find(COPY.path) is None
    assert list(copies.paths()) == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"path": "tin/2024/bai.md"}', b"\xff"])
def test_a_damaged_copy_is_none(tmp_path: Path, data: bytes) -> None:
    copies = WorkingCopies(tmp_path)
    copies.keep(COPY)
    next(tmp_path.glob("*.json")).write_bytes(data)
    assert copies.find(COPY.path) is None


def test_a_full_disk_leaves_the_last_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = WorkingCopies(tmp_path)
    copies.keep(COPY)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        copies.keep(COPY._replace(body="Dài hơn."))
    assert copies.find(COPY.path) == COPY
    assert [file.suffix for file in tmp_path.iterdir()] == [".json"]


def test_one_window_edits_at_a_time() -> None:
    now = [0.0]
    holders = Holders(lambda: now[0])
    assert holders.take("bai", "Bình", "a").window == "a"
    assert holders.take("bai", "An", "b").editor == "Bình"
    assert holders.of("bai") == "Bình"
    assert holders.take("bai", "An", "b", by_force=True).window == "b"
    assert holders.take("bai", "Bình", "a").window == "b"


def test_a_window_that_is_not_heard_of_lets_go() -> None:
    now = [0.0]
    holders = Holders(lambda: now[0])
    holders.take("bai", "Bình", "a")
    now[0] = LEASE + 1
    assert holders.of("bai") == ""
    assert holders.take("bai", "An", "b").window == "b"


def test_a_window_lets_go_of_its_own_alone() -> None:
    holders = Holders(lambda: 0.0)
    holders.take("bai", "Bình", "a")
    holders.release("bai", "b")
    assert holders.of("bai") == "Bình"
    holders.release("bai", "a")
    assert holders.of("bai") == ""
