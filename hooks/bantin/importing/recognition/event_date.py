"""The day of the event, read from the text; the page's own dates only add a missing year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.page_dates import PageDate
from bantin.importing.cleaning.printed_dates import make_date, with_months_in_digits
from bantin.importing.recognition.date_scoring import MIN_SCORE, score_date
from bantin.importing.recognition.year_inference import infer_year, is_shortly_before
from bantin.model.article import Session
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.letters import compile_cased

# “5/3”, “05-03-2020”, “5 tháng 3 năm 2020”, “5 tháng 3/2020”. Not part of a longer number, of an
# ISO date or of a code; no percentage and no decimal: “5/3%”, “5.3,2”.
_DATE = re.compile(
    r"(?<![\d/.])(?<!\d{4}-)(?<!\D-)(?P<d>\d{1,2})(?:(?P<sep>\s*[/.–-]\s*)|\s+tháng\s+)"
    r"(?P<m>\d{1,2})"
    r"(?:(?(sep)\s*[/.–-]\s*|\s*(?:,\s*)?(?:năm\s+|[/.-]\s*))(?P<y>(?:19"
    r"|20)\d{2}))?(?![\d%]|[/.,-]\d)"
)
# The first day of a meeting of several: “12 và | 13/5”, “12-|13/5”, “8/11 đến ngày | 10/11”; no
# time of day: “8:30, 13/5”.
_FIRST_DAY = re.compile(
    r"(?<![\d:hHg])(?<!giờ )(?<!lúc )(?P<first>[1-9]\d?|0[1-9])(?:\s*/\s*\d{1,2})?"
    r"\s*(?:và|,|đến|-|–)\s*(?:ngày\s+)?$"
)
_SESSION = re.compile(r"(?:buổi\s+)?\b(?P<session>sáng|chiều|tối|trưa)\b", re.IGNORECASE)
# What announces a day: “sáng ngày”, “hôm nay, ”, “mùng”, or the bracket of “Tuần qua (13/11)”.
_CUE = re.compile(
    r"(?:\b(?:sáng|chiều|tối|trưa|ngày|hôm nay|hôm qua|hôm|nay|mồng"
    r"|mùng)\b(?:\s+(?:nay|qua|ngày|hôm nay|vừa qua"
    r"|(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?))*[\s,:(]*|\()$",
    re.IGNORECASE,
)
# “Sáng nay”, “Hôm qua” at the beginning of a sentence, with no date behind.
_TODAY = re.compile(
    r"(?:^|[.\n]\s*)(?P<session>sáng|chiều|tối|trưa|ngày|hôm)\s+(?P<day>nay"
    r"|qua)\b(?!\s*[,(]?\s*(?:ngày\s*)?\d)",
    re.IGNORECASE,
)
_SENTENCE_START = compile_cased(r"[.!?;…]\s+(?=[\U])")
_SENTENCE_END = compile_cased(r"[.!?;…](?=\s+[\U]|$)")
# How far a sentence is read on either side of a date; a monstrous one would take minutes.
_MAX_SENTENCE = 600
_MAX_DAYS = 6
_OPENING_PARTS = 3
_FIRST_YEAR = 1990
_EVIDENCE_BEFORE, _EVIDENCE_BEHIND = 25, 110


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date in the text, with a score for its being that of the event."""

    year: int | None
    month: int
    day: int
    score: int
    session: Session | None
    evidence: str


def find_event_date(
    masked: str, text: str, dates: tuple[PageDate, ...], future_start: int | None
) -> tuple[Finding[PartialDate] | None, Finding[Session] | None]:
    """Return the day of the event and the part of the day.

    Args:
        masked: the article's text with its citations masked, one paragraph a line.
        text: the same with nothing masked, for the evidence.
        dates: those that the page gives of itself.
        future_start: first year of a period that the text speaks of as still to come.
    """
    masked = with_months_in_digits(masked)
    candidates = _rank(list(_candidates(masked, text)), dates)
    best = candidates[0] if candidates and candidates[0].score >= MIN_SCORE else None
    if best is None:
        return _today(masked, dates), None
    same_day = [c for c in candidates if (c.day, c.month) == (best.day, best.month)]
    year = next((c.year for c in same_day if c.year and c.score >= MIN_SCORE - 2), None)
    session = next((Finding(c.session, c.evidence, "cao") for c in same_day if c.session), None)
    return _with_year(best, year, dates, future_start), session


def _rank(candidates: list[DateCandidate], dates: tuple[PageDate, ...]) -> list[DateCandidate]:
    """Return possible candidates, the likeliest first; of two equal ones the later."""
    latest = max((d.date.year or 0 for d in dates if d.kind in ("labelled", "timed")), default=0)
    possible = [
        c for c in candidates if c.year is None or _FIRST_YEAR <= c.year <= (latest or c.year)
    ]
    scored = [
        replace(c, score=c.score + 2 * is_shortly_before(c.year, c.month, c.day, dates))
        for c in possible
    ]
    return sorted(scored, key=lambda c: (-c.score, -(c.year or 0)))


