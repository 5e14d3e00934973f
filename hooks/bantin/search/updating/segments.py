"""The segments of the archive, updated together with the cards: a body is read for both at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from bantin.runtime.cache import Cache
from bantin.search.indexing.articles import IndexedArticle, IndexInput
from bantin.search.indexing.builder import SegmentBuilder, read_content
from bantin.search.indexing.merging import SegmentMerger
from bantin.search.indexing.segment import (
    EMPTY_SEGMENT,
    Segment,
    join_segments,
    select_articles,
)
from bantin.search.indexing.store import SegmentStore
from bantin.search.updating.cards import CardFiles, card


class ArchiveSegments:
    """The segments of all articles, in the cache."""

    def __init__(
        self, source: IndexInput, articles: Sequence[IndexedArticle], cards: CardFiles, cache: Cache
    ) -> None:
        self._source, self._articles, self._cards = source, articles, cards
        self._store = SegmentStore(cache, len(articles))
        self._groups = defaultdict[int, list[IndexedArticle]](list)
        for one in articles:
            self._groups[self._store.number_of(one.article.path)].append(one)

    def update(self, articles: Iterable[IndexedArticle]) -> None:
        """Update the segments of some articles, and write their cards where these are missing."""
        # One builder for all segments: nearly all words of a later one are known from earlier ones.
        builder = SegmentBuilder(self._source)
        for number in sorted({self._store.number_of(one.article.path) for one in articles}):
            self._update(number, builder)

    def single(self, path: str, fingerprint: bytes) -> Segment:
        """Return one article as a segment; ValueError where no segment has it."""
        segment = self._store.load(self._store.number_of(path))
        return select_articles(segment, [segment.fingerprints.index(fingerprint)])

    def merger(self) -> SegmentMerger:
        """Return all segments to be merged; they must be up to date."""
        self._store.delete_other_counts()
        numbers = {one.fingerprint: one.number for one in self._articles}
        segments = self._store.map(self._groups) or [EMPTY_SEGMENT]
        docs = [np.array([numbers[f] for f in s.fingerprints], np.int64) for s in segments]
        return SegmentMerger(segments, docs, self._store.release)

    def _update(self, number: int, builder: SegmentBuilder) -> None:
        """Build what is new of a segment, and join it with what is still right."""
        articles, segment = self._groups[number], self._store.load(number)
        docs = {fingerprint: doc for doc, fingerprint in enumerate(segment.fingerprints)}
        new = [
            one
            for one in articles
            if one.fingerprint not in docs or one.number in self._cards.missing
        ]
        new_numbers = {one.number for one in new}
        unchanged = [docs[one.fingerprint] for one in articles if one.number not in new_numbers]
        if new or len(unchanged) < len(segment.fingerprints):
            parts = [self._build(new, builder)] if new else []
            parts += [select_articles(segment, unchanged)] if unchanged else []
            self._store.save(number, parts[0] if len(parts) == 1 else join_segments(parts))

    def _build(self, articles: Sequence[IndexedArticle], builder: SegmentBuilder) -> Segment:
        contents = [read_content(self._source, one) for one in articles]
        for content in contents:
            self._cards.write(content.indexed.number, card(self._source.catalog, content))
        return builder.build(contents)
