"""Telex and VNI: keystrokes that a keyboard without its input method left as they were."""

import re
from unicodedata import normalize

VNI = re.compile(r"(?=[a-z1-9]*[aeiouy])[a-z]+[1-9][a-z1-9]*")
TELEX = re.compile(r"[a-z]{2,}")
VOWELS = "aeiouy"
TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
DIGIT_KEYS = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j", "7": "w", "8": "w"}
MARKED = "âêôăơư"
CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
HORN = {"a": "ă", "o": "ơ", "u": "ư"}


def is_vni(chunk: str) -> bool:
    """Whether a chunk in small letters may be VNI keystrokes."""
    return VNI.fullmatch(chunk) is not None


def decode(chunk: str) -> str:
    """Return the syllable that the keystrokes stand for; nothing where they stand for none."""
    keys = _as_telex(chunk) if is_vni(chunk) else chunk
    if not TELEX.fullmatch(keys):
        return ""
    rest, tone = _take_tone(keys)
    letters = _mark(_take_stroke(rest))
    if letters == chunk and not tone:
        return ""
    return _put_tone(letters, tone) if tone else letters


def _as_telex(chunk: str) -> str:
    keys = ""
    for char in chunk:
        if char == "6":
            vowels = [c for c in keys if c in CIRCUMFLEX]
            keys += vowels[-1] if vowels else ""
        elif char == "9":
            keys += "d"
        else:
            keys += DIGIT_KEYS.get(char, char)
    return keys


def _take_tone(keys: str) -> tuple[str, str]:
    """Take out the last tone key that comes after a vowel."""
    for place in range(len(keys) - 1, 0, -1):
        if keys[place] in TONES and any(c in VOWELS for c in keys[:place]):
            return keys[:place] + keys[place + 1 :], TONES[keys[place]]
    return keys, ""


def _take_stroke(keys: str) -> str:
    if keys[:1] == "d" and "d" in keys[1:]:
        return "đ" + keys[1:].replace("d", "", 1)
    return keys


def _mark(keys: str) -> str:
    """Return the letters with circumflex, breve and horn."""
    letters = re.sub(r"([aeo])(.*?)\1", lambda m: CIRCUMFLEX[m[1]] + m[2], keys, count=1)
    while (place := letters.find("w", 1)) > 0:
        before, after = letters[:place], letters[place + 1 :]
        marked = re.sub(r"uo(?=[^aeiouy]*$)", "ươ", before)
        if marked == before:
            marked = re.sub(r"([aou])(?=[^aou]*$)", lambda m: HORN[m[1]], before)
        if marked == before:
            return letters
        letters = marked + after
    return letters


def _put_tone(letters: str, tone: str) -> str:
    place = _tone_place(letters)
    if place is None:
        return ""
    return normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _tone_place(letters: str) -> int | None:
    places = [number for number, c in enumerate(letters) if c in VOWELS + MARKED]
    if len(places) > 1 and letters[:2] in ("qu", "gi"):
        places = places[1:]
    marked = [place for place in places if letters[place] in MARKED]
    if marked:
        return marked[-1]
    if not places:
        return None
    closed = places[-1] < len(letters) - 1
    return places[1] if len(places) > 1 and (closed or len(places) > 2) else places[0]  # noqa: PLR2004
