"""What publishing costs beside the pages: CPU seconds of each step, in this process."""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from bantin.build.listing_writer import ListingWriter
from bantin.build.writers import write_all
from bantin.catalog import Catalog, build_catalog
from bantin.compile.jobs import pages
from bantin.model.settings import Settings
from bantin.pictures.store import PictureStore
from bantin.publish import Publication
from bantin.publish.data import tables
from bantin.publish.heads import Heads
from bantin.publish.previews import Previews, preview_tasks
from bantin.reading import read
from bantin.release.store import ReleaseStore
from bantin.release.verify import verify_site
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles
from bench.corpus import Corpus, write_project
from bench.machine import machine
from bench.reading.sites import build_ours

HEAD = "| what | CPU s |\n|---|---:|"
SETTINGS = Settings("Bản tin phối hợp", "https://bantin.example.vn/")
SCRIPT = "<script>a</script>"
DAY = date(2026, 12, 31)
FONT = "theme/assets/fonts/bulletin.woff2"
Result = TypeVar("Result")


class Cost(NamedTuple):
    """A step and the CPU seconds it took."""

    what: str
    seconds: float


def compare_publishing(root: Path, cache: Path, count: int) -> str:
    """Return what each step takes, as Markdown.

    Args:
        root: folder of the project.
        cache: where sites are laid out.
        count: made-up articles for the files of publishing; 0 leaves them to the archive.
    """
    folder = cache / "publishing"
    shutil.rmtree(folder, ignore_errors=True)
    costs = [*_of_files(root, folder / "archive", "the archive"), *_of_release(root, folder)]
    if count:
        made = Corpus(root / "docs", root / "data")
        write_project(root, folder / "made", made.items(count))
        costs += _of_files(folder / "made", folder / "files", f"{count:,} made-up articles")
    known = machine()
    head = (
        f"Measured {known['date']} on {known['cores']} cores ({known['processor']}), "
        f"{known['system']}, Python {known['python']}."
    )
    lines = (f"| {what} | {seconds:.2f} |" for what, seconds in costs)
    return "\n".join((head, "", HEAD, *lines))


def _of_files(project: Path, site: Path, name: str) -> Iterator[Cost]:
    """Yield the cost of feeds, data, heads and previews."""
    catalog = build_catalog(read(project / "docs", project / "data"), DAY)
    publication = Publication(catalog, SETTINGS, lambda _: True)
    files, kept = SiteFiles(site), Cache(site.with_name(f"{site.name}-cache"))
    for step in ("made and written", "found unchanged"):
        writer = ListingWriter(files, kept, publication.row_version)
        jobs = publication.file_jobs([], [SCRIPT])
        outputs = chain.from_iterable(job.make() for job in jobs)
        made, seconds = _timed(lambda: list(write_all(outputs, writer, files)))  # noqa: B023 - called at once
        paths = {one.path for one in made} | set(writer.stats)
        size = sum((site / path).stat().st_size for path in paths) / 1e6
        yield Cost(f"{name}: {len(paths):,} files ({size:.1f} MB) {step}", seconds)
    shown = list(pages(catalog))
    heads = Heads(catalog, SETTINGS, tables(catalog, SETTINGS.site_url))
    yield Cost(f"{name}: heads of {len(shown):,} pages", _timed(lambda: list(heads.on(shown)))[1])
    yield from _of_previews(catalog, site, name, project / FONT)


def _of_previews(catalog: Catalog, site: Path, name: str, font: Path) -> Iterator[Cost]:
    store = PictureStore(Cache(site / "cache"))

    def draw() -> int:
        work = preview_tasks(Previews(catalog, SETTINGS), font, SiteFiles(site), store)
        for task in work.tasks:
            task()
        return len(work.paths)

    count, seconds = _timed(draw)
    yield Cost(f"{name}: {count} previews drawn", seconds)
    yield Cost(f"{name}: the same, found unchanged", _timed(draw)[1])


def _of_release(root: Path, folder: Path) -> Iterator[Cost]:
    """Yield the cost of a first release, of one with a changed file, and of verification."""
    site = build_ours(root, folder / "ours")
    store = ReleaseStore(folder / "dest", flush=lambda: None)
    count = sum(1 for _ in site.rglob("*.html"))
    yield Cost(
        f"first release, {count} pages, packed", _timed(lambda: store.release(site, verify_site))[1]
    )
    page = site / "gioi-thieu/index.html"
    page.write_text(f"{page.read_text(encoding='utf-8')}<!-- -->\n", encoding="utf-8", newline="\n")
    yield Cost("release, one page changed", _timed(lambda: store.release(site, verify_site))[1])
    yield Cost("verification of it alone", _timed(lambda: verify_site(site))[1])


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    started = time.process_time()
    result = work()
    return result, time.process_time() - started
