"""What an address answers, told in one line."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How an address stands."""

    THERE = "con"
    MOVED = "chuyen"
    FAILED = "hong"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one address.

    Attributes:
        status: of the last answer; 0 where there was none.
        target: where it has moved for good.
        reason: why it failed, in Vietnamese.
    """

    url: str
    verdict: Verdict
    status: int = 0
    target: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """What an editor should know of it; empty where all is well."""
        if self.verdict is Verdict.MOVED:
            return f"{self.url}: đã chuyển sang {self.target}"
        return f"{self.url}: {self.reason}" if self.verdict is Verdict.FAILED else ""


Ask = Callable[[str], Answer]
