"""The whole search index of a catalogue, as files."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bantin.catalog import Catalog
from bantin.model import Article
from bantin.search.card import card
from bantin.search.codec import seal
from bantin.search.equivalents import Equivalents
from bantin.search.facets import facet_file, facets, year_runs
from bantin.search.fields import Field, other_fields, other_names, own_fields, registry_fields
from bantin.search.names import Names, OtherName
from bantin.search.postings import Corpus, laid_end_to_end
from bantin.search.prose import prose
from bantin.search.ranking import rank
from bantin.search.settings import FORMAT, MANIFEST, REGISTRY, SHARED
from bantin.search.shards import kinds, vocabulary
from bantin.search.store import Entry, key_of, load, save
from bantin.search.vector import Ids, Lexicon, Numbers, Vectoriser

ReadBody = Callable[[Article], str]
NAME_SIZE = 12


@dataclass(frozen=True, slots=True)
class Index:
    """What an index is made of; ``files`` writes it out."""

    catalog: Catalog
    keys: tuple[bytes, ...]
    entries: tuple[Entry, ...]
    lexicon: Lexicon

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file with its path below the index's folder; the manifest comes last.

        What belongs together stands in one folder, named after the numbers that articles and
        shards have; only where these are the same may files of two releases meet.
        """
        terms, starts = laid_end_to_end([entry.vector.terms for entry in self.entries], np.uint32)
        ranking = rank(self.lexicon, terms)
        corpus = self._corpus(ranking.ranks, terms, starts)
        counts = np.bincount(corpus.ranks, minlength=ranking.size)
        words, pairs, spots = kinds(ranking, corpus, counts)
        numbered = (article.path for article in self.catalog.articles)
        folder = _name(FORMAT, words.bits, pairs.bits, *numbered)
        for path, data in (("tu.bin", vocabulary(ranking, counts)), *self._facets()):
            yield f"{folder}/{path}", seal(data)
        for kind in (words, pairs, spots):
            yield from ((f"{folder}/{path}", seal(data)) for path, data in kind.files())
        for number, entry in enumerate(self.entries):
            yield f"{folder}/bai/{number}.json", entry.card
        yield MANIFEST, self._manifest(folder, words.bits, pairs.bits)

    @property
    def version(self) -> str:
        """Digest of all that the index is made of."""
        return _name(FORMAT, SHARED, self.catalog.registries, *(key.hex() for key in self.keys))

    def _corpus(self, ranks: Ids, terms: Ids, starts: Numbers) -> Corpus:
        codes, _ = laid_end_to_end([entry.vector.codes for entry in self.entries], np.uint8)
        pairs, pair_starts = laid_end_to_end(
            [entry.vector.pairs for entry in self.entries], np.uint32
        )
        following = np.append(np.zeros(1, np.uint32), ranks + 1)
        return Corpus(ranks[terms], codes, starts, following[pairs], pair_starts)

    def _facets(self) -> Iterator[tuple[str, bytes]]:
        for facet in facets(self.catalog):
            yield f"loc/{facet.key}.bin", facet_file(facet, self.catalog.articles)

    def _manifest(self, folder: str, words: int, pairs: int) -> bytes:
        manifest = {
            "format": FORMAT,
            "version": self.version,
            "folder": folder,
            "documents": len(self.entries),
            "words": words,
            "pairs": pairs,
            "years": year_runs(self.catalog.articles),
            "facets": [facet.key for facet in facets(self.catalog)],
            **SHARED,
        }
        return json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()


def build_index(catalog: Catalog, read_body: ReadBody, cache: Path | None = None) -> Index:
    """Index a catalogue; only what changed since the cached build is read again."""
    lexicon, kept = load(cache) if cache else (Lexicon(), {})
    maker = _Maker(catalog, read_body, lexicon)
    keys, entries = [], []
    for article in catalog.articles:
        named = tuple(registry_fields(catalog, article))
        others = other_names(maker.names, article)
        key = key_of(maker.settings, article.path, article.digest, named, others)
        keys.append(key)
        entries.append(kept.get(key) or maker.make(article, named, others))
    if cache and not kept.keys() >= set(keys):
        save(cache, lexicon, list(zip(keys, entries, strict=True)))
    return Index(catalog, tuple(keys), tuple(entries), lexicon)


class _Maker:
    """Makes the entries of articles that are new."""

    def __init__(self, catalog: Catalog, read_body: ReadBody, lexicon: Lexicon) -> None:
        self._catalog, self._read_body = catalog, read_body
        self._vectoriser = Vectoriser(lexicon)
        self._equivalents = Equivalents(catalog.registries)
        self.names = Names(catalog)
        self.settings = key_of(FORMAT, self._equivalents)

    def make(
        self, article: Article, named: tuple[Field, ...], others: tuple[OtherName, ...]
    ) -> Entry:
        """Return the entry of an article."""
        parts = tuple(prose(self._read_body(article)))
        fields = [*own_fields(article, parts), *named]
        more = self._equivalents.of("\n".join(field.text for field in fields))
        fields += [Field(text, 1, REGISTRY) for text in more]
        vector = self._vectoriser.vector([*fields, *other_fields(others)])
        return Entry(vector, card(self._catalog, article, parts, others))


def _name(*parts: object) -> str:
    return key_of(*parts).hex()[:NAME_SIZE]
