"""The time that a meeting reviews: “sơ kết năm 2023”, “tổng kết giai đoạn 2016-2020”."""

import re

from bantin.gazetteer.evidence import Finding, words_around
from bantin.importing.recognition.periods import YEARS, periods_in
from bantin.vietnamese.spans import Span, parse_span

# Words that say the meeting looks back.
_REVIEW = (
    r"(?:sơ kết|tổng kết|đánh giá|nhìn lại|kiểm điểm|giao ban|kiểm tra|báo cáo kết quả|kết quả)"
)
# “05 năm thực hiện”, “hai năm phối hợp”: how long, not when; “năm 2023” is no count.
_COUNT = re.compile(
    r"\b(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: lăm"
    r"| năm)?)\s+năm\b(?!\s+\d{4})(?=\s*(?:\(|thực hiện|triển khai|phối hợp"
    r"|ký kết|hoạt động|qua|công tác|chương trình|quy chế|nghị|việc|xây dựng"
    r"|[,.\n]|$))",
    re.IGNORECASE,
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6,
            "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười lăm": 15}  # fmt: skip
# “quý III/2023”, “6 tháng đầu năm 2023”, “9 tháng năm 2023”.
_PART_OF_YEAR = re.compile(
    r"(?:quý\s+(?P<q>IV|I{1,3}|[1-4])\s*[,/]?\s*(?:năm\s+)?(?P<qy>20\d{2})|(?:6"
    r"|06|sáu)\s+tháng\s+(?P<h>đầu|cuối)\s+năm\s+(?P<hy>20\d{2})"
    r"|(?P<n>\d{1,2})\s+tháng\s+(?:đầu\s+)?năm\s+(?P<ny>20\d{2}))",
    re.IGNORECASE,
)
_QUARTERS = {"I": "1", "II": "2", "III": "3", "IV": "4"}
# “năm (2021-2022)”: the years in brackets behind a count.
_LISTED_YEARS = re.compile(rf"năm\s*\(\s*(?:từ\s+)?(?:năm\s+)?{YEARS}\s*\)")
# “sau 3 năm”, “qua 2 năm”, “trong 5 năm”, or a review.
_SINCE = re.compile(_REVIEW + r"|sau|qua|trong", re.IGNORECASE)
# What follows these words is still to come: “… và ký kết kế hoạch năm 2024”.
_TO_COME = re.compile(
    r"ký kết|kí kết|triển khai|phương hướng|nhiệm vụ|và ký|kế hoạch (?:phối hợp )?năm",
    re.IGNORECASE,
)
_PARTS = 3  # title, lead and first paragraph
_PARTS_WITH_YEARS = 8


def find_reviewed_time(
    parts: list[str], periods: list[Finding[Span]], year: int | None
) -> Finding[Span | str] | None:
    """Return the time that a meeting reviews, as a span where the text allows, else in words.

    Args:
        parts: title, lead and paragraphs.
        periods: those of the programmes that the article names.
        year: of the event.
    """
    for part in parts[:_PARTS]:
        if finding := _explicit(part) or _single_year(part):
            return finding
    for part in parts[:_PARTS]:
        if finding := _counted_years(part, periods, year):
            is_count = isinstance(finding.value, str)
            return _printed_years(parts, finding) if is_count else finding
    return next(filter(None, map(_year_of_report, parts[:_PARTS])), None)


def _explicit(part: str) -> Finding[Span | str] | None:
    """Return a part of a year, or a span of years, that is named right with the review."""
    cue = re.search(_REVIEW, part, re.IGNORECASE)
    if cue is None:
        return None
    if match := _PART_OF_YEAR.search(part, cue.start()):
        return Finding(_part_of_year(match), part[cue.start() : match.end()], "cao")
    listed = _LISTED_YEARS.search(part, cue.start())
    if listed and (span := parse_span(f"{listed['a']}-{listed['b']}")):
        return Finding(span, part[cue.start() : listed.end()], "cao")
    return _whole_period(part)


