"""One command measured: wall, processor, memory of its whole tree, and what it wrote."""

import os
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.peers.peer import Task, clean_environ

PROC = Path("/proc")
INTERVAL = 0.1
MEGA = 1_000_000
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took.

    Attributes:
        wall: seconds.
        user: processor seconds in the program, its children included.
        system: processor seconds in the kernel for it.
        rss: megabytes of the largest single process at its peak.
        tree: megabytes of all its processes together at their peak, shared pages counted once;
            sampled, 0 where that was not asked for or the platform does not tell.
        foreign: processor seconds that others used meanwhile, time stolen by the host included.
    """

    wall: float
    user: float
    system: float
    rss: float
    tree: float
    foreign: float


@dataclass(frozen=True, slots=True)
class Output:
    """What stands in an output folder."""

    bytes: int
    files: int
    pages: int


def measure(task: Task, log: Path, *, is_watched: bool) -> Cost:
    """Run a task to its end; RuntimeError with the end of its log where it fails.

    Args:
        task: what to run.
        log: takes what it prints.
        is_watched: whether memory is looked at: that takes a processor some 15 ms each time, which
            who uses all of them lacks.
    """
    busy, start = _busy(), time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - the peers' own builds
            task.argv,
            cwd=task.folder,
            env=clean_environ() | dict(task.env),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid) if is_watched else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        tree = watch.stop() if watch else 0.0
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        message = f"{task.argv[0]}: exit {process.returncode}\n{said}"
        raise RuntimeError(message)
    own = usage.ru_utime + usage.ru_stime
    foreign = max(0.0, _busy() - busy - own)
    rss = usage.ru_maxrss * 1024 / MEGA
    return Cost(wall, usage.ru_utime, usage.ru_stime, rss, tree, foreign)


def output_of(folder: Path) -> Output:
    """Count bytes, files and HTML pages below a folder."""
    total = files = pages = 0
    for file in _files(str(folder)):
        total += file.stat().st_size
        files += 1
        pages += file.name.endswith(".html")
    return Output(total, files, pages)


def _files(folder: str) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            else:
                yield entry


class _Watch:
    """Samples the memory of a process and all below it from another thread."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self.done = pid, 0, threading.Event()
        self.thread = threading.Thread(target=self.sample, daemon=True)
        self.thread.start()

    def stop(self) -> float:
        self.done.set()
        self.thread.join()
        return self.peak * 1024 / MEGA

    def sample(self) -> None:
        while PROC.is_dir() and not self.done.wait(INTERVAL):
            self.peak = max(self.peak, sum(_share(pid) for pid in _tree(self.pid)))


def _tree(root: int) -> list[int]:
    below: dict[int, list[int]] = defaultdict(list)
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            below[int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])].append(
                int(stat.parent.name)
            )
        except OSError:
            continue
    found = [root]
    for pid in found:
        found.extend(below[pid])
    return found


def _share(pid: int) -> int:
    """Kilobytes of a process, its shared pages divided among those that share them."""
    try:
        text = (PROC / str(pid) / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    line = next((line for line in text.splitlines() if line.startswith("Pss:")), "Pss: 0")
    return int(line.split()[1])


def _busy() -> float:
    """Processor seconds that the whole machine was not idle, stolen time included."""
    try:
        fields = [
            int(part)
            for part in (PROC / "stat").read_text(encoding="utf-8").split("\n")[0].split()[1:9]
        ]
    except OSError:
        return 0.0
    user, nice, system, _, _, irq, softirq, steal = fields
    return (user + nice + system + irq + softirq + steal) / TICK
