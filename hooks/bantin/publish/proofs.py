"""What tests have shown of the code that builds: read from the file that ``make test`` writes.

It counts only for the code it was written for: its digest covers what is tested and the tests
themselves. After any change, or without the file, nothing is shown.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FILE = "proofs.json"
# What is tested, and what tests it; all else, such as content, may change.
CODE = ("hooks", "theme", "tests", "uv.lock")
MADE = ("__pycache__", ".pyc")


class Proof(NamedTuple):
    """How often a test passed, with all its values, and how often it did not."""

    passed: int
    failed: int


@dataclass(frozen=True, slots=True)
class Proofs:
    """What one run of all tests has shown.

    Attributes:
        day: of the run.
        commit: of the code, shortened; empty where that is not known.
        tests: by their names, such as ``tests/unit/test_x.py::test_y``.
    """

    day: date | None = None
    commit: str = ""
    tests: Mapping[str, Proof] = field(default_factory=dict)

    def of(self, names: Iterable[str]) -> Proof:
        """Return the sum over some tests; one that was not run counts as not passed."""
        found = [self.tests.get(name, Proof(0, 1)) for name in names]
        return Proof(sum(one.passed for one in found), sum(one.failed for one in found))


NOTHING = Proofs()


def read_proofs(folder: Path, code: Path) -> Proofs:
    """Return what is shown of the code in a folder; nothing where the file is not about it.

    Args:
        folder: of the file.
        code: root of the code that builds.
    """
    try:
        written = json.loads((folder / FILE).read_bytes())
        if written["code"] != proved_digest(code):
            return NOTHING
        tests = {str(name): Proof(*map(int, counts)) for name, counts in written["tests"].items()}
        return Proofs(date.fromisoformat(written["day"]), str(written["commit"]), tests)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return NOTHING


def write_proofs(folder: Path, code: str, proofs: Proofs) -> None:
    """Write the file.

    Args:
        folder: of the file.
        code: digest of the code that was tested.
        proofs: of one run of all tests.
    """
    written = {
        "code": code,
        "commit": proofs.commit,
        "day": str(proofs.day),
        "tests": {name: [*counts] for name, counts in sorted(proofs.tests.items())},
    }
    text = json.dumps(written, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def proved_digest(root: Path) -> str:
    """Return the digest of all code below a folder that tests are about, and of the tests."""
    whole = sha256()
    for file in sorted(file for name in CODE for file in _files(root / name)):
        whole.update(f"{file.relative_to(root).as_posix()}\0".encode())
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for file in path.rglob("*"):
        if file.is_file() and not any(part.endswith(MADE) for part in file.parts):
            yield file
