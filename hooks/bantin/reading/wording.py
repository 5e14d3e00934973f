"""Wording worth a second look: weekdays, loose numbers, look-alike letters, mixed spelling."""

import re
from collections.abc import Iterator
from itertools import chain

from bantin.vietnamese.dates import in_words, parse_date
from bantin.vietnamese.tone import place_tones

# Patterns that begin with one certain character, the rarer the better, are found many times faster:
# the first two leave out how a weekday begins, the next two say whether there may be a loose number
# at all.
DATE = r"[ ,(]*(?:ngày )?(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
WEEKDAYS = (
    re.compile(r"(ứ(?<=[Tt]hứ) (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy))" + DATE),
    re.compile(r"(ủ(?<=[Cc]hủ) [Nn]hật)" + DATE),
)
CUT = len("th")
LOOSE_DASH = re.compile(r"-(?:(?<=[A-ZĐ]{2}-)|(?<=[A-ZĐ]{2} -)) +[A-ZĐ]")
LOOSE_STROKE = re.compile(r"/(?<=-[A-ZĐ]{2}/) +[A-Z]{2}")
LOOSE_NUMBER = re.compile(
    r"\d{1,4}(?:(?:/\d{4})? ?[-/] ?[A-ZĐ]{2,} ?- +[A-ZĐ]\w*|-[A-ZĐ]{2}/ +[A-Z]{2})"
)
EYE_LIKE = re.compile("[ÐðƉ]")
# A syllable that ends with the tone mark where the house does not place it; «quý» is right.
OTHER_ENDS = tuple(re.compile(rf"{letter}[ỷýỳỹỵàáảãạèéẻẽẹ](?!\w)") for letter in "uUoO")
SYLLABLE = re.compile(r"\b(?![Qq])\w{0,3}(?:[uU][ỷýỳỹỵ]|[oO][àáảãạèéẻẽẹ])\Z")
LONGEST = 5
LETTER = "«{}» chỉ giống chữ Đ; hãy gõ lại chữ đ tiếng Việt"


def advise(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield advice on a body, each with its line of the file.

    Args:
        body: its plain text, each word on the line that it has in the file.
        first_line: line of the file on which it begins.
    """
    for offset, message in _found(body):
        yield message, first_line + body.count("\n", 0, offset)


def letters(text: str) -> list[str]:
    """Return advice on a line of front matter."""
    return [LETTER.format(match[0]) for match in EYE_LIKE.finditer(text)] if _is_odd(text) else []


def _is_odd(text: str) -> bool:
    """Whether there is any of the letters that only look like Đ; told sooner than their places."""
    return "Ð" in text or "ð" in text or "Ɖ" in text


def _found(body: str) -> Iterator[tuple[int, str]]:
    for match in chain.from_iterable(one.finditer(body) for one in WEEKDAYS):
        day, month, year = (int(part) for part in match.groups()[1:])
        right, start = _weekday(year, month, day), match.start() - CUT
        written = body[start : match.end(1)]
        if right and right.lower() != written.lower():
            yield start, f"viết «{written}», mà ngày {day}/{month}/{year} là {right}"
    is_loose = LOOSE_DASH.search(body) or LOOSE_STROKE.search(body)
    for match in LOOSE_NUMBER.finditer(body) if is_loose else ():
        yield match.start(), f"số văn bản «{match[0]}» thừa dấu cách"
    for match in EYE_LIKE.finditer(body) if _is_odd(body) else ():
        yield match.start(), LETTER.format(match[0])
    yield from _mixed(body)


def _mixed(body: str) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for end in sorted(found.end() for one in OTHER_ENDS for found in one.finditer(body)):
        match = SYLLABLE.search(body, max(0, end - LONGEST - 1), end)
        if match is None or match[0].lower() in seen:
            continue
        other, house = match[0].lower(), place_tones(match[0]).lower()
        seen.add(other)
        if re.search(rf"\b{house}\b", body, re.IGNORECASE):
            yield (
                match.start(),
                f"bài viết lẫn «{other}» và «{house}»; hãy dùng một cách, nên là «{house}»",
            )


def _weekday(year: int, month: int, day: int) -> str:
    try:
        return in_words(parse_date(f"{year}-{month:02}-{day:02}")).partition(",")[0]
    except ValueError:
        return ""
