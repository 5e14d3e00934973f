"""Folding: Vietnamese text as it is typed without diacritics, “Đắk Lắk” as “dak lak”."""

from functools import cache
from unicodedata import normalize

from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE, STROKED

# U+0300 to U+036F are the combining diacritics that NFD splits off.
_WITHOUT_DIACRITICS = dict.fromkeys(range(0x0300, 0x0370), "") | {
    ord(letter): base for letter, base in STROKED.items()
}
_FOLDED = _WITHOUT_DIACRITICS | dict.fromkeys(map(ord, INVISIBLE + APOSTROPHES), "")


def fold(text: str) -> str:
    """Return the text in small letters without diacritics, apostrophes or invisible characters."""
    decomposed = normalize("NFD", lower(normalize("NFC", text)))
    return normalize("NFC", decomposed.translate(_FOLDED))


def fold_keeping_length(text: str) -> str:
    """Return the text folded character by character, exactly as long as its NFC form.

    A match at position 12 of the result is therefore at position 12 of the (NFC) text. To keep
    the length, apostrophes become straight ones instead of disappearing, and a combining
    diacritic without a letter to join stays.
    """
    lowered = lower(normalize("NFC", text))
    return lowered.translate({ord(char): _fold_char(char) for char in set(lowered)})


def lower(text: str) -> str:
    """Return the text in small letters, as long as it was.

    Python lowers İ (U+0130), and only that letter, to two characters; here it becomes one.
    """
    return text.replace("İ", "I").lower()


@cache  # of the few letters that there are, and asked for at each name of a gazetteer
def _fold_char(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    base = normalize("NFC", normalize("NFD", char).translate(_WITHOUT_DIACRITICS))
    return base if len(base) == 1 else char
