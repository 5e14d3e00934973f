"""A fault in the content, told to the person who can mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a fault stops the build or is only worth saying."""

    PROBLEM = "problem"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fault is: path from the project root, 1-based line and column.

    Line 0 is for what is in no file, such as a variable of the environment; ``path`` says what.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One sentence in Vietnamese with its place: found, expected, the nearest right value."""

    place: Place
    message: str
    field: str = ""
    severity: Severity = Severity.PROBLEM

    def __str__(self) -> str:
        subject = f"{self.field}: " if self.field else ""
        return f"{self.place}: {subject}{self.message}"

    @property
    def line(self) -> str:
        """As a terminal shows it; advice says that it is no more than that."""
        return f"{self}{'' if self.severity is Severity.PROBLEM else ' (lời khuyên)'}"
