"""The files of the index that entities are found by: keys of names, and records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bantin.catalog import Catalog
from bantin.search.entities.records import KINDS, Entity, entities, line
from bantin.search.format.codec import encode
from bantin.search.format.names import name_hash, name_words
from bantin.search.format.settings import ENTITY_BLOCK
from bantin.search.format.terms import shard_of

# About how many bytes a key takes with the number of its entity.
KEY_SIZE = 5
# Of a file of keys, in bytes: each query asks for one.
KEY_FILE_SIZE = 1_000


class EntityFiles:
    """All entities, numbered by their names.

    Attributes:
        count: how many there are.
        bits: how many bits of the hash choose a file of keys.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._entities = sorted(entities(catalog), key=lambda one: (one.words, one.kind, one.id))
        self._keys = _keys(self._entities)
        self.count = len(self._entities)
        self.bits = (len(self._keys) * KEY_SIZE // KEY_FILE_SIZE).bit_length()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files: see “Entities” in ``FORMAT.md``."""
        shards = defaultdict[int, list[tuple[int, int]]](list)
        for key, number in self._keys:
            shards[shard_of(key, self.bits)].append((key, number))
        for shard in range(1 << self.bits):
            yield f"muc/ten-{shard}.bin", _key_file(shards[shard])
        firsts = []
        for block, lines in enumerate(_blocks(self._lines())):
            firsts.append(" ".join(self._entities[block * ENTITY_BLOCK].words))
            yield f"muc/{block}.bin", "\n".join(lines).encode()
        yield "muc.bin", "\n".join(firsts).encode()

    def _lines(self) -> list[str]:
        numbers = {f"{one.kind}{one.id}": at for at, one in enumerate(self._entities)}
        docs = {article.path: at for at, article in enumerate(self._catalog.articles)}
        return [line(one, self._catalog, numbers, docs) for one in self._entities]


def _keys(found: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the hash of every form with the number of its entity, by hash, then as shown."""
    kinds = list(KINDS)
    ranked = sorted(
        (name_hash(words), kinds.index(one.kind), -len(one.stories), number)
        for number, one in enumerate(found)
        for words in {tuple(sorted(name_words(form))) for form in one.forms}
        if words
    )
    return [(key, number) for key, _, _, number in ranked]


def _key_file(keys: Sequence[tuple[int, int]]) -> bytes:
    """Return a file of keys: how many, the hashes as gaps, the numbers of their entities."""
    hashes = np.array([key for key, _ in keys], np.int64)
    numbers = [number for _, number in keys]
    return encode(np.array([len(keys), *np.diff(hashes, prepend=0).tolist(), *numbers], np.int64))[
        0
    ]


def _blocks(lines: Sequence[str]) -> Iterable[Sequence[str]]:
    return (lines[at : at + ENTITY_BLOCK] for at in range(0, len(lines), ENTITY_BLOCK))
