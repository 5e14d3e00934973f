"""Vietnamese alphabetical order: letters first, then tones, as ICU sorts names."""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from bantin.vietnamese.fold import lower
from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE, STROKED

_ALPHABET = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_OTHER_MARK = len(_TONES) + 1
# A break between words comes first, then numbers, Vietnamese letters, letters of other scripts.
_BREAK, _NUMBER, _LETTER, _FOREIGN = "\x01", "\x02", 0x10, "\x7f"
_SILENT = dict.fromkeys(map(ord, APOSTROPHES + INVISIBLE), "") | {0xF0: "đ"}
_UNIT = re.compile(r"(?P<number>[0-9]+)|(?P<letter>[^\W_])(?P<marks>[\u0300-\u036f]*)|[\W_]")


@lru_cache(maxsize=10_000)  # the same names are sorted at each save
def sort_key(text: str) -> str:
    """Return a key: words by their letters, numbers by value; tones only break a tie.

    Case and punctuation do not count.
    """
    main, tones = "", ""
    for unit in _UNIT.finditer(normalize("NFD", lower(text).translate(_SILENT))):
        if unit["letter"]:
            letter, tone = _weigh(unit["letter"], unit["marks"])
            main, tones = main + letter, tones + tone
        elif unit["number"]:
            main += _measure(unit["number"].lstrip("0"))
        elif main and not main.endswith(_BREAK):
            main += _BREAK
    return f"{main.rstrip(_BREAK)}\x00{tones}"


@cache
def _weigh(base: str, marks: str) -> tuple[str, str]:
    """Return the place of a letter in the alphabet and that of its tone."""
    quality = next((mark for mark in marks if normalize("NFC", base + mark) in _ALPHABET), "")
    letter = normalize("NFC", base + quality)
    if letter not in _ALPHABET:
        letter = STROKED.get(base, base)
    tone = max((_rank(mark) for mark in marks if mark != quality), default=0)
    place = _ALPHABET.find(letter)
    return chr(_LETTER + place) if place >= 0 else _FOREIGN + letter, chr(_LETTER + tone)


def _rank(mark: str) -> int:
    return _TONES.find(mark) + 1 or _OTHER_MARK


def _measure(digits: str) -> str:
    """Return digits so that a longer number comes later."""
    return _NUMBER + chr(_LETTER + len(digits)) + digits
