"""Bytes as clean Unicode text, whatever encoding an editor's program wrote."""

import codecs
import re
from unicodedata import normalize

from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.extract.legacy_encodings import decode_legacy

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Zero-width characters, soft hyphens and marks of writing direction, pasted from web pages.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
# Letters that look like Đ and đ: eth of Icelandic (U+00D0, from old fonts), African D (U+0189).
# Hyphens that do not break are plain ones: “01‑KH/UBND” is found as 01-KH/UBND.
_LOOKALIKES = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
)
# Control characters except line ends (U+0085 too is one).
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_PROBE = 4_000
# Vietnamese text in UTF-16 has a zero byte for each ASCII letter and space; other text has none.
_NUL_SHARE = 0.2


def decode_bytes(data: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether it was in an old Vietnamese font encoding.

    Raises:
        UnreadableError: the file is not text.
    """
    text, is_legacy = decode_legacy(_decode(data))
    return clean_text(text), is_legacy


def clean_text(text: str) -> str:
    """Return text in NFC with plain spaces and line ends, without invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\x0b", "\n").replace("\x0c", "\n").translate(_INVISIBLE)
    return normalize("NFC", _CONTROL.sub("", _SPACES.sub(" ", text)).translate(_LOOKALIKES))


def _decode(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    probe = data[:_PROBE]
    if probe.count(0) > len(probe) * _NUL_SHARE:
        # Of “a” and “ ” the zero byte is the second in little-endian order, else the first.
        is_little = probe[1::2].count(0) >= probe[::2].count(0)
        return data.decode("utf-16-le" if is_little else "utf-16-be", errors="replace")
    if 0 in probe:
        msg = "tệp không phải văn bản, cũng không phải loại tệp nhận được"
        raise UnreadableError(msg)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_eight_bits(data)


def _decode_eight_bits(data: bytes) -> str:
    """Return the text of a file in a one-byte encoding.

    TCVN3 and VNI are fonts that draw Vietnamese letters in the places of Latin-1, so their text
    is read as Latin-1 first; ``decode_legacy`` then maps it. Anything else is Windows-1258.
    """
    latin = data.decode("latin-1")
    if decode_legacy(latin)[1]:
        return latin
    return data.decode("cp1258", errors="replace")
