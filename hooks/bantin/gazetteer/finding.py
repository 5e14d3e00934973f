"""A value read from text, with the words it came from."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Confidence = Literal["cao", "vừa", "thấp"]
T = TypeVar("T")
EVIDENCE = 160


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A value with the words it came from and how far it may be trusted."""

    value: T
    evidence: str
    confidence: Confidence = "vừa"

    @property
    def shown(self) -> str:
        """The evidence on one line, cut where it is long."""
        text = " ".join(self.evidence.split()).strip(" ,;:-–")
        return text if len(text) <= EVIDENCE else text[:EVIDENCE].rpartition(" ")[0] + "…"


def around(text: str, start: int, end: int, left: int, right: int) -> str:
    """Return a stretch of a line with some characters on either side, whole words only."""
    first = max(
        text.rfind("\n", 0, start) + 1,
        text.find(" ", max(0, start - left), start) + 1 if start > left else 0,
    )
    last = text.find("\n", end)
    limit = len(text) if last < 0 else last
    stop = text.rfind(" ", end, end + right + 1) if end + right < limit else limit
    return text[first : max(stop, end)].strip()
