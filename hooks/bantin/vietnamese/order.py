"""Vietnamese alphabetical order: letters first, then tones, as ICU sorts names (CLDR, vi)."""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from bantin.vietnamese.fold import lower
from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE, STROKED

_ALPHABET = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"  # in dictionary order: huyền, hỏi, ngã, sắc, nặng
_OTHER_DIACRITIC = len(_TONE_MARKS) + 1
# A key is compared character by character, so each kind of unit begins with a character that
# sorts it: breaks between words, then numbers, Vietnamese letters, letters of other scripts.
_BREAK, _NUMBER, _FIRST_LETTER, _FOREIGN = "\x01", "\x02", 0x10, "\x7f"
_IGNORED = dict.fromkeys(map(ord, APOSTROPHES + INVISIBLE), "") | {0xF0: "đ"}
_UNIT = re.compile(r"(?P<number>[0-9]+)|(?P<letter>[^\W_])(?P<marks>[\u0300-\u036f]*)|[\W_]")


@lru_cache(maxsize=10_000)  # the same names are sorted again at each change of a served site
def sort_key(text: str) -> str:
    """Return a key that sorts words by their letters and numbers by their value.

    Case and punctuation do not count. Tones only break a tie between equal letters: all tones of
    the text therefore come after all its letters (“Ban Dân vận” < “Bản Dân vận” < “Bang”).
    """
    letters, tones = "", ""
    for unit in _UNIT.finditer(normalize("NFD", lower(text).translate(_IGNORED))):
        if unit["letter"]:
            letter, tone = _letter_key(unit["letter"], unit["marks"])
            letters, tones = letters + letter, tones + tone
        elif unit["number"]:
            letters += _number_key(unit["number"].lstrip("0"))
        elif letters and not letters.endswith(_BREAK):
            letters += _BREAK
    return f"{letters.rstrip(_BREAK)}\x00{tones}"


@cache
def _letter_key(base: str, marks: str) -> tuple[str, str]:
    """Return the keys of a letter and of its tone.

    NFD splits “ế” into e and two diacritics: the circumflex makes another letter of the alphabet
    (ê), the acute is its tone.
    """
    quality = next((mark for mark in marks if normalize("NFC", base + mark) in _ALPHABET), "")
    letter = normalize("NFC", base + quality)
    if letter not in _ALPHABET:
        letter = STROKED.get(base, base)
    tone = max((_tone_rank(mark) for mark in marks if mark != quality), default=0)
    rank = _ALPHABET.find(letter)
    key = chr(_FIRST_LETTER + rank) if rank >= 0 else _FOREIGN + letter
    return key, chr(_FIRST_LETTER + tone)


def _tone_rank(mark: str) -> int:
    return _TONE_MARKS.find(mark) + 1 or _OTHER_DIACRITIC


def _number_key(digits: str) -> str:
    """Return digits after the count of them, so that 9 sorts before 10."""
    return _NUMBER + chr(_FIRST_LETTER + len(digits)) + digits
