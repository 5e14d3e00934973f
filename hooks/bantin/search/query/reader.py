"""The files of a built index, read as they are asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from bantin.search.codec import HEAD, DamagedError, decode, seal, unseal
from bantin.search.ranking import folded_form, hash_of, pair_key, shard_of
from bantin.search.settings import FORMAT, LEVEL_BITS, MANIFEST, TOP_LEVEL
from bantin.search.vector import Numbers

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a shard: a word, or two, as written; and where its lists are."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    kind: str
    shard: int
    place: int
    data: memoryview
    number: int = -1
    count: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Articles in which a term was met in one way, equally strongly."""

    source: int
    level: int
    docs: Numbers


class Reader:
    """Looks terms up; every file is loaded once."""

    def __init__(self, load: Load) -> None:
        self._load = load
        try:
            self.manifest: dict[str, Any] = json.loads(load(MANIFEST))
            self.size: int = self.manifest["documents"]
            self._folder = f"{self.manifest['folder']}/"
        except (ValueError, KeyError, TypeError) as error:
            message = "tệp chỉ mục gốc hỏng"
            raise DamagedError(message) from error
        if self.manifest["format"] != FORMAT:
            message = "chỉ mục thuộc phiên bản khác; hãy dựng lại trang"
            raise DamagedError(message)
        self._files: dict[str, memoryview] = {}
        self._sums: dict[int, bytes] = {}
        self._shards: dict[tuple[str, int], list[Term]] = {}

    def terms(self, folded: str) -> list[Term]:
        """The words, in all their spellings, with this folded form."""
        shard = shard_of(hash_of(folded), self.manifest["words"])
        return [term for term in self._shard("tu", shard) if term.folded == (folded,)]

    def pairs(self, first: str, letter: str) -> list[Term]:
        """The pairs of this first word with all second words that begin with the letter."""
        shard = shard_of(hash_of(pair_key(first, letter)), self.manifest["pairs"])
        found = (term for term in self._shard("cap", shard) if term.folded[0] == first)
        return [term for term in found if term.folded[1][0] == letter]

    def groups(self, term: Term) -> list[Group]:
        """The articles of a term."""
        data = term.data if term.number < 0 else self._file(f"{term.kind}/dai-{term.number}.bin")
        numbers = decode(data)
        return [
            Group(
                code >> LEVEL_BITS,
                code & TOP_LEVEL,
                np.cumsum(np.fromiter(islice(numbers, next(numbers)), np.int64)),
            )
            for code in numbers
        ]

    def places(self, term: Term) -> dict[int, set[int]]:
        """Where in each article a pair stands in its own words."""
        beside = self._file(f"cho/{term.shard}.bin")
        if beside[:HEAD] != self._sums[term.shard]:
            message = "chỉ mục vừa được thay; hãy thử lại"
            raise DamagedError(message)
        metas, blob = _metas(beside[HEAD:], self._count(term))
        start = sum(size for size, number, _ in metas[: term.place] if number < 0)
        size, number, _ = metas[term.place]
        data = blob[start : start + size] if number < 0 else self._file(f"cho/dai-{number}.bin")
        found, doc, numbers = dict[int, set[int]](), 0, decode(data)
        for gap in numbers:
            doc += gap
            gaps = np.fromiter(islice(numbers, next(numbers)), np.int64)
            found[doc] = set(np.cumsum(gaps).tolist())
        return found

    def vocabulary(self) -> list[tuple[str, int]]:
        """Every folded word of letters with a digit for how common it is."""
        words = bytes(self._file("tu.bin")).decode().split()
        return [(word[:-1], int(word[-1])) for word in words]

    def facet(self, key: str) -> dict[str, tuple[str, Numbers]]:
        """The values of a facet: for each id its name and articles."""
        payload = self._file(f"loc/{key}.bin")
        text, rest = _text(payload)
        numbers, found = decode(rest), dict[str, tuple[str, Numbers]]()
        for line in text.split("\n") if text else ():
            id_, _, name = line.partition("\t")
            gaps = np.fromiter(islice(numbers, next(numbers)), np.int64)
            found[id_] = (name, np.cumsum(gaps))
        return found

    def card(self, doc: int) -> dict[str, Any]:
        """What a result shows."""
        loaded: dict[str, Any] = json.loads(self._load(f"{self.manifest['cards']}/{doc}.json"))
        return loaded

    def _count(self, term: Term) -> int:
        return len(self._shard("cap", term.shard))

    def _file(self, path: str) -> memoryview:
        if path not in self._files:
            self._files[path] = unseal(self._load(self._folder + path), path)
        return self._files[path]

    def _shard(self, kind: str, number: int) -> list[Term]:
        if (kind, number) not in self._shards:
            text, rest = _text(self._file(f"{kind}/{number}.bin"))
            if kind == "cap":
                self._sums[number] = seal(text.encode())[:HEAD]
            words = _words(text) if kind == "tu" else _pairs(text)
            self._shards[kind, number] = _terms(words, rest, kind, number)
        return self._shards[kind, number]


def _words(text: str) -> list[tuple[str, ...]]:
    return [(word,) for word in text.split()]


def _pairs(text: str) -> list[tuple[str, ...]]:
    lines = (line.partition("\t") for line in text.split("\n") if line)
    return [(first, second) for first, _, seconds in lines for second in seconds.split(" ")]


def _terms(words: list[tuple[str, ...]], rest: memoryview, kind: str, shard: int) -> list[Term]:
    metas, blob = _metas(rest, len(words))
    terms, start = [], 0
    for place, (of_term, (size, number, count)) in enumerate(zip(words, metas, strict=True)):
        data = blob[start : start + size]
        start += size
        folded = tuple(map(folded_form, of_term))
        terms.append(Term(of_term, folded, kind, shard, place, data, number, count))
    return terms


def _metas(data: memoryview, count: int) -> tuple[list[tuple[int, int, int]], memoryview]:
    """Return (size, number of a long list or -1, its count) for each term, and what follows."""
    numbers, metas, read = decode(data), list[tuple[int, int, int]](), 0
    for _ in range(count):
        value = next(numbers)
        read += _length(value)
        if value & 1:
            total = next(numbers)
            read += _length(total)
            metas.append((0, value >> 1, total))
        else:
            metas.append((value >> 1, -1, 0))
    return metas, data[read:]


def _length(value: int) -> int:
    return max(1, -(-value.bit_length() // 7))


def _text(payload: memoryview) -> tuple[str, memoryview]:
    size = next(decode(payload))
    start = _length(size)
    return bytes(payload[start : start + size]).decode(), payload[start + size :]
