"""Marks in a text that lead to its footnotes: one character each, which no file contains.

Marks are taken out of blocks while these are cleaned and searched; a draft shows them as “[^1]”.
"""

import re

_FIRST = 0xE100  # in the private area, below the signs of symbol fonts
_MOST = 0xB00
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _MOST - 1)}]")


def mark(index: int) -> str:
    """Return the mark of a note; notes beyond the most that there are marks for have none."""
    return chr(_FIRST + index) if index < _MOST else ""


def notes_in(text: str) -> list[int]:
    """Return the indexes of the notes that a text leads to."""
    return [ord(match[0]) - _FIRST for match in _MARK.finditer(text)]


def take_marks(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without its marks, and where in it which note was led to."""
    notes = notes_in(text)
    places = [match.start() - n for n, match in enumerate(_MARK.finditer(text))]
    return _MARK.sub("", text), tuple(zip(places, notes, strict=True))


def put_marks(text: str, notes: tuple[tuple[int, int], ...]) -> str:
    """Return a text with the marks of its notes."""
    for place, index in reversed(notes):
        text = text[:place] + mark(index) + text[place:]
    return text


def with_numbers(text: str, numbers: dict[int, int]) -> str:
    """Return a text with “[^1]” for each mark whose note has a number."""

    def shown(match: re.Match[str]) -> str:
        number = numbers.get(ord(match[0]) - _FIRST)
        return f"[^{number}]" if number else ""

    return _MARK.sub(shown, text)
