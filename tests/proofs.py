"""Records what a run of all tests has shown, for the report on duties (``make test``)."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bantin.publish.proofs import CODE, Proof, Proofs, proved_digest, write_proofs
from bantin.runtime.clock import build_date

if TYPE_CHECKING:
    from collections.abc import Iterable

ASKED = "PROOFS"
NAME = ("rev-parse", "--short", "HEAD")
CHANGED = ("status", "--porcelain", "--", *CODE)


def commit_of(folder: Path) -> str:
    """The short name of the commit whose code this is; empty where it is that of none."""
    name, changed = (_git(folder, *words) for words in (NAME, CHANGED))
    return "" if changed else name


def _git(folder: Path, *words: str) -> str:
    ran = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    return ran.stdout.strip()


class Recorder:
    """A plugin that counts how often each test passed, and writes that down at the end."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._code = proved_digest(root)
        self._passed: Counter[str] = Counter()
        self._others: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test that passed, and one that did not: skipped, or broken on its way."""
        name = report.nodeid.partition("[")[0]
        if report.when == "call" and report.passed and not hasattr(report, "wasxfail"):
            self._passed[name] += 1
        elif not report.passed:
            self._others[name] += 1

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the file, unless the run was broken off or the code has changed meanwhile."""
        is_whole = exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        if is_whole and self._code == proved_digest(self._root):
            write_proofs(self._folder, self._code, self.proofs())

    def proofs(self) -> Proofs:
        """What has been counted so far."""
        names: Iterable[str] = {*self._passed, *self._others}
        tests = {name: Proof(self._passed[name], self._others[name]) for name in names}
        return Proofs(build_date({}), commit_of(self._root), tests)


def record_if_asked(config: pytest.Config, root: Path) -> None:
    """Record a run where ``PROOFS`` names a folder; workers of xdist leave it to the first."""
    folder = os.environ.get(ASKED)
    if folder and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(root, Path(folder)))
