"""Two lists of words compared: any two texts that should say the same."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

# A figure keeps the signs within it, as in 12.500,5 and 03/2019.
WORD = re.compile(r"[^\W_]+(?:[.,/:-](?=\d)[^\W_]+)*")
# Texts longer than this are compared without their order: the order of more words takes too long.
MOST_IN_ORDER = 10_000


class Change(NamedTuple):
    """A place where two texts differ.

    Attributes:
        at: of the first word concerned, in the text before.
        lost: words that the text after has not.
        added: words that it has instead.
    """

    at: int
    lost: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def has_figures(self) -> bool:
        """Whether a number is lost, added or changed."""
        return any(char.isdigit() for word in (*self.lost, *self.added) for char in word)

    @property
    def is_joined(self) -> bool:
        """Whether the same letters only have other gaps between them."""
        return "".join(self.lost) == "".join(self.added)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, in their order."""
    return WORD.findall(text)


def compare(
    before: Sequence[str], after: Sequence[str], may_be_added: Iterable[str] = ()
) -> list[Change]:
    """Return where the words of a text differ from those that it had before.

    Words that only stand elsewhere, as those of footnotes do, are no difference.

    Args:
        before: words of the text as it was written.
        after: words of what was made of it.
        may_be_added: words that may appear besides.
    """
    if before == after:
        return []
    lost, added = Counter(before), Counter(after)
    lost, added = lost - added, added - lost - Counter(may_be_added)
    if not lost and not added:
        return []
    if max(len(before), len(after)) > MOST_IN_ORDER:
        return [Change(0, tuple(lost.elements()), tuple(added.elements()))]
    return _in_order(before, after, lost, added)


def _in_order(
    before: Sequence[str], after: Sequence[str], lost: Counter[str], added: Counter[str]
) -> list[Change]:
    """Return the differences, each at its place; the counters say how often a word counts."""
    changes: list[Change] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            continue
        gone = _take(before[step.src_start : step.src_end], lost)
        come = _take(after[step.dest_start : step.dest_end], added)
        if changes and step.src_start == _end(changes[-1]):  # a deletion beside an insertion
            last = changes.pop()
            gone, come = (*last.lost, *gone), (*last.added, *come)
            changes.append(Change(last.at, gone, come))
        elif gone or come:
            changes.append(Change(step.src_start, gone, come))
    return changes


def _end(change: Change) -> int:
    return change.at + len(change.lost)


def _take(words: Sequence[str], counted: Counter[str]) -> tuple[str, ...]:
    """Return those of the words that still count, and count them off."""
    taken = []
    for word in words:
        if counted[word] > 0:
            counted[word] -= 1
            taken.append(word)
    return tuple(taken)
