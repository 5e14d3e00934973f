"""Words of a query that say how to search, and are not searched for: “mới nhất”, “ông”."""

import re
from collections.abc import Iterator, Sequence

from bantin.search.format.settings import HONORIFICS, MONTHS, NEWEST

QUOTES = '"“”„«»'
PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")


def _any_of(forms: Sequence[str]) -> str:
    """Return a pattern for whole forms, of which longer ones come first."""
    longest_first = sorted(forms, key=len, reverse=True)
    return rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?=[\s,;.:?!]|$)"


_NEWEST = re.compile(_any_of(NEWEST), re.IGNORECASE)
_HONORIFIC = re.compile(_any_of(HONORIFICS) + r"(?=\s+(\S))")

# Only where a year follows, or nothing: “tháng hai bên ký” has no month.
_MONTH = re.compile(
    rf"(?<!\S)(tháng )({'|'.join(MONTHS[::-1])})(?=\s*(?:năm\s*)?(?:$|(?:19|20)[0-9]{{2}}))",
    re.IGNORECASE,
)


def with_months(text: str) -> str:
    """Return a text with the numbers of the months that it spells out: tháng mười is tháng 10."""
    return _MONTH.sub(lambda match: f"{match[1]}{MONTHS.index(match[2].lower()) + 1}", text)


def without_order(text: str) -> str:
    """Return a text with spaces for the words that ask for the newest articles."""
    return blank(text, _outside_quotes(_NEWEST, text))


def without_honorifics(text: str) -> str:
    """Return a text with spaces for the honorifics in it that come before a capital letter."""
    matches = _outside_quotes(_HONORIFIC, text)
    return blank(text, (match for match in matches if match[1].isupper()))


def blank(text: str, matches: Iterator[re.Match[str]]) -> str:
    """Return a text of the same length with spaces for what was matched."""
    for match in list(matches):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


def _outside_quotes(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    quoted = [match.span() for match in PHRASE.finditer(text)]
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match
