"""Conferences announced before they are held: their dates, and what became of them."""

from collections.abc import Iterable, Iterator
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.catalog.articles import is_visible
from bantin.catalog.events import gather_events
from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, FrontMatter, Meeting
from bantin.model.conference import (
    MOST_YEARS,
    Stage,
    is_announcement,
    stage_of,
    written_on,
    years_after,
)
from bantin.model.problem import Severity
from bantin.model.suggestion import suggest
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate, in_words

DATE = ("conference", "date")
MOVED_FROM = ("conference", "moved_from")
STATE = ("conference", "state")
# A report of a conference held within so many days of the announced one may be of the same.
NEAR_DAYS = 45


def check_announcements(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of single articles: of the dates and the state of a conference to come."""
    for article in content.articles:
        if meeting := article.front.conference:
            path = content.file_of(article)
            yield from _check_state(path, article.front, meeting)
            yield from _check_move(path, meeting)
            if is_announcement(article.front):
                yield from _check_distance(path, article.front, meeting)
                yield from _check_results(path, article)


def check_days(content: Content, today: Day) -> Iterator[FieldProblem]:
    """Yield problems of conferences reported as held before their day, and of overdue ones."""
    visible = [
        article
        for article in content.articles
        if article.front.status == "published" and is_visible(article, today)
    ]
    events = gather_events(visible, {article.path: article for article in visible}, today)
    for article in visible:
        if article.path not in events.announced:
            continue
        path, front = content.file_of(article), article.front
        if not is_announcement(front):
            yield FieldProblem(path, DATE, _still_to_come(front))
        elif article.path not in events.principals and _is_overdue(front, today):
            field = DATE if front.conference and front.conference.date else STATE
            message = _overdue(article, _likely_report(front, visible))
            yield FieldProblem(path, field, message, Severity.ADVICE)


def _check_state(path: str, front: FrontMatter, meeting: Meeting) -> Iterator[FieldProblem]:
    day, written = meeting.date, written_on(front)
    if not meeting.state or not day:
        return
    if day.year is None:
        message = "hội nghị chưa họp thì ngày dự kiến phải có năm; chưa rõ ngày thì bỏ dòng này"
        yield FieldProblem(path, DATE, message)
    elif meeting.state == "du-kien" and written and written.is_after(day):
        message = f"ghi là dự kiến mà ngày họp, {_words(day)}, ở trước ngày đăng; họp rồi thì bỏ"
        yield FieldProblem(path, STATE, f"{message} dòng này")


def _check_move(path: str, meeting: Meeting) -> Iterator[FieldProblem]:
    if not meeting.moved_from:
        return
    if meeting.state == "hoan":
        message = (
            "có ngày mới ở «date», ngày cũ ở «moved_from» thì bỏ «state: hoan»; "
            "chưa có ngày mới thì bỏ «moved_from», để ngày cũ ở «date»"
        )
        yield FieldProblem(path, STATE, message)
    elif meeting.date is None:
        yield FieldProblem(path, MOVED_FROM, "có ngày cũ thì phải có ngày mới ở «date»")
    elif meeting.date == meeting.moved_from:
        yield FieldProblem(path, MOVED_FROM, f"ngày cũ và ngày mới đều là {_words(meeting.date)}")


def _check_distance(path: str, front: FrontMatter, meeting: Meeting) -> Iterator[FieldProblem]:
    written = written_on(front)
    if written is None or written.last is None:
        return
    latest = years_after(written.last, MOST_YEARS)
    for field, day in ((DATE, meeting.date), (MOVED_FROM, meeting.moved_from)):
        if day and day.first and day.first > latest:
            message = (
                f"{_words(day)} quá xa ngày đăng, {_words(written)}: hội nghị chỉ được báo trước "
                f"tối đa {MOST_YEARS} năm; hãy xem lại năm"
            )
            yield FieldProblem(path, field, message + _right_year(day, written))


def _right_year(day: PartialDate, written: PartialDate) -> str:
    """Return “; có phải «…»?” with the same date in the nearest likely year."""
    first = written.year or 0
    years = (first, first + 1, first - 1, first + MOST_YEARS)
    same_digits = [year for year in years if sorted(str(year)) == sorted(str(day.year))]
    rest = day.iso()[4:]
    dates = [f"{year}{rest}" for year in same_digits or years]
    return suggest(day.iso(), [text for text in dates if not text.endswith("-02-29")])


def _check_results(path: str, article: Article) -> Iterator[FieldProblem]:
    """Yield a problem for each article that reports results of a conference not yet held."""
    outcome, meeting = article.outcome, article.front.conference
    if article.front.status == "published" and (outcome.results or outcome.limits):
        field = DATE if meeting and meeting.date else STATE
        message = (
            "bài báo trước hội nghị mà đã có mục «Kết quả» hoặc «Hạn chế»; "
            "hãy xem lại ngày họp, ngày đăng, hoặc viết bài thuật lại riêng"
        )
        yield FieldProblem(path, field, message)


def _still_to_come(front: FrontMatter) -> str:
    day = front.conference.date if front.conference else None
    return (
        f"{_words(day)} còn ở phía trước mà bài không rõ là báo trước; hãy ghi ngày đăng đủ ngày, "
        "hoặc ghi «state: du-kien» trong khối «conference»"
    )


def _is_overdue(front: FrontMatter, today: Day) -> bool:
    return stage_of(front, today) is Stage.OVERDUE


def _overdue(article: Article, report: str) -> str:
    day = article.front.conference.date if article.front.conference else None
    past = f"đã qua {_words(day)}" if day else "đã lâu"
    hint = f"; có phải đã có ở «{report}»?" if report else ""
    return (
        f"{past} mà chưa có tin về hội nghị này; đã họp thì ghi «same_event_as: {article.path}» "
        f"vào bài thuật lại, dời thì sửa «date» và ghi «moved_from», hoãn hay hủy thì ghi «state»"
        f"{hint}"
    )


def _likely_report(front: FrontMatter, articles: Iterable[Article]) -> str:
    """Return the path of the report that may be of an announced conference, or an empty text."""
    planned = front.conference.date.first if front.conference and front.conference.date else None
    if planned is None:
        return ""
    near = [
        (abs((day - planned).days), article.path)
        for article in articles
        if _shares_a_party(front, article.front) and (day := _held_on(article.front))
    ]
    days, path = min(near, default=(NEAR_DAYS + 1, ""))
    return path if days <= NEAR_DAYS else ""


def _shares_a_party(front: FrontMatter, other: FrontMatter) -> bool:
    shared = {*front.programs} & {*other.programs} or {*front.agencies} & {*other.agencies}
    return bool(shared) and not is_announcement(other)


def _held_on(front: FrontMatter) -> Day | None:
    return front.conference.date.first if front.conference and front.conference.date else None


def _words(date: PartialDate | None) -> str:
    return in_words(date, weekday=False) if date else ""
