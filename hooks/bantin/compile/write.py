"""Pages onto the disk: only those whose inputs changed are made and written again."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bantin.compile.memory import Made, Memory
from bantin.compile.page import Page
from bantin.compile.render import Renderer
from bantin.compile.site import Job
from bantin.forking import split_work

Done = dict[str, tuple[str, tuple[Made, ...]]]


class Look(NamedTuple):
    """A file as the disk shows it: size in bytes, time of change in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did with its pages."""

    pages: int
    written: int
    memory: Memory

    @property
    def files(self) -> frozenset[str]:
        """The files of all pages, by their paths from the site."""
        made = (made for _, all_ in self.memory.jobs.values() for made in all_)
        return frozenset(f"{page.address}index.html" for page in made)


class Writer:
    """Writes the pages of jobs into a site that may hold those of the last build."""

    def __init__(self, renderer: Renderer, site: Path, memory: Memory, workers: int = 1) -> None:
        self._renderer = renderer
        self._site = site
        self._memory = memory
        self._workers = workers
        self._kept = {made.address: made for _, all_ in memory.jobs.values() for made in all_}
        self._looks = look_over(site) if memory.jobs else {}

    def write(self, jobs: Iterable[Job]) -> Report:
        """Bring the site up to date with the jobs; files of vanished jobs are left to ``sweep``."""
        done: Done = {}
        waiting: list[Job] = []
        for job in jobs:
            known = self._memory.jobs.get(job.name)
            if known and known[0] == job.fingerprint and all(map(self._stands, known[1])):
                done[job.name] = known
            else:
                waiting.append(job)
        for share in split_work(waiting, self._make_all, self._workers):
            done.update(share)
        pages = [made for _, all_ in done.values() for made in all_]
        written = sum(1 for made in pages if self._kept.get(made.address) != made)
        return Report(len(pages), written, Memory(self._memory.engine, done))

    def _stands(self, made: Made) -> bool:
        return self._looks.get(made.address) == (made.size, made.changed)

    def _make_all(self, jobs: Sequence[Job]) -> Done:
        return {job.name: (job.fingerprint, self._make(job)) for job in jobs}

    def _make(self, job: Job) -> tuple[Made, ...]:
        return tuple(self._keep_or_write(page) for page in job.make())

    def _keep_or_write(self, page: Page) -> Made:
        key = page.key(self._memory.engine)
        kept = self._kept.get(page.address)
        if kept and kept.key == key and self._stands(kept):
            return kept
        file = self._site / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self._renderer.render(page), encoding="utf-8", newline="\n")
        look = file.stat()
        return Made(page.address, key, look.st_size, look.st_mtime_ns)


def look_over(site: Path) -> Mapping[str, Look]:
    """Return how every compiled page's file looks, by address."""
    looks: dict[str, Look] = {}
    root = str(site)
    for folder, _, files in os.walk(root):
        if "index.html" in files:
            stat = Path(folder, "index.html").stat()
            relative = folder[len(root) + 1 :].replace(os.sep, "/")
            address = f"{relative}/" if relative else ""
            looks[address] = Look(stat.st_size, stat.st_mtime_ns)
    return looks
