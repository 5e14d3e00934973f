"""The day of the event, read from the words of the text and never from the page's clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.page_dates import PageDate
from bantin.importing.cleaning.printed_dates import make_date, with_months_in_digits
from bantin.importing.recognition.dayclues import NEEDED, weigh
from bantin.importing.recognition.years import infer_year, is_shortly_before
from bantin.model.article import Session
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.letters import compile_cased

_FULL = re.compile(
    r"(?<![\d/.])(?<!\d{4}-)(?<!\D-)(?P<d>\d{1,2})(?:(?P<sep>\s*[/.-]\s*)|\s+tháng\s+)(?P<m>\d{1,2})"
    r"(?:(?(sep)\s*[/.-]\s*|\s*(?:,\s*)?(?:năm\s+|[/.-]\s*))(?P<y>(?:19"
    r"|20)\d{2}))?(?![\d%]|[/.,-]\d)"
)
_PAIR = re.compile(
    r"(?<![\d:hHg])(?<!giờ )(?<!lúc )(?P<first>[1-9]\d?|0[1-9])(?:\s*/\s*\d{1,2})?"
    r"\s*(?:và|,|đến|-|–)\s*(?:ngày\s+)?$"
)
_SESSION = re.compile(r"(?:buổi\s+)?\b(?P<session>sáng|chiều|tối|trưa)\b", re.IGNORECASE)
_CUE = re.compile(
    r"(?:\b(?:sáng|chiều|tối|trưa|ngày|hôm nay|hôm qua|hôm|nay|mồng"
    r"|mùng)\b(?:\s+(?:nay|qua|ngày|hôm nay|vừa qua))*[\s,:(]*|\()$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?:^|[.\n]\s*)(?P<session>sáng|chiều|tối|trưa|ngày|hôm)\s+(?P<day>nay"
    r"|qua)\b(?!\s*[,(]?\s*(?:ngày\s*)?\d)",
    re.IGNORECASE,
)
_STARTS = compile_cased(r"[.!?;…]\s+(?=[\U])")
_ENDS = compile_cased(r"[.!?;…](?=\s+[\U]|$)")
# How far a sentence is read on either side of a date: beyond it a page could not end in time.
_NEAR = 600
_LONGEST = 6
_OPENING = 3
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date in the text with what speaks for its being that of the event."""

    year: int | None
    month: int
    day: int
    score: int
    session: Session | None
    evidence: str


def find_event_date(
    masked: str, text: str, stamps: tuple[PageDate, ...], future_start: int | None
) -> tuple[Finding[PartialDate] | None, Finding[Session] | None]:
    """Return the day of the event and the part of the day.

    Args:
        masked: the article's text, citations blanked, one paragraph a line.
        text: the same with nothing blanked, for the evidence.
        stamps: what the page says of its publication.
        future_start: first year of a term that the text speaks of as still to come.
    """
    masked = with_months_in_digits(masked)
    candidates = _ranked(list(_candidates(masked, text)), stamps)
    best = candidates[0] if candidates and candidates[0].score >= NEEDED else None
    if best is None:
        return _from_today(masked, stamps), None
    same = [c for c in candidates if (c.day, c.month) == (best.day, best.month)]
    year = next((c.year for c in same if c.year and c.score >= NEEDED - 2), None)
    session = next((c for c in same if c.session), None)
    return (
        _dated(best, year, stamps, future_start),
        Finding(session.session, session.evidence, "cao") if session and session.session else None,
    )


def _ranked(candidates: list[Candidate], stamps: tuple[PageDate, ...]) -> list[Candidate]:
    """The likeliest first; of two days told alike the later is that of the meeting."""
    latest = max((s.date.year or 0 for s in stamps if s.kind in ("labelled", "timed")), default=0)
    possible = [
        c for c in candidates if c.year is None or _FIRST_YEAR <= c.year <= (latest or c.year)
    ]
    weighed = [
        replace(c, score=c.score + 2 * is_shortly_before(c.year, c.month, c.day, stamps))
        for c in possible
    ]
    return sorted(weighed, key=lambda c: (-c.score, -(c.year or 0)))


