"""Work split over processes: every item once, whoever takes it."""

import os
import time
from collections.abc import Iterable

import pytest

from bantin.forking import RUNS, processors, split_work


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
