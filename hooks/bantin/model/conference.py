"""A conference, derived from the article that is its principal report; and how far it has come.

A conference may be announced before it is held. It is never counted among those held: only a report
makes it one of these.
"""

from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field
from enum import StrEnum
from typing import cast

from bantin.model.article import Article, FrontMatter, Meeting
from bantin.model.body import Outcome
from bantin.model.registry import Program
from bantin.vietnamese.bounds import NO_BOUNDS, Bounds
from bantin.vietnamese.dates import PartialDate, in_figures
from bantin.vietnamese.spans import Span

# A conference is announced at most so many years ahead; a later date is a slip of the pen.
MOST_YEARS = 2


@dataclass(frozen=True, slots=True)
class Conference:
    """One event: its principal article and any further reports of it.

    Attributes:
        principal: the article that counts.
        reports: further articles about it.
        announcements: articles from before it was held: shown with it, counted for nothing.
        bounds: between which days it was held, as far as anything tells.
    """

    principal: Article
    reports: tuple[Article, ...] = ()
    announcements: tuple[Article, ...] = ()
    bounds: Bounds = NO_BOUNDS

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles about it, the principal one first, announcements last."""
        return (self.principal, *self.reports, *self.announcements)

    @property
    def meeting(self) -> Meeting:
        """What the principal article says of the event."""
        return cast("Meeting", self.principal.front.conference)

    @property
    def date(self) -> PartialDate | None:
        """The day of the event, as precise as the source gives it; never that of publication."""
        return self.meeting.date

    @property
    def year(self) -> int | None:
        """The year of the event; where no source gives it, the one that its bounds lie in."""
        given = self.date.year if self.date else None
        return self.bounds.year if given is None else given

    def reviews(self, program: Program) -> bool:
        """Whether a programme was reviewed there, as far as the article says.

        One only signed has nothing to review yet; nor has one whose period began after all that
        the conference looked back on.
        """
        fronts = [article.front for article in (self.principal, *self.reports)]
        is_signed = any(f.conference and program.id in f.conference.signs for f in fronts)
        if is_signed or not any(program.id in front.programs for front in fronts):
            return False
        written = covers_of(self.meeting, program.id)
        return not isinstance(written, Span) or self.covered(program) is not None

    def covered(self, program: Program) -> Span | None:
        """The time of a programme's period under review, where it can be read as years."""
        covers, period = covers_of(self.meeting, program.id), program.period
        if not isinstance(covers, Span):
            return None
        within = covers.within(period) if period else covers
        # What is reviewed “from 2016” reaches to the conference, not to the end of the period.
        return replace(within, last_year=None) if within and covers.is_open else within

    @property
    def outcome(self) -> Outcome:
        """Results, limits and tasks; from a further report where the principal has none."""
        outcomes = (article.outcome for article in (self.principal, *self.reports))
        return next((outcome for outcome in outcomes if outcome), Outcome())


def covers_of(meeting: Meeting, program: str) -> Span | str | None:
    """Return the time under review of one programme: its own, else that of the whole conference."""
    own = (review.covers for review in meeting.reviews if review.program == program)
    return next(own, meeting.covers)


class Stage(StrEnum):
    """How far a conference has come; ``labels.STAGES`` has the words."""

    HELD = "da-hop"
    PLANNED = "du-kien"
    OVERDUE = "qua-ngay"
    POSTPONED = "hoan"
    CANCELLED = "huy"


def written_on(front: FrontMatter) -> PartialDate | None:
    """Return the day by which an article was written, by itself or by its source."""
    source = front.source
    return front.date or (source.published or source.collected if source else None)


def is_announcement(front: FrontMatter, today: Day | None = None) -> bool:
    """Whether an article speaks of a conference that had not been held when it was written.

    Args:
        front: of the article.
        today: nothing later than this day has been held, whatever the article says.
    """
    meeting, written = front.conference, written_on(front)
    if meeting is None:
        return False
    if meeting.state or meeting.date is None:
        return meeting.state is not None
    if written and meeting.date.is_after(written):
        return True
    return today is not None and meeting.date.is_after(PartialDate.of(today))


def stage_of(front: FrontMatter, today: Day) -> Stage:
    """Return how far the conference of an article has come, without regard to later reports."""
    meeting = front.conference
    if meeting is None or not is_announcement(front, today):
        return Stage.HELD
    if meeting.state == "huy":
        return Stage.CANCELLED
    if meeting.state == "hoan":
        return Stage.POSTPONED
    last = last_day(front, meeting)
    return Stage.OVERDUE if last and last < today else Stage.PLANNED


def last_day(front: FrontMatter, meeting: Meeting) -> Day | None:
    """Return the last day on which an announced conference can be; None where nothing tells."""
    if meeting.date:
        return meeting.date.last
    written = written_on(front)
    return years_after(written.last, MOST_YEARS) if written and written.last else None


def years_after(day: Day, years: int) -> Day:
    """Return the same day some years later; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def announcement_in_words(front: FrontMatter, stage: Stage, held: PartialDate | None = None) -> str:
    """Return in one sentence, without its full stop, what is known of an announced conference.

    Args:
        front: of the article that announces it.
        stage: how far it has come.
        held: the day on which it was held, where that is reported.
    """
    meeting = front.conference
    day = meeting.date if meeting else None
    when = f"dự kiến {_when(day)}" if day else "dự kiến tổ chức, chưa rõ ngày"
    if meeting and meeting.moved_from and stage is not Stage.HELD:
        when += f", dời từ {_when(meeting.moved_from)}"
    before = f"; trước đó {when}" if day else ""
    return {
        Stage.HELD: f"Bài báo trước hội nghị, khi đó {when}; hội nghị đã họp{_on(held)}",
        Stage.PLANNED: f"Hội nghị {when}",
        Stage.OVERDUE: f"Hội nghị đã {when}; chưa có tin về kết quả",
        Stage.POSTPONED: f"Hội nghị đã hoãn, chưa có ngày mới{before}",
        Stage.CANCELLED: f"Hội nghị đã hủy{before}",
    }[stage]


def _on(day: PartialDate | None) -> str:
    return f" {_when(day)}" if day else ""


def _when(day: PartialDate) -> str:
    unit = {"day": "ngày", "month-day": "ngày", "month": "tháng", "year": "năm"}[day.precision]
    return f"{unit} {in_figures(day)}"
