"""Results of tests count for the very code that was tested, and for nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bantin.publish.proofs import (
    FILE,
    NOTHING,
    Proof,
    Proofs,
    proved_digest,
    read_proofs,
    write_proofs,
)

ROOT = Path(__file__).parents[3]
TEST = "tests/test_a.py::test_a"
DONE = Proofs(date(2026, 12, 1), "abc1234", {TEST: Proof(2, 0)})
RUN = """
import sys
from pathlib import Path
import pytest
from tests.proofs import Recorder
folder = Path(sys.argv[1])
options = ["-q", "-p", "no:cacheprovider", str(folder / "tests")]
sys.exit(pytest.main(options, [Recorder(folder, folder)]))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path in ("hooks/a.py", "theme/a.css", "tests/test_a.py", "uv.lock", "docs/index.md"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("def test_a(): pass\n")
    return tmp_path


def test_what_is_written_is_read(project: Path) -> None:
    write_proofs(project, proved_digest(project), DONE)
    assert read_proofs(project, project) == DONE


@pytest.mark.parametrize("path", ["hooks/a.py", "theme/a.css", "tests/test_a.py", "uv.lock"])
@pytest.mark.parametrize("change", ["changed", "emptied", "gone", "more"])
def test_results_of_other_code_show_nothing(project: Path, path: str, change: str) -> None:
    write_proofs(project, proved_digest(project), DONE)
    file = project / path
    if change == "gone":
        file.unlink()
    elif change == "more":
        file.with_name(f"{file.name}.new").write_text("x")
        if path == "uv.lock":
            (project / "tests/new.py").write_text("x")
    else:
        file.write_text("" if change == "emptied" else "def test_a(): assert True\n")
    assert read_proofs(project, project) == NOTHING


def test_content_may_change(project: Path) -> None:
    write_proofs(project, proved_digest(project), DONE)
    (project / "docs/index.md").write_text("Bài mới\n")
    assert read_proofs(project, project) == DONE


@pytest.mark.parametrize(
    "spoiled",
    ["", "{", "[]", "null", '{"code": 1}', '{"code": "CODE", "day": "2026-12-01"}',
     '{"code": "CODE", "day": "hôm qua", "commit": "", "tests": {}}',
     '{"code": "CODE", "day": "2026-12-01", "commit": "", "tests": {"a": [1]}}',
     '{"code": "CODE", "day": "2026-12-01", "commit": "", "tests": {"a": "xy"}}',
     '{"code": "CODE", "day": "2026-12-01", "commit": "", "tests": []}'],
)  # fmt: skip
def test_a_damaged_file_shows_nothing(project: Path, spoiled: str) -> None:
    (project / FILE).write_text(spoiled.replace("CODE", proved_digest(project)), encoding="utf-8")
    assert read_proofs(project, project) == NOTHING


def test_a_missing_file_shows_nothing(project: Path) -> None:
    assert read_proofs(project, project) == NOTHING


def recorded(project: Path, tests: str) -> Proofs:
    """What a run of these tests records."""
    (project / "tests/test_a.py").write_text(f"import pytest\n{tests}", encoding="utf-8")
    command = [sys.executable, "-c", RUN, str(project)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return read_proofs(project, project)


def test_a_run_records_what_passed_and_what_did_not(project: Path) -> None:
    proofs = recorded(
        project,
        "@pytest.mark.parametrize('n', [1, 2, 3])\ndef test_n(n): assert n < 3\n"
        "def test_skipped(): pytest.skip('no')\n"
        "@pytest.fixture\ndef broken(): raise ValueError\ndef test_broken(broken): pass\n"
        "@pytest.mark.xfail\ndef test_known(): assert False\n",
    )
    told = {name.partition("::")[2]: tuple(count) for name, count in proofs.tests.items()}
    assert told == {
        "test_n": (2, 1), "test_skipped": (0, 1), "test_broken": (0, 1), "test_known": (0, 1),
    }  # fmt: skip


@pytest.mark.parametrize("tests", ["", "def test_a(:\n", "import khong_co\n"])
def test_a_run_without_tests_or_broken_off_records_nothing(project: Path, tests: str) -> None:
    assert recorded(project, tests) == NOTHING


def test_make_test_records_its_results() -> None:
    assert "PROOFS=. $(BIN)/pytest" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_file_is_about_tests_by_name(project: Path) -> None:
    write_proofs(project, "x", DONE)
    assert json.loads((project / FILE).read_bytes())["tests"] == {TEST: [2, 0]}
