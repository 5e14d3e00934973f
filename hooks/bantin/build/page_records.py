"""What the last build made its pages from."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bantin.runtime.cache import Cache


class Made(NamedTuple):
    """A page that was written: where, and how the file looked afterwards."""

    address: str
    size: int
    changed: int


RECORD = "pages"
Jobs = dict[str, tuple[str, tuple[Made, ...]]]


@dataclass(slots=True)
class Memory:
    """The jobs of a build: their fingerprint and what they made.

    Attributes:
        engine: digest of all that makes pages.
        jobs: by name.
        is_kept: whether just this is on the disk already.
    """

    engine: str
    jobs: Jobs = field(default_factory=dict)
    is_kept: bool = False

    def save(self, cache: Cache) -> None:
        """Write the memory in one step."""
        if not self.is_kept:
            cache.save(RECORD, self.jobs, self.engine)


def recall(cache: Cache, engine: str) -> Memory:
    """Return the memory of the last build with the same engine, else an empty one."""
    jobs: Jobs | None = cache.load(RECORD, engine)
    return Memory(engine) if jobs is None else Memory(engine, jobs, is_kept=True)
