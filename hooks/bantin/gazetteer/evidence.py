"""A value read from a text, together with the words it was read from."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Confidence = Literal["cao", "vừa", "thấp"]
T = TypeVar("T")
MAX_EVIDENCE = 160


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A value read from a text.

    Attributes:
        value: what was read.
        evidence: the words it was read from, or why it was assumed.
        confidence: how far it may be trusted (high, medium, low, as editors see it).
    """

    value: T
    evidence: str
    confidence: Confidence = "vừa"

    @property
    def shown(self) -> str:
        """The evidence on one line, shortened to whole words where it is long."""
        text = " ".join(self.evidence.split()).strip(" ,;:-–")
        if len(text) <= MAX_EVIDENCE:
            return text
        return text[:MAX_EVIDENCE].rpartition(" ")[0] + "…"


def words_around(text: str, start: int, end: int, left: int, right: int) -> str:
    """Return a part of a text with some context, whole words of the same line only.

    Args:
        text: the text.
        start: offset at which the part begins.
        end: offset behind its end.
        left: most characters of context before it.
        right: most characters of context behind it.
    """
    first = max(
        text.rfind("\n", 0, start) + 1,
        text.find(" ", max(0, start - left), start) + 1 if start > left else 0,
    )
    line_end = text.find("\n", end)
    limit = len(text) if line_end < 0 else line_end
    last = text.rfind(" ", end, end + right + 1) if end + right < limit else limit
    return text[first : max(last, end)].strip()
