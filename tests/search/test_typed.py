"""Any text is a query: clean, parsed, decoded and corrected."""

from functools import cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bantin.search.format.codec import decode, encode
from bantin.search.format.settings import LIMITS
from bantin.search.format.terms import hash_of
from bantin.search.query import Searcher
from bantin.search.query.mend import max_edits
from bantin.search.query.parse import clean, parse
from bantin.search.query.telex import decode_typing

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
    assert found.by_other_name <= set(found.docs)


@given(st.lists(st.integers(0, 2**60), max_size=50))
def test_encoded_numbers_decode_to_themselves(numbers: list[int]) -> None:
    data, starts = encode(np.array(numbers, dtype=np.int64))
    assert list(decode(data)) == numbers
    assert [list(decode(data[a:b])) for a, b in pairwise(starts)] == [
        [number] for number in numbers
    ]


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("hooij", "hội"), ("nghij", "nghị"), ("ddaf", "đà"), ("chuwowng", "chương"),
        ("chuongw", "chương"), ("trinhf", "trình"), ("quoocs", "quốc"), ("ho65i", "hội"),
        ("d9a2", "đà"), ("na84ng", "nẵng"), ("quo61c", "quốc"), ("chu7o7ng", "chương"),
        ("hoaf", "hòa"), ("uyr", "uỷ"), ("dangd", "đang"), ("hoijo", "hội"), ("giaos", "giáo"),
        ("dan", ""), ("qh14", ""), ("nghitn", ""),
    ],
)  # fmt: skip
def test_telex_and_vni_keystrokes(keys: str, syllable: str) -> None:
    assert decode_typing(keys).replace("ủy", "uỷ") == syllable


def textbook_distance(first: str, second: str) -> int:
    """Optimal string alignment as its recurrence is usually given; the browser has the same."""

    @cache
    def prefixes(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        options = [
            prefixes(i - 1, j) + 1,
            prefixes(i, j - 1) + 1,
            prefixes(i - 1, j - 1) + (first[i - 1] != second[j - 1]),
        ]
        if i > 1 and j > 1 and (first[i - 2], first[i - 1]) == (second[j - 1], second[j - 2]):
            options.append(prefixes(i - 2, j - 2) + 1)
        return min(options)

    return prefixes(len(first), len(second))


NEAR_WORDS = st.text("abdhn", max_size=9)


@settings(max_examples=1_000)
@given(NEAR_WORDS, NEAR_WORDS, st.integers(0, 2))
def test_the_edit_distance_of_the_library_is_that_of_the_browser(
    first: str, second: str, limit: int
) -> None:
    distance = OSA.distance(first, second, score_cutoff=limit)
    assert distance == min(textbook_distance(first, second), limit + 1)


@pytest.mark.parametrize(
    ("word", "edits"), [("o", 0), ("hi", 1), ("nghieng", 1), ("nghiengg", 2), ("", 0)]
)
def test_longer_words_are_forgiven_more_typing_errors(word: str, edits: int) -> None:
    assert max_edits(word) == edits


def test_hash_is_crc32() -> None:
    assert hash_of("dan v") == crc32(b"dan v")


def test_misspelt_unknown_and_missing_parts_are_reported(searcher: Searcher) -> None:
    found = searcher.search("song hih")
    assert "hinh" in found.searched_for or "hình" in found.searched_for
    assert searcher.search("zzzzqq").ignored == ("zzzzqq",)
    assert searcher.search("a" * 10_000).is_truncated
    assert searcher.search('"không có câu này đâu"').missing_phrases == ("không có câu này đâu",)
