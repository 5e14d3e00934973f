"""The files of a built index, read as they are asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from bantin.search.format.codec import (
    HEAD,
    Cut,
    DamagedError,
    Numbers,
    cut_lists,
    cut_text,
    decode,
    seal,
    unseal,
)
from bantin.search.format.postings import DOC_BITS, DOCS, PLACES, SPOT_DOC
from bantin.search.format.settings import FORMAT, LEVEL_BITS, MANIFEST, TOP_LEVEL
from bantin.search.format.shards import PAIRS, SPOTS, WORDS, Kind, cut_terms, list_path, shard_path
from bantin.search.format.terms import folded_form, hash_of, pair_key, shard_of

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a shard: a word, or two, as written; and where its lists are."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    kind: Kind
    shard: int
    place: int
    list: Cut

    @property
    def count(self) -> int:
        """How many articles have it; 0 where only its list tells."""
        return self.list.holders


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
        self._shards: dict[tuple[Kind, int], list[Term]] = {}

    def terms(self, folded: str) -> list[Term]:
        """The words, in all their spellings, with this folded form."""
        shard = shard_of(hash_of(folded), self.manifest["words"])
        return [term for term in self._shard(WORDS, shard) if term.folded == (folded,)]

    def pairs(self, first: str, letter: str) -> list[Term]:
        """The pairs of this first word with all second words that begin with the letter."""
        shard = shard_of(hash_of(pair_key(first, letter)), self.manifest["pairs"])
        found = (term for term in self._shard(PAIRS, shard) if term.folded[0] == first)
        return [term for term in found if term.folded[1][0] == letter]

    def groups(self, term: Term) -> list[Group]:
        """The articles of a term."""
        postings = self._list(term.kind, term.shard, term.list)
        codes = postings >> DOC_BITS
        return [
            Group(code >> LEVEL_BITS, code & TOP_LEVEL, postings[codes == code] & DOCS)
            for code in np.unique(codes).tolist()
        ]

    def places(self, term: Term) -> dict[int, set[int]]:
        """Where in each article a pair stands in its own words."""
        beside = self._file(shard_path(SPOTS, term.shard))
        terms = self._shard(PAIRS, term.shard)
        if beside[:HEAD] != self._sums[term.shard]:
            message = "chỉ mục vừa được thay; hãy thử lại"
            raise DamagedError(message)
        cut = cut_lists(beside[HEAD:], len(terms))[term.place]
        found = dict[int, set[int]]()
        for spot in self._list(SPOTS, term.shard, cut).tolist():
            found.setdefault(spot >> SPOT_DOC, set()).add(spot & PLACES)
        return found

    def vocabulary(self) -> list[tuple[str, int]]:
        """Every folded word of letters with a digit for how common it is."""
        words = bytes(self._file("tu.bin")).decode().split()
        return [(word[:-1], int(word[-1])) for word in words]

    def facet(self, key: str) -> dict[str, tuple[str, Numbers]]:
        """The values of a facet: for each id its name and articles."""
        payload = self._file(f"loc/{key}.bin")
        text, rest = cut_text(payload)
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

    def _list(self, kind: Kind, shard: int, cut: Cut) -> Numbers:
        path = list_path(kind, shard, cut.number)
        return kind.read(cut.data if cut.number < 0 else self._file(path))

    def _file(self, path: str) -> memoryview:
        if path not in self._files:
            self._files[path] = unseal(self._load(self._folder + path), path)
        return self._files[path]

    def _shard(self, kind: Kind, number: int) -> list[Term]:
        if (kind, number) not in self._shards:
            payload = self._file(shard_path(kind, number))
            if kind == PAIRS:
                self._sums[number] = seal(cut_text(payload)[0].encode())[:HEAD]
            self._shards[kind, number] = _terms(kind, number, payload)
        return self._shards[kind, number]


def _terms(kind: Kind, shard: int, payload: memoryview) -> list[Term]:
    spelled, rest = cut_terms(kind, payload)
    return [
        Term(of_term, tuple(map(folded_form, of_term)), kind, shard, place, cut)
        for place, (of_term, cut) in enumerate(
            zip(spelled, cut_lists(rest, len(spelled)), strict=True)
        )
    ]
