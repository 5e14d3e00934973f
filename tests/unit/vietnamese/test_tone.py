import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.tone import place_tones


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Uỷ ban Hoà giải", "Ủy ban Hòa giải"),
        ("KHOẺ, thuý", "KHỎE, thúy"),
        ("xoá đói, toạ đàm, luỹ kế", "xóa đói, tọa đàm, lũy kế"),
    ],
)
def test_tone_moves_to_the_first_vowel(typed: str, expected: str) -> None:
    assert place_tones(typed) == expected


@pytest.mark.parametrize("word", ["quý", "Quỳ", "hoàn", "toàn", "thuyền", "khuỷu", "hòa", "oai"])
def test_other_words_are_unchanged(word: str) -> None:
    assert place_tones(word) == word


@given(st.text("hoàáuỷýqetnTHOÀ \u0300\u0301'-"))
def test_placing_tones_twice_changes_nothing(text: str) -> None:
    assert place_tones(place_tones(text)) == place_tones(text)
