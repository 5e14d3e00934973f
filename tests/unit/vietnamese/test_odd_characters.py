import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.odd_characters import (
    BLANKS,
    INVISIBLE,
    PLAIN,
    describe,
    first_odd,
    plain,
    show_odd,
    without_hidden,
)

HIDDEN = "a\u200bb\u00adc\u2060d\ufeffe\u202ef\u2066g\u034fh\u3164i"


def test_every_format_character_and_private_one_is_invisible() -> None:
    kinds = {"Cf", "Co"}
    every = [chr(n) for n in range(sys.maxunicode) if category(chr(n)) in kinds]
    of_other_scripts = {char for char in every if not INVISIBLE.search(f"a{char}b")}
    # Signs of Arabic, Syriac, Kaithi, Egyptian and shorthand, and of music: these have a shape.
    assert {hex(ord(char) >> 8) for char in of_other_scripts} <= {
        "0x6", "0x7", "0x8", "0x110", "0x134", "0x1bc", "0x1d1"
    }  # fmt: skip


def test_every_space_of_unicode_but_that_of_the_keyboard_is_odd() -> None:
    every = [chr(n) for n in range(sys.maxunicode) if category(chr(n)) == "Zs" and n != ord(" ")]
    assert all(PLAIN[" "].fullmatch(char) for char in every)
    assert BLANKS.isprintable() is False


@pytest.mark.parametrize("text", ["👨\u200d👩", "✔\ufe0f", "1\ufe0f\u20e3", "Ủy ban – «Đ»", "ẅ"])
def test_what_belongs_to_a_visible_sign_is_not_invisible(text: str) -> None:
    assert not INVISIBLE.search(text)


def test_hidden_characters_go_and_those_that_need_a_person_stay() -> None:
    assert without_hidden(HIDDEN) == "abcdefghi"
    assert without_hidden("a\u00a0b\u3000c\u2007d") == "a b c d"
    assert without_hidden("a\uf0b7b\ufffdc") == "a\uf0b7b\ufffdc"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("2024\u201303\u221201", "2024-03-01"),
        ("２０２４－０３", "2024-03"),
        ("\u201ca\u201d\uff1a", '"a":'),
        ("a\u00a0b", "a b"),
    ],
)
def test_a_text_is_made_plain(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024–03", " («–» là gạch ngang dài, U+2013)"),
        ("a\u200bb", " (có ký tự không bề rộng, U+200B)"),
        ("a\u00a0b", " (có dấu cách không ngắt, U+00A0)"),
        ("t\u0456tle", " («\u0456» là chữ hoặc dấu của bảng chữ khác, U+0456)"),
        ("Sơ kết", ""),
        ("a-b", ""),
    ],
)
def test_the_first_odd_character_is_shown(text: str, shown: str) -> None:
    assert show_odd(text) == shown


@given(text=st.text(max_size=20))
def test_nothing_invisible_is_ever_quoted(text: str) -> None:
    shown = show_odd(text)
    assert not INVISIBLE.search(shown)
    assert bool(shown) == bool(first_odd(text))
    assert all(describe(char) for char in text)
