"""Whatever is written into the content or its caches, and whatever is asked: nothing breaks."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.fuzz.seeds import lay_seeds, lay_words
from bench.fuzz.table import describe
from bench.machine import machine
from bench.peers.peer import clean_environ, run

HERE = Path(__file__).parent
REPORT = "report.json"
# How many cases of the others one case of a target costs.
TARGETS = {"front-matter": 1, "markdown": 1, "registries": 2, "queries": 10, "caches": 5}

__all__ = ["TARGETS", "fuzz"]


def fuzz(
    root: Path, cache: Path, cases: int, names: Sequence[str], say: Callable[[str], None]
) -> str:
    """Return what was tried on each target and found, as Markdown.

    Targets left out are told as they were last found. Inputs that broke something are kept in
    ``cache/fuzz/<target>/found``.
    """
    packages, folder = _packages(cache), cache / "fuzz"
    for name in names or TARGETS:
        most = cases // TARGETS[name]
        say(f"{name}: {most:,} cases")
        say(_fuzz(root, packages, folder / name, name, most))
    files = {name: folder / name / REPORT for name in TARGETS}
    reports = {
        name: json.loads(file.read_bytes()) for name, file in files.items() if file.is_file()
    }
    return describe(reports, machine())


def _packages(cache: Path) -> Path:
    """Return the folder of the pinned fuzzer, installed beside our own packages on first use."""
    folder, pins = cache / "env" / "fuzz", HERE / "requirements.txt"
    mark = folder / "pins.txt"
    if not mark.is_file() or mark.read_bytes() != pins.read_bytes():
        uv = str(Path(sys.executable).with_name("uv"))
        where = ("--python", sys.executable, "--target", str(folder))
        run((uv, "pip", "install", "--quiet", *where, "--require-hashes", "-r", str(pins)))
        mark.write_bytes(pins.read_bytes())
    return folder


def _fuzz(root: Path, packages: Path, folder: Path, name: str, cases: int) -> str:
    """Run one target and return its report, which it writes once all cases are tried."""
    shutil.rmtree(folder, ignore_errors=True)  # every run starts from the seeds alone
    seeds, corpus = lay_seeds(root, folder / "seeds", name), folder / "corpus"
    for needed in (corpus, folder / "found"):
        needed.mkdir(parents=True)
    lay_words(root, folder / "words")
    worker = (sys.executable, str(HERE / "worker.py"))
    paths = (str(root / "hooks"), str(packages))
    ended = subprocess.run(  # noqa: S603 - our own command
        [*worker, name, str(cases), str(folder), str(corpus), str(seeds)],
        cwd=root,
        env=clean_environ() | {"PYTHONPATH": ":".join(paths)},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    report = folder / REPORT
    if ended.returncode or not report.is_file():
        raise RuntimeError(ended.stderr[-4000:])
    return report.read_text(encoding="utf-8")
