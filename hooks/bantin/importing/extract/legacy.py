"""Old Vietnamese font encodings, TCVN3 and VNI, as Unicode.

Own tables of some thirty lines; packages for it are very young or abandoned.
"""

import re
from itertools import product
from typing import Literal
from unicodedata import normalize

Encoding = Literal["tcvn3", "vni"]

_TCVN3_FROM = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦§"
_TCVN3_TO = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ"
_TCVN3 = dict(zip(map(ord, _TCVN3_FROM), _TCVN3_TO, strict=True))
_TCVN3_SIGN = re.compile("(?<=[a-zA-Z])[µ¶·¸¹¨©ª«¬®¾»¼½]|[®§][a-zA-Z\u00b5-\u00fe]")

_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_HAT = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_SINGLE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_pairs() -> dict[str, str]:
    pairs = {base + mark: base + tone for base, (mark, tone) in product("aeouy", _TONES.items())}
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVE.items()}
    pairs |= {base + m: base + "\u0302" + tone for base, (m, tone) in product("aeo", _HAT.items())}
    for vowel, full in (("ô", "ơ"), ("ö", "ư")):
        pairs |= {vowel + mark: full + tone for mark, tone in _TONES.items()}
    pairs |= _SINGLE
    lower = {key: normalize("NFC", value) for key, value in pairs.items()}
    upper = {key.upper(): value.upper() for key, value in lower.items()}
    mixed = {key.capitalize(): value.capitalize() for key, value in lower.items()}
    return mixed | upper | lower


_VNI = _vni_pairs()
_VNI_PAIR = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VNI_SIGN = re.compile(
    "[aeouyAEOUY][ùøûõïâêéèúüëáàåãäÙØÛÕÏÂÊÉÈÚÜËÁÀÅÃÄ](?![ùøûõï])|[ñÑ][a-zA-Z]|[ôöÔÖ][ùøûõïÙØÛÕÏ]"
)
_UNICODE_SIGN = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
_DENSE = 0.02


def to_unicode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return text of an old encoding in Unicode; ``capitals`` for fonts such as .VnTimeH."""
    if encoding == "tcvn3":
        decoded = text.translate(_TCVN3)
    else:
        decoded = _VNI_PAIR.sub(lambda match: _VNI[match[0]], text)
    return decoded.upper() if capitals else decoded


def detect(text: str) -> Encoding | None:
    """Return the old encoding a text seems to be in; None for Unicode and for other languages."""
    letters = sum(char.isalpha() for char in text)
    if not letters or len(_UNICODE_SIGN.findall(text)) > letters * _DENSE / 4:
        return None
    if len(_TCVN3_SIGN.findall(text)) > letters * _DENSE:
        return "tcvn3"
    return "vni" if len(_VNI_SIGN.findall(text)) > letters * _DENSE * 2 else None


def encoding_of_font(font: str) -> Encoding | None:
    """Return the encoding that a font name stands for."""
    if font.lower().startswith(".vn"):
        return "tcvn3"
    return "vni" if font.lower().startswith("vni-") else None


def decode_legacy(text: str) -> tuple[str, bool]:
    """Return the text in Unicode, and whether it had to be converted."""
    encoding = detect(text)
    return (to_unicode(text, encoding), True) if encoding else (text, False)
