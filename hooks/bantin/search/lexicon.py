"""Words of many texts, numbered as they are met; what a chunk is cut into is worked out once."""

import re
from array import array

import numpy as np

from bantin.search.codec import Numbers
from bantin.search.terms import hash_of
from bantin.vietnamese.tokens import chunks, cut

SEPARATOR = 0
PIECE = re.compile(r"[^\W_]+")


class Lexicon:
    """Numbers for words, from 1.

    Attributes:
        spelled: each word; nothing for 0.
        folded: the form that finds it.
        hashes: hash of that form.
    """

    def __init__(self) -> None:
        self.spelled = [""]
        self.folded = [""]
        self.hashes = [0]
        self._numbers: dict[str, int] = {}

    def number(self, exact: str, folded: str) -> int:
        """Return the number of a word."""
        if exact not in self._numbers:
            self._numbers[exact] = len(self.spelled)
            self.spelled.append(exact)
            self.folded.append(folded)
            self.hashes.append(hash_of(folded))
        return self._numbers[exact]


class Runs:
    """Runs of numbers, each known by its own number."""

    def __init__(self) -> None:
        self._flat, self._ends = array("q"), array("q", [0])

    def add(self, run: list[int]) -> None:
        """Append a run."""
        self._flat.extend(run)
        self._ends.append(len(self._flat))

    def of(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the runs of some numbers end to end, and how long each is."""
        flat, ends = np.array(self._flat), np.array(self._ends)
        starts = ends[numbers]
        sizes = ends[numbers + 1] - starts
        shifts = starts - np.concatenate(([0], np.cumsum(sizes)[:-1]))
        return flat[np.repeat(shifts, sizes) + np.arange(sizes.sum())], sizes


class Chunks(dict[str, int]):
    """Numbers for chunks of text; 0 stands between two texts.

    Attributes:
        lexicon: the words met so far.
        words: for each chunk the numbers of its words; 0 for what separates.
        joined: for each chunk the numbers of forms that stand for several of its words.
        pieces: for each chunk its words as they are written, a number and its unit as one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lexicon, self.words, self.joined = Lexicon(), Runs(), Runs()
        self.pieces: list[frozenset[str]] = [frozenset()]
        self.words.add([SEPARATOR])
        self.joined.add([])

    def __missing__(self, chunk: str) -> int:
        """Cut a chunk that is new."""
        self[chunk] = number = len(self) + 1
        words, joined = list[int](), list[int]()
        for exact, folded, _, _, _, kind in cut(chunk):
            if kind == "word":
                words.append(self.lexicon.number(exact, folded))
            elif kind != "guess":
                joined.append(self.lexicon.number(exact, folded))
        self.pieces.append(frozenset(PIECE.findall(chunk)))
        self.words.add(words)
        self.joined.add(joined)
        return number

    def read(self, text: str) -> list[int]:
        """Return the numbers of the chunks of a text."""
        return list(map(self.__getitem__, chunks(text)))
