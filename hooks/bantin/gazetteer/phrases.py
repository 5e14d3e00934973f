"""Known names found in a text: longest first, spelled with or without marks, with their places."""

import re
from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from bantin.vietnamese.fold import fold_keeping_length

V = TypeVar("V")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_JOINT = re.compile(r"[ \-–.&/']{0,3}")
_END = ""


class Match(NamedTuple, Generic[V]):
    """A name found, with everything it may stand for."""

    start: int
    end: int
    values: tuple[V, ...]


class Phrases(Generic[V]):
    """A trie of folded words."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, phrase: str, value: V) -> None:
        """Remember what a phrase may stand for."""
        node = self._root
        for word in _WORD.findall(fold_keeping_length(phrase)):
            node = node.setdefault(word, {})
        values = node.setdefault(_END, [])
        if value not in values:
            values.append(value)

    def find(self, folded: str) -> Iterator[Match[V]]:
        """Yield the longest phrases of a folded text, none within another."""
        words = list(_WORD.finditer(folded))
        position = 0
        while position < len(words):
            match, size = self._longest(folded, words, position)
            if match:
                yield match
            position += size

    def at(self, folded: str, start: int) -> Match[V] | None:
        """Return the longest phrase that begins exactly at a place."""
        words = list(_WORD.finditer(folded, start, start + 120))
        return self._longest(folded, words, 0)[0] if words and words[0].start() == start else None

    def _longest(
        self, folded: str, words: list[re.Match[str]], position: int
    ) -> tuple[Match[V] | None, int]:
        node, best, size = self._root, None, 1
        for step, word in enumerate(words[position:]):
            if step and not _JOINT.fullmatch(
                folded, words[position + step - 1].end(), word.start()
            ):
                break
            if word[0] not in node:
                break
            node = node[word[0]]
            if _END in node:
                best = Match(words[position].start(), word.end(), tuple(node[_END]))
                size = step + 1
        return best, size
