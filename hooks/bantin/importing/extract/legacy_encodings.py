"""Old Vietnamese font encodings, TCVN3 (fonts .VnTime, …) and VNI (VNI-Times, …), as Unicode.

Both put Vietnamese letters in the places of other letters of Latin-1, so that text shown in
another font reads “Héi nghÞ” or “Hoäi nghò” for “Hội nghị”. TCVN3 (TCVN 5712:1993, VN3) has one
character for each accented letter, all of them small: capitals are small letters in a font whose
name ends with H. VNI writes a base letter followed by one character for its diacritics.

Two short tables of our own: the packages for it on PyPI are very young or abandoned. The tests
hold them to tables of other origin.
"""

import re
from itertools import product
from typing import Literal
from unicodedata import normalize

Encoding = Literal["tcvn3", "vni"]

# Character by character: “¸” is á, “µ” is à, …
_TCVN3_CHARS = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ"
_TCVN3 = dict(zip(map(ord, _TCVN3_CHARS), _TCVN3_LETTERS, strict=True))
# What hardly any other text has: signs such as © or ¸ right behind a letter (“v©n”), ® and § right
# before one (“®¬n”).
_TCVN3_SIGN = re.compile("(?<=[a-zA-Z])[µ¶·¸¹¨©ª«¬®¾»¼½]|[®§][a-zA-Z\u00b5-\u00fe]")

# VNI: the character behind the base letter -> its diacritics in Unicode.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
# Letters that stand alone in VNI; i takes no second character (“aù” is á, but “í” is í itself).
_SINGLE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_table() -> dict[str, str]:
    """Return VNI's combinations, small, capital and mixed (“Aù”), with their letters."""
    table = {base + char: base + tone for base, (char, tone) in product("aeouy", _TONES.items())}
    table |= {"a" + char: "a\u0306" + tone for char, tone in _BREVE.items()}
    table |= {
        base + char: base + "\u0302" + tone
        for base, (char, tone) in product("aeo", _CIRCUMFLEX.items())
    }
    for char, letter in (("ô", "ơ"), ("ö", "ư")):
        table |= {char + tone_char: letter + tone for tone_char, tone in _TONES.items()}
    table |= _SINGLE
    lower = {key: normalize("NFC", value) for key, value in table.items()}
    upper = {key.upper(): value.upper() for key, value in lower.items()}
    mixed = {key.capitalize(): value.capitalize() for key, value in lower.items()}
    return mixed | upper | lower


_VNI = _vni_table()
# Longest first: “öù” (ứ) before “ö” (ư).
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
# Two vowels that other languages do not put together (“oä”, “aé”), ñ before a letter, ô or ö with
# a tone. Single accented letters prove nothing: French has them too.
_VNI_SIGN = re.compile(
    "[aeouyAEOUY][ùøûõïâêéèúüëáàåãäÙØÛÕÏÂÊÉÈÚÜËÁÀÅÃÄ](?![ùøûõï])|[ñÑ][a-zA-Z]|[ôöÔÖ][ùøûõïÙØÛÕÏ]"
)
# Letters that only Unicode text has: one of the old encodings never contains them.
_UNICODE_LETTER = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
# How many signs there must be for each letter of the text: “25°C, 3 m²” stays below.
_TCVN3_SHARE = 0.02
_VNI_SHARE = 0.04
_UNICODE_SHARE = 0.005


def to_unicode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return the text of an old encoding in Unicode.

    Args:
        text: as Latin-1 shows it.
        encoding: the encoding it is in.
        capitals: whether its font draws small letters as capitals, as .VnTimeH does.
    """
    if encoding == "tcvn3":
        decoded = text.translate(_TCVN3)
    else:
        decoded = _VNI_LETTER.sub(lambda match: _VNI[match[0]], text)
    return decoded.upper() if capitals else decoded


def detect_encoding(text: str) -> Encoding | None:
    """Return the old encoding that a text is in; None for Unicode and for other languages.

    It counts signs, so it can err on a few words: “Héi nghÞ giao ban” alone has no sign of TCVN3,
    and a Spanish line with three ñ is taken for VNI. Whole articles are recognised reliably.
    """
    letters = sum(char.isalpha() for char in text)
    if not letters or len(_UNICODE_LETTER.findall(text)) > letters * _UNICODE_SHARE:
        return None
    if len(_TCVN3_SIGN.findall(text)) > letters * _TCVN3_SHARE:
        return "tcvn3"
    return "vni" if len(_VNI_SIGN.findall(text)) > letters * _VNI_SHARE else None


def encoding_of_font(font: str) -> Encoding | None:
    """Return the encoding that a font name implies: “.VnTime” TCVN3, “VNI-Times” VNI."""
    if font.lower().startswith(".vn"):
        return "tcvn3"
    return "vni" if font.lower().startswith("vni-") else None


def decode_legacy(text: str) -> tuple[str, bool]:
    """Return the text in Unicode, and whether it was in an old encoding."""
    encoding = detect_encoding(text)
    return (to_unicode(text, encoding), True) if encoding else (text, False)
