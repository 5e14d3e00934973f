"""What the last build made from what, kept between builds.

A file of this kind may be missing, cut short, damaged or of another version at
any time: then nothing is remembered, and everything is made anew.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Made(NamedTuple):
    """A page that was written: where, and how the file looked afterwards."""

    address: str
    size: int
    changed: int


@dataclass(slots=True)
class Memory:
    """The jobs of a build: their fingerprint and what they made."""

    engine: str
    jobs: dict[str, tuple[str, tuple[Made, ...]]] = field(default_factory=dict)

    def save(self, file: Path) -> None:
        """Write the memory in one step."""
        payload = json.dumps([self.engine, self.jobs], ensure_ascii=False)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(f"{_seal(payload)}\n{payload}", encoding="utf-8")
        fresh.replace(file)


def recall(file: Path, engine: str) -> Memory:
    """Return the memory of the last build with the same engine, else an empty one."""
    try:
        seal, _, payload = file.read_text(encoding="utf-8").partition("\n")
        if seal != _seal(payload):
            return Memory(engine)
        known, jobs = json.loads(payload)
        if known != engine:
            return Memory(engine)
        return Memory(
            engine, {name: (p, tuple(Made(*m) for m in made)) for name, (p, made) in jobs.items()}
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return Memory(engine)


def _seal(payload: str) -> str:
    return sha256(payload.encode()).hexdigest()
