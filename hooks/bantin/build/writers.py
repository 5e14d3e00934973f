"""Outputs written into the site: only those of jobs whose inputs changed are made at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias

from bantin.build.listing_writer import ListingWriter
from bantin.build.records import MISSING, JobRecord, Made, Records, shortened
from bantin.compile.inputs import Inputs
from bantin.compile.jobs import Job
from bantin.compile.page import Page
from bantin.compile.render.render import Renderer
from bantin.publish.output import AnyFile, Listing, Output
from bantin.runtime.processes import chunks
from bantin.runtime.site_files import SiteFiles

INDEX = "index.html"
# Pages rendered together: more gain little, and each takes some 100 kB meanwhile.
BATCH = 64
Done: TypeAlias = dict[str, JobRecord]
Task: TypeAlias = Callable[[], Done]


class Pending(NamedTuple):
    """A job that must be run, its fingerprint, and why."""

    job: Job
    fingerprint: str
    reasons: tuple[str, ...]

    def record(self, made: Iterable[Made]) -> JobRecord:
        """Return the record of the job once it has been run."""
        return JobRecord(self.fingerprint, tuple(made), shortened(self.job.inputs), self.reasons)


def divide(
    jobs: Iterable[Job], common: Inputs, records: Records, files: SiteFiles
) -> tuple[Done, list[Pending]]:
    """Divide jobs into those whose outputs are as they should be, and those to be run.

    Args:
        jobs: all of a build.
        common: inputs that all of them depend on.
        records: of the last build.
        files: of the site, in which an output may have been changed or be missing.
    """
    done: Done = {}
    pending: list[Pending] = []
    for job in jobs:
        fingerprint = job.fingerprint
        reasons = records.reasons_to_run(job, fingerprint, common)
        if not reasons:
            record = records.jobs[job.name]
            if all(files.stat(made.path) == made.stat for made in record.made):
                done[job.name] = record
                continue
            reasons = (MISSING,)
        pending.append(Pending(job, fingerprint, reasons))
    return done, pending


def page_tasks(pending: Sequence[Pending], renderer: Renderer, files: SiteFiles) -> list[Task]:
    """Return tasks that run the jobs of pages, a chunk of neighbours each."""
    return [partial(_write_pages, renderer, files, chunk) for chunk in chunks(pending)]


def file_tasks(
    pending: Iterable[Pending], writer: Callable[[], ListingWriter], files: SiteFiles
) -> list[Task]:
    """Return tasks that run the jobs of other files, one each.

    Args:
        pending: the jobs.
        writer: makes a writer of listings for each task.
        files: of the site.
    """
    return [partial(_write_files, one, writer, files) for one in pending]


def _write_pages(renderer: Renderer, files: SiteFiles, chunk: Sequence[Pending]) -> Done:
    made: dict[str, list[Made]] = {one.job.name: [] for one in chunk}
    pages = ((page, made[one.job.name]) for one in chunk for page in one.job.make())
    while batch := list(islice(pages, BATCH)):
        html = renderer.render([page for page, _ in batch])
        for (page, of_job), data in zip(batch, html, strict=True):
            of_job.append(_write_page(page, data, files))
    return {one.job.name: one.record(made[one.job.name]) for one in chunk}


def _write_page(page: Page, data: bytes, files: SiteFiles) -> Made:
    path = f"{page.address}{INDEX}"
    return Made(path, *files.update(path, data))


def _write_files(
    pending: Pending, new_writer: Callable[[], ListingWriter], files: SiteFiles
) -> Done:
    writer = new_writer()
    made = [*write_all(pending.job.make(), writer, files)]
    made += [Made(path, *stat) for path, stat in writer.stats.items()]
    return {pending.job.name: pending.record(made)}


def write_all(
    outputs: Iterable[AnyFile], writer: ListingWriter, files: SiteFiles
) -> Iterator[Made]:
    """Write files that are not pages; yield all but those of listings, which the writer knows."""
    for output in outputs:
        if isinstance(output, Listing):
            writer.update(output)
        else:
            text = output.text if isinstance(output, Output) else output.make(writer.sums)
            yield Made(output.path, *files.update(output.path, text.encode()))
