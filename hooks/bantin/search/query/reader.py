"""The files of a built index, read as they are asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any

import numpy as np

from bantin.search.format.codec import (
    CHECKSUM_SIZE,
    DamagedError,
    Numbers,
    checksum,
    decode,
    split_text,
    verify,
)
from bantin.search.format.postings import DOC_BITS, DOC_MASK, POSITION_BITS, POSITION_MASK
from bantin.search.format.settings import FORMAT, LEVEL_BITS, MANIFEST, TOP_LEVEL
from bantin.search.format.shards import (
    PAIRS,
    POSITIONS,
    WORDS,
    ListRef,
    ShardKind,
    list_path,
    shard_path,
    split_lists,
    split_terms,
)
from bantin.search.format.terms import Term, folded_form, hash_of, pair_key, shard_of

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class IndexedTerm:
    """A term of the index, and where its lists are.

    Attributes:
        words: the exact form of the word, or of two.
        folded: their folded forms.
        kind: of its shard.
        shard: number of its shard.
        ordinal: which term of its shard it is, from 0.
        list: its posting list.
    """

    words: Term
    folded: Term
    kind: ShardKind
    shard: int
    ordinal: int
    list: ListRef

    @property
    def count(self) -> int:
        """How many articles have it; 0 where its list is short enough to be counted instead."""
        return self.list.doc_count


@dataclass(frozen=True, slots=True)
class Posting:
    """Articles (by number) that have a term from the same source, equally strongly."""

    source: int
    level: int
    docs: Numbers


class IndexReader:
    """Looks terms up in an index; a file is loaded once.

    Attributes:
        manifest: of the index.
        size: how many articles it has. They are numbered from 0, newest first; *docs* are always
            such numbers.
    """

    def __init__(self, load: Load) -> None:
        """Open an index.

        Args:
            load: returns the bytes of a file by its path below the folder of the index.

        Raises:
            DamagedError: the manifest cannot be read, or is of another format.
        """
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
        self._payloads: dict[str, memoryview] = {}
        self._text_checksums: dict[int, bytes] = {}
        self._shards: dict[tuple[ShardKind, int], list[IndexedTerm]] = {}

    def word_terms(self, folded: str) -> list[IndexedTerm]:
        """Return the words with a folded form, in all their spellings."""
        shard = shard_of(hash_of(folded), self.manifest["words"])
        return [term for term in self._shard(WORDS, shard) if term.folded == (folded,)]

    def pair_terms(self, first: str, letter: str) -> list[IndexedTerm]:
        """Return the pairs of a first word with all second words that begin with a letter."""
        shard = shard_of(hash_of(pair_key(first, letter)), self.manifest["pairs"])
        pairs = (term for term in self._shard(PAIRS, shard) if term.folded[0] == first)
        return [term for term in pairs if term.folded[1][0] == letter]

    def postings(self, term: IndexedTerm) -> list[Posting]:
        """Return the articles that have a term, by where and how strongly they have it."""
        packed = self._list(term.kind, term.shard, term.list)
        codes = packed >> DOC_BITS
        return [
            Posting(code >> LEVEL_BITS, code & TOP_LEVEL, packed[codes == code] & DOC_MASK)
            for code in np.unique(codes).tolist()
        ]

    def positions(self, term: IndexedTerm) -> dict[int, set[int]]:
        """Return by article where in its own text a pair is.

        Raises:
            DamagedError: the shard of positions is of another release than that of the pairs.
        """
        payload = self._payload(shard_path(POSITIONS, term.shard))
        terms = self._shard(PAIRS, term.shard)
        if payload[:CHECKSUM_SIZE] != self._text_checksums[term.shard]:
            message = "chỉ mục vừa được thay; hãy thử lại"
            raise DamagedError(message)
        position_list = split_lists(payload[CHECKSUM_SIZE:], len(terms))[term.ordinal]
        positions = dict[int, set[int]]()
        for packed in self._list(POSITIONS, term.shard, position_list).tolist():
            positions.setdefault(packed >> POSITION_BITS, set()).add(packed & POSITION_MASK)
        return positions

    def vocabulary(self) -> list[tuple[str, int]]:
        """Return every folded word of letters with a digit for how common it is."""
        words = bytes(self._payload("tu.bin")).decode().split()
        return [(word[:-1], int(word[-1])) for word in words]

    def short_forms(self) -> dict[str, str]:
        """Return phrases by their folded initials."""
        text = bytes(self._payload("vt.bin")).decode()
        return dict(line.split("\t", 1) for line in text.split("\n") if line)

    @property
    def entities(self) -> int:
        """How many entities there are."""
        return int(self.manifest["entities"][0])

    def entity_numbers(self, key: int) -> list[int]:
        """Return the numbers of the entities with a name of some hash."""
        shard = shard_of(key, self.manifest["entities"][1])
        count, *rest = decode(self._payload(f"muc/ten-{shard}.bin"))
        keys = accumulate(rest[:count])
        return [number for one, number in zip(keys, rest[count:], strict=True) if one == key]

    def lines(self, path: str) -> list[str]:
        """Return the lines of a file of text."""
        return bytes(self._payload(path)).decode().split("\n")

    def facet(self, key: str) -> dict[str, tuple[str, Numbers]]:
        """Return the values of a facet: for each id its name and articles."""
        text, rest = split_text(self._payload(f"loc/{key}.bin"))
        numbers, values = decode(rest), dict[str, tuple[str, Numbers]]()
        for line in text.split("\n") if text else ():
            id_, _, name = line.partition("\t")
            gaps = np.fromiter(islice(numbers, next(numbers)), np.int64)
            values[id_] = (name, np.cumsum(gaps))
        return values

    def card(self, doc: int) -> dict[str, Any]:
        """Return what a result shows of an article."""
        card: dict[str, Any] = json.loads(self._load(f"{self.manifest['cards']}/{doc}.json"))
        return card

    def _list(self, kind: ShardKind, shard: int, ref: ListRef) -> Numbers:
        data = ref.data if ref.file < 0 else self._payload(list_path(kind, shard, ref.file))
        return kind.decode(data)

    def _payload(self, path: str) -> memoryview:
        if path not in self._payloads:
            self._payloads[path] = verify(self._load(self._folder + path), path)
        return self._payloads[path]

    def _shard(self, kind: ShardKind, number: int) -> list[IndexedTerm]:
        if (kind, number) not in self._shards:
            payload = self._payload(shard_path(kind, number))
            if kind == PAIRS:
                self._text_checksums[number] = checksum(split_text(payload)[0].encode())
            self._shards[kind, number] = _terms_in(kind, number, payload)
        return self._shards[kind, number]


def _terms_in(kind: ShardKind, shard: int, payload: memoryview) -> list[IndexedTerm]:
    terms, rest = split_terms(kind, payload)
    lists = split_lists(rest, len(terms))
    return [
        IndexedTerm(term, tuple(map(folded_form, term)), kind, shard, ordinal, ref)
        for ordinal, (term, ref) in enumerate(zip(terms, lists, strict=True))
    ]
