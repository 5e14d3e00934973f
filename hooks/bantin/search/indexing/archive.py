"""All articles inverted: a segment for those that belong together, brought up to date."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

import numpy as np

from bantin.runtime.cache import Cache
from bantin.search.indexing.documents import Lay, Maker, Sources, Task
from bantin.search.indexing.merging import Merger
from bantin.search.indexing.segment import NOTHING, Segment, join, select
from bantin.search.indexing.store import SegmentStore


class Archive:
    """The segments of an archive."""

    def __init__(self, sources: Sources, cache: Cache, tasks: Sequence[Task]) -> None:
        self._sources, self._tasks = sources, tasks
        self._store = SegmentStore(cache, len(tasks))
        self._groups = defaultdict[int, list[Task]](list)
        for task in tasks:
            self._groups[self._store.group_of(task.article.path)].append(task)

    def bring(self, tasks: Iterable[Task], missing: Container[int], lay: Lay) -> None:
        """Bring the segments of some articles up to date.

        Args:
            tasks: articles of all segments that may be out of date.
            missing: numbers of articles whose cards are to be laid.
            lay: takes the number and card of an article.
        """
        maker = Maker(self._sources)
        for group in sorted({self._store.group_of(task.article.path) for task in tasks}):
            self._bring(group, maker, missing, lay)

    def alone(self, path: str, key: bytes) -> Segment:
        """Return one article by itself; ValueError where no segment has it."""
        segment = self._store.load(self._store.group_of(path))
        return select(segment, [segment.keys.index(key)])

    def merger(self) -> Merger:
        """Return all segments as one; they must be up to date."""
        self._store.delete_other_sizes()
        numbers = {task.key: task.number for task in self._tasks}
        segments = self._store.opened(self._groups) or [NOTHING]
        numbered = [np.array([numbers[key] for key in s.keys], np.int64) for s in segments]
        return Merger(segments, numbered, self._store.release)

    def _bring(self, group: int, maker: Maker, missing: Container[int], lay: Lay) -> None:
        tasks, segment = self._groups[group], self._store.load(group)
        rows = {key: row for row, key in enumerate(segment.keys)}
        waiting = [t for t in tasks if t.key not in rows or t.number in missing]
        made = {task.number for task in waiting}
        kept = [rows[task.key] for task in tasks if task.number not in made]
        if waiting or len(kept) < len(segment.keys):
            parts = [maker.make(waiting, lay)] if waiting else []
            parts += [select(segment, kept)] if kept else []
            self._store.save(group, parts[0] if len(parts) == 1 else join(parts))
