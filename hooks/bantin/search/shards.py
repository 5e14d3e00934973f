"""Terms and their lists as files: small ones by hash, and one for each list that is long."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from bantin.search.codec import HEAD, encode, encode_one, seal
from bantin.search.postings import Corpus, Lists, places, postings
from bantin.search.ranking import HASH_BITS, Ranking, folded_form
from bantin.search.settings import LONGEST, LONGEST_PLACES, SHARD_SIZE
from bantin.search.vector import Numbers

# Ranks merged at a time: bounds the memory, whatever the size of the archive.
POSTINGS_AT_ONCE = 400_000
# Bytes that a term takes beside its list, more or less.
WRITTEN = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of shards.

    Attributes:
        folder: where its files go.
        bits: how many bits of the hash tell them apart.
        hashes: of its terms, rising.
        longest: a list of more bytes has a file of its own.
        entries: how much there is to merge.
        lists: the lists of a run of its terms.
        text: the terms of a run as they are written.
        is_beside: whether the shards of another kind tell these terms; then only a checksum of
            their text is written, to tell shards of two releases apart.
    """

    folder: str
    bits: int
    hashes: Numbers
    longest: int
    entries: int
    lists: Callable[[int, int], Lists]
    text: Callable[[int, int], str]
    is_beside: bool = False

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file.

        A shard holds the text of its terms behind its length, or its checksum; for each list twice
        its length, or one more than twice the number of its file and its count; then the lists.
        """
        edges = np.searchsorted(
            self.hashes, np.arange((1 << self.bits) + 1) << (HASH_BITS - self.bits)
        ).tolist()
        parts = min(1 << self.bits, 1 << max(0, (self.entries // POSTINGS_AT_ONCE).bit_length()))
        step, numbered = (1 << self.bits) // parts, 0
        for first in range(0, 1 << self.bits, step):
            chunk = _Chunk(self, edges[first : first + step + 1], numbered)
            for shard in range(step):
                yield f"{self.folder}/{first + shard}.bin", chunk.shard(shard)
            for number, place in enumerate(chunk.long.tolist(), numbered):
                yield f"{self.folder}/dai-{number}.bin", chunk.lists.of(place)
            numbered += len(chunk.long)


class _Chunk:
    """The shards that are merged at one time; ranks count from its first."""

    def __init__(self, kind: Kind, edges: list[int], numbered: int) -> None:
        self._kind, self._edges = kind, edges
        self.lists = kind.lists(edges[0], edges[-1])
        sizes = self.lists.sizes
        self.long = np.flatnonzero(sizes > kind.longest)
        values = 2 * sizes
        values[self.long] = 2 * np.arange(numbered, numbered + len(self.long)) + 1
        counts = self.lists.counts[self.long]
        self._metas, starts = encode(np.insert(values, self.long + 1, counts))
        ranks = np.arange(len(values) + 1)
        self._meta_starts = starts[ranks + np.searchsorted(self.long, ranks)]

    def shard(self, number: int) -> bytes:
        """Return the payload of a shard."""
        start, end = self._edges[number : number + 2]
        words = self._kind.text(start, end).encode()
        head = seal(words)[:HEAD] if self._kind.is_beside else encode_one(len(words)) + words
        first = start - self._edges[0]
        last = end - self._edges[0]
        metas = self._metas[self._meta_starts[first] : self._meta_starts[last]]
        return head + metas + self._inline(first, last)

    def _inline(self, first: int, last: int) -> bytes:
        inside = slice(*np.searchsorted(self.long, (first, last)).tolist())
        skipped = self.long[inside].tolist()
        begins = [first, *(place + 1 for place in skipped)]
        starts = self.lists.starts
        return b"".join(
            self.lists.data[starts[begin] : starts[stop]]
            for begin, stop in zip(begins, [*skipped, last], strict=True)
        )


def kinds(ranking: Ranking, corpus: Corpus, counts: Numbers) -> tuple[Kind, Kind, Kind]:
    """Return the shards of words, of pairs, and of the places where pairs stand."""
    split = len(ranking.words)
    words = Kind(
        folder="tu",
        bits=_bits(counts[:split]),
        hashes=ranking.word_hashes,
        longest=LONGEST,
        entries=int(counts[:split].sum()),
        lists=partial(postings, corpus),
        text=ranking.word_text,
    )
    pairs = Kind(
        folder="cap",
        bits=_bits(counts[split:]),
        hashes=ranking.pair_hashes,
        longest=LONGEST,
        entries=int(counts[split:].sum()),
        lists=lambda first, last: postings(corpus, split + first, split + last),
        text=ranking.pair_text,
    )
    spots = Kind(
        folder="cho",
        bits=pairs.bits,
        hashes=ranking.pair_hashes,
        longest=LONGEST_PLACES,
        entries=len(corpus.pairs),
        lists=lambda first, last: places(corpus, split + first, split + last),
        text=ranking.pair_text,
        is_beside=True,
    )
    return words, pairs, spots


def vocabulary(ranking: Ranking, counts: Numbers) -> bytes:
    """Return every folded word of letters followed by a digit for how common it is."""
    found: dict[str, int] = defaultdict(int)
    for word, count in zip(ranking.words, counts.tolist(), strict=False):
        if word.isalpha():
            found[folded_form(word)] += count
    text = " ".join(f"{word}{min(9, n.bit_length())}" for word, n in sorted(found.items()))
    return text.encode()


def _bits(counts: Numbers) -> int:
    """Return how many bits of the hash make shards of the wanted size."""
    size = int(counts[counts <= LONGEST].sum()) + WRITTEN * len(counts)
    return (size // SHARD_SIZE).bit_length()
