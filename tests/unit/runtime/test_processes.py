"""Work shared with worker processes: each item once, and no worker outlives a failure."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from pathlib import Path

import pytest

from bantin.runtime.processes import CHUNKS, chunks, processors, run_tasks, split_work

HOOKS = Path(__file__).parents[3] / "hooks"


@pytest.mark.parametrize("count", [0, 1, 2, CHUNKS - 1, CHUNKS, CHUNKS + 1, 1000])
def test_chunks_hold_every_item_once_and_in_order(count: int) -> None:
    made = list(chunks(range(count)))
    assert [item for chunk in made for item in chunk] == list(range(count))
    assert len(made) <= CHUNKS


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks: list[Callable[[], int]] = [lambda number=number: number for number in range(50)]  # type: ignore[misc]
    assert run_tasks(tasks, 2) == list(range(50))


def test_every_item_is_worked_on_once() -> None:
    results = split_work(range(1000), list, 2)
    assert sorted(item for share in results for item in share) == list(range(1000))
    assert len(results) == 2


def test_a_worker_and_this_process_share_the_tasks() -> None:
    def task() -> int:
        time.sleep(0.01)
        return os.getpid()

    processes = set(run_tasks([task] * 30, 2))
    assert len(processes) == 2
    assert os.getpid() in processes


def test_this_process_takes_what_a_slow_worker_does_not() -> None:
    here = os.getpid()

    def task() -> int:
        time.sleep(0 if os.getpid() == here else 0.5)
        return os.getpid()

    results = run_tasks([task] * 40, 2)
    assert results.count(here) > 30


def test_few_items_are_one_chunk_in_this_process() -> None:
    def work(items: Iterable[int]) -> tuple[int, list[int]]:
        return os.getpid(), list(items)

    assert split_work(range(5), work, 2) == [(os.getpid(), [0, 1, 2, 3, 4])]


def fail() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("failing", [0, -1])
def test_a_failed_task_ends_the_worker_at_once(failing: int) -> None:
    """Whether it fails in the worker, which begins with the first, or here: with the last."""
    tasks = [lambda: time.sleep(0.2)] * 3
    tasks[failing] = fail
    with pytest.raises(ZeroDivisionError):
        run_tasks(tasks, 2)
    assert active_children() == []


def test_ctrl_c_ends_the_worker_at_once() -> None:
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_tasks([lambda: time.sleep(30)] * 2, 2)
    assert active_children() == []
    assert time.monotonic() - started < 20


def test_a_worker_that_is_killed_is_an_error() -> None:
    with pytest.raises(BrokenProcessPool):
        run_tasks([lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: time.sleep(0.2)], 2)
    assert active_children() == []


def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    program = f"""
import os, sys, time
sys.path.insert(0, {str(HOOKS)!r})
from bantin.runtime.processes import run_tasks

def task():
    with open({str(tmp_path / "pids")!r}, "a") as file:
        print(os.getpid(), file=file, flush=True)
    time.sleep(60)

run_tasks([task, task], 2)
"""
    parent = subprocess.Popen([sys.executable, "-c", program])
    pids = tmp_path / "pids"
    while not (pids.exists() and len(pids.read_text().split()) == 2):
        time.sleep(0.01)
    parent.kill()
    parent.wait()
    (worker,) = {int(pid) for pid in pids.read_text().split()} - {parent.pid}
    for _ in range(1000):
        if not is_running(worker):
            break
        time.sleep(0.01)
    assert not is_running(worker)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_one_process_works_where_none_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processors() == 1
    assert run_tasks([os.getpid] * 3, 2) == [os.getpid()] * 3
