"""An index after a few articles changed: only shards that tell of what changed are made again."""

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
from bantin.search.format.tally import Tally
from bantin.search.format.terms import Term, folded_form, shard_of, term_order
from bantin.search.updating.changes import Change, Edit, Edits, edits_of

Load = Callable[[str], bytes]


class Amended(NamedTuple):
    """What is new of an index: its tally, its files, and the paths of those it no longer has."""

    tally: Tally
    files: Mapping[str, bytes]
    gone: set[str]


def amend(load: Load, tally: Tally, changes: Iterable[Change]) -> Amended:
    """Return what changes in an index when some articles do.

    Args:
        load: gives the bytes of a file of the index.
        tally: of the index.
        changes: articles that keep their numbers.

    Raises:
        DamagedError: a shard is not what was written.
        OSError: a shard cannot be read.
    """
    postings, spots = edits_of(changes)
    words, pairs = ({t: e for t, e in postings.items() if len(t) == size} for size in (1, 2))
    amending = _Amending(load, tally)
    for number, terms in _by_shard(words, tally.words.bits):
        amending.edit(number, terms, {WORDS: words})
    for number, terms in _by_shard({*pairs, *spots}, tally.pairs.bits):
        amending.edit(number, terms, {PAIRS: pairs, POSITIONS: spots})
    return amending.result()


class _Amending:
    def __init__(self, load: Load, tally: Tally) -> None:
        self._load = load
        self._sizes = {1: tally.words, 2: tally.pairs}
        self._vocabulary = dict(tally.vocabulary)
        self._files: dict[str, bytes] = {}
        self._former: set[str] = set()

    def edit(self, number: int, terms: Sequence[Term], edits: Mapping[ShardKind, Edits]) -> None:
        """Edit the shards of one number, which share their terms; the first tells them."""
        shared: list[Term] = []
        opened = []
        for kind in edits:
            opened.append(_Shard(self._load, kind, number, shared))
            shared = opened[0].terms
        for term in set(terms) - set(shared):
            insort(shared, term, key=term_order)
        for shard, of_kind in zip(opened, edits.values(), strict=True):
            for term in filter(of_kind.__contains__, terms):
                before, after = shard.edit(term, of_kind[term])
                if shard is opened[0]:
                    self._count(term, before, after)
        left = [term for term in shared if opened[0].lists.get(term)]
        for shard in opened:
            self._former |= shard.paths
            self._files |= shard.files(left)

    def result(self) -> Amended:
        """Return all that changes."""
        tally = Tally(self._sizes[1], self._sizes[2], self._vocabulary)
        return Amended(tally, self._files, self._former - self._files.keys())

    def _count(self, term: Term, before: int, after: int) -> None:
        self._sizes[len(term)] = self._sizes[len(term)].changed(before, after)
        if len(term) == 1 and term[0].isalpha():
            folded = folded_form(term[0])
            count = self._vocabulary.pop(folded, 0) + after - before
            self._vocabulary |= {folded: count} if count else {}


class _Shard:
    """A shard, opened; also the long lists that stand beside it.

    Attributes:
        terms: in their order.
        lists: by term.
        paths: of its files.
    """

    def __init__(self, load: Load, kind: ShardKind, number: int, terms: list[Term]) -> None:
        path = shard_path(kind, number)
        told, rest = split_terms(kind, verify(load(path), path))
        self.terms = terms or told
        cuts = split_lists(rest, len(self.terms))
        self.paths = {path, *(list_path(kind, number, c.file) for c in cuts if c.file >= 0)}
        whole = (self._whole(load, kind, number, cut) for cut in cuts)
        self.lists: dict[Term, memoryview | bytes] = dict(zip(self.terms, whole, strict=True))
        self._counts = dict(zip(self.terms, (cut.doc_count for cut in cuts), strict=True))
        self._kind, self._number = kind, number

    def edit(self, term: Term, edit: Edit) -> tuple[int, int]:
        """Edit the list of a term; return how many postings or spots it had, and has."""
        before = self._kind.decode(self.lists.get(term, b""))
        kept = before[~np.isin(before, list(edit.gone))]
        after = np.sort(np.concatenate((kept, np.array(list(edit.come), np.int64))))
        made = self._kind.encode(after, 1)
        self.lists[term], self._counts[term] = made.data, int(made.counts[0])
        return len(before), len(after)

    def files(self, terms: Sequence[Term]) -> dict[str, bytes]:
        """Return its files once it has these terms."""
        lists = [self.lists.get(term, b"") for term in terms]
        starts = np.cumsum([0, *map(len, lists)])
        counts = np.array([self._counts.get(term, 0) for term in terms], np.int64)
        edges = np.array((0, len(terms)))
        row = EncodedLists(b"".join(lists), starts, counts)
        return dict(shard_files(self._kind, self._number, edges, terms, row))

    @staticmethod
    def _whole(load: Load, kind: ShardKind, number: int, cut: ListRef) -> memoryview:
        if cut.file < 0:
            return cut.data
        path = list_path(kind, number, cut.file)
        return verify(load(path), path)


def _by_shard(terms: Iterable[Term], bits: int) -> Iterable[tuple[int, list[Term]]]:
    found = defaultdict[int, list[Term]](list)
    for term in terms:
        found[shard_of(term_order(term)[0], bits)].append(term)
    return found.items()
