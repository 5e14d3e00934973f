"""Segments: however articles are put together, taken apart or changed, the index is the same."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.search.format import shards, tally
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
from bantin.search.format.tally import Tally
from bantin.search.indexing.fields import Field
from bantin.search.indexing.inverter import Inverter
from bantin.search.indexing.merging import Merger
from bantin.search.indexing.segment import Segment, join, select
from bantin.search.indexing.store import KEY_SIZE
from bantin.search.updating import incremental as amending
from bantin.search.updating import manifest as index
from bantin.search.updating.changes import Change
from bantin.search.updating.incremental import amend
from bantin.search.updating.manifest import shard_parts, tally_of

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
def small() -> Iterator[None]:
    """Shards of a few words, so that a few articles fill many, and lists that are soon long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tally, "SHARD_SIZE", 24)
        for name in ("WORDS", "PAIRS", "POSITIONS"):
            kind = getattr(shards, name)._replace(longest_list=7)
            for module in (index, amending):
                if hasattr(module, name):
                    patch.setattr(module, name, kind)
        yield


def key_of(number: int) -> bytes:
    return number.to_bytes(KEY_SIZE, "big")


def inverted(articles: dict[int, Article]) -> Segment:
    inverter = Inverter()
    fields = {
        number: ((Field(own, 2.3, TEXT),), (Field(name, 1, REGISTRY),))
        for number, (own, name) in articles.items()
    }
    return inverter.invert(
        (key_of(number), map(inverter.read, both)) for number, both in fields.items()
    )


def merger_of(segments: Sequence[Segment]) -> Merger:
    numbers = [[int.from_bytes(key, "big") for key in segment.keys] for segment in segments]
    return Merger(segments, [np.array(one, np.int64) for one in numbers])


def index_of(segments: Sequence[Segment]) -> tuple[Tally, dict[str, bytes]]:
    merger = merger_of(segments)
    counted = tally_of(merger)
    return counted, {
        path: with_checksum(data) for part in shard_parts(merger, counted) for path, data in part()
    }


def same(one: Iterable[Any], other: Iterable[Any]) -> bool:
    return [list(column) for column in one] == [list(column) for column in other]


@given(st.lists(ARTICLES, min_size=1, max_size=8), st.data())
def test_segments_are_joined_and_taken_apart(articles: list[Article], data: st.DataObject) -> None:
    numbered = dict(enumerate(articles))
    whole = inverted(numbered)
    each = [inverted({number: article}) for number, article in numbered.items()]
    assert same(join(each), whole)
    rows = data.draw(st.permutations(sorted(numbered)).map(lambda p: p[: len(p) // 2 + 1]))
    assert same(select(whole, rows), inverted({row: numbered[row] for row in rows}))


@given(st.lists(ARTICLES, min_size=1, max_size=8), st.integers(1, 8))
def test_an_index_does_not_tell_its_segments(articles: list[Article], parts: int) -> None:
    numbered = dict(enumerate(articles))
    shares = [{n: a for n, a in numbered.items() if n % parts == part} for part in range(parts)]
    assert index_of([inverted(share) for share in shares if share]) == index_of(
        [inverted(numbered)]
    )


@given(
    st.lists(ARTICLES, min_size=1, max_size=12),
    st.dictionaries(st.integers(0, 11), ARTICLES, min_size=1, max_size=3),
)
def test_an_amended_index_is_that_of_a_fresh_build(
    articles: list[Article], edits: dict[int, Article]
) -> None:
    before = dict(enumerate(articles))
    after = {number: edits.get(number, article) for number, article in before.items()}
    counted, files = index_of([inverted(before)])
    changes = [
        Change(number, inverted({number: before[number]}), inverted({number: after[number]}))
        for number in edits.keys() & before.keys()
    ]
    amended = amend(files.__getitem__, counted, changes)
    expected, made = index_of([inverted(after)])
    assert amended.tally == expected
    if (expected.words.bits, expected.pairs.bits) == (counted.words.bits, counted.pairs.bits):
        kept = {path: data for path, data in files.items() if path not in amended.gone}
        assert kept | {path: with_checksum(data) for path, data in amended.files.items()} == made


POSTINGS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 40), st.integers(0, 3_000)))


def packed(rows: set[tuple[int, int, int]], upper: int, lower: int) -> Numbers:
    return np.array(sorted(a << upper | b << lower | c for a, b, c in rows), np.int64)


@given(POSTINGS)
def test_lists_of_postings_are_read_back(rows: set[tuple[int, int, int]]) -> None:
    keys = packed(rows, POSTING_TERM_SHIFT, DOC_BITS)
    lists = encode_postings(keys, 7)
    for term in range(7):
        read = decode_postings(lists.of(term)) | term << POSTING_TERM_SHIFT
        assert read.tolist() == [key for key in keys.tolist() if key >> POSTING_TERM_SHIFT == term]
        assert lists.counts[term] == len(read)


@given(POSTINGS)
def test_lists_of_spots_are_read_back(rows: set[tuple[int, int, int]]) -> None:
    keys = packed(rows, POSITION_TERM_SHIFT, POSITION_BITS)
    lists = encode_positions(keys, 7)
    for term in range(7):
        read = decode_positions(lists.of(term)) | term << POSITION_TERM_SHIFT
        assert read.tolist() == [key for key in keys.tolist() if key >> POSITION_TERM_SHIFT == term]
        assert lists.counts[term] == len({key >> POSITION_BITS for key in read.tolist()})


def test_long_lists_have_files_of_their_own() -> None:
    _, files = index_of([inverted(dict.fromkeys(range(9), ("dân vận", "hội")))])
    assert any("/dai-" in path for path in files)
    assert split_lists(memoryview(b"\x07\x09\x04ab"), 2)[0][1:] == (3, 9)
