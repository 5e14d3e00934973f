"""The time that a meeting reviews: “sơ kết năm 2023”, “tổng kết giai đoạn 2016-2020”."""

import re
from collections.abc import Collection, Iterator

from bantin.gazetteer.evidence import Confidence, Finding, words_around
from bantin.importing.recognition.periods import YEARS
from bantin.importing.recognition.review_spans import Named, named_times
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span, parse_span

# Words that say the meeting looks back.
_REVIEW = re.compile(
    r"sơ kết|tổng kết|đánh giá|nhìn lại|kiểm điểm|giao ban|kiểm tra|báo cáo|kết quả|rà soát",
    re.IGNORECASE,
)
_WHOLE_PERIOD = re.compile("tổng kết", re.IGNORECASE)
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
# “sau 3 năm”, “qua 2 năm”, “trong 5 năm”, or a review.
_SINCE = re.compile(_REVIEW.pattern + r"|sau|qua|trong", re.IGNORECASE)
# What follows these words is still to come: “… và ký kết kế hoạch năm 2024”, “bàn việc quý IV”.
_TO_COME = re.compile(
    r"ký kết|kí kết|\bký\b|phương hướng|\bbàn\b|(?:,|;|\bvà|\bđề ra)\s+(?:\w+\s+){0,2}?"
    r"(?:triển khai(?! thực hiện)|nhiệm vụ|kế hoạch)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[.;]\s")
# A meeting that only sets to work has the time of that work: “triển khai nhiệm vụ năm 2022”.
_SETTING_TO_WORK = re.compile(r"triển khai", re.IGNORECASE)
# A report begins with the time it is about: “6 tháng đầu năm 2024, qua 61 cuộc …”.
_REPORT = re.compile(
    r"(?:^|[.\n]\s+)(?:Trong\s+)?(?=(?:Quý|\d|Sáu|Chín|Năm|Nửa|Từ|quý|năm|sáu|chín)\b)"
)
_PARTS, _PARTS_OF_REPORT, _PARTS_WITH_YEARS = 3, 6, 8  # the first: title, lead and first paragraph
_REVIEWS = frozenset(("so-ket", "tong-ket", "giao-ban", "danh-gia", "kiem-tra"))
_SPRING, _NOVEMBER, _NO_YEAR = 4, 11, 9999


def find_reviewed_time(
    parts: list[str],
    periods: list[Finding[Span]],
    day: PartialDate | None,
    kinds: Collection[str],
) -> Finding[Span | str] | None:
    """Return the time that a meeting reviews; without a value where only its length is told.

    Args:
        parts: title, lead and paragraphs.
        periods: those of the programmes that the article names.
        day: of the event.
        kinds: of the meeting.
    """
    if _is_setting_to_work(kinds):
        return _named(parts[:_PARTS], day, _SETTING_TO_WORK, must_be_past=False)
    found = _named(parts[:_PARTS], day, _REVIEW, must_be_past=True)
    counted = _counted(parts, periods, day)
    if found or (counted and counted.value):
        return found or counted
    reported = _of_report(parts[1:_PARTS_OF_REPORT], day) if _REVIEWS.intersection(kinds) else None
    return reported or counted


def _is_setting_to_work(kinds: Collection[str]) -> bool:
    return "trien-khai" in kinds and not _REVIEWS.intersection(kinds)


def _named(
    parts: list[str], day: PartialDate | None, cue: re.Pattern[str], *, must_be_past: bool
) -> Finding[Span | str] | None:
    """Return the time nearest behind the words that say what was done; one with its year first."""
    found = [one for part in parts for one in _behind_cues(part, day, cue, is_past=must_be_past)]
    for part, start, named in sorted(found, key=lambda one: not one[2].is_stated):
        confidence: Confidence = "cao" if named.is_stated and must_be_past else "vừa"
        return Finding(named.span, part[start : named.end], confidence)
    return None


