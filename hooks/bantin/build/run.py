"""A build in order: stale outputs are rendered to a staging folder, then moved into the site."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from bantin.build.listing_writer import ListingWriter
from bantin.build.plan import Plan
from bantin.build.project import Host, Project, save_frame
from bantin.build.records import Records, load_records
from bantin.build.renewal import files_of, finish_renewal, listed_files, renew
from bantin.build.writers import Done, Pending, divide, file_tasks, page_tasks
from bantin.compile.render.render import Renderer
from bantin.compile.render.templates import CachedBytecode, Templates
from bantin.pictures.store import PictureStore, PictureWork
from bantin.pictures.writer import picture_tasks
from bantin.publish.previews import preview_tasks
from bantin.reading.bodies import Bodies
from bantin.reading.content import Content, save
from bantin.runtime.cache import Cache, Entry
from bantin.runtime.garbage import freeze_gc
from bantin.runtime.processes import run_tasks
from bantin.runtime.site_files import WrittenFile, files_below
from bantin.search.format.settings import FOLDER


class Report(NamedTuple):
    """What a build did: how many pages the site has, and how many of them it wrote."""

    pages: int
    written: int


class _Stale(NamedTuple):
    """What has to be made, and the records of jobs that need not be run."""

    done: Done
    pages: Sequence[Pending]
    files: Sequence[Pending]
    pictures: PictureWork
    previews: PictureWork


class _Index(NamedTuple):
    """A search index: its files, by their paths from the site, and its new record, if any.

    The type of ``search.updating`` would have this process import numpy only to receive it from the
    worker: 0.05 s while nothing else is done.
    """

    paths: set[str]
    record: Entry | None


class _Made(NamedTuple):
    """What was made.

    Attributes:
        done: the records of all jobs.
        existing: paths of the files that the last site has.
        search_index: None where the site keeps the one it has.
        written: the new files, by their paths from the site.
    """

    done: Done
    existing: list[str]
    search_index: _Index | None
    written: dict[str, WrittenFile]


def run(plan: Plan, project: Project, content: Content, host: Host, processes: int = 1) -> Report:
    """Update a site to match a plan; its files are replaced only after all outputs are made.

    Args:
        plan: what the site is to hold.
        project: whose site it is.
        content: as it was read; it is cached for the next build.
        host: what the host has rendered.
        processes: how many may work.

    Raises:
        PictureError: a photograph changed since it was read.
        OSError: the disk fails or is full.
    """
    build = _Build(plan, project, content, host)
    stale = build.find_stale()
    made = build.make(stale, processes)
    build.renew_site(stale, made)
    return build.report(made)


class _Build:
    """One build; its methods are called in their order."""

    def __init__(self, plan: Plan, project: Project, content: Content, host: Host) -> None:
        self._plan, self._project, self._content, self._host = plan, project, content, host
        self._cache = Cache(project.cache)
        self._bodies = Bodies(project.docs, content.kept)
        self._files = files_of(project.site, project.cache)
        self._pictures = PictureStore(self._cache.at("pictures"))
        self._previews = PictureStore(self._cache.at("previews"))
        self._last: Records = load_records(self._cache)

    def find_stale(self) -> _Stale:
        """Compare the plan with what the last build made, and with what the site has of it."""
        plan, project, files = self._plan, self._project, self._files
        finish_renewal(files, project.cache)
        files.begin()
        done, pages = divide(plan.pages, plan.common, self._last, files)
        done_files, other_files = divide(plan.files, plan.common, self._last, files)
        pictures = picture_tasks(plan.pictures, project.docs, files, self._pictures)
        previews = preview_tasks(plan.previews, project.font, files, self._previews)
        return _Stale(done | done_files, pages, other_files, pictures, previews)

    def make(self, stale: _Stale, processes: int) -> _Made:
        """Make what is stale, in the staging folder."""
        # A worker takes tasks from the front and this process takes them from the back: the index
        # of a first build takes about as long as all its pages.
        index_task = self._index_task()
        tasks: list[Callable[[], Any]] = [
            *index_task,
            self._files.existing,
            *file_tasks(stale.files, self._new_listings, self._files),
            *self._page_tasks(stale.pages),
            # Done before the pages: later, this process would hold 50 MB more at its peak.
            *stale.pictures.tasks,
            *stale.previews.tasks,
            partial(save, self._content, self._cache),
        ]
        if processes > 1:
            freeze_gc()
        results, written = list[Any](), dict[str, WrittenFile]()
        for result, files in run_tasks([partial(self._run, task) for task in tasks], processes):
            results.append(result)
            written |= files
        index: _Index | None = results.pop(0) if index_task else None
        existing: list[str] = results.pop(0)
        done = dict(stale.done)
        for result in results:
            done |= result or {}
        return _Made(done, existing, index, written)

    def _run(self, task: Callable[[], Any]) -> tuple[Any, dict[str, WrittenFile]]:
        """Return the result of a task with the files that it has written."""
        return task(), self._files.take_written()

    def renew_site(self, stale: _Stale, made: _Made) -> None:
        """Replace the files of the site by the outputs, and save the records."""
        stats = {file.path: file.stat for record in made.done.values() for file in record.made}
        outputs = set(stats)
        outputs |= stale.pictures.paths | stale.previews.paths
        outputs |= made.search_index.paths if made.search_index else self._existing_index()
        outputs |= {*self._host.copy_into(self._files), *self._write_editor()}
        written = made.written | self._files.take_written()
        listed = listed_files(self._files, outputs, stats, self._project.cache, written)
        # Deleted first: if the build is killed from here on, the next must not trust the records.
        record = made.search_index.record if made.search_index else None
        if record:
            record.drop(self._cache)
        renew(self._files, listed, self._project.cache, made.existing)
        if record:
            record.save(self._cache)
        self._last.update(self._plan.common, made.done, self._cache)
        if self._project.is_preview:
            save_frame(self._project, self._host, self._cache)
        self._pictures.prune(stale.pictures.paths)
        self._previews.prune(stale.previews.paths)

    def report(self, made: _Made) -> Report:
        """Return what was done with pages."""
        before = {file for record in self._last.jobs.values() for file in record.made}
        pages = [file for job in self._plan.pages for file in made.done[job.name].made]
        return Report(len(pages), sum(1 for page in pages if page not in before))

    def _index_task(self) -> list[Callable[[], _Index]]:
        keeps_index = self._plan.keeps_files and self._existing_index()
        return [] if keeps_index else [self._update_index]

    def _update_index(self) -> _Index:
        # Imported here: a worker does this, and importing numpy takes 0.1 s.
        from bantin.search.updating import write_index  # noqa: PLC0415

        sections = self._bodies.sections
        return _Index(*write_index(self._plan.catalog, sections, self._files, self._cache))

    def _existing_index(self) -> set[str]:
        return {f"{FOLDER}/{path}" for path in files_below(self._files.site / FOLDER)}

    def _new_listings(self) -> ListingWriter:
        return ListingWriter(self._files, self._cache.at("listings"), self._plan.row_version)

    def _page_tasks(self, pending: Sequence[Pending]) -> Sequence[Callable[[], Done]]:
        return page_tasks(pending, self._renderer(), self._files) if pending else ()

    def _renderer(self) -> Renderer:
        articles, bodies = self._plan.catalog.by_path, self._bodies
        bytecode = CachedBytecode(self._cache.at("templates"), self._plan.code_version)
        return Renderer(
            Templates(self._project.templates, bytecode),
            self._host.shells,
            self._plan.settings,
            lambda path, resolve: bodies.html(articles[path], resolve),
        )

    def _write_editor(self) -> Iterator[str]:
        for path, content in self._plan.editor:
            self._files.update(path, content)
            yield path
