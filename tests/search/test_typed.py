"""What readers type, sane or not."""

from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.search.format.codec import decode, encode
from bantin.search.format.settings import LIMITS
from bantin.search.format.terms import hash_of
from bantin.search.query import Searcher
from bantin.search.query.near import distance
from bantin.search.query.parse import clean, parse
from bantin.search.query.telex import decode as syllable

PIECES = st.sampled_from(['"', "“", "”", "dân", "vận", "65-KL/TW", " ", "\x00", "😀", "2021-2025"])


@given(st.one_of(st.text(max_size=600), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_a_query(text: str) -> None:
    cleaned, _ = clean(text, LIMITS["characters"])
    query = parse(cleaned, LIMITS)
    assert len(query.words) <= LIMITS["words"]
    assert all(phrase for phrase in query.phrases)
    assert all(word.folded for word in query.words)
    assert [word.position for word in query.words] == list(range(len(query.words)))
    for form in query.joined:
        assert 0 <= form.position < len(query.words)
        assert form.length >= 1


@settings(max_examples=40, deadline=None)
@given(text=st.lists(PIECES, max_size=12).map(" ".join))
def test_any_query_is_answered(searcher: Searcher, text: str) -> None:
    found = searcher.search(text)
    assert len(set(found.docs)) == len(found.docs)
    assert found.by_name <= set(found.docs)


@given(st.lists(st.integers(0, 2**60), max_size=50))
def test_numbers_survive(numbers: list[int]) -> None:
    data, starts = encode(np.array(numbers, dtype=np.int64))
    assert list(decode(data)) == numbers
    assert [list(decode(data[a:b])) for a, b in pairwise(starts)] == [
        [number] for number in numbers
    ]


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("hooij", "hội"), ("nghij", "nghị"), ("ddaf", "đà"), ("chuwowng", "chương"),
        ("chuongw", "chương"), ("trinhf", "trình"), ("quoocs", "quốc"), ("ho65i", "hội"),
        ("d9a2", "đà"), ("na84ng", "nẵng"), ("quo61c", "quốc"), ("chu7o7ng", "chương"),
        ("hoaf", "hòa"), ("uyr", "uỷ"), ("dangd", "đang"), ("hoijo", "hội"), ("giaos", "giáo"),
        ("dan", ""), ("qh14", ""), ("nghitn", ""),
    ],
)  # fmt: skip
def test_keystrokes(keys: str, meant: str) -> None:
    assert syllable(keys).replace("ủy", "uỷ") == meant


@pytest.mark.parametrize(
    ("first", "second", "away"),
    [("dog", "dong", 1), ("hih", "hinh", 1), ("gna", "gan", 1), ("abc", "abc", 0), ("a", "xyz", 2)],
)
def test_distance(first: str, second: str, away: int) -> None:
    assert distance(first, second, 1) == away


def test_hash_is_crc32() -> None:
    assert hash_of("dan v") == crc32(b"dan v")


def test_a_misspelled_word_is_read_as_its_neighbour(searcher: Searcher) -> None:
    found = searcher.search("song hih")
    assert "hinh" in found.read_as or "hình" in found.read_as
    assert searcher.search("zzzzqq").ignored == ("zzzzqq",)
    assert searcher.search("a" * 10_000).is_cut
    assert searcher.search('"không có câu này đâu"').missing == ("không có câu này đâu",)
