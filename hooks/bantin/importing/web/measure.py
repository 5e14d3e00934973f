"""How much running text the elements of a page hold, and in which order they stand."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.web.nodes import BLOCK_TAGS, is_comment, is_text

_MIN_LINE = 60  # shorter lines are menus, headlines and buttons


@dataclass(slots=True)
class Measures:
    """Measures of every element, by the id that the parser gives it.

    Attributes:
        running: characters of running text in it, links left out.
        length: characters of all text in it, but for the spaces between its parts.
        span: its place in the order of the page, and that of what follows it.
    """

    running: dict[int, int] = field(default_factory=dict)
    length: dict[int, int] = field(default_factory=dict)
    span: dict[int, tuple[int, int]] = field(default_factory=dict)
    _line: int = 0
    _count: int = 0
    _all: int = 0

    def of(self, node: LexborNode | None) -> int:
        """Return how much running text an element has."""
        return self.running.get(node.mem_id, 0) if node is not None else 0

    def contains(self, outer: LexborNode, inner: LexborNode | None) -> bool:
        """Whether an element is another or is around it."""
        if inner is None:
            return False
        start, end = self.span.get(outer.mem_id, (0, -1))
        return start <= self.span.get(inner.mem_id, (-1, -1))[0] < end

    def is_before(self, first: LexborNode, second: LexborNode | None) -> bool:
        """Whether an element begins before another."""
        return second is not None and self.span[first.mem_id][0] < self.span[second.mem_id][0]

    def add(self, node: LexborNode, *, in_link: bool = False) -> int:
        """Measure an element and all in it; return its running text."""
        start, total, before = self._count, 0, self._all
        self._count += 1
        is_block = node.tag in BLOCK_TAGS
        total += self._end_line() if is_block else 0
        for child in node.iter(include_text=True):
            if is_text(child):
                length = len(" ".join(child.text().split()))
                self._line += 0 if in_link else length
                self._all += length
            elif not is_comment(child):
                total += self.add(child, in_link=in_link or child.tag == "a")
        total += self._end_line() if is_block else 0
        self.running[node.mem_id] = total
        self.length[node.mem_id] = self._all - before
        self.span[node.mem_id] = (start, self._count)
        return total

    def _end_line(self) -> int:
        length, self._line = self._line, 0
        return length if length >= _MIN_LINE else 0


def measure(tree: LexborHTMLParser) -> Measures:
    """Return the measures of a page."""
    measures = Measures()
    if tree.body is not None:
        measures.add(tree.body)
    return measures
