"""The index onto the disk; files that a former build left right stay as they are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bantin.catalog import Catalog
from bantin.runtime.cache import Cache
from bantin.runtime.processes import ALONE, Workers
from bantin.search.format.settings import FOLDER, FORMAT, MANIFEST, SHARED
from bantin.search.format.tally import Tally
from bantin.search.indexing.archive import Archive
from bantin.search.indexing.documents import ReadBody, Sources, Task
from bantin.search.updating.cards import Cards
from bantin.search.updating.changes import Change
from bantin.search.updating.folder import Folder, sealed
from bantin.search.updating.incremental import amend
from bantin.search.updating.manifest import (
    files_beside,
    folder_name,
    manifest,
    name_of,
    named_after,
    shard_parts,
    tally_of,
)
from bantin.search.updating.record import Record, drop, load, save

# More changed articles than these touch most shards: to merge all is quicker then.
FEW = 20


def write_index(
    catalog: Catalog,
    read_body: ReadBody,
    site: Path,
    cache: Cache | None = None,
    workers: Workers = ALONE,
) -> set[str]:
    """Bring the index of a site up to date; return its files by their paths from the site.

    Args:
        catalog: what is to be searched.
        read_body: gives the Markdown of an article.
        site: the folder of the site.
        cache: where segments are kept, and what the files hold.
        workers: who may share the making of shards.
    """
    if not cache:
        with TemporaryDirectory() as passing:
            return write_index(catalog, read_body, site, Cache(Path(passing)), workers)
    writing = _Writing(catalog, Sources(catalog, read_body), site / FOLDER, cache, workers)
    return {f"{FOLDER}/{path}" for path in writing.files()}


class _Writing:
    """One index being brought up to date."""

    def __init__(
        self, catalog: Catalog, sources: Sources, index: Path, cache: Cache, workers: Workers
    ) -> None:
        self._catalog, self._cache, self._workers = catalog, cache, workers
        self._tasks = sources.tasks()
        self._keys = [task.key for task in self._tasks]
        self._cards = Cards(index, cache, named_after(catalog), self._keys)
        self._archive = Archive(sources, cache, self._tasks)
        self._former = load(cache)
        self._folder = Folder(index, self._former.sums)

    def files(self) -> set[str]:
        """Write what is not there; return every file by its path from the index."""
        keys = b"".join(self._keys).hex()
        made_from = name_of(FORMAT, SHARED, self._catalog.registries, keys)
        is_same = made_from == self._former.made_from
        if is_same and self._folder.is_whole and self._cards.are_whole():
            return {*self._former.sums, *self._cards.paths()}
        drop(self._cache)
        missing = self._cards.missing()
        tally = self._amended(missing) or self._merged(missing)
        self._finish(tally, made_from)
        return {*self._folder.sums, *self._cards.paths()}

    def _merged(self, missing: set[int]) -> Tally:
        """Make all shards anew, of segments of which only what changed is inverted."""
        self._archive.bring(self._tasks, missing, self._cards.lay)
        merger = self._archive.merger()
        tally = tally_of(merger)
        name = folder_name(self._catalog, tally)
        parts = [sealed(name, part) for part in shard_parts(merger, tally)]
        self._folder.bring(parts, self._workers)
        return tally

    def _amended(self, missing: set[int]) -> Tally | None:
        """Make only those shards anew that tell of what changed; None where that will not do."""
        former, name = self._former, folder_name(self._catalog, self._former.tally)
        if (
            not self._folder.is_whole
            or name != former.folder
            or len(former.keys) != len(self._keys)
        ):
            return None
        pairs = zip(self._tasks, former.keys, strict=True)
        changed = [(task, before) for task, before in pairs if task.key != before]
        if len(changed) > FEW or not missing <= {task.number for task, _ in changed}:
            return None
        try:
            amended = amend(self._load, former.tally, self._changes(changed, missing))
        except (ValueError, OSError):
            return None
        if folder_name(self._catalog, amended.tally) != name:
            return None
        self._folder.stand_by([MANIFEST, *(f"{name}/{path}" for path in amended.gone)])
        self._folder.bring([sealed(name, amended.files.items)])
        return amended.tally

    def _changes(self, changed: Sequence[tuple[Task, bytes]], missing: set[int]) -> list[Change]:
        """Bring the segments of changed articles up to date; return these as they were and are."""
        tasks = [task for task, _ in changed]
        before = [self._archive.alone(task.article.path, key) for task, key in changed]
        self._archive.bring(tasks, missing, self._cards.lay)
        after = [self._archive.alone(task.article.path, task.key) for task in tasks]
        numbers = (task.number for task in tasks)
        return [Change(*parts) for parts in zip(numbers, before, after, strict=True)]

    def _finish(self, tally: Tally, made_from: str) -> None:
        """Write what stands beside the shards, and last the manifest."""
        catalog, cards, folder = self._catalog, self._cards, self._folder
        cards.save()
        name = folder_name(catalog, tally)
        folder.bring([sealed(name, partial(files_beside, catalog, tally))])
        articles = (article.digest for article in catalog.articles)
        version = name_of(cards.name, catalog.registries, sorted(folder.sums.items()), *articles)
        told = manifest(catalog, tally, cards.name, version)
        folder.bring([lambda: [(MANIFEST, told)]])
        save(self._cache, Record(made_from, name, self._keys, tally, folder.sums))

    def _load(self, path: str) -> bytes:
        return (self._folder.path / self._former.folder / path).read_bytes()
