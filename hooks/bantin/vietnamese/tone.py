"""Tone marks on the first vowel of oa, oe and uy: hòa, khỏe, thúy, ủy, not hoà, khoẻ, thuý, uỷ.

Both spellings are current; the portal writes, and looks names up by, the first one.
"""

import re
from itertools import product
from unicodedata import normalize

from bantin.vietnamese.letters import LETTERS

_TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"
# Mark on the second vowel -> mark on the first, in every mix of cases: “oà” -> “òa”.
_ENDINGS = {
    normalize("NFC", first + second + tone): normalize("NFC", first + tone + second)
    for pair in ("oa", "oe", "uy")
    for first, second in product(*((letter, letter.upper()) for letter in pair))
    for tone in _TONE_MARKS
}
# All but q: in “quý” the u belongs to the consonant, so the mark is right on y.
_CONSONANTS = "bcdđ\u00f0ghklmnprstvx"
# The whole syllable must end with the two vowels. Before a final consonant or a third vowel
# (hoàn, khuỷu) both spellings put the mark on the same letter, and nothing moves.
_SYLLABLE = re.compile(
    rf"(?<![{LETTERS}])([{_CONSONANTS + _CONSONANTS.upper()}]{{0,3}})"
    rf"({'|'.join(_ENDINGS)})(?![{LETTERS}])"
)


def without_tones(text: str) -> str:
    """Return the text in NFC without tone marks; other diacritics stay: Ấ is Â, Ự is Ư."""
    parts = normalize("NFD", text)
    return normalize("NFC", "".join(char for char in parts if char not in _TONE_MARKS))


def place_tones(text: str) -> str:
    """Return the text in NFC with the tone mark of oa, oe and uy on the first vowel."""
    return _SYLLABLE.sub(_move_mark, normalize("NFC", text))


def _move_mark(match: re.Match[str]) -> str:
    return match[1] + _ENDINGS[match[2]]
