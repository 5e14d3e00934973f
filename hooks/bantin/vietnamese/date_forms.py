"""Dates and spans as people write them: what is wrong with one, and the form it should have."""

import re
from calendar import monthrange
from typing import NamedTuple

from bantin.vietnamese.dates import parse_date
from bantin.vietnamese.odd_characters import plain, show_odd
from bantin.vietnamese.spans import Span, parse_span

FIRST_YEAR, LAST_YEAR = 1900, 2100
LAST_MONTH = 12
LONGEST = 80  # in characters, of what may be a date in words
LEAP_YEAR = 2000
CENTURY = "20"

NUMBER = r"(\d{1,2})"
SEPARATOR = r" ?[-/., ] ?"
YEAR = r"(\d{4})"
BEFORE = re.compile(r"(?:sáng|chiều|tối)? ?(?:(?:thứ \w+|chủ nhật)[ ,]+)?")
AFTER = re.compile(r"[ ,]*(?:\(.*\)|(?:lúc )?\d{1,2}(?:[:h]\d{0,2}.*|g| giờ.*)|t\d{1,2}:.*|z)$")
# Each with the groups of year, month and day; 0 for none.
FORMS = tuple(
    (re.compile(pattern), groups)
    for pattern, groups in (
        (rf"{YEAR}{SEPARATOR}{NUMBER}(?:{SEPARATOR}{NUMBER})?", (1, 2, 3)),
        (r"(\d{4})(\d{2})(\d{2})", (1, 2, 3)),
        (rf"--?{NUMBER}-{NUMBER}", (0, 1, 2)),
        (rf"(?:ngày )?{NUMBER}{SEPARATOR}{NUMBER}{SEPARATOR}(\d{{4}}|\d{{2}})", (3, 2, 1)),
        (rf"(?:ngày )?{NUMBER} tháng {NUMBER}(?: năm |[ ,/]+){YEAR}", (3, 2, 1)),
        (rf"(?:ngày )?{NUMBER}(?: tháng |/|-){NUMBER}", (0, 2, 1)),
        (rf"(?:tháng )?{NUMBER}(?: năm |{SEPARATOR}){YEAR}", (2, 1, 0)),
        (rf"năm {YEAR}", (1, 0, 0)),
    )
)
LETTERS_FOR_DIGITS = str.maketrans({"o": "0", "l": "1", "i": "1"})
YEARS = re.compile(r"(\d{4}) ?(?:-+|đến|tới|/) ?(\d{4}|\d{2}|nay)")
SHORT_YEARS = re.compile(r"\d{1,3}(?:-\d*)?")
MONTHS = re.compile(rf"{NUMBER}/(\d{{4}}) ?(?:-|đến|tới) ?{NUMBER}/(\d{{4}})")
PART = re.compile(r"(?:(?:quý )?([1-9]|iv|i{1,3})|q([1-9]))[/ -]+(?:năm )?(\d{4})")
WRONG_PART = re.compile(r"\d{4}-([qh])(\d)", re.IGNORECASE)
CODE = re.compile(r"[\dqh][\dqh/ .-]*", re.IGNORECASE)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
LAST_PART = {"q": 4, "h": 2}


class Fault(NamedTuple):
    """What is wrong, “ (…)”, and the nearest right value, “; có phải «…»?”; either may be empty."""

    reason: str
    hint: str


def date_fault(text: str) -> Fault:
    """Return what is wrong with a text that should be a date."""
    if len(text) > LONGEST:
        return Fault("", "")
    bare = plain(text).lower().strip(" \"'.")
    bare = BEFORE.sub("", bare, count=1) if BEFORE.match(bare) else bare
    without_time = AFTER.sub("", bare)
    digits = without_time.translate(LETTERS_FOR_DIGITS)
    if not (parts := _parts(without_time) or _parts(digits)):
        return Fault(show_odd(text), "")
    year, month, day = parts
    if reason := _unreal(*parts):
        swapped = _iso(year, day, month) if month > LAST_MONTH >= day > 0 else ""
        return Fault(f" ({reason})", _if_real(swapped))
    time = "; ở đây chỉ ghi ngày, có phải" if without_time != bare else ""
    letters = "" if _parts(without_time) else " (có chữ O, l hoặc i ở chỗ chữ số)"
    return Fault(show_odd(text) or letters, _if_real(_iso(year, month, day), time))


