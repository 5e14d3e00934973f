"""Feeds one target: ``worker.py TARGET CASES FOLDER CORPUS SEEDS``; runs beside atheris.

It is run by its path: whatever imported ``bantin`` before would leave it without instruments.
"""

import json
import sys
import time
import traceback
from hashlib import sha256
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["bantin"]):
    from targets import TARGETS

# A query is cut to 400 characters anyway.
LONGEST = {"queries": 500}
SLOW = 20  # seconds that one case may take


class Worker:
    """Counts cases and keeps each kind of failure once, so that the run goes on."""

    def __init__(self, name: str, cases: int, folder: Path) -> None:
        self._try = TARGETS[name](Path.cwd(), folder)
        self._folder, self._cases = folder, cases
        self._done = 0
        self._found: dict[str, str] = {}
        self._started = time.monotonic()
        self._cpu = time.process_time()

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        try:
            self._try(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            self._keep(data, error)
        self._done += 1
        if self._done == self._cases:
            self._report()

    def _keep(self, data: bytes, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        if kind not in self._found:
            name = sha256(data).hexdigest()[:16]
            self._found[kind] = name
            (self._folder / "found" / name).write_bytes(data)
            told = "".join(traceback.format_exception(error))
            (self._folder / "found" / f"{name}.txt").write_text(
                told, encoding="utf-8", newline="\n"
            )

    def _report(self) -> None:
        told: dict[str, Any] = {
            "cases": self._done,
            "seconds": round(time.monotonic() - self._started, 1),
            "cpu": round(time.process_time() - self._cpu, 1),
            "found": self._found,
        }
        (self._folder / "report.json").write_text(json.dumps(told), encoding="utf-8", newline="\n")


def main() -> None:
    """Run until all cases are tried."""
    _, name, cases, folder, *corpora = sys.argv
    longest = LONGEST.get(name, 4096)
    options = [f"-runs={cases}", f"-max_len={longest}", "-len_control=0", f"-timeout={SLOW}"]
    options += ["-seed=1", f"-dict={folder}/words"]
    folders = [f"-artifact_prefix={folder}/found/", *corpora]
    atheris.Setup([name, *options, *folders], Worker(name, int(cases), Path(folder)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
