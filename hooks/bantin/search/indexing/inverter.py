"""Texts into a segment: all articles of it at one time, so that few steps take many words."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.indexing.fields import Fields
from bantin.search.indexing.lexicon import SEPARATOR, Runs, Stretches
from bantin.search.indexing.occurrences import SCALE, Columns, Words, inverted
from bantin.search.indexing.segment import Segment

SOURCE_BITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Fields cut.

    Attributes:
        fields: the texts.
        stretches: of all fields, by their numbers; a separator after each field.
        rows: for each field its weight and its source.
    """

    fields: Fields
    stretches: "array[int]"
    rows: "array[int]"


class Inverter:
    """Inverts articles; what it knows of stretches and of records serves all of them."""

    def __init__(self, watched: Collection[str] = ()) -> None:
        self._stretches = Stretches(watched)
        self._known: dict[Fields, Run] = {}

    def invert(self, articles: Iterable[tuple[bytes, Iterable[Run]]]) -> Segment:
        """Return articles as a segment.

        Args:
            articles: for each its key, and its fields by rising source, its own first.
        """
        keys, stretches, rows, ends = list[bytes](), array("i"), array("i"), [0]
        for key, runs in articles:
            for run in runs:
                stretches.extend(run.stretches)
                rows.extend(run.rows)
            keys.append(key)
            ends.append(len(rows))
        weights, sources = np.divmod(np.array(rows, np.int64), 1 << SOURCE_BITS)
        fields = Columns(np.repeat(np.arange(len(keys)), np.diff(ends)), weights, sources)
        known, numbers = self._stretches, np.array(stretches, np.int64)
        words, joined = _words(numbers, known.words, known.joined)
        return inverted(keys, known.lexicon, words, joined, fields)

    def read(self, fields: Fields) -> Run:
        """Return fields cut."""
        rows = [round(weight * SCALE) << SOURCE_BITS | source for _, weight, source in fields]
        stretches = self._stretches.read(field.text for field in fields)
        return Run(fields, array("i", stretches), array("i", rows))

    def read_once(self, fields: Fields) -> Run:
        """Return the fields of a record, which recur."""
        if fields not in self._known:
            self._known[fields] = self.read(fields)
        return self._known[fields]

    def watched(self, runs: Iterable[Run]) -> tuple[Numbers, Numbers]:
        """Return the watched words of runs by their places, 0 for others; and the run of each."""
        sizes, stretches = array("i"), array("i")
        for run in runs:
            stretches.extend(run.stretches)
            sizes.append(len(run.stretches))
        pieces, counts = self._stretches.pieces.of(np.array(stretches, np.int64))
        return pieces, np.repeat(np.repeat(np.arange(len(sizes)), sizes), counts)


def _words(stretches: Numbers, *kinds: Runs) -> Iterator[Words]:
    """Yield the words of stretches by kind; a separator belongs to the field that it ends."""
    is_end = stretches == SEPARATOR
    fields = np.cumsum(is_end) - is_end
    for numbers, sizes in (runs.of(stretches) for runs in kinds):
        yield Words(numbers, np.repeat(fields, sizes))