def year_fault(year: int | None) -> str:
    """Return what is wrong with a year that nobody can mean, or an empty text."""
    if year is None or FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    return f"năm {year:04} ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}"


def span_fault(text: str) -> Fault:
    """Return what is wrong with a text that should be a span of years, quarters or months."""
    if len(text) > LONGEST:
        return Fault("", "")
    bare = " ".join(plain(text).lower().strip(" \"'").split())
    for prefix in ("giai đoạn ", "năm ", "từ ", "tháng "):
        bare = bare.removeprefix(prefix)
    if match := WRONG_PART.fullmatch(bare):
        last, kind = LAST_PART[match[1].lower()], match[1].upper()
        reason = f" (một năm chỉ có {kind}1 đến {kind}{last})"
        return Fault("" if 1 <= int(match[2]) <= last else reason, _if_span(bare.upper()))
    if SHORT_YEARS.fullmatch(bare):
        return Fault(" (năm phải đủ bốn chữ số)", "")
    if match := YEARS.fullmatch(bare):
        return _years_fault(text, match[1], match[2])
    return Fault(show_odd(text), _if_span(_other_span(bare)))


def looks_like_code(text: str) -> bool:
    """Whether a text has only what codes of spans have, and is no words."""
    return bool(CODE.fullmatch(plain(text)))


def span_years_fault(span: Span) -> str:
    """Return what is wrong with the years of a span, or an empty text."""
    return year_fault(span.first_year) or year_fault(span.last_year)


def _years_fault(text: str, first: str, last: str) -> Fault:
    if last == "nay":
        return Fault("", _if_span(f"{first}-"))
    whole = last if len(last) == len(first) else first[:2] + last
    if int(whole) < int(first) and whole != last:
        return Fault(f" (không có tháng {last})", "")
    if int(whole) < int(first):
        return Fault(f" (năm cuối {whole} trước năm đầu {first})", _if_span(f"{whole}-{first}"))
    return Fault(show_odd(text), _if_span(f"{first}-{whole}"))


def _other_span(bare: str) -> str:
    if match := MONTHS.fullmatch(bare):
        return f"{match[2]}-{int(match[1]):02}/{match[4]}-{int(match[3]):02}"
    if (match := PART.fullmatch(bare)) and (bare.startswith(("q", "i")) or match[2]):
        quarter = match[2] or str(ROMAN.get(match[1], match[1]))
        return f"{match[3]}-Q{quarter}"
    if (parts := _parts(bare)) and not parts[2]:
        return _iso(*parts)
    return bare.upper()


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a text, 0 for what it has not; None if it is no date."""
    for pattern, groups in FORMS:
        if match := pattern.fullmatch(text):
            year, month, day = (match[group] or "0" if group else "0" for group in groups)
            return int(CENTURY + year if len(year) == len(CENTURY) else year), int(month), int(day)
    return None


def _unreal(year: int, month: int, day: int) -> str:
    """Return why there is no such day; a month or day of 0 may be one that is not given."""
    if month > LAST_MONTH:
        return f"không có tháng {month}"
    if day and not month:
        return f"không có tháng {month}"
    days = monthrange(year or LEAP_YEAR, month)[1] if month else 0
    if day > days:
        return f"tháng {month}{f' năm {year}' if year else ''} chỉ có {days} ngày"
    return ""


def _iso(year: int, month: int, day: int) -> str:
    start = f"{year:04}" if year else "-"
    return start + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _if_real(proposed: str, words: str = "") -> str:
    try:
        return f"{words or '; có phải'} «{parse_date(proposed).iso()}»?"
    except ValueError:
        return ""


def _if_span(proposed: str) -> str:
    span = parse_span(proposed)
    return f"; có phải «{span.iso()}»?" if span and not span_years_fault(span) else ""
