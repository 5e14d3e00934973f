"""Words set in lines: the largest type in which they fit, with lines of like length."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Measure = Callable[[str], float]
ELLIPSIS = "…"
LEADING = 1.3


class Setting(NamedTuple):
    """Lines, and the size of their type."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """How much room the lines take."""
        return len(self.lines) * self.size * LEADING


class Ruler:
    """Measures lines by their words, each measured once; the type must not be kerned."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[str, float] = {}

    def __call__(self, line: str) -> float:
        """Return the width of a line."""
        words = line.split(" ")
        return sum(map(self._width, words)) + self._width(" ") * (len(words) - 1)

    def _width(self, word: str) -> float:
        if word not in self._known:
            self._known[word] = self._measure(word)
        return self._known[word]


def fit(
    text: str, sizes: Sequence[int], most: int, width: float, measure: Callable[[int], Measure]
) -> Setting:
    """Return a text in the first size that takes no more than so many lines.

    Args:
        text: words with blanks between them.
        sizes: the largest first; in the last, what does not fit is cut.
        most: how many lines there may be.
        width: of a line.
        measure: returns, for a size, what measures a line in it.
    """
    for size in sizes:
        lines = wrap(text, width, measure(size))
        if len(lines) <= most:
            return Setting(balance(lines, width, measure(size)), size)
    return Setting(_cut(lines, most, width, measure(size)), size)


def wrap(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Return lines as full as they go; a word wider than a line is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined) <= width:
            lines[-1] = joined
        else:
            lines += _broken(word, width, measure)
    return tuple(lines)


def balance(lines: tuple[str, ...], width: float, measure: Measure) -> tuple[str, ...]:
    """Return as many lines, as narrow as they can be: no word is left alone on the last one."""
    text, low, high = " ".join(lines), 0.0, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(wrap(text, middle, measure)) <= len(lines):
            high = middle
        else:
            low = middle
    return wrap(text, high, measure)


def _broken(word: str, width: float, measure: Measure) -> list[str]:
    if measure(word) <= width:
        return [word]
    parts = [""]
    for letter in word:
        if parts[-1] and measure(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut(lines: tuple[str, ...], most: int, width: float, measure: Measure) -> tuple[str, ...]:
    words = lines[most - 1].split()
    while words and measure(f"{' '.join(words)}{ELLIPSIS}") > width:
        words.pop()
    return (*lines[: most - 1], f"{' '.join(words)}{ELLIPSIS}")
