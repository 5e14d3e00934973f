"""The index onto the disk; files that a former build left right stay as they are."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from bantin.catalog import Catalog
from bantin.forking import split_work
from bantin.search.batch import Batch, gathered
from bantin.search.cards import Cards
from bantin.search.index import Files, Index, index_of, manifest, name_of, named_after
from bantin.search.maker import Maker, ReadBody, Task
from bantin.search.settings import FOLDER, FORMAT, MANIFEST, SHARED
from bantin.search.store import Store, load, save
from bantin.writing import write

RECORD = "search.json"
Sums = dict[str, int]


def write_index(
    catalog: Catalog, read_body: ReadBody, site: Path, cache: Path | None = None, workers: int = 1
) -> set[str]:
    """Bring the index of a site up to date; return its files by their paths from the site.

    Args:
        catalog: what is to be searched.
        read_body: gives the Markdown of an article.
        site: the folder of the site.
        cache: where vectors are kept, and what the files hold.
        workers: how many processes.
    """
    folder, maker = site / FOLDER, Maker(catalog, read_body)
    tasks = maker.tasks()
    cards = Cards(folder, named_after(catalog), len(tasks))
    version = name_of(FORMAT, SHARED, catalog.registries, *(task.key.hex() for task in tasks))
    before, is_whole = _recall(cache, folder)
    if not (is_whole and cards.are_whole() and version == _version(folder)):
        if cache:  # should this build be broken off, nothing is believed
            (cache / RECORD).unlink(missing_ok=True)
        index = index_of(catalog, _vectors(maker, tasks, cards, cache, workers))
        before = _bring_all(catalog, index, (cards.name, version), folder, before, workers)
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            (cache / RECORD).write_text(json.dumps(before), encoding="utf-8")
    return {f"{FOLDER}/{path}" for path in (*before, *cards.paths())}


def _vectors(
    maker: Maker, tasks: Sequence[Task], cards: Cards, cache: Path | None, workers: int
) -> Batch:
    """Return the vectors of all articles, made anew only where something changed."""
    store = load(cache) if cache else Store()
    rows = {key: row for row, key in enumerate(store.keys)}
    kept = {task.number: rows[task.key] for task in tasks if task.key in rows}
    there = cards.take_over(store.cards, kept)
    waiting = [task for task in tasks if task.number not in there]
    shares = split_work(waiting, lambda share: maker.make(share, cards.lay), workers)
    rows = {number: (0, kept[number]) for number in there}
    for number, share in enumerate(shares, 1):
        dealt = waiting[number - 1 :: len(shares)]
        rows.update((task.number, (number, place)) for place, task in enumerate(dealt))
    batch = gathered([store.batch, *shares], [rows[task.number] for task in tasks])
    if cache and (waiting or len(tasks) != len(store.keys)):
        save(cache, Store(cards.name, [task.key for task in tasks], batch))
    return batch


def _bring_all(
    catalog: Catalog, index: Index, named: tuple[str, str], folder: Path, before: Sums, workers: int
) -> Sums:
    """Bring every file but the cards up to date, the manifest last; return their checksums."""
    shares = split_work(index.parts, lambda p: _bring(folder, p, before), workers, least=2)
    sums = {path: sum_ for share in shares for path, sum_ in share.items()}
    data = manifest(catalog, index, *named)
    return sums | _bring(folder, [lambda: iter([(MANIFEST, data)])], before)


def _bring(folder: Path, parts: Sequence[Callable[[], Files]], before: Mapping[str, int]) -> Sums:
    """Write files unless they are there; return their checksums."""
    sums: Sums = {}
    for path, data in (file for part in parts for file in part()):
        sums[path] = crc32(data)
        if before.get(path) != sums[path]:
            write(f"{folder}/{path}", data)
    return sums


def _recall(cache: Path | None, folder: Path) -> tuple[Sums, bool]:
    """Return the checksums of files written before and still there; whether that is all."""
    try:
        sums = json.loads((cache / RECORD).read_bytes()) if cache else {}
        there = set(_paths(folder))
        kept = {path: sum_ for path, sum_ in sums.items() if path in there}
    except (OSError, ValueError, AttributeError):
        return {}, False
    return kept, len(kept) == len(sums) > 0


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)


def _version(folder: Path) -> str:
    try:
        return str(json.loads((folder / MANIFEST).read_bytes())["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
