"""Between which days a conference was held, as far as it is known, and on what grounds."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a parameter
from functools import cache

from bantin.vietnamese.dates import PartialDate

# Bounds further apart are told by their years alone.
MOST_MONTHS = 24
YEAR_OF_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """A record that tells of a conference: not before its first day, or not after its last.

    Attributes:
        day: the first day on which the conference can have been held, or the last one.
        is_start: whether it is the first one.
        record: what tells it, such as ``agencies/bdvtw`` or ``tin/2024/ten-bai.md``.
        words: what it tells, in Vietnamese.
        rule: what then usually holds, such as that a programme is signed within some months of
            its start; empty for what is certain.
    """

    day: Day
    is_start: bool
    record: str
    words: str
    rule: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether it holds without exception."""
        return not self.rule

    @property
    def told(self) -> str:
        """What it tells, with the rule."""
        return f"{self.words} ({self.rule})" if self.rule else self.words


def not_before(day: Day, record: str, words: str, rule: str = "") -> Ground:
    """Return the ground that a conference was not held before a day."""
    return Ground(day, True, record, words, rule)  # noqa: FBT003 - is_start


def not_after(day: Day, record: str, words: str, rule: str = "") -> Ground:
    """Return the ground that a conference was not held after a day."""
    return Ground(day, False, record, words, rule)  # noqa: FBT003 - is_start


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day on which something can have been; None where nothing tells.

    Attributes:
        earliest: the first day.
        latest: the last day.
        grounds: from what the two were worked out; none for a day that the source gives.
        conflict: two grounds against each other; the weaker is then left out of account.
    """

    earliest: Day | None = None
    latest: Day | None = None
    grounds: tuple[Ground, ...] = ()
    conflict: tuple[Ground, Ground] | None = None

    @property
    def year(self) -> int | None:
        """The year that both lie in; None where they do not lie in one."""
        if self.earliest is None or self.latest is None:
            return None
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        """The month that both lie in; None where they do not lie in one."""
        if self.year is None or self.earliest is None or self.latest is None:
            return None
        return self.earliest.month if self.earliest.month == self.latest.month else None

    @property
    def order(self) -> tuple[int, int, int]:
        """Sort key: the latest first, by year; then all of no known year, by the earliest day."""
        return (
            -(self.year or 0),
            -(self.earliest.toordinal() if self.earliest else 0),
            (self.latest or Day.max).toordinal(),
        )

    def is_before(self, other: "Bounds") -> bool:
        """Whether all of it is certainly before all of another."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    @property
    def edtf(self) -> str:
        """The bounds as an interval (EDTF, ISO 8601-2), with ``..`` for an open end; or empty."""
        if self.earliest is None and self.latest is None:
            return ""
        ends = (self.earliest, self.latest)
        return "/".join(end.isoformat() if end else ".." for end in ends)

    @property
    def label(self) -> str:
        """The bounds in words: “khoảng 7/2024–6/2025”, “từ khoảng 9/2019”; empty without any."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            if first:
                return f"từ {_month(first)}"
            return f"không muộn hơn {_month(last)}" if last else ""
        months = (last.year - first.year) * YEAR_OF_MONTHS + last.month - first.month
        is_whole = (first.month, last.month) == (1, YEAR_OF_MONTHS)
        if months > MOST_MONTHS or is_whole:
            ends = (str(first.year), str(last.year))
            return f"khoảng {'năm ' if ends[0] == ends[1] else ''}{_range(*ends)}"
        return f"khoảng {_range(_month(first), _month(last))}"


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _month(day: Day) -> str:
    return f"{day.month}/{day.year}"


NO_BOUNDS = Bounds()


@cache
def bounds_of_date(date: PartialDate | None) -> Bounds:
    """Return the bounds that a date gives by itself; none without its year."""
    return Bounds(date.first, date.last) if date else NO_BOUNDS
