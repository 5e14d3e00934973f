"""Work shared with a forked worker process, where the platform has fork.

Workers are forked, not spawned: what they work on (the catalogue, functions over it) is too large
to be sent, and a fork has it already. Only results travel.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    # Not imported until work is shared: it takes 7 ms, and most checks share none.
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items are not worth a fork, which takes some 20 ms.
MIN_ITEMS = 200
MAX_PROCESSES = 2
# Small enough that both processes end within some 50 ms of each other.
CHUNKS = 128

# The work of each pool that is open; a forked worker has its own copy.
_inherited: list[Callable[[], Any]] = []


def processors() -> int:
    """Return how many processes this machine is good for; one where it cannot fork."""
    return min(MAX_PROCESSES, os.cpu_count() or 1) if hasattr(os, "fork") else 1


def run_tasks(tasks: Sequence[Callable[[], Result]], processes: int = 1) -> list[Result]:
    """Return the result of each task, in their order.

    A worker takes tasks from the front and this process takes them from the back, so that each
    keeps to tasks of one kind as long as it can: what they need lies in its memory.

    Args:
        tasks: their results must be picklable.
        processes: how many may work, this one included; more than two count as two.

    Raises:
        Exception: what a task raised; then the worker is stopped first.
    """
    if processes < 2 or len(tasks) < 2 or not hasattr(os, "fork"):  # noqa: PLR2004 - nothing to share
        return [task() for task in tasks]
    queue = _Queue(len(tasks))

    def run_from_front() -> dict[int, Result]:
        return {number: tasks[number]() for number in queue.from_front()}

    with _worker(run_from_front) as others:
        own = {number: tasks[number]() for number in queue.from_back()}
        done = own | others.result()
    return [done[number] for number in range(len(tasks))]


def split_work(
    items: Sequence[Item],
    work: Callable[[Iterable[Item]], Result],
    processes: int,
    min_items: int = MIN_ITEMS,
) -> list[Result]:
    """Return the results of ``work``, called once in each process with the items it takes.

    Args:
        items: what is to be worked on; neighbours stay together.
        work: its result must be picklable.
        processes: how many may work, this one included; more than two count as two.
        min_items: fewer are not shared; to be set where each item takes long.
    """
    if processes < 2 or len(items) < max(min_items, 2) or not hasattr(os, "fork"):  # noqa: PLR2004 - as above
        return [work(items)]
    parts = list(chunks(items))
    queue = _Queue(len(parts))
    with _worker(lambda: work(_items(parts, queue.from_front()))) as others:
        own = work(_items(parts, queue.from_back()))
        return [others.result(), own]


def chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield items in at most ``CHUNKS`` runs of neighbours."""
    size = -(-len(items) // CHUNKS) or 1
    return (items[start : start + size] for start in range(0, len(items), size))


class _Queue:
    """The numbers of tasks, which two processes take from both ends, each once."""

    def __init__(self, count: int) -> None:
        from multiprocessing import get_context  # noqa: PLC0415 - as above

        context = get_context("fork")
        self._lock, self._ends = context.Lock(), context.RawArray("q", (0, count))

    def from_front(self) -> Iterator[int]:
        """Yield the lowest number that is left, until none is."""
        while (number := self._take(0, 1)) is not None:
            yield number

    def from_back(self) -> Iterator[int]:
        """Yield the highest number that is left, until none is."""
        while (number := self._take(1, -1)) is not None:
            yield number - 1

    def _take(self, end: int, step: int) -> int | None:
        with self._lock:
            if self._ends[0] >= self._ends[1]:
                return None
            number: int = self._ends[end]
            self._ends[end] += step
            return number


def _items(parts: Sequence[Sequence[Item]], numbers: Iterable[int]) -> Iterator[Item]:
    return (item for number in numbers for item in parts[number])


@contextmanager
def _worker(work: Callable[[], Result]) -> "Iterator[Future[Result]]":
    """Have a forked process work while the block runs; whatever happens, none is left after it."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above
    from multiprocessing import active_children, get_context  # noqa: PLC0415 - as above

    _inherited.append(work)
    before = set(active_children())
    pool = ProcessPoolExecutor(1, get_context("fork"), initializer=_start_worker)
    try:
        yield pool.submit(_run_inherited)
    except BaseException:
        for worker in set(active_children()) - before:
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        _inherited.pop()


def _run_inherited() -> Any:  # noqa: ANN401 - whatever the work returns
    return _inherited[-1]()


def _start_worker() -> None:
    # Ctrl+C reaches the whole group of processes; this one is stopped by the one that forked it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End a worker whose parent was killed; it would wait for its next task for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as above
    from multiprocessing.connection import wait  # noqa: PLC0415 - as above

    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
