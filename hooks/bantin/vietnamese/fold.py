"""Folding: Vietnamese text as it is typed without marks."""

from unicodedata import normalize

from bantin.vietnamese.letters import APOSTROPHES, INVISIBLE, STROKED

_BARE = dict.fromkeys(range(0x0300, 0x0370), "") | {ord(c): base for c, base in STROKED.items()}
_FOLDED = _BARE | dict.fromkeys(map(ord, INVISIBLE + APOSTROPHES), "")


def fold(text: str) -> str:
    """Return the text in small letters without marks, apostrophes and invisible characters."""
    decomposed = normalize("NFD", lower(normalize("NFC", text)))
    return normalize("NFC", decomposed.translate(_FOLDED))


def fold_keeping_length(text: str) -> str:
    """Return the NFC form of the text, folded character by character: places survive.

    A mark that stands alone stays, apostrophes become straight ones.
    """
    lowered = lower(normalize("NFC", text))
    return lowered.translate({ord(c): _base(c) for c in set(lowered)})


def lower(text: str) -> str:
    """Return the text in small letters, as long as it was: only İ would grow."""
    return text.replace("İ", "I").lower()


def _base(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    base = normalize("NFC", normalize("NFD", char).translate(_BARE))
    return base if len(base) == 1 else char
