"""Work shared with a forked worker process, where the platform has fork.

Workers are forked, not spawned: what they work on (the catalogue, functions over it) is too large
to be sent, and a fork has it already. Only results travel.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items are not worth a fork, which takes some 20 ms.
MIN_ITEMS = 200
MAX_PROCESSES = 2
# Small enough that all processes end within some 50 ms of each other.
CHUNKS = 128

# The tasks of each pool that is open; a forked worker has its own copy.
_inherited: list[Sequence[Callable[[], Any]]] = []


def processors() -> int:
    """Return how many processes this machine is good for; one where it cannot fork."""
    return min(MAX_PROCESSES, os.cpu_count() or 1) if hasattr(os, "fork") else 1


def run_tasks(tasks: Sequence[Callable[[], Result]], processes: int = 1) -> list[Result]:
    """Return the result of each task, in their order.

    Workers take tasks from the front and this process takes them from the back, so that each
    keeps to tasks of one kind as long as it can: what they need lies in its memory.

    Args:
        tasks: their results must be picklable.
        processes: how many may work, this one included.

    Raises:
        Exception: what a task raised; then all workers are stopped first.
    """
    if processes < 2 or len(tasks) < 2 or not hasattr(os, "fork"):  # noqa: PLR2004 - nothing to share
        return [task() for task in tasks]
    with _worker_pool(tasks, processes - 1) as pool:
        futures = [pool.submit(_run_inherited, number) for number in range(len(tasks))]
        own: dict[int, Result] = {}
        for number in reversed(range(len(tasks))):
            if futures[number].cancel():  # no worker has begun it
                own[number] = tasks[number]()
        return [own[n] if n in own else future.result() for n, future in enumerate(futures)]


def split_work(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Result],
    processes: int,
    min_items: int = MIN_ITEMS,
) -> list[Result]:
    """Return the results of ``work`` over chunks of neighbouring items, in their order.

    Args:
        items: what is to be worked on.
        work: its result must be picklable.
        processes: how many may work, this one included.
        min_items: fewer are one chunk; to be set where each item takes long.
    """
    if processes < 2 or len(items) < min_items:  # noqa: PLR2004 - nothing to share
        return [work(items)]
    return run_tasks([partial(work, chunk) for chunk in chunks(items)], processes)


def chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield items in at most ``CHUNKS`` runs of neighbours."""
    size = -(-len(items) // CHUNKS) or 1
    return (items[start : start + size] for start in range(0, len(items), size))


@contextmanager
def _worker_pool(tasks: Sequence[Callable[[], Any]], workers: int) -> Iterator[Executor]:
    """Fork workers that know the tasks; whatever happens, none is left when the block ends."""
    _inherited.append(tasks)
    before = set(active_children())
    pool = ProcessPoolExecutor(workers, get_context("fork"), initializer=_start_worker)
    try:
        yield pool
    except BaseException:
        for worker in set(active_children()) - before:
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        _inherited.pop()


def _run_inherited(number: int) -> Any:  # noqa: ANN401 - whatever a task returns
    return _inherited[-1][number]()


def _start_worker() -> None:
    # Ctrl+C reaches the whole group of processes; this one is stopped by the one that forked it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End a worker whose parent was killed; it would wait for its next task for ever."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
