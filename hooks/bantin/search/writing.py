"""The index onto the disk; files that a former build left right stay as they are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bantin.catalog import Catalog
from bantin.forking import split_work
from bantin.search.batch import Batch, gathered
from bantin.search.cards import Cards
from bantin.search.folder import Folder
from bantin.search.index import index_of, manifest, name_of, named_after
from bantin.search.maker import Maker, ReadBody, Task
from bantin.search.settings import FOLDER, FORMAT, MANIFEST, SHARED
from bantin.search.store import Store, load, save


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
    folder, maker = Folder(site / FOLDER, cache), Maker(catalog, read_body)
    tasks = maker.tasks()
    cards = Cards(folder.path, named_after(catalog), len(tasks))
    made_from = name_of(FORMAT, SHARED, catalog.registries, *(task.key.hex() for task in tasks))
    if not (folder.is_whole(made_from) and cards.are_whole()):
        folder.distrust()
        index = index_of(catalog, _vectors(maker, tasks, cards, cache, workers))
        folder.bring(index.parts, workers)
        told = manifest(catalog, index, cards.name, _version(catalog, cards, folder))
        folder.bring([partial(iter, [(MANIFEST, told)])])
        folder.remember(made_from)
    return {f"{FOLDER}/{path}" for path in (*folder.sums, *cards.paths())}


def _version(catalog: Catalog, cards: Cards, folder: Folder) -> str:
    """Return a name for all that the index holds, whatever code it was made by."""
    articles = (article.digest for article in catalog.articles)
    return name_of(cards.name, catalog.registries, sorted(folder.sums.items()), *articles)


def _vectors(
    maker: Maker, tasks: Sequence[Task], cards: Cards, cache: Path | None, workers: int
) -> Batch:
    """Return the vectors of all articles, made anew only where something changed."""
    store = load(cache) if cache else Store()
    known = {key: row for row, key in enumerate(store.keys)}
    kept = {task.number: known[task.key] for task in tasks if task.key in known}
    there = cards.take_over(store.cards, kept)
    waiting = [task for task in tasks if task.number not in there]
    shares = split_work(waiting, lambda share: maker.make(share, cards.lay), workers)
    rows = {number: (0, kept[number]) for number in there}
    for number in range(1, len(shares) + 1):
        dealt = waiting[number - 1 :: len(shares)]
        rows.update((task.number, (number, place)) for place, task in enumerate(dealt))
    batch = gathered([store.batch, *shares], [rows[task.number] for task in tasks])
    if cache and (waiting or len(tasks) != len(store.keys)):
        save(cache, Store(cards.name, [task.key for task in tasks], batch))
    return batch
