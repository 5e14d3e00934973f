"""Footnotes of a draft: “[^1]” in the body, and the notes below it."""

import re
from collections.abc import Iterator, Sequence

from bantin.importing.extract.markdown import escape
from bantin.importing.extract.note_marks import notes_in, with_numbers

# At the start of a line this would define a note instead of leading to it.
_LIKE_DEFINITION = re.compile(r"^(\s*\[\^\d+\]):", re.MULTILINE)


def with_footnotes(body: str, notes: Sequence[str]) -> Iterator[str]:
    """Yield a body and what stands below it.

    A note that only title, lead or a caption leads to becomes a paragraph: front matter has none.

    Args:
        body: Markdown with marks of notes.
        notes: their texts.
    """
    numbers: dict[int, int] = {}
    _number(body, notes, numbers)
    if body:
        yield _LIKE_DEFINITION.sub(r"\1\:", with_numbers(body, numbers))
    for index, note in enumerate(notes):
        if note and index not in numbers:
            yield f"\nChú thích: {with_numbers(escape(note), numbers)}"
    for index, number in numbers.items():
        text = with_numbers(escape(notes[index]), numbers)
        yield f"\n[^{number}]: {text or '…'}"


def _number(text: str, notes: Sequence[str], numbers: dict[int, int]) -> None:
    """Number the notes that a text leads to, and those that these lead to."""
    for index in notes_in(text):
        if index < len(notes) and index not in numbers:
            numbers[index] = len(numbers) + 1
            _number(notes[index], notes, numbers)
