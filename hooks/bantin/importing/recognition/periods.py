"""Periods of joint programmes: “giai đoạn 2021-2025”, and not those of other plans."""

import re
from collections.abc import Iterator

from bantin.gazetteer.evidence import Confidence, Finding, words_around
from bantin.vietnamese.spans import Span, parse_span

# “2021-2025”, “2021 đến năm 2025”, “2021 -> 2025”.
YEARS = (
    r"(?P<a>(?:19|20)\d{2})\s*(?:[-–—]|đến(?:\s+năm)?|\s{2,}|->)\s*(?:năm\s+)?(?P<b>(?:19|20)\d{2})"
)
# Years with a word, bracket or comma that announces them: “giai đoạn 2021-2025”, “(2021-2025)”.
_PERIOD = re.compile(
    rf"(?=\S)(?:(?P<cue>giai đoạn|nhiệm kỳ|thời kỳ|từ năm|từ|trong các năm|các năm|\(|,"
    rf"|năm)\s*)?(?P<open>\()?{YEARS}(?![-/\d])",
    re.IGNORECASE,
)
# “02 năm … (2021-2022)”: the years in brackets only spell out how many there were.
_COUNT_BEFORE = re.compile(
    r"\b(?:\d{1,2}|một|hai|ba|bốn|năm|mười)\s+năm\b(?!\s+\d{4})[^.;]*$", re.IGNORECASE
)
# The programme right before its years, without a word between: “Quy chế 2021-2025”.
_PROGRAMME_BEFORE = re.compile(r"\b(?:phối hợp|quy chế|liên tịch|chương trình)\s+$", re.IGNORECASE)
# Plans that have years as well, but of one side only.
_OTHER_PLAN = re.compile(
    r"mục tiêu quốc gia|đại hội|hđnd|hội đồng nhân dân|bầu cử|khóa|khoá|quy hoạch|chiến lược|đề án",
    re.IGNORECASE,
)
# A programme of several agencies.
_JOINT_PROGRAMME = re.compile(
    r"phối hợp|quy chế|liên tịch|kế hoạch liên ngành|chương trình số|chương trình \d+"
    r"|(?:sơ kết|tổng kết|ký kết)[^.\n]{0,60}\bchương trình\s*$",
    re.IGNORECASE,
)
# “giai đoạn 2026-2030 … sẽ tiếp tục”, “Thời gian tới, … giai đoạn 2026-2030”.
_FUTURE_PERIOD = re.compile(
    rf"giai đoạn\s+{YEARS}[^.\n]{{0,120}}?\b(?:sẽ|tiếp tục)\b|(?:trong"
    rf"|thời gian tới)[^.\n]{{0,40}}giai đoạn\s+(?P<c>(?:19"
    rf"|20)\d{{2}})\s*[-–]\s*(?P<e>\d{{4}})",
    re.IGNORECASE,
)
_SENTENCE = 400  # characters before a period in which its programme is looked for
_OPENING_PARTS = 3


def find_periods(parts: list[str]) -> list[Finding[Span]]:
    """Return the periods of joint programmes, each once, those of the opening first.

    Args:
        parts: title, lead and paragraphs.
    """
    by_years: dict[str, Finding[Span]] = {}
    for number, part in enumerate(parts):
        for match, span in periods_in(part):
            before = part[max(0, match.start() - _SENTENCE) : match.start()].rpartition(". ")[2]
            # The nearer word says whose period it is.
            joint = max((m.end() for m in _JOINT_PROGRAMME.finditer(before)), default=-1)
            other = max((m.end() for m in _OTHER_PLAN.finditer(before)), default=-1)
            if joint > other and not _spells_out_count(part, match):
                words = words_around(part, match.start(), match.end(), 60, 0)
                confidence: Confidence = "cao" if number < _OPENING_PARTS else "vừa"
                by_years.setdefault(span.iso(), Finding(span, words, confidence))
    return list(by_years.values())


def periods_in(part: str) -> Iterator[tuple[re.Match[str], Span]]:
    """Yield the years in a text that are announced as a period, with their matches."""
    for match in _PERIOD.finditer(part):
        span = parse_span(f"{match['a']}-{match['b']}")
        is_announced = (
            match["cue"] or match["open"] or _PROGRAMME_BEFORE.search(part[: match.start()][-20:])
        )
        if span and is_announced and match["a"] != match["b"]:
            yield match, span


def _spells_out_count(part: str, match: re.Match[str]) -> bool:
    """Whether years only spell out a count: “02 năm (2021-2022)”, “4 năm … (2013-2017)”."""
    before = part[: match.start()]
    is_in_brackets = match["open"] or match["cue"] == "("
    return bool(
        (re.search(r"\d+ năm\s*[,(]?$", before) and (match["cue"] or "(") in "(,")
        or (is_in_brackets and _COUNT_BEFORE.search(before[-160:]))
    )


def future_period_start(text: str, periods: list[Finding[Span]]) -> int | None:
    """Return the first year of a period that the text speaks of as still to come.

    Args:
        text: of the whole article.
        periods: those of the programmes; they are running, whatever the text says of them.
    """
    running = {finding.value.first_year for finding in periods}
    starts = {int(match["a"] or match["c"]) for match in _FUTURE_PERIOD.finditer(text)}
    return min(starts - running, default=None)