def _whole_period(part: str) -> Finding[Span | str] | None:
    """Return the period behind “tổng kết”, which reviews the whole of it."""
    review = re.search("tổng kết", part, re.IGNORECASE)
    if review is None:
        return None
    for match, span in periods_in(part):
        between = part[review.end() : match.start()]
        if match.start() > review.start() and not _TO_COME.search(between):
            return Finding(span, part[review.start() : match.end()], "cao")
    return None


def _part_of_year(match: re.Match[str]) -> Span | str:
    if match["q"]:
        quarter = _QUARTERS.get(match["q"].upper(), match["q"])
        code = f"{match['qy']}-Q{quarter}"
    elif match["h"]:
        code = f"{match['hy']}-H{'1' if match['h'].lower() == 'đầu' else '2'}"
    else:
        code = f"{match['ny']}-01/{match['ny']}-{int(match['n']):02}"
    return parse_span(code) or match[0]


def _single_year(part: str) -> Finding[Span | str] | None:
    """Return the first year behind a review, before anything that is still to come.

    “Sơ kết … năm 2021 và ký kết kế hoạch … năm 2022” reviews 2021.
    """
    for cue in re.finditer(_REVIEW, part, re.IGNORECASE):
        after = part[cue.end() : cue.end() + 220].split("\n", maxsplit=1)[0]
        match = re.search(r"\bnăm\s+(?P<y>20\d{2})(?!\s*[-–]|/)", after)
        if match is None:
            continue
        between = after[: match.start()]
        is_date = re.search(r"tháng \d{1,2}[, ]*$", between)
        is_apart = _TO_COME.search(between) or re.search(r"[.;]\s|giai đoạn", between)
        if not is_date and not is_apart and (span := parse_span(match["y"])):
            return Finding(span, part[cue.start() : cue.end() + match.end()], "cao")
    return None


def _counted_years(
    part: str, periods: list[Finding[Span]], year: int | None
) -> Finding[Span | str] | None:
    """Return “03 năm” of the only period as its first three years, else in words."""
    match = _COUNT.search(part)
    if match is None or not _SINCE.search(part[: match.start()][-60:]):
        return None
    words = match["n"].lower()
    count = int(words) if words.isdigit() else _NUMBERS.get(words, 0)
    period = periods[0].value if len(periods) == 1 else None
    if period and count and period.last_year:
        end = period.first_year + count - 1
        if end <= period.last_year and (year is None or end in (year, year - 1)):
            evidence = f"{match[0]} của giai đoạn {period.label}"
            return Finding(Span(period.first_year, end), evidence, "thấp")
    evidence = words_around(part, match.start(), match.end(), 40, 20)
    return Finding(f"{count or words} năm", evidence, "vừa")


def _printed_years(parts: list[str], counted: Finding[Span | str]) -> Finding[Span | str]:
    """Return a count of years as the span that the text prints of that length, if there is one.

    “Sơ kết 5 năm … Từ năm 2019-2024, hai bên …” reviews 2019-2024.
    """
    count = str(counted.value).partition(" ")[0]
    for match in re.finditer(YEARS, "\n".join(parts[:_PARTS_WITH_YEARS])):
        length = int(match["b"]) - int(match["a"])
        span = parse_span(f"{match['a']}-{match['b']}")
        if span and count.isdigit() and length in (int(count), int(count) - 1):
            return Finding(span, f"{counted.evidence} … {match[0]}", "vừa")
    return counted


def _year_of_report(part: str) -> Finding[Span | str] | None:
    """Return the year that a report speaks of in the past: “Năm 2023, các đơn vị đã …”."""
    match = re.search(
        r"\b(?:trong )?năm (?P<y>20\d{2}), (?:các|hai|\d+)[^.,\n]{2,60} đã\b", part, re.IGNORECASE
    )
    span = parse_span(match["y"]) if match else None
    return Finding(span, match[0], "thấp") if match and span else None
