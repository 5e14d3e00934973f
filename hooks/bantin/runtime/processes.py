"""Work split over the processors by fork, where the platform has it."""

import os
import pickle
import select
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTHWHILE = 200
MOST = 2
# Many runs let all workers end at about the same time; the number of each is one byte.
RUNS = 128


class Workers(NamedTuple):
    """Processes that may share work.

    Attributes:
        most: how many.
        are_free: whether processors wait for it; until they do, one process goes about it alone.
    """

    most: int = 1
    are_free: Callable[[], bool] = lambda: True


ALONE = Workers()


class Sign:
    """What a process lets all know that it has forked."""

    def __init__(self) -> None:
        self._reader, self._writer = os.pipe()

    def give(self) -> None:
        """Let it be known from now on."""
        os.write(self._writer, b".")

    def is_given(self) -> bool:
        """Whether it is known."""
        return _is_readable(self._reader)


def processors() -> int:
    """Return how many workers this machine is good for; one where it cannot fork."""
    return min(MOST, os.cpu_count() or 1) if hasattr(os, "fork") else 1


def split_work(
    items: Sequence[Item],
    work: Callable[[Iterable[Item]], Result],
    workers: int | Workers,
    least: int = WORTHWHILE,
) -> list[Result]:
    """Return the results of ``work`` over shares of ``items``, one share a worker.

    Args:
        items: each worker takes the next run of neighbours when it is through with one: what lies
            side by side in the memory that all share, one alone comes to own.
        work: its result must be picklable; called in this process where there is one worker.
        workers: how many processes, and when.
        least: fewer items are not split; to be set where each takes long.

    Raises:
        ChildProcessError: a worker died; its own traceback is on standard error.
    """
    most, are_free = workers if isinstance(workers, Workers) else Workers(workers)
    if most < 2 or len(items) < least or not hasattr(os, "fork"):  # noqa: PLR2004 - a pair
        return [work(items)]
    size = -(-len(items) // RUNS)
    runs = _pipe_of(bytes(range(-(-len(items) // size))))
    children = list[Child]()

    def call_others() -> None:
        if not children and are_free():
            children.extend(Child(work, _taken(items, size, runs)) for _ in range(1, most))

    results = [work(_taken(items, size, runs, call_others))]
    os.close(runs)
    return results + [child.result() for child in children]


def _pipe_of(data: bytes) -> int:
    """Return where data can be read, each byte by one process."""
    reader, writer = os.pipe()
    os.write(writer, data)
    os.close(writer)
    return reader


def _taken(
    items: Sequence[Item], size: int, runs: int, before: Callable[[], None] = lambda: None
) -> Iterator[Item]:
    """Yield the items of runs that no other worker has taken; before each run do something."""
    while number := os.read(runs, 1):
        before()
        start = number[0] * size
        yield from items[start : start + size]


class Child:
    """A process that goes about one piece of work while this one goes on."""

    def __init__(self, work: Callable[[Item], Any], argument: Item) -> None:
        reader, writer = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(reader)
            _work(work, argument, writer)
        os.close(writer)
        self._reader = reader

    def is_through(self) -> bool:
        """Whether the child has made it, or died."""
        return _is_readable(self._reader)

    def result(self) -> Any:  # noqa: ANN401 - whatever the child made
        """Return what the child made; ChildProcessError where it died."""
        made = None
        with os.fdopen(self._reader, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
            made = pickle.load(pipe)  # noqa: S301 - our own child's bytes
        _, status = os.waitpid(self._pid, 0)
        if status:
            message = f"worker {self._pid} ended with status {status}"
            raise ChildProcessError(message)
        return made


def _is_readable(pipe: int) -> bool:
    return bool(select.select([pipe], [], [], 0)[0])


@contextmanager
def beside(work: Callable[[], None], workers: int) -> Iterator[None]:
    """Have work done by a process of its own while the block runs; before it by one worker.

    Raises:
        ChildProcessError: the process died.
    """
    if workers < 2:  # noqa: PLR2004 - a pair
        work()
        yield
        return
    child = Child(lambda _: work(), ())
    try:
        yield
    finally:
        child.result()


def _work(work: Callable[[Item], Any], argument: Item, writer: int) -> NoReturn:
    code = 1
    try:
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(work(argument), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    except BrokenPipeError:  # nobody waits for it any more
        pass
    except BaseException:
        _print_traceback()
        raise
    finally:
        os._exit(code)


def _print_traceback() -> None:
    import traceback  # noqa: PLC0415 - only a dying worker needs it

    traceback.print_exc()
