"""Advice on a text: wrong weekdays, loose numbers, look-alike letters, mixed tone marks.

Every article passes here, so the patterns are made to be quick on text in which nothing is wrong. A
pattern that begins with one certain character, the rarer the better, is searched for many times
faster than another; what comes before that character is asked for by looking back.
"""

import re
from collections.abc import Iterator
from itertools import chain

from bantin.vietnamese.dates import in_words, parse_date
from bantin.vietnamese.odd_characters import DOUBLE_QUOTES, SINGLE_QUOTES
from bantin.vietnamese.tone import place_tones

DATE = r"[ ,(]*(?:ngày )?(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
QUOTED = "cả dòng nằm trong ngoặc cong «{}»; nếu chỉ để bao giá trị thì xóa hai dấu ấy đi"
CURLY = re.compile(
    f"[{DOUBLE_QUOTES}{SINGLE_QUOTES}][^{DOUBLE_QUOTES}]*[{DOUBLE_QUOTES}{SINGLE_QUOTES}]"
)
# «thứ hai, ngày 22/3/2022», from the ứ of «thứ» on.
WEEKDAYS = (
    re.compile(r"(ứ(?<=[Tt]hứ) (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy))" + DATE),
    re.compile(r"(ủ(?<=[Cc]hủ) [Nn]hật)" + DATE),
)
SKIPPED = len("th")
# «QĐ- TTg», «-CP/ XX»: quick signs that LOOSE_NUMBER may match.
LOOSE_DASH = re.compile(r"-(?:(?<=[A-ZĐ]{2}-)|(?<=[A-ZĐ]{2} -)) +[A-ZĐ]")
LOOSE_STROKE = re.compile(r"/(?<=-[A-ZĐ]{2}/) +[A-Z]{2}")
LOOSE_NUMBER = re.compile(
    r"\d{1,4}(?:(?:/\d{4})? ?[-/] ?[A-ZĐ]{2,} ?- +[A-ZĐ]\w*|-[A-ZĐ]{2}/ +[A-Z]{2})"
)
LOOK_ALIKE = re.compile("[ÐðƉ]")
# Ends of syllables with the tone mark on the second vowel, where the bulletin has it on the first
# («hoà», «thuỷ»); «quý» is right, as its u belongs to the qu.
SECOND_VOWEL = tuple(re.compile(rf"{letter}[ỷýỳỹỵàáảãạèéẻẽẹ](?!\w)") for letter in "uUoO")
SYLLABLE = re.compile(r"\b(?![Qq])\w{0,3}(?:[uU][ỷýỳỹỵ]|[oO][àáảãạèéẻẽẹ])\Z")
MAX_SYLLABLE = 5
# Letters of two other alphabets that look like Latin ones; others of them are meant as they are.
GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ"
CYRILLIC = "АВЕКМНОРСТУХЅІЈасеорухѕіј"
FOREIGN_WORD = re.compile(rf"\w*[{GREEK}{CYRILLIC}]\w*")
FOREIGN_LETTER = re.compile("[\u0370-\u052f]")
FIRST_BYTES = bytes(range(0xCD, 0xD5))  # of those alphabets in UTF-8, and of nothing else
FOREIGN = "«{}» có chữ «{}» (U+{}) của bảng chữ khác, chỉ giống chữ La-tinh; hãy gõ lại cả từ"
UNPAIRED = "có {} dấu “ mà {} dấu ”; hãy viết đủ từng cặp “…”"
LETTER = "«{}» chỉ giống chữ Đ; hãy gõ lại chữ đ tiếng Việt"


def advise(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield advice on a body, each with its line of the file.

    Args:
        body: its plain text, each word on the line that it has in the file.
        first_line: line of the file on which it begins.
    """
    for offset, message in _advise(body):
        yield message, first_line + body.count("\n", 0, offset)


def advise_letters(text: str) -> list[str]:
    """Return advice on the letters and quotation marks of a field of front matter."""
    advice = [QUOTED.format(f"{text[0]}…{text[-1]}")] if CURLY.fullmatch(text) else []
    if (opened := text.count("“")) != (closed := text.count("”")) and '"' in text:
        advice.append(UNPAIRED.format(opened, closed))
    advice += [message for _, message in _foreign(text)]
    if _has_look_alike(text):
        advice += [LETTER.format(match[0]) for match in LOOK_ALIKE.finditer(text)]
    return advice


def _has_look_alike(text: str) -> bool:
    """Whether there is any letter that only looks like Đ; quicker than to search for where."""
    return "Ð" in text or "ð" in text or "Ɖ" in text


def _foreign(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words in which every letter of another alphabet looks like a Latin one."""
    data = text.encode()
    if len(data.translate(None, FIRST_BYTES)) == len(data):
        return
    for match in FOREIGN_WORD.finditer(text):
        letters = FOREIGN_LETTER.findall(match[0])
        if all(letter in GREEK + CYRILLIC for letter in letters):
            yield match.start(), FOREIGN.format(match[0], letters[0], f"{ord(letters[0]):04X}")


def _advise(body: str) -> Iterator[tuple[int, str]]:
    for match in chain.from_iterable(one.finditer(body) for one in WEEKDAYS):
        day, month, year = (int(part) for part in match.groups()[1:])
        right, start = _weekday(year, month, day), match.start() - SKIPPED
        written = body[start : match.end(1)]
        if right and right.lower() != written.lower():
            yield start, f"viết «{written}», mà ngày {day}/{month}/{year} là {right}"
    is_loose = LOOSE_DASH.search(body) or LOOSE_STROKE.search(body)
    for match in LOOSE_NUMBER.finditer(body) if is_loose else ():
        yield match.start(), f"số văn bản «{match[0]}» thừa dấu cách"
    for match in LOOK_ALIKE.finditer(body) if _has_look_alike(body) else ():
        yield match.start(), LETTER.format(match[0])
    yield from _foreign(body)
    yield from _advise_tone_marks(body)


def _advise_tone_marks(body: str) -> Iterator[tuple[int, str]]:
    """Yield advice on syllables that a text writes both ways, each once."""
    seen: set[str] = set()
    for end in sorted(end.end() for one in SECOND_VOWEL for end in one.finditer(body)):
        match = SYLLABLE.search(body, max(0, end - MAX_SYLLABLE - 1), end)
        if match is None or match[0].lower() in seen:
            continue
        other, right = match[0].lower(), place_tones(match[0]).lower()
        seen.add(other)
        if re.search(rf"\b{right}\b", body, re.IGNORECASE):
            message = f"bài viết lẫn «{other}» và «{right}»; hãy dùng một cách, nên là «{right}»"
            yield match.start(), message


def _weekday(year: int, month: int, day: int) -> str:
    try:
        return in_words(parse_date(f"{year}-{month:02}-{day:02}")).partition(",")[0]
    except ValueError:
        return ""
