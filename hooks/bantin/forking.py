"""Work split over the processors by fork, where the platform has it."""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTHWHILE = 200
MOST = 2


def processors() -> int:
    """Return how many workers this machine is good for."""
    return min(MOST, os.cpu_count() or 1)


def split_work(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Result],
    workers: int,
    least: int = WORTHWHILE,
) -> list[Result]:
    """Return the results of ``work`` over shares of ``items``, one share a worker.

    Args:
        items: dealt out in turn, so that shares weigh about the same.
        work: its result must be picklable; called in this process where there is one worker.
        workers: how many processes.
        least: fewer items are not split; to be set where each takes long.

    Raises:
        ChildProcessError: a worker died; its own traceback is on standard error.
    """
    if workers < 2 or len(items) < least or not hasattr(os, "fork"):  # noqa: PLR2004 - a pair
        return [work(items)]
    children = [_start(items[number::workers], work) for number in range(1, workers)]
    results = [work(items[::workers])]
    return results + [_collect(*child) for child in children]


def _start(share: Sequence[Item], work: Callable[[Sequence[Item]], Result]) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    code = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(work(share), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    except BaseException:
        _print_traceback()
        raise
    finally:
        os._exit(code)


def _print_traceback() -> None:
    import traceback  # noqa: PLC0415 - only a dying worker needs it

    traceback.print_exc()


def _collect(pid: int, reader: int) -> Any:  # noqa: ANN401 - whatever the child made
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(pid, 0)
    if status:
        message = f"worker {pid} ended with status {status}"
        raise ChildProcessError(message)
    return pickle.loads(data)  # noqa: S301 - our own child's bytes
