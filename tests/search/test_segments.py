"""Segments joined, selected, merged or patched in any way give the same index."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.search.format import shards, statistics
from bantin.search.format.codec import Numbers, with_checksum
from bantin.search.format.postings import (
    DOC_BITS,
    POSITION_BITS,
    POSITION_TERM_SHIFT,
    POSTING_TERM_SHIFT,
    decode_positions,
    decode_postings,
    encode_positions,
    encode_postings,
)
from bantin.search.format.settings import REGISTRY, TEXT
from bantin.search.format.shards import split_lists
from bantin.search.format.statistics import IndexStatistics
from bantin.search.indexing.fields import Field
from bantin.search.indexing.inverter import Inverter
from bantin.search.indexing.merging import SegmentMerger
from bantin.search.indexing.segment import (
    FINGERPRINT_SIZE,
    Segment,
    join_segments,
    select_articles,
)
from bantin.search.updating import patching
from bantin.search.updating import shards as merged_shards
from bantin.search.updating.changes import ArticleChange
from bantin.search.updating.patching import patch_shards
from bantin.search.updating.shards import count_terms, shard_sources

WORDS = st.sampled_from(
    [
        "dân",
        "vận",
        "đân",
        "van",
        "hội",
        "nghị",
        "65-KL/TW",
        "2021-2025",
        "15.320",
        "hoà",
        "hòa",
        "ủy",
        "an",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
ARTICLES = st.tuples(TEXTS, TEXTS)
Article = tuple[str, str]


@pytest.fixture(autouse=True, scope="module")
def small_shards() -> Iterator[None]:
    """Shards of a few words and short lists: a few articles fill many shards and long lists."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistics, "SHARD_SIZE", 24)
        for name in ("WORDS", "PAIRS", "POSITIONS"):
            kind = getattr(shards, name)._replace(longest_list=7)
            for module in (merged_shards, patching):
                if hasattr(module, name):
                    patch.setattr(module, name, kind)
        yield


def fingerprint(number: int) -> bytes:
    return number.to_bytes(FINGERPRINT_SIZE, "big")


def segment_of(articles: dict[int, Article]) -> Segment:
    inverter = Inverter()
    fields = {
        number: ((Field(own, 2.3, TEXT),), (Field(name, 1, REGISTRY),))
        for number, (own, name) in articles.items()
    }
    return inverter.invert(
        (fingerprint(number), map(inverter.tokenise, both)) for number, both in fields.items()
    )


def merger_of(segments: Sequence[Segment]) -> SegmentMerger:
    docs = [[int.from_bytes(f, "big") for f in segment.fingerprints] for segment in segments]
    return SegmentMerger(segments, [np.array(one, np.int64) for one in docs])


def index_of(segments: Sequence[Segment]) -> tuple[IndexStatistics, dict[str, bytes]]:
    merger = merger_of(segments)
    counted = count_terms(merger)
    return counted, {
        path: with_checksum(data)
        for source in shard_sources(merger, counted)
        for path, data in source()
    }


def bits(statistics: IndexStatistics) -> tuple[int, int]:
    return statistics.words.shard_bits, statistics.pairs.shard_bits


def have_equal_columns(one: Iterable[Any], other: Iterable[Any]) -> bool:
    return [list(column) for column in one] == [list(column) for column in other]


@given(st.lists(ARTICLES, min_size=1, max_size=8), st.data())
def test_joined_and_selected_segments_equal_built_ones(
    articles: list[Article], data: st.DataObject
) -> None:
    numbered = dict(enumerate(articles))
    whole = segment_of(numbered)
    each = [segment_of({number: article}) for number, article in numbered.items()]
    assert have_equal_columns(join_segments(each), whole)
    rows = data.draw(st.permutations(sorted(numbered)).map(lambda p: p[: len(p) // 2 + 1]))
    assert have_equal_columns(
        select_articles(whole, rows), segment_of({row: numbered[row] for row in rows})
    )


@given(st.lists(ARTICLES, min_size=1, max_size=8), st.integers(1, 8))
def test_an_index_does_not_depend_on_how_articles_are_split_into_segments(
    articles: list[Article], parts: int
) -> None:
    numbered = dict(enumerate(articles))
    shares = [{n: a for n, a in numbered.items() if n % parts == part} for part in range(parts)]
    assert index_of([segment_of(share) for share in shares if share]) == index_of(
        [segment_of(numbered)]
    )


@given(
    st.lists(ARTICLES, min_size=1, max_size=12),
    st.dictionaries(st.integers(0, 11), ARTICLES, min_size=1, max_size=3),
)
def test_a_patched_index_equals_a_fresh_build(
    articles: list[Article], edits: dict[int, Article]
) -> None:
    before = dict(enumerate(articles))
    after = {number: edits.get(number, article) for number, article in before.items()}
    counted, files = index_of([segment_of(before)])
    changes = [
        ArticleChange(
            number, segment_of({number: before[number]}), segment_of({number: after[number]})
        )
        for number in edits.keys() & before.keys()
    ]
    patch = patch_shards(files.__getitem__, counted, changes)
    expected, made = index_of([segment_of(after)])
    assert patch.statistics == expected
    if bits(expected) == bits(counted):
        unchanged = {path: data for path, data in files.items() if path not in patch.removed}
        assert unchanged | {path: with_checksum(data) for path, data in patch.files.items()} == made


POSTINGS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 40), st.integers(0, 3_000)))


def packed(rows: set[tuple[int, int, int]], upper: int, lower: int) -> Numbers:
    return np.array(sorted(a << upper | b << lower | c for a, b, c in rows), np.int64)


@given(POSTINGS)
def test_encoded_postings_decode_to_themselves(rows: set[tuple[int, int, int]]) -> None:
    keys = packed(rows, POSTING_TERM_SHIFT, DOC_BITS)
    lists = encode_postings(keys, 7)
    for term in range(7):
        read = decode_postings(lists.of(term)) | term << POSTING_TERM_SHIFT
        assert read.tolist() == [key for key in keys.tolist() if key >> POSTING_TERM_SHIFT == term]
        assert lists.counts[term] == len(read)


@given(POSTINGS)
def test_encoded_positions_decode_to_themselves(rows: set[tuple[int, int, int]]) -> None:
    keys = packed(rows, POSITION_TERM_SHIFT, POSITION_BITS)
    lists = encode_positions(keys, 7)
    for term in range(7):
        read = decode_positions(lists.of(term)) | term << POSITION_TERM_SHIFT
        assert read.tolist() == [key for key in keys.tolist() if key >> POSITION_TERM_SHIFT == term]
        assert lists.counts[term] == len({key >> POSITION_BITS for key in read.tolist()})


def test_long_lists_have_files_of_their_own() -> None:
    _, files = index_of([segment_of(dict.fromkeys(range(9), ("dân vận", "hội")))])
    assert any("/dai-" in path for path in files)
    assert split_lists(memoryview(b"\x07\x09\x04ab"), 2)[0][1:] == (3, 9)
