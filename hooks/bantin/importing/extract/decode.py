"""Bytes as clean Unicode text."""

import codecs
import re
from unicodedata import normalize

from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.extract.legacy import decode_legacy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JUNK = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_EYES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_PROBE = 4_000
_NUL_SHARE = 0.2


def decode_bytes(data: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether it was in an old Vietnamese encoding."""
    text = _as_text(data)
    text, is_legacy = decode_legacy(text)
    return tidy(text), is_legacy


def tidy(text: str) -> str:
    """Return text in NFC, with plain spaces and line ends, without what never shows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = _SPACES.sub(" ", text.replace("\x0b", "\n").replace("\x0c", "\n").translate(_JUNK))
    return normalize("NFC", _CONTROL.sub("", text).translate(_EYES))


def _as_text(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    probe = data[:_PROBE]
    if probe.count(0) > len(probe) * _NUL_SHARE:
        little = probe[1::2].count(0) >= probe[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    if 0 in probe:
        msg = "tệp không phải văn bản; chỉ nhận .docx, .html, .txt"
        raise UnreadableError(msg)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _from_eight_bits(data)


def _from_eight_bits(data: bytes) -> str:
    """Old font encodings travel as Latin-1; what is none of them is Windows-1258."""
    latin = data.decode("latin-1")
    if decode_legacy(latin)[1]:
        return latin
    return data.decode("cp1258", errors="replace")
