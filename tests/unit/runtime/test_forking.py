"""Work split over processes: every item once, whoever takes it."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from bantin.runtime.processes import RUNS, Workers, beside, processors, split_work


@pytest.mark.parametrize("count", [2, 3, RUNS - 1, RUNS, RUNS + 1, 1000])
def test_each_item_is_taken_once(count: int) -> None:
    shares = split_work(range(count), list, workers=2, least=2)
    assert sorted(item for share in shares for item in share) == list(range(count))
    assert len(shares) == 2


def test_work_is_begun_once_in_each_process() -> None:
    shares = split_work(range(500), lambda items: (os.getpid(), len(list(items))), workers=2)
    assert len({process for process, _ in shares}) == 2
    assert sum(taken for _, taken in shares) == 500


def test_neighbours_stay_together() -> None:
    for share in split_work(range(RUNS * 10), list, workers=2):
        starts = share[::10]
        assert all(start % 10 == 0 for start in starts)
        assert share == [start + place for start in starts for place in range(10)]


def test_who_is_through_takes_what_is_left() -> None:
    here = os.getpid()

    def work(items: Iterable[int]) -> tuple[bool, int]:
        return os.getpid() == here, sum(map(weigh, items))

    def weigh(_: int) -> int:
        if os.getpid() != here:
            time.sleep(1)
        return 1

    taken = dict(split_work(range(RUNS), work, workers=2, least=2))
    assert taken[True] > 10 * taken[False]


def test_others_take_part_once_a_processor_is_free() -> None:
    here, taken = os.getpid(), list[int]()

    def work(items: Iterable[int]) -> tuple[bool, list[int]]:
        for item in items:
            taken.append(item)
            if os.getpid() == here:
                time.sleep(0.01)
        return os.getpid() == here, taken

    shares = dict(split_work(range(RUNS), work, Workers(2, lambda: len(taken) > 9), least=2))
    assert shares[True][:10] == list(range(10))
    assert sorted(shares[True] + [item for item in shares[False] if item > 9]) == list(range(RUNS))


def test_one_goes_about_it_alone_where_no_processor_is_free() -> None:
    shares = split_work(range(RUNS), list, Workers(2, lambda: False), least=2)
    assert shares == [list(range(RUNS))]


@pytest.mark.parametrize("workers", [1, 2])
def test_work_is_done_beside_a_block(workers: int, tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / "by").write_text(str(os.getpid()))

    with beside(work, workers):
        pass
    assert (int((tmp_path / "by").read_text()) == os.getpid()) is (workers == 1)


def test_work_beside_a_block_is_waited_for_though_that_fails(tmp_path: Path) -> None:
    def work() -> None:
        time.sleep(0.1)
        (tmp_path / "done").touch()

    with pytest.raises(ZeroDivisionError), beside(work, 2):
        assert 1 / len([])
    assert (tmp_path / "done").exists()


def test_a_worker_that_dies_is_told() -> None:
    here = os.getpid()

    def work(items: Iterable[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(3)
        return list(items)

    with pytest.raises(ChildProcessError, match="status"):
        split_work(range(1000), work, workers=2)


def test_few_items_stay_here() -> None:
    assert split_work(range(5), lambda items: (os.getpid(), list(items)), workers=2) == [
        (os.getpid(), [0, 1, 2, 3, 4])
    ]


def test_one_process_works_where_none_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processors() == 1
