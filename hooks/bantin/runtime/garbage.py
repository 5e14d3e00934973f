"""The garbage collector kept from looking, again and again, at records that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# After so many lasting objects garbage is looked for: a build ends soon, a server lives on.
BUILT, SERVED = 1_000_000, 100_000
OLDER = 50


def collect_rarely(*, is_served: bool) -> None:
    """Have garbage looked for seldom: most of what a build makes stays to its end."""
    gc.set_threshold(SERVED if is_served else BUILT, OLDER, OLDER)


def keep_for_good() -> None:
    """Let no collection look again at what has been made so far: it stays to the end."""
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many lasting records without the collector going over them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
