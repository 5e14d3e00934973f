"""The place of the tone mark: hòa, khỏe, thúy, ủy, as the house writes."""

import re
from itertools import product
from unicodedata import normalize

from bantin.vietnamese.letters import LETTERS

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ENDINGS = {
    normalize("NFC", first + second + tone): normalize("NFC", first + tone + second)
    for pair in ("oa", "oe", "uy")
    for first, second in product(*((letter, letter.upper()) for letter in pair))
    for tone in _TONES
}
_CONSONANTS = "bcdđ\u00f0ghklmnprstvx"
# The consonants leave out q: in quý the u belongs to the consonant. Before a final consonant
# or a third vowel (hoàn, khuỷu) the mark already stands where it must.
_SYLLABLE = re.compile(
    rf"(?<![{LETTERS}])([{_CONSONANTS + _CONSONANTS.upper()}]{{0,3}})"
    rf"({'|'.join(_ENDINGS)})(?![{LETTERS}])"
)


def place_tones(text: str) -> str:
    """Return the text (NFC) with the tone mark of oa, oe, uy on the first vowel."""
    return _SYLLABLE.sub(_move, normalize("NFC", text))


def _move(match: re.Match[str]) -> str:
    return match[1] + _ENDINGS[match[2]]