def _behind_cues(
    part: str, day: PartialDate | None, pattern: re.Pattern[str], *, is_past: bool
) -> Iterator[tuple[str, int, Named]]:
    """Yield for each cue the first time behind it that is its own."""
    for cue in pattern.finditer(part):
        end = _APART.search(part, cue.end())
        sentence = part[cue.end() : end.start() if end else len(part)].split("\n", maxsplit=1)[0]
        count = _COUNT.search(sentence)
        for named in named_times(sentence, day):
            between = sentence[: named.start]
            if is_past and _TO_COME.search(between):
                break
            if _is_own(named, cue, count) and not (is_past and _is_later(named, day)):
                moved = named._replace(start=named.start + cue.end(), end=named.end + cue.end())
                yield part, cue.start(), moved
                break


def _is_own(named: Named, cue: re.Match[str], count: re.Match[str] | None) -> bool:
    """Whether a time is that which is reviewed, not the programme's own."""
    if named.kind == "period":
        return bool(_WHOLE_PERIOD.match(cue[0]))
    # “sơ kết 3 năm thực hiện Quy chế năm 2019”: the year names the programme.
    return not (named.kind == "year" and count and count.start() < named.start)


def _is_later(named: Named, day: PartialDate | None) -> bool:
    return bool(day and day.year and named.span.first_year > day.year)


def _counted(
    parts: list[str], periods: list[Finding[Span]], day: PartialDate | None
) -> Finding[Span | str] | None:
    """Return “03 năm” as years where the text or a period tells them, else without a value."""
    for part in parts[:_PARTS]:
        match = _COUNT.search(part)
        if match is None or not _SINCE.search(part[: match.start()][-60:]):
            continue
        words = match["n"].lower()
        count = int(words) if words.isdigit() else _NUMBERS.get(words, 0)
        evidence = words_around(part, match.start(), match.end(), 40, 20)
        printed = _printed(parts, count, day)
        if printed:
            return Finding(printed[0], f"{evidence} … {printed[1]}", "vừa")
        if span := _of_period(periods, count, day):
            return Finding(span, f"{match[0]} của giai đoạn {periods[0].value.label}", "thấp")
        return Finding("", f"«{evidence}»: bài không ghi từ năm nào đến năm nào", "thấp")
    return None


def _of_period(periods: list[Finding[Span]], count: int, day: PartialDate | None) -> Span | None:
    """Return the first years of the only period, if they end when the meeting was."""
    period = periods[0].value if len(periods) == 1 else None
    if period is None or period.last_year is None or not count:
        return None
    end = period.first_year + count - 1
    if end == period.last_year:
        return period
    if day is None or day.year is None or day.month is None or end > period.last_year:
        return None
    is_over = (end == day.year and day.month >= _NOVEMBER) or (
        end == day.year - 1 and day.month <= _SPRING
    )
    return Span(period.first_year, end) if is_over else None


def _printed(parts: list[str], count: int, day: PartialDate | None) -> tuple[Span, str] | None:
    """Return the years that the text prints of a length, and the words.

    “Sơ kết 5 năm … Từ năm 2019-2024, hai bên …” reviews 2019-2024.
    """
    latest = (day.year if day is not None else None) or _NO_YEAR
    for part in parts[:_PARTS_WITH_YEARS]:
        for match in re.finditer(YEARS, part.replace("đến hết năm", "đến năm")):
            length = int(match["b"]) - int(match["a"])
            span = parse_span(f"{match['a']}-{match['b']}")
            is_past = int(match["b"]) <= latest
            if span and is_past and length in (count, count - 1):
                return span, match[0]
    return None


def _of_report(parts: list[str], day: PartialDate | None) -> Finding[Span | str] | None:
    """Return the time with which a sentence of the report begins, if it was over on the day."""
    for part in parts:
        for begin in _REPORT.finditer(part):
            sentence = part[begin.end() : begin.end() + 200]
            named = next(iter(named_times(sentence, day)), None)
            if named is None or named.start or named.kind == "period":
                continue
            if _is_over(named.span, day):
                words = sentence[: named.end + 60]
                return Finding(named.span, words, "thấp")
    return None


def _is_over(span: Span, day: PartialDate | None) -> bool:
    """Whether a time had ended, but for its last weeks, when the meeting was."""
    if day is None or day.year is None:
        return False
    return span.end <= (day.year, (day.month or _NOVEMBER) + 1)
