"""The regular expressions that cut text into search words, the same in ``normalise.js``.

They read NFC text in small letters. They do without lookbehind, which browsers of older
telephones lack. ``bantin.vietnamese.tokens`` says in words what they must match.
"""

import re
from typing import TYPE_CHECKING

from bantin.vietnamese.letters import APOSTROPHES, LETTERS, VOWELS

# Abbreviations of document types (folded), recognised even where no sign parts number and letters:
# “65 KL TW”, “65kltw” (KL: kết luận, NQ: nghị quyết, CTrPH: chương trình phối hợp, …). Longer ones
# come before those they begin with, since the first alternative that matches wins.
DOCUMENT_TYPES = (
    "bb|bc|cd|cthd|ctph|ctrph|ctr|ct|cv|gm|hdph|hd|khlt|khph|kh|kl|"
    "nd|nqlt|nq|qcph|qc|qdlt|qd|qh|qyd|tb|td|tlt|ttlt|ttr|tt"
)

_LETTER = f"[{LETTERS}]"
_END = f"(?!{_LETTER})"
_SIGN = "[-\u2010\u2011/&]"
_SPACE = "[ \u00a0]"
# Between number and letters as people type it: “65-KL”, “65 - KL”, “65 KL”.
_GAP = rf"(?:{_SPACE}?[-\u2013/]{_SPACE}?|{_SPACE})"
_YEAR = "(?:19|20)[0-9]{2}"
# A Vietnamese syllable: consonants, one to three vowels, a final consonant. What is none (“kl”,
# “ctrph”, “ubnd”) is taken for an abbreviation.
_SYLLABLE = (
    "(?:b|ch?|[dđ]|g[hi]?|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|t[hr]?|v|x)?"
    f"[{VOWELS}]{{1,3}}(?:ch?|m|n[gh]?|p|t)?{_END}"
)
_SYMBOL = f"(?!{_SYLLABLE}){_LETTER}{{2,}}"
_TYPE = f"(?:{DOCUMENT_TYPES.replace('d', '[dđ]')})"
# Digits that end a name (QH14, V28, Covid-19), unless they begin a date or a number of their own.
_EDITION = rf"(?:-?[0-9]{{1,3}}(?![0-9]|{_LETTER}|[-\u2013.,/&](?:[0-9]|{_LETTER})))?"
# Who issued the document: “/tw”, “/t.ư”, “-bca”, “&ubmttq”.
_ISSUER = rf"{_SIGN}(?:t\.[ưw]{_END}|{_LETTER}+){_EDITION}"
# A sign with a space on one side only, as in “QĐ- TTg”.
_STRAY = f"(?:{_SPACE}[-/]|[-/]{_SPACE}){_SYMBOL}{_EDITION}"
_LOOSE_END = f"{_EDITION}(?:{_SIGN}{_LETTER}+{_EDITION})*"
# Up to three groups behind spaces, “65 KL TW”; TU, HU and ĐU are syllables in form only.
_LOOSE = f"{_SPACE}(?:{_SYMBOL}|[thdđ]u{_END}){_LOOSE_END}(?:{_SPACE}{_SYMBOL}{_LOOSE_END}){{0,2}}"

# Letters joined by signs: “ctrph/bdvhu”, “ê-đê”, “qh14”.
_NAME = f"{_LETTER}+(?:[{APOSTROPHES}\u2010\u2011/&-]{_LETTER}+)*{_EDITION}"
# “2021-2025”, “2021 – 2025”, but neither “2021-2025/1” nor “2021-20250”.
_PERIOD = (
    rf"{_YEAR}{_SPACE}?[-\u2010\u2011\u2013\u2014]{_SPACE}?{_YEAR}"
    rf"(?![0-9]|{_LETTER}|[-\u2013.,/][0-9])"
)
_NUMBER_HEAD = f"[0-9]{{1,5}}(?:[a-e](?=[-/]))?(?:{_GAP}{_YEAR}(?![0-9]))?"
# “65-kl/tw”, “120/2020/qh14”, “65 - kl tw”, “65kltw”.
_DOCUMENT = (
    f"{_NUMBER_HEAD}(?:{_SIGN}(?:{_SYMBOL}|(?:[dđ]a|pa){_END})|{_GAP}{_TYPE}{_END}"
    f"|(?!{_SYLLABLE}){_TYPE}{_LETTER}*){_EDITION}(?:(?:{_ISSUER}|{_STRAY})+|{_LOOSE})?"
)
# Any other digits with what is written together with them: “12/5/2020”, “15.320”, “90 %”, “5km”.
_FIGURES = rf"[0-9]+(?:[-\u2013.,/][0-9]+)*(?:{_SPACE}?%|{_LETTER}+)?"


class _LazyPattern:
    """A pattern compiled at its first use: a build with nothing to index needs none of them."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        """Compile the pattern and store its method on the instance for later uses."""
        method: object = getattr(re.compile(self._source), name)
        setattr(self, name, method)
        return method


if TYPE_CHECKING:
    _lazy = re.compile
else:
    _lazy = _LazyPattern

WORD = _lazy(f"{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*|[0-9]+")
CHUNK = _lazy(f"{_NAME}|(?P<period>{_PERIOD})|(?P<document>{_DOCUMENT})|{_FIGURES}")
# Digits with all that may belong to the same number behind single spaces: words that are no
# syllables, and ĐU, HU, TU. Plain quantifiers: the possessive ones take too much in Python before
# 3.11.5 where a lookahead stands within them, and nothing follows that could lead back here.
SPACED_NUMBER = _lazy(rf"[0-9][^ 0-9\n]*(?: (?!(?![thdđ]u{_END}){_SYLLABLE})[^ \n]+)+")
# What comes before the letters of a document number: “65”, “15a”, “120/2020”.
NUMBER_HEAD = _lazy(_NUMBER_HEAD)
# The last character before a space at which a number spelled with spaces may already be whole.
BREAKPOINT = _lazy(f"[{LETTERS}0-9](?={_SPACE}{_LETTER})")
# The Central Committee in its spellings: “/tư”, “/t.ư”, “/t.w”.
CENTRAL = _lazy(rf"/t(?:\.?ư|\.w){_END}")
SHORT_PERIOD = _lazy("[0-9]{2}[-\u2013][0-9]{2}")
# “15.320”, “1,200,000”: the same sign before each group of three digits.
FIGURE = _lazy(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])")
