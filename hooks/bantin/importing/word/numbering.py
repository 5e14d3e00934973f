"""Numbers that Word gives to paragraphs: “1.”, “a)”, “II.”, “1.2.”, or a bullet."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bantin.importing.extract.numbers import number_text
from bantin.importing.word.names import Node, find, is_set, qn, value_of

BULLET = "-"
_LEVELS = 9


class Marker(NamedTuple):
    """What stands before an item, and how deep in the list it is."""

    text: str
    depth: int


@dataclass(slots=True)
class _List:
    """A list as the file defines it, and how far it has been counted."""

    levels: dict[int, Node]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a document.

    Args:
        tree: root of the part with the numbers; None where there is none.
    """

    def __init__(self, tree: Node) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, Node] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._style_levels: dict[tuple[str, str], int] = {}
        if tree is None:
            return
        abstract = {value_of(e, "w:abstractNumId"): e for e in tree.iter(qn("w:abstractNum"))}
        by_style = {value_of(e.find(qn("w:styleLink"))): e for e in abstract.values()}
        by_style.pop("", None)
        for key, element in abstract.items():
            link = value_of(element.find(qn("w:numStyleLink")))
            levels = {
                int(value_of(level, "w:ilvl", "0")): level
                for level in by_style.get(link, element).findall(qn("w:lvl"))
            }
            self._lists[key] = _List(levels)
        self._numbers = {value_of(e, "w:numId"): e for e in tree.iter(qn("w:num"))}

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level of a list that belongs to a paragraph style."""
        list_ = self._list(number)
        for level, element in list_.levels.items() if list_ else ():
            if value_of(element.find(qn("w:pStyle"))) == style:
                return level
        return 0

    def next(self, number: str, level: int) -> Marker | None:
        """Count a paragraph of a list and return what stands before it."""
        list_ = self._list(number)
        if list_ is None:
            return None
        level = min(level, _LEVELS - 1)
        self._restart(number, level, list_)
        start = self._start(number, level, list_)
        list_.counts[level] = list_.counts[level] + 1 if level in list_.counts else start
        for above in range(level):
            list_.counts.setdefault(above, self._start(number, above, list_))
        for deeper in range(level + 1, _LEVELS):
            list_.counts.pop(deeper, None)
        return Marker(self._text(number, level, list_), level)

    def _list(self, number: str) -> _List | None:
        return self._lists.get(value_of(find(self._numbers.get(number), "w:abstractNumId")))

    def _override(self, number: str, level: int) -> Node:
        for override in self._numbers[number].findall(qn("w:lvlOverride")):
            if value_of(override, "w:ilvl", "0") == str(level):
                return override
        return None

    def _restart(self, number: str, level: int, list_: _List) -> None:
        """Begin anew where a list says so at its first paragraph."""
        is_new = (number, level) not in self._restarted
        self._restarted.add((number, level))
        if is_new and find(self._override(number, level), "w:startOverride") is not None:
            list_.counts.pop(level, None)

    def _start(self, number: str, level: int, list_: _List) -> int:
        override = find(self._override(number, level), "w:startOverride")
        start = (
            override if override is not None else find(self._level(number, level, list_), "w:start")
        )
        text = value_of(start, default="1")
        return int(text) if text.lstrip("-").isdigit() else 1

    def _level(self, number: str, level: int, list_: _List) -> Node:
        own = find(self._override(number, level), "w:lvl")
        return own if own is not None else list_.levels.get(level)

    def _text(self, number: str, level: int, list_: _List) -> str:
        element = self._level(number, level, list_)
        form = value_of(find(element, "w:numFmt"), default="decimal")
        if element is None or form == "bullet":
            return BULLET
        pattern = value_of(find(element, "w:lvlText"))
        if form == "none" and "%" not in pattern:
            return pattern or BULLET
        is_legal = is_set(find(element, "w:isLgl"))
        for above in range(level + 1):
            form = value_of(find(self._level(number, above, list_), "w:numFmt"), default="decimal")
            shown = number_text(list_.counts.get(above, 1), "decimal" if is_legal else form)
            pattern = pattern.replace(f"%{above + 1}", shown)
        return pattern.strip() or BULLET
