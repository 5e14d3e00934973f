"""Pages onto the disk: only those whose inputs changed are made and written again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bantin.build.page_records import Made, Memory
from bantin.compile.jobs import Job
from bantin.compile.page import Page
from bantin.compile.render.render import Renderer
from bantin.runtime.files import write
from bantin.runtime.filestat import Look, look_at
from bantin.runtime.processes import ALONE, Workers, split_work

INDEX = "index.html"
# Pages made together: more gain little, and each takes some 100 kB meanwhile.
BATCH = 64
Done = dict[str, tuple[str, tuple[Made, ...]]]


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
        return frozenset(f"{page.address}{INDEX}" for page in made)


class Writer:
    """Writes the pages of jobs into a site that may hold those of the last build."""

    def __init__(
        self,
        renderer: Renderer,
        site: Path,
        memory: Memory,
        workers: Workers = ALONE,
    ) -> None:
        self._renderer = renderer
        self._root = str(site)
        self._memory = memory
        self._workers = workers
        self._kept = {made.address: made for _, all_ in memory.jobs.values() for made in all_}
        self._is_anew = not memory.jobs

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
        is_kept = not waiting and len(done) == len(self._memory.jobs)
        memory = self._memory if is_kept else Memory(self._memory.engine, done)
        return Report(len(pages), written, memory)

    def _stands(self, made: Made) -> bool:
        look = self._look(made.address)
        return look is not None and (look.size, look.changed) == (made.size, made.changed)

    def _look(self, address: str) -> Look | None:
        """Return how the file of a page looks; None where there is none, or none is known of."""
        if self._is_anew:
            return None
        try:
            return look_at(f"{self._root}/{address}{INDEX}")
        except OSError:
            return None

    def _make_all(self, jobs: Iterable[Job]) -> Done:
        made: dict[str, tuple[str, list[Made]]] = {}
        pages = _pages(jobs, made)
        while batch := list(islice(pages, BATCH)):
            html = self._renderer.render([page for page, _ in batch])
            for (page, of_job), data in zip(batch, html, strict=True):
                of_job.append(self._bring(page.address, data))
        return {name: (fingerprint, tuple(all_)) for name, (fingerprint, all_) in made.items()}

    def _bring(self, address: str, html: bytes) -> Made:
        """Write a page unless its file holds it already, which is what most lists of a job do."""
        look = self._look(address)
        file = f"{self._root}/{address}{INDEX}"
        if look is None or look.size != len(html) or _read(file) != html:
            look = write(file, html)
        return Made(address, look.size, look.changed)


def _pages(
    jobs: Iterable[Job], made: dict[str, tuple[str, list[Made]]]
) -> Iterator[tuple[Page, list[Made]]]:
    """Yield the pages of jobs, each with the list of those that its job has made."""
    for job in jobs:
        of_job = list[Made]()
        made[job.name] = job.fingerprint, of_job
        for page in job.make():
            yield page, of_job


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - for many files
        return opened.read()
