"""What is wrong in the content, reported to the person who can repair it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# Keys and positions in lists that lead to a value: ``("people", 0, "name")``.
FieldPath: TypeAlias = tuple[str | int, ...]
# No more errors of one record are told: nobody mends so many from one list.
MOST_TOLD = 50


class Severity(StrEnum):
    """Whether a problem stops the build or is only advice."""

    PROBLEM = "problem"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where in a file: its path from the project root, line and column from 1.

    A line of 0 is none: what the location names is no file, such as the environment.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One sentence in Vietnamese: what was found, what is expected, the nearest right value.

    Attributes:
        location: where it was found.
        message: the sentence.
        field: the field as people write it, such as ``agencies.0``; may be empty.
        severity: advice has the same form.
    """

    location: Location
    message: str
    field: str = ""
    severity: Severity = Severity.PROBLEM

    def __str__(self) -> str:
        subject = f"{self.field}: " if self.field else ""
        return f"{self.location}: {subject}{self.message}"

    @property
    def line(self) -> str:
        """The problem as a terminal shows it; advice says that it is no more than that."""
        return f"{self}{'' if self.severity is Severity.PROBLEM else ' (lời khuyên)'}"