def _candidates(masked: str, text: str) -> Iterator[Candidate]:
    whole = text.split("\n")
    for number, paragraph in enumerate(masked.split("\n")):
        for match in _FULL.finditer(paragraph):
            before = paragraph[max(0, match.start() - _NEAR) : match.start()]
            first, before = _first_of_range(before, int(match["d"]))
            cue = _CUE.search(before)
            if not (1 <= int(match["m"]) <= 12) or (not cue and not match["y"]):  # noqa: PLR2004 - months
                continue
            date = make_date(match["y"], match["m"], match["d"])
            if date is None:
                continue
            sentence = _sentence(paragraph, match)
            yield Candidate(
                date.year, int(match["m"]), first, weigh(number, before, sentence, match),
                _session(before, paragraph[match.end() :]), _excerpt(whole[number], match.start()),
            )  # fmt: skip


def _first_of_range(before: str, day: int) -> tuple[int, str]:
    """“Từ ngày 12 đến 13/5”: the first day of a meeting of some days, and what stands before it."""
    pair = _PAIR.search(before)
    first = int(pair["first"]) if pair else day
    if pair is None or not 0 < day - first <= _LONGEST:
        return day, before
    return first, re.sub(
        r"\btừ\s+(?:ngày\s+)?$", "ngày ", before[: pair.start()], flags=re.IGNORECASE
    )


def _excerpt(paragraph: str, at: int) -> str:
    """The words around a date, whole words only."""
    left = paragraph.rfind(" ", 0, max(0, at - 25)) + 1 if at > 25 else 0  # noqa: PLR2004 - a few words
    return (
        paragraph[left : at + 110].rpartition(" ")[0]
        if len(paragraph) > at + 110
        else paragraph[left:]
    )


def _sentence(paragraph: str, match: re.Match[str]) -> str:
    first, last = max(0, match.start() - _NEAR), match.end() + _NEAR
    start = max((m.end() for m in _STARTS.finditer(paragraph, first, match.start())), default=first)
    end = _ENDS.search(paragraph, match.end(), last)
    return paragraph[start : end.start() if end else last]


def _session(before: str, after: str) -> Session | None:
    match = _SESSION.search(before[-25:]) or re.match(
        r"\s*,?\s*(?:vào\s+)?buổi (?P<session>sáng|chiều|tối)", after
    )
    if match is None or match["session"].lower() == "trưa":
        return None
    return match["session"].lower()  # type: ignore[return-value]  # the pattern allows these three


def _dated(
    best: Candidate, year: int | None, stamps: tuple[PageDate, ...], future_start: int | None
) -> Finding[PartialDate]:
    if year and (dated := make_date(str(year), str(best.month), str(best.day))):
        return Finding(dated, best.evidence, "cao")
    inferred = infer_year(best.month, best.day, stamps)
    bare = PartialDate(None, best.month, best.day)
    if inferred is None:
        clock = next((s for s in stamps if s.kind == "clock"), None)
        why = f"; «{clock.evidence}» ở đầu trang có thể là ngày xem trang" if clock else ""
        return Finding(bare, f"{best.evidence[:90]} (bài không ghi năm{why})", "vừa")
    value, why, confidence = inferred
    if future_start and future_start < value:
        why = f"không suy năm {value}: bài nói về giai đoạn từ {future_start} như việc sắp tới"
        return Finding(bare, f"{best.evidence[:70]} ({why})", "thấp")
    try:
        date = PartialDate(value, best.month, best.day)
    except ValueError:
        return Finding(bare, best.evidence, "thấp")
    return Finding(date, f"{best.evidence[:70]}… (năm suy từ {why})", confidence)


def _from_today(text: str, stamps: tuple[PageDate, ...]) -> Finding[PartialDate] | None:
    """“Sáng nay” of an article whose day of publication is certain."""
    match = _TODAY.search("\n".join(text.split("\n")[:_OPENING]))
    stamp = next(
        (s for s in stamps if s.kind in ("labelled", "timed") and s.date.precision == "day"), None
    )
    if match is None or stamp is None or match["day"].lower() == "qua":
        return None
    return Finding(stamp.date, f"«{match[0].strip()}»; ngày suy từ «{stamp.evidence[:60]}»", "thấp")
