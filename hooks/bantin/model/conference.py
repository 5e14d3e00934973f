"""A conference, derived from the article that is its principal report."""

from dataclasses import dataclass
from typing import cast

from bantin.model.article import Article, Meeting
from bantin.model.body import Outcome
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.spans import Span


@dataclass(frozen=True, slots=True)
class Conference:
    """One event: its principal article and any further reports of it.

    Attributes:
        principal: the article that counts.
        reports: further articles about it.
        announcements: articles from before it was held: shown with it, counted for nothing.
    """

    principal: Article
    reports: tuple[Article, ...] = ()
    announcements: tuple[Article, ...] = ()

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
        """The year of the event, or None where no source gives it."""
        return self.date.year if self.date else None

    @property
    def covered(self) -> Span | None:
        """The years under review, where they can be read as years."""
        covers = self.meeting.covers
        return covers if isinstance(covers, Span) else None

    def reviews(self, program: str) -> bool:
        """Whether a programme was reviewed there, not only signed."""
        return any(program in article.front.programs for article in (self.principal, *self.reports))

    @property
    def outcome(self) -> Outcome:
        """Results, limits and tasks; from a further report where the principal has none."""
        outcomes = (article.outcome for article in (self.principal, *self.reports))
        return next((outcome for outcome in outcomes if outcome), Outcome())
