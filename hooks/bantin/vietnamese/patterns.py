"""The regular expressions that cut text into search words, the same in ``normalise.js``.

They read NFC text in small letters and do without lookbehind, which older telephones lack.
"""

import re
from typing import TYPE_CHECKING

from bantin.vietnamese.letters import APOSTROPHES, LETTERS, VOWELS

# Types of document (folded) that are known as such without a sign between number and letters.
TYPES = (
    "bb|bc|cd|cthd|ctph|ctrph|ctr|ct|cv|gm|hdph|hd|khlt|khph|kh|kl|"
    "nd|nqlt|nq|qcph|qc|qdlt|qd|qh|qyd|tb|td|tlt|ttlt|ttr|tt"
)

_LETTER = f"[{LETTERS}]"
_END = f"(?!{_LETTER})"
_SIGN = "[-\u2010\u2011/&]"
_SPACE = "[ \u00a0]"
_GAP = rf"(?:{_SPACE}?[-\u2013/]{_SPACE}?|{_SPACE})"
_YEAR = "(?:19|20)[0-9]{2}"
_SYLLABLE = (
    "(?:b|ch?|[dđ]|g[hi]?|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|t[hr]?|v|x)?"
    f"[{VOWELS}]{{1,3}}(?:ch?|m|n[gh]?|p|t)?{_END}"
)
# Letters that make no Vietnamese syllable are taken for an abbreviation.
_SYMBOL = f"(?!{_SYLLABLE}){_LETTER}{{2,}}"
_TYPE = f"(?:{TYPES.replace('d', '[dđ]')})"
# Digits that end a name (QH14, V28, Covid-19) and begin neither a date nor a number.
_EDITION = rf"(?:-?[0-9]{{1,3}}(?![0-9]|{_LETTER}|[-\u2013.,/&](?:[0-9]|{_LETTER})))?"
_ISSUER = rf"{_SIGN}(?:t\.[ưw]{_END}|{_LETTER}+){_EDITION}"
_STRAY = f"(?:{_SPACE}[-/]|[-/]{_SPACE}){_SYMBOL}{_EDITION}"
_LOOSE_END = f"{_EDITION}(?:{_SIGN}{_LETTER}+{_EDITION})*"
_LOOSE = f"{_SPACE}(?:{_SYMBOL}|[thdđ]u{_END}){_LOOSE_END}(?:{_SPACE}{_SYMBOL}{_LOOSE_END}){{0,2}}"

_NAME = f"{_LETTER}+(?:[{APOSTROPHES}\u2010\u2011/&-]{_LETTER}+)*{_EDITION}"
_TERM = (
    rf"{_YEAR}{_SPACE}?[-\u2010\u2011\u2013\u2014]{_SPACE}?{_YEAR}"
    rf"(?![0-9]|{_LETTER}|[-\u2013.,/][0-9])"
)
_HEAD = f"[0-9]{{1,5}}(?:[a-e](?=[-/]))?(?:{_GAP}{_YEAR}(?![0-9]))?"
_DOCUMENT = (
    f"{_HEAD}(?:{_SIGN}(?:{_SYMBOL}|(?:[dđ]a|pa){_END})|{_GAP}{_TYPE}{_END}"
    f"|(?!{_SYLLABLE}){_TYPE}{_LETTER}*){_EDITION}(?:(?:{_ISSUER}|{_STRAY})+|{_LOOSE})?"
)
_FIGURES = rf"[0-9]+(?:[-\u2013.,/][0-9]+)*(?:{_SPACE}?%|{_LETTER}+)?"


class _Later:
    """A pattern compiled when it is first used: a build with nothing to index needs none."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        """Put a method of the compiled pattern beside its source; the next use finds it there."""
        method: object = getattr(re.compile(self._source), name)
        setattr(self, name, method)
        return method


if TYPE_CHECKING:
    _later = re.compile
else:
    _later = _Later

WORD = _later(f"{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*|[0-9]+")
CHUNK = _later(f"{_NAME}|(?P<term>{_TERM})|(?P<document>{_DOCUMENT})|{_FIGURES}")
# Digits with all that may belong to the same number behind single spaces: no syllables, but for
# ĐU, HU, TU.
SPACED = _later(rf"[0-9][^ 0-9\n]*+(?: (?!(?![thdđ]u{_END}){_SYLLABLE})[^ \n]++)++")
# 65, 15a, 120/2020: what stands before the letters of a document number.
HEAD = _later(_HEAD)
# The last character before a gap where a number spelled with spaces may already be whole.
REST = _later(f"[{LETTERS}0-9](?={_SPACE}{_LETTER})")
CENTRE = _later(rf"/t(?:\.?ư|\.w){_END}")
SHORT_TERM = _later("[0-9]{2}[-\u2013][0-9]{2}")
FIGURE = _later(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])")