def _candidates(masked: str, text: str) -> Iterator[DateCandidate]:
    """Yield the dates of a text that have a year or are announced by a word."""
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(masked.split("\n")):
        for match in _DATE.finditer(paragraph):
            before = paragraph[max(0, match.start() - _MAX_SENTENCE) : match.start()]
            day, before = _first_day(before, int(match["d"]))
            if not match["y"] and not _CUE.search(before):
                continue
            date = make_date(match["y"], match["m"], match["d"])
            if date is None:
                continue
            yield DateCandidate(
                date.year,
                int(match["m"]),
                day,
                score_date(number, before, _sentence(paragraph, match), match),
                _session(before, paragraph[match.end() :]),
                _evidence(paragraphs[number], match.start()),
            )


def _first_day(before: str, day: int) -> tuple[int, str]:
    """Return the first day of a meeting, and the text before it.

    “Từ ngày 12 đến 13/5”, read from 13/5 on, gives 12 and “ngày ”.
    """
    match = _FIRST_DAY.search(before)
    first = int(match["first"]) if match else day
    if match is None or not 0 < day - first <= _MAX_DAYS:
        return day, before
    return first, re.sub(
        r"\btừ\s+(?:ngày\s+)?$", "ngày ", before[: match.start()], flags=re.IGNORECASE
    )


def _evidence(paragraph: str, start: int) -> str:
    """Return the words around a date, whole words only."""
    is_far = start > _EVIDENCE_BEFORE
    left = paragraph.rfind(" ", 0, max(0, start - _EVIDENCE_BEFORE)) + 1 if is_far else 0
    end = start + _EVIDENCE_BEHIND
    if len(paragraph) <= end:
        return paragraph[left:]
    return paragraph[left:end].rpartition(" ")[0]


def _sentence(paragraph: str, match: re.Match[str]) -> str:
    first, last = max(0, match.start() - _MAX_SENTENCE), match.end() + _MAX_SENTENCE
    starts = (m.end() for m in _SENTENCE_START.finditer(paragraph, first, match.start()))
    end = _SENTENCE_END.search(paragraph, match.end(), last)
    return paragraph[max(starts, default=first) : end.start() if end else last]


def _session(before: str, after: str) -> Session | None:
    match = _SESSION.search(before[-25:]) or re.match(
        r"\s*,?\s*(?:vào\s+)?buổi (?P<session>sáng|chiều|tối)", after
    )
    if match is None or match["session"].lower() == "trưa":  # the model has no noon
        return None
    return match["session"].lower()  # type: ignore[return-value]  # the pattern allows these three


def _with_year(
    best: DateCandidate, year: int | None, dates: tuple[PageDate, ...], future_start: int | None
) -> Finding[PartialDate]:
    """Return the best date, with the year of the text or one inferred from the page."""
    if year and (date := make_date(str(year), str(best.month), str(best.day))):
        return Finding(date, best.evidence, "cao")
    without_year = PartialDate(None, best.month, best.day)
    inferred = infer_year(best.month, best.day, dates)
    if inferred is None:
        clock = next((d for d in dates if d.kind == "clock"), None)
        hint = f"; «{clock.evidence}» ở đầu trang có thể là ngày xem trang" if clock else ""
        return Finding(without_year, f"{best.evidence[:90]} (bài không ghi năm{hint})", "vừa")
    if future_start and future_start < inferred.year:
        reason = (
            f"không suy năm {inferred.year}: bài nói về giai đoạn từ {future_start} "
            f"như việc sắp tới"
        )
        return Finding(without_year, f"{best.evidence[:70]} ({reason})", "thấp")
    evidence = f"{best.evidence[:70]}… (năm suy từ {inferred.evidence})"
    try:
        date = PartialDate(inferred.year, best.month, best.day)
    except ValueError:
        return Finding(without_year, best.evidence, "thấp")
    return Finding(date, evidence, inferred.confidence)


def _today(text: str, dates: tuple[PageDate, ...]) -> Finding[PartialDate] | None:
    """Return the day of “Sáng nay, …” or “Hôm qua, …” where the day of publication is certain."""
    match = _TODAY.search("\n".join(text.split("\n")[:_OPENING_PARTS]))
    published = (d for d in dates if d.kind in ("labelled", "timed") and d.date.precision == "day")
    date = next(published, None)
    if match is None or date is None or date.date.first is None:
        return None
    day = date.date.first - timedelta(days=match["day"].lower() == "qua")
    if match["session"].lower() == "ngày" and day != date.date.first:
        return None  # “Ngày qua”: some day of late
    evidence = f"«{match[0].strip()}»; ngày suy từ «{date.evidence[:60]}»"
    return Finding(PartialDate(day.year, day.month, day.day), evidence, "thấp")
