"""Garbage collection tuned to programs whose objects nearly all live to the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which the collector runs. A build ends soon; a server lives on.
BUILD, SERVER = 1_000_000, 100_000
OLDER_GENERATIONS = 50


def tune_gc(*, is_server: bool) -> None:
    """Run the collector seldom."""
    gc.set_threshold(SERVER if is_server else BUILD, OLDER_GENERATIONS, OLDER_GENERATIONS)


def freeze_gc() -> None:
    """Exempt all objects made so far from collection.

    Before a fork this keeps their memory shared, as the collector would write into each of them;
    at the end of a program it spares a last look through everything.
    """
    gc.freeze()


@contextmanager
def paused_gc() -> Iterator[None]:
    """Pause the collector while many lasting objects are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
