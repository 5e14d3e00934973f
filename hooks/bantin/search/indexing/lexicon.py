"""Words and fragments of text, numbered as they first occur.

A fragment is a piece of text between two spaces. Texts repeat themselves: the two million fragments
of 3,000 articles are 12,000 different ones. So each different fragment is tokenised once; a text
then is a list of fragment numbers, and numpy turns many such lists into word numbers at a time.
"""

import re
from array import array
from collections.abc import Collection, Iterable

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.format.sentences import ends_sentence
from bantin.search.format.terms import hash_of, pair_key_prefix
from bantin.vietnamese.tokens import chunks, fragments, tokenise_chunk

# Ends a field, among fragments as among words, and a sentence among words alone; no pair or phrase
# reaches across it.
SEPARATOR = 0
SEPARATOR_FRAGMENT = "\n"
TAB = "\t"
WRITTEN_WORD = re.compile(r"[^\W_]+")


class Lexicon:
    """Numbers for words, from 1. Each attribute has one value a word, by its number.

    Attributes:
        exact: exact form; empty for the separator.
        hashes: hash of the folded form.
        prefix_hashes: hash of what the keys of pairs with this first word begin with.
        initials: code point of the first letter of the folded form.
    """

    def __init__(self) -> None:
        self.exact = [""]
        self.hashes, self.prefix_hashes = array("q", [0]), array("q", [0])
        self.initials = array("q", [0])
        self._numbers: dict[str, int] = {}

    def number(self, exact: str, folded: str) -> int:
        """Return the number of a word."""
        if exact not in self._numbers:
            self._numbers[exact] = len(self.exact)
            self.exact.append(exact)
            self.hashes.append(hash_of(folded))
            self.prefix_hashes.append(hash_of(pair_key_prefix(folded)))
            self.initials.append(ord(folded[0]))
        return self._numbers[exact]


class RaggedArray:
    """Rows of numbers, of different lengths, end to end in one array."""

    def __init__(self) -> None:
        self._values, self._ends = array("i"), array("i", [0])

    def append(self, row: list[int]) -> None:
        """Append a row."""
        self._values.extend(row)
        self._ends.append(len(self._values))

    def take(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """Return some rows end to end, and how long each is."""
        values, ends = np.array(self._values, np.int64), np.array(self._ends, np.int64)
        starts = ends[rows]
        sizes = ends[rows + 1] - starts
        new_starts = np.cumsum(sizes) - sizes
        return values[np.repeat(starts - new_starts, sizes) + np.arange(sizes.sum())], sizes


class FragmentTable(dict[str, int]):
    """Numbers for fragments; 0 is the separator between two texts.

    Attributes:
        lexicon: the words so far.
        words: for each fragment the numbers of its words.
        joined: for each fragment the numbers of its joined forms, such as 65kltw.
        key_words: for each fragment its words as they are written (a number and its unit are one),
            numbered from 1 by their order in what the table was made with; 0 for all others.
    """

    def __init__(self, key_words: Collection[str]) -> None:
        super().__init__({SEPARATOR_FRAGMENT: SEPARATOR})
        self.lexicon = Lexicon()
        self.words, self.joined, self.key_words = RaggedArray(), RaggedArray(), RaggedArray()
        self._key_word_numbers = {word: number for number, word in enumerate(key_words, 1)}
        self._numbers = dict[tuple[str, ...], int]()
        self._append([SEPARATOR], [], [SEPARATOR])

    def __missing__(self, fragment: str) -> int:
        """Tokenise a new fragment, unless its chunks and its end are those of an earlier one."""
        found = tuple(chunks(fragment))
        # What ends a sentence ends with a separator among its words, but no field ends there.
        end = (SEPARATOR_FRAGMENT,) * ends_sentence(fragment)
        key = (*found, *end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._tokenise(found, is_end=bool(end))
        self[fragment] = number = self._numbers[key]
        return number

    def read(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of the fragments of some texts; a separator after each text."""
        # One call for all: most texts are short, and the call takes longer than they do.
        joined = "".join(
            [f"{text.replace(SEPARATOR_FRAGMENT, TAB)} {SEPARATOR_FRAGMENT} " for text in texts]
        )
        return list(map(self.__getitem__, fragments(joined)))

    def _tokenise(self, fragment_chunks: Iterable[str], *, is_end: bool) -> None:
        words, joined, key_words = list[int](), list[int](), list[int]()
        for chunk in fragment_chunks:
            for exact, folded, _, _, _, kind in tokenise_chunk(chunk):
                if kind == "word":
                    words.append(self.lexicon.number(exact, folded))
                elif kind != "guess":
                    joined.append(self.lexicon.number(exact, folded))
            written = WRITTEN_WORD.findall(chunk)
            key_words += (self._key_word_numbers.get(word, 0) for word in written)
        if is_end and words:
            words.append(SEPARATOR)
        self._append(words, joined, key_words)

    def _append(self, words: list[int], joined: list[int], key_words: list[int]) -> None:
        self.words.append(words)
        self.joined.append(joined)
        self.key_words.append(key_words)
