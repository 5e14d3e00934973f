"""From fields to segments: the texts of all articles of a segment are inverted together."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bantin.search.format.codec import Numbers
from bantin.search.indexing.fields import Fields
from bantin.search.indexing.inversion import WEIGHT_SCALE, FieldTable, Occurrences, invert
from bantin.search.indexing.lexicon import SEPARATOR, FragmentTable, RaggedArray
from bantin.search.indexing.segment import Segment

SOURCE_BITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class TokenisedFields:
    """Fields with their fragments.

    Attributes:
        fields: the texts.
        fragments: numbers of the fragments of all fields, a separator after each field.
        rows: for each field its scaled weight and, in the lower bits, its source.
    """

    fields: Fields
    fragments: "array[int]"
    rows: "array[int]"


class Inverter:
    """Inverts articles; the words and records it has met serve all later ones."""

    def __init__(self, key_words: Collection[str] = ()) -> None:
        """Begin with an empty lexicon.

        Args:
            key_words: what ``key_words`` looks for.
        """
        self._fragments = FragmentTable(key_words)
        self._tokenised: dict[Fields, TokenisedFields] = {}

    def tokenise(self, fields: Fields) -> TokenisedFields:
        """Return fields with their fragments."""
        rows = [
            round(weight * WEIGHT_SCALE) << SOURCE_BITS | source for _, weight, source in fields
        ]
        fragments = self._fragments.read(field.text for field in fields)
        return TokenisedFields(fields, array("i", fragments), array("i", rows))

    def tokenise_once(self, fields: Fields) -> TokenisedFields:
        """Return the fields of a registry record, which recur, with their fragments."""
        if fields not in self._tokenised:
            self._tokenised[fields] = self.tokenise(fields)
        return self._tokenised[fields]

    def key_words(self, texts: Iterable[TokenisedFields]) -> tuple[Numbers, Numbers]:
        """Return the words of texts as numbers of key words, 0 for others; and the text of each."""
        sizes, fragments = array("i"), array("i")
        for text in texts:
            fragments.extend(text.fragments)
            sizes.append(len(text.fragments))
        words, counts = self._fragments.key_words.take(np.array(fragments, np.int64))
        return words, np.repeat(np.repeat(np.arange(len(sizes)), sizes), counts)

    def invert(self, articles: Iterable[tuple[bytes, Iterable[TokenisedFields]]]) -> Segment:
        """Return articles as a segment.

        Args:
            articles: for each its fingerprint, and its fields by rising source, its own first.
        """
        fingerprints, fragments, rows, row_ends = list[bytes](), array("i"), array("i"), [0]
        for fingerprint, texts in articles:
            for text in texts:
                fragments.extend(text.fragments)
                rows.extend(text.rows)
            fingerprints.append(fingerprint)
            row_ends.append(len(rows))
        weights, sources = np.divmod(np.array(rows, np.int64), 1 << SOURCE_BITS)
        docs = np.repeat(np.arange(len(fingerprints)), np.diff(row_ends))
        table = self._fragments
        words, joined = _occurrences(np.array(fragments, np.int64), table.words, table.joined)
        return invert(
            fingerprints, table.lexicon, words, joined, FieldTable(docs, weights, sources)
        )


def _occurrences(fragments: Numbers, *kinds: RaggedArray) -> Iterator[Occurrences]:
    """Yield the words of fragments by kind; a separator belongs to the field that it ends."""
    is_end = fragments == SEPARATOR
    fields = np.cumsum(is_end) - is_end
    for numbers, sizes in (kind.take(fragments) for kind in kinds):
        yield Occurrences(numbers, np.repeat(fields, sizes))
