"""Words typed in Telex or VNI on a keyboard without its input method: “hooij”, “ho65i” for hội."""

import re
from unicodedata import normalize

from bantin.search.query.reader import IndexReader
from bantin.vietnamese.fold import fold

# In VNI digits stand for diacritics, in Telex letters do.
VNI = re.compile(r"(?=[a-z1-9]*[aeiouy])[a-z]+[1-9][a-z1-9]*")
TELEX = re.compile(r"[a-z]{2,}")
VOWELS = "aeiouy"
TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
# The Telex key for each VNI key but 6, the circumflex.
DIGIT_KEYS = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j", "7": "w", "8": "w", "9": "d"}
WITH_MARK = "âêôăơư"
CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
HORN_OR_BREVE = {"a": "ă", "o": "ơ", "u": "ư"}


def decode_keystrokes(index: IndexReader, text: str) -> str:
    """Return the text with keystrokes decoded, where only that makes words of the index."""
    chunks = text.split(" ")
    # One word with a digit may be a code; two are a keyboard without its input method.
    is_vni_likely = sum(is_vni(chunk.lower()) for chunk in chunks) > 1
    return " ".join(_decode_chunk(index, chunk, is_vni_likely=is_vni_likely) for chunk in chunks)


def is_vni(chunk: str) -> bool:
    """Whether a chunk in small letters may be a word in VNI."""
    return VNI.fullmatch(chunk) is not None


def decode_typing(chunk: str) -> str:
    """Return the syllable that keystrokes mean; empty where they mean none.

    Args:
        chunk: in small letters.
    """
    keys = _to_telex(chunk) if is_vni(chunk) else chunk
    if not TELEX.fullmatch(keys):
        return ""
    rest, tone = _take_tone(keys)
    letters = _apply_marks(_apply_stroke(rest))
    if letters == chunk and not tone:
        return ""
    return _apply_tone(letters, tone) if tone else letters


def _decode_chunk(index: IndexReader, chunk: str, *, is_vni_likely: bool) -> str:
    keys = chunk.lower()
    word = decode_typing(keys)
    if not word or not any(term.words == (word,) for term in index.word_terms(fold(word))):
        return chunk
    if is_vni(keys):
        return word if is_vni_likely else chunk
    return chunk if index.word_terms(keys) else word


def _to_telex(chunk: str) -> str:
    keys = ""
    for char in chunk:
        if char == "6":
            # The circumflex of whichever vowel came last; Telex repeats that vowel.
            vowels = [key for key in keys if key in CIRCUMFLEX]
            keys += vowels[-1] if vowels else ""
        else:
            keys += DIGIT_KEYS.get(char, char)
    return keys


def _take_tone(keys: str) -> tuple[str, str]:
    """Return the keys without the last tone key that comes after a vowel, and that tone."""
    for at in range(len(keys) - 1, 0, -1):
        if keys[at] in TONES and any(key in VOWELS for key in keys[:at]):
            return keys[:at] + keys[at + 1 :], TONES[keys[at]]
    return keys, ""


def _apply_stroke(keys: str) -> str:
    if keys[:1] == "d" and "d" in keys[1:]:
        return "đ" + keys[1:].replace("d", "", 1)
    return keys


def _apply_marks(keys: str) -> str:
    """Return the letters with circumflex (a vowel typed twice), breve and horn (w after them)."""
    letters = re.sub(r"([aeo])(.*?)\1", lambda m: CIRCUMFLEX[m[1]] + m[2], keys, count=1)
    while (at := letters.find("w", 1)) > 0:
        before, after = letters[:at], letters[at + 1 :]
        marked = re.sub(r"uo(?=[^aeiouy]*$)", "ươ", before)
        if marked == before:
            marked = re.sub(r"([aou])(?=[^aou]*$)", lambda m: HORN_OR_BREVE[m[1]], before)
        if marked == before:
            return letters
        letters = marked + after
    return letters


def _apply_tone(letters: str, tone: str) -> str:
    at = _tone_index(letters)
    if at is None:
        return ""
    return normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _tone_index(letters: str) -> int | None:
    """Return which letter bears the tone by the usual spelling; None where none can."""
    vowels = [at for at, letter in enumerate(letters) if letter in VOWELS + WITH_MARK]
    # The u of qu and the i of gi belong to the consonant.
    if len(vowels) > 1 and letters[:2] in ("qu", "gi"):
        vowels = vowels[1:]
    marked = [at for at in vowels if letters[at] in WITH_MARK]
    if marked:
        return marked[-1]
    if not vowels:
        return None
    is_closed = vowels[-1] < len(letters) - 1
    has_second = len(vowels) > 1 and (is_closed or len(vowels) > 2)  # noqa: PLR2004 - a diphthong
    return vowels[1] if has_second else vowels[0]
