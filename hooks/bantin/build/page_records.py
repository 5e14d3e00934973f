"""What the last build made from what, kept between builds.

A file of this kind may be missing, cut short, damaged or of another version at
any time: then nothing is remembered, and everything is made anew.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bantin.runtime.cache import keep_sealed, recall_sealed


class Made(NamedTuple):
    """A page that was written: where, and how the file looked afterwards."""

    address: str
    size: int
    changed: int


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

    def save(self, file: Path) -> None:
        """Write the memory in one step."""
        if not self.is_kept:
            keep_sealed(file, self.engine, self.jobs)


def recall(file: Path, engine: str) -> Memory:
    """Return the memory of the last build with the same engine, else an empty one."""
    jobs: Jobs | None = recall_sealed(file, engine)
    return Memory(engine) if jobs is None else Memory(engine, jobs, is_kept=True)
