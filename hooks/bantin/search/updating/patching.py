"""Shards patched after an edit of a few articles: only those with a changed term are rewritten."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from bantin.search.format.codec import verify
from bantin.search.format.postings import EncodedLists
from bantin.search.format.shards import (
    PAIRS,
    POSITIONS,
    WORDS,
    ListRef,
    ShardKind,
    list_path,
    shard_files,
    shard_path,
    split_lists,
    split_terms,
)
from bantin.search.format.statistics import IndexStatistics
from bantin.search.format.terms import Term, folded_form, shard_of, term_order
from bantin.search.updating.changes import ArticleChange, ListChange, ListChanges, list_changes

Load = Callable[[str], bytes]


class Patch(NamedTuple):
    """What changes in an index.

    Attributes:
        statistics: of the index after the change.
        files: new payloads by their paths.
        removed: paths of files that it no longer has.
    """

    statistics: IndexStatistics
    files: Mapping[str, bytes]
    removed: set[str]


def patch_shards(
    load: Load, statistics: IndexStatistics, changes: Iterable[ArticleChange]
) -> Patch:
    """Return what changes in the shards of an index when some articles do.

    Args:
        load: returns a file of the shards' folder.
        statistics: of the index before the change.
        changes: articles that keep their numbers.

    Raises:
        DamagedError: a shard is not what was written.
        OSError: a shard cannot be read.
    """
    postings, positions = list_changes(changes)
    words, pairs = ({t: c for t, c in postings.items() if len(t) == size} for size in (1, 2))
    patcher = _Patcher(load, statistics)
    for number, terms in _by_shard(words, statistics.words.shard_bits):
        patcher.patch(number, terms, {WORDS: words})
    for number, terms in _by_shard({*pairs, *positions}, statistics.pairs.shard_bits):
        patcher.patch(number, terms, {PAIRS: pairs, POSITIONS: positions})
    return patcher.result()


class _Patcher:
    def __init__(self, load: Load, statistics: IndexStatistics) -> None:
        self._load = load
        self._by_length = {1: statistics.words, 2: statistics.pairs}
        self._frequencies = dict(statistics.frequencies)
        self._files: dict[str, bytes] = {}
        self._former: set[str] = set()

    def patch(
        self, number: int, terms: Sequence[Term], changes: Mapping[ShardKind, ListChanges]
    ) -> None:
        """Patch the shards of one number.

        Args:
            number: of the shards.
            terms: those that change.
            changes: by kind. Shards of several kinds have the same terms, which only the first of
                them holds.
        """
        shard_terms: list[Term] = []
        shards = []
        for kind in changes:
            shards.append(_OpenShard(self._load, kind, number, shard_terms))
            shard_terms = shards[0].terms
        for term in set(terms) - set(shard_terms):
            insort(shard_terms, term, key=term_order)
        for shard, of_kind in zip(shards, changes.values(), strict=True):
            for term in filter(of_kind.__contains__, terms):
                before, after = shard.change(term, of_kind[term])
                if shard is shards[0]:
                    self._count(term, before, after)
        # A term that no article has any more leaves the shard.
        left = [term for term in shard_terms if shards[0].lists.get(term)]
        for shard in shards:
            self._former |= shard.paths
            self._files |= shard.files(left)

    def result(self) -> Patch:
        """Return all that changes."""
        statistics = IndexStatistics(self._by_length[1], self._by_length[2], self._frequencies)
        return Patch(statistics, self._files, self._former - self._files.keys())

    def _count(self, term: Term, before: int, after: int) -> None:
        """Update the statistics for a term that was in so many articles, and is in so many now."""
        self._by_length[len(term)] = self._by_length[len(term)].replace(before, after)
        if len(term) == 1 and term[0].isalpha():
            folded = folded_form(term[0])
            count = self._frequencies.pop(folded, 0) + after - before
            self._frequencies |= {folded: count} if count else {}


class _OpenShard:
    """A shard with its long lists.

    Attributes:
        terms: in their order.
        lists: by term.
        paths: of its files.
    """

    def __init__(self, load: Load, kind: ShardKind, number: int, terms: list[Term]) -> None:
        """Read a shard.

        Args:
            load: returns a file of the shards' folder.
            kind: of the shard.
            number: of the shard.
            terms: of the shard, where it does not hold them itself.
        """
        path = shard_path(kind, number)
        own_terms, rest = split_terms(kind, verify(load(path), path))
        self.terms = terms or own_terms
        refs = split_lists(rest, len(self.terms))
        self.paths = {path, *(list_path(kind, number, ref.file) for ref in refs if ref.file >= 0)}
        lists = (self._read(load, kind, number, ref) for ref in refs)
        self.lists: dict[Term, memoryview | bytes] = dict(zip(self.terms, lists, strict=True))
        self._counts = dict(zip(self.terms, (ref.doc_count for ref in refs), strict=True))
        self._kind, self._number = kind, number

    def change(self, term: Term, change: ListChange) -> tuple[int, int]:
        """Change the list of a term; return how many postings or positions it had, and has."""
        before = self._kind.decode(self.lists.get(term, b""))
        unchanged = before[~np.isin(before, list(change.removed))]
        after = np.sort(np.concatenate((unchanged, np.array(list(change.added), np.int64))))
        encoded = self._kind.encode(after, 1)
        self.lists[term], self._counts[term] = encoded.data, int(encoded.counts[0])
        return len(before), len(after)

    def files(self, terms: Sequence[Term]) -> dict[str, bytes]:
        """Return its files once it has these terms."""
        lists = [self.lists.get(term, b"") for term in terms]
        starts = np.cumsum([0, *map(len, lists)])
        counts = np.array([self._counts.get(term, 0) for term in terms], np.int64)
        edges = np.array((0, len(terms)))
        encoded = EncodedLists(b"".join(lists), starts, counts)
        return dict(shard_files(self._kind, self._number, edges, terms, encoded))

    @staticmethod
    def _read(load: Load, kind: ShardKind, number: int, ref: ListRef) -> memoryview:
        if ref.file < 0:
            return ref.data
        path = list_path(kind, number, ref.file)
        return verify(load(path), path)


def _by_shard(terms: Iterable[Term], shard_bits: int) -> Iterable[tuple[int, list[Term]]]:
    shards = defaultdict[int, list[Term]](list)
    for term in terms:
        shards[shard_of(term_order(term)[0], shard_bits)].append(term)
    return shards.items()
