"""What programmes say of the day of a conference: rules of thumb over their periods and reviews.

None is certain. Each was read off the dated conferences of the archive and made wider than all of
them (``decisions/0017-bounds-of-dates.md`` has the figures); a test holds each of them to it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from bantin.catalog.articles import programs_of
from bantin.catalog.bounds.months import MONTHS, first_day, last_day
from bantin.model import Article, Meeting, Program, Registries
from bantin.model.conference import covers_of
from bantin.vietnamese.bounds import Ground, not_after, not_before
from bantin.vietnamese.dates import in_figures
from bantin.vietnamese.spans import Span

# A programme is signed from so many months before its period begins …
MONTHS_BEFORE = 6
# … to so many months after it has begun.
MONTHS_AFTER_START = 18
# What covers a year or less is reviewed from its last month on, and at most so many months after
# its end; a longer time, from the start of its last year on.
MONTHS_AFTER_YEAR = 12
MONTHS_AFTER_LONGER = 24
# Where one year is reviewed, that is not before its middle.
MIDDLE = 7
SIGNED = "ký tại hội nghị này"
SIGNING = f"thường ký từ {MONTHS_BEFORE} tháng trước đến {MONTHS_AFTER_START} tháng sau mốc ấy"
PREPARING = f"thường bàn không sớm hơn {MONTHS_BEFORE} tháng trước đó"
REVIEW = "xem xét sau khi đã bắt đầu"
LAST_MONTH = "thường họp từ tháng cuối của thời gian ấy"
LAST_HALF = "thường họp từ giữa năm ấy"
LAST_YEAR = "thường họp từ năm cuối của thời gian ấy"
SHORT = f"thường họp trong vòng {MONTHS_AFTER_YEAR} tháng sau thời gian ấy"
LONGER = f"thường họp trong vòng {MONTHS_AFTER_LONGER} tháng sau thời gian ấy"
RENEWAL = "thường tổng kết giai đoạn trước không muộn hơn khi ký giai đoạn sau"
YEARS = "thường họp trong khoảng một năm trước hoặc sau khi tròn năm"
# “10 năm” of a programme are reviewed about when they are over.
SO_MANY_YEARS = re.compile(r"(\d{1,2}) năm(?: (?:thực hiện|phối hợp).*)?")
# What looks back: of other conferences nothing says that their programme had begun.
REVIEWING = frozenset({"so-ket", "tong-ket", "giao-ban", "danh-gia", "kiem-tra"})


def program_grounds(articles: Sequence[Article], registries: Registries) -> Iterator[Ground]:
    """Yield the grounds that the programmes of a conference and the time under review give."""
    meetings = [a.front.conference for a in articles if a.front.conference]
    signed = {id_ for meeting in meetings for id_ in meeting.signs}
    named = dict.fromkeys(id_ for article in articles for id_ in programs_of(article))
    programs = [registries.programs[id_] for id_ in named if id_ in registries.programs]
    for program in programs:
        if program.id in signed:
            yield from _of_signing(program)
        else:
            yield from _of_period(program, meetings)
            yield from _of_renewal(program, meetings, registries, signed)
    reviewed = [program for program in programs if program.id not in signed]
    for meeting in meetings:
        yield from _of_reviews(meeting, reviewed)


def _of_signing(program: Program) -> Iterator[Ground]:
    record, signed = _record(program), program.signed
    # A day of signing that was inferred may have been inferred from this very conference.
    if signed and signed.first and signed.last and "signed" not in program.inferred:
        words = f"“{program.label}” ký {in_figures(signed)}"
        yield not_before(signed.first, record, words, SIGNED)
        yield not_after(signed.last, record, words, SIGNED)
    elif program.period:
        words, start = _start_in_words(program, program.period), program.period.start
        yield not_before(first_day(start, -MONTHS_BEFORE), record, words, SIGNING)
        yield not_after(last_day(start, MONTHS_AFTER_START - 1), record, words, SIGNING)


def _of_period(program: Program, meetings: Iterable[Meeting]) -> Iterator[Ground]:
    """Yield the grounds from the period of a programme that this conference did not sign."""
    period, record = program.period, _record(program)
    if period is None:
        return
    words = _start_in_words(program, period)
    if any(REVIEWING & {*meeting.types} for meeting in meetings):
        yield not_before(first_day(period.start), record, words, REVIEW)
    else:
        yield not_before(first_day(period.start, -MONTHS_BEFORE), record, words, PREPARING)
    if period.last_year:
        words = f"giai đoạn của “{program.label}” kết thúc {period.last_year}"
        yield not_after(last_day(period.end, MONTHS_AFTER_LONGER), record, words, LONGER)


def _of_renewal(
    program: Program, meetings: Iterable[Meeting], registries: Registries, signed: Collection[str]
) -> Iterator[Ground]:
    """Yield the ground that the last review is no later than the signing of the next period."""
    if not any("tong-ket" in meeting.types for meeting in meetings):
        return
    for one in registries.programs.values():
        if one.renews == program.id and one.id not in signed and one.signed and one.signed.last:
            words = f"“{one.label}” ký {in_figures(one.signed)}"
            yield not_after(one.signed.last, _record(one), words, RENEWAL)


def _of_reviews(meeting: Meeting, reviewed: Sequence[Program]) -> Iterator[Ground]:
    """Yield the grounds from the time under review, given as years or as “10 năm”."""
    is_review = bool(REVIEWING & {*meeting.types})
    if isinstance(meeting.covers, Span):
        yield from _of_span(meeting.covers, "conference.covers", is_review=is_review)
    for review in meeting.reviews:
        if isinstance(review.covers, Span):
            yield from _of_span(review.covers, "conference.reviews", is_review=is_review)
    for program in reviewed if len(reviewed) == 1 else ():
        covers = covers_of(meeting, program.id)
        match = SO_MANY_YEARS.fullmatch(covers) if isinstance(covers, str) else None
        if match:
            yield from _of_years(program, int(match[1]))


def _of_span(span: Span, record: str, *, is_review: bool) -> Iterator[Ground]:
    if span.last_year is None:
        return
    months = (span.end[0] - span.start[0]) * MONTHS + span.end[1] - span.start[1] + 1
    words, is_short = f"xem xét {span.label}", months <= MONTHS
    first, rule = (span.end, LAST_MONTH) if months < MONTHS else ((span.last_year, 1), LAST_YEAR)
    if is_review and months == MONTHS:
        first, rule = (span.last_year, MIDDLE), LAST_HALF
    yield not_before(first_day(first), record, words, rule)
    longest, rule = (MONTHS_AFTER_YEAR, SHORT) if is_short else (MONTHS_AFTER_LONGER, LONGER)
    yield not_after(last_day(span.end, longest), record, words, rule)


def _of_years(program: Program, years: int) -> Iterator[Ground]:
    signed, period = program.signed, program.period
    year = signed.year if signed else None
    known = (year, signed.month or 1) if signed and year else None
    start = known or (period.start if period else None)
    if start is None:
        return
    words, record = f"xem xét {years} năm của “{program.label}”", _record(program)
    yield not_before(first_day(start, (years - 1) * MONTHS), record, words, YEARS)
    # Where only the year of the start is known, the last of its months counts.
    last = start if known and signed and signed.month else (start[0], MONTHS)
    yield not_after(last_day(last, (years + 1) * MONTHS), record, words, YEARS)


def _start_in_words(program: Program, period: Span) -> str:
    year, month = period.start
    start = str(year) if month == 1 else f"{month}/{year}"
    return f"giai đoạn của “{program.label}” bắt đầu {start}"


def _record(program: Program) -> str:
    return f"programs/{program.id}"
