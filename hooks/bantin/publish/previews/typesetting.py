"""Text broken into lines: the largest type size that fits, and lines of nearly equal length."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Measure = Callable[[str], float]
ELLIPSIS = "…"
LINE_HEIGHT = 1.3


class TextBlock(NamedTuple):
    """Lines, and the size of their type in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """Height of all lines in pixels."""
        return len(self.lines) * self.size * LINE_HEIGHT


class WordWidths:
    """Measures lines word by word, each word once.

    ``balance`` tries many lines of the same words: a preview takes 7 ms so, and 30 ms if Pillow
    measures every line. Right only for a font without kerning, which ours is.
    """

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[str, float] = {}

    def __call__(self, line: str) -> float:
        """Return the width of a line."""
        words = line.split(" ")
        return sum(map(self._width, words)) + self._width(" ") * (len(words) - 1)

    def _width(self, word: str) -> float:
        if word not in self._widths:
            self._widths[word] = self._measure(word)
        return self._widths[word]


def fit(
    text: str, sizes: Sequence[int], most: int, width: float, measure: Callable[[int], Measure]
) -> TextBlock:
    """Return a text in the first size in which it needs no more than ``most`` lines.

    Args:
        text: words with spaces between them.
        sizes: from the largest; at the last one, words that do not fit are cut off.
        most: how many lines there may be.
        width: of a line, in pixels.
        measure: gives, for a size, the function that measures a line.
    """
    for size in sizes:
        lines = wrap(text, width, measure(size))
        if len(lines) <= most:
            return TextBlock(balance(lines, width, measure(size)), size)
    return TextBlock(_cut(lines, most, width, measure(size)), size)


def wrap(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Return lines filled one after another; a word wider than a line is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined) <= width:
            lines[-1] = joined
        else:
            lines += _broken(word, width, measure)
    return tuple(lines)


def balance(lines: tuple[str, ...], width: float, measure: Measure) -> tuple[str, ...]:
    """Return the text in as many lines, as narrow as possible: no single word on the last line.

    The narrowest width is searched by halving, down to one pixel.
    """
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
