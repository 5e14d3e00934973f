"""Words of many texts, numbered as they are met; what a stretch is cut into is worked out once."""

import re
from array import array
from collections.abc import Collection, Iterable

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.terms import hash_of, pair_key_prefix
from bantin.vietnamese.tokens import chunks, fragments, tokenise_chunk

SEPARATOR = 0
# How a separator is spelled among stretches.
END = "\n"
TAB = "\t"
PIECE = re.compile(r"[^\W_]+")


class Lexicon:
    """Numbers for words, from 1.

    Attributes:
        spelled: each word; nothing for 0.
        hashes: hash of the form that finds each.
        openings: hash of what the pairs that begin with it have in common.
        initials: first letter of that form.
    """

    def __init__(self) -> None:
        self.spelled = [""]
        self.hashes, self.openings = array("q", [0]), array("q", [0])
        self.initials = array("q", [0])
        self._numbers: dict[str, int] = {}

    def number(self, exact: str, folded: str) -> int:
        """Return the number of a word."""
        if exact not in self._numbers:
            self._numbers[exact] = len(self.spelled)
            self.spelled.append(exact)
            self.hashes.append(hash_of(folded))
            self.openings.append(hash_of(pair_key_prefix(folded)))
            self.initials.append(ord(folded[0]))
        return self._numbers[exact]


class Runs:
    """Runs of numbers, each known by its own number."""

    def __init__(self) -> None:
        self._flat, self._ends = array("i"), array("i", [0])

    def add(self, run: list[int]) -> None:
        """Append a run."""
        self._flat.extend(run)
        self._ends.append(len(self._flat))

    def of(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the runs of some numbers end to end, and how long each is."""
        flat, ends = np.array(self._flat, np.int64), np.array(self._ends, np.int64)
        starts = ends[numbers]
        sizes = ends[numbers + 1] - starts
        begins = np.cumsum(sizes) - sizes
        return flat[np.repeat(starts - begins, sizes) + np.arange(sizes.sum())], sizes


class Stretches(dict[str, int]):
    """Numbers for stretches of text; 0 stands between two texts.

    Attributes:
        lexicon: the words met so far.
        words: for each stretch the numbers of its words; 0 for what separates.
        joined: for each stretch the numbers of forms that stand for several of its words.
        pieces: for each stretch its words as they are written, a number and its unit as one, by
            their places among those that are watched; 0 for others and for what separates.
    """

    def __init__(self, watched: Collection[str]) -> None:
        super().__init__({END: SEPARATOR})
        self.lexicon, self.words, self.joined, self.pieces = Lexicon(), Runs(), Runs(), Runs()
        self._watched = {word: place for place, word in enumerate(watched, 1)}
        self._numbers = dict[tuple[str, ...], int]()
        self._add([SEPARATOR], [], [SEPARATOR])

    def __missing__(self, stretch: str) -> int:
        """ListRef a stretch that is new; it may differ from a known one by its marks alone."""
        found = tuple(chunks(stretch))
        if found not in self._numbers:
            self._numbers[found] = len(self._numbers) + 1
            self._cut(found)
        self[stretch] = number = self._numbers[found]
        return number

    def read(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of the stretches of some texts; a separator after each."""
        joined = "".join([f"{text.replace(END, TAB)} {END} " for text in texts])
        return list(map(self.__getitem__, fragments(joined)))

    def _cut(self, found: Iterable[str]) -> None:
        words, joined, pieces = list[int](), list[int](), list[int]()
        for chunk in found:
            for exact, folded, _, _, _, kind in tokenise_chunk(chunk):
                if kind == "word":
                    words.append(self.lexicon.number(exact, folded))
                elif kind != "guess":
                    joined.append(self.lexicon.number(exact, folded))
            pieces += (self._watched.get(piece, 0) for piece in PIECE.findall(chunk))
        self._add(words, joined, pieces)

    def _add(self, words: list[int], joined: list[int], pieces: list[int]) -> None:
        self.words.add(words)
        self.joined.add(joined)
        self.pieces.add(pieces)
