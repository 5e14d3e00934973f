"""The words a text is found by: one specification for the index and for the query.

``theme/assets/js/normalise.js`` does the same in the browser; ``tests/vectors`` holds both to it.

Text. NFC, then small letters, İ as I and ð (from U+00D0) as đ. Places count in the NFC form.

Words. A word is a run of letters, or a run of the digits 0-9; all else separates, and where
letters meet digits a word ends (5km: 5, km). Letters are listed by range in ``letters.py``,
combining marks and invisible characters (soft hyphen, zero-width) among them; a run of nothing but
those is no word. An apostrophe of any shape between two letters joins them. Every word has a
position, its ordinal number in the text; neighbours are one apart, so pairs and phrases are built
from words.

Forms. *Exact*: tone mark at its place (uỷ: ủy), apostrophe straight (m'drắk), nothing invisible;
it ranks. *Folded*: no marks, no apostrophes, đ as d (mdrak); it finds. Of digits the folded form
drops leading zeros: 05/7 is found as 5/7.

Joined forms stand for several words. They have the position of their first word, come after it in
the list, and stretch from its start to the end of their last. Their forms are those of their words
run together. The words themselves are always there as well, so a joined form in a query is an
alternative to its words in a row, never a demand.

- *number*, a document number: digits (at most five; a letter a-e may follow before a sign), a year
  if any, the letters. Written: a sign (- / &) between all parts, as in 65-KL/TW, 120/2020/QH14;
  the first letters are no Vietnamese syllable, or are ĐA, PA; one space beside a sign is forgiven
  where no syllable follows (QĐ- TTg). Loose: the first letters are a known type (``TYPES``) after
  a space, a sign among spaces, or nothing; then come at most three groups after single spaces,
  each no syllable, the first of them also TU, HU, ĐU: 65 KL TW, 65kl/tw, 65kltw. Where a loose
  number may already end, its beginning is a number too: 65 KL TW gives 65kl and 65kltw, for the
  next abbreviation may not belong to it (65 KL TW UBND).
- *symbol*, the letters of a document number without the number (kltw), and any letters joined by
  signs without spaces, with up to three digits at their end: CTrPH/BDVHU, Ê-đê (ede), QH14. T.Ư
  and TƯ after a stroke are joined as TW.
- *figure*, digits grouped by points or commas, without them: 15.320 is also 15320.
- *term*, two years in order with a dash between, spaces allowed: 2021-2025, always with a hyphen.
- *guess*, a reading that may be wrong: 21-25 may be 2021, 2025 and 2021-2025 (two digits each, the
  second at most ten after the first, no percent sign, unit or further figure attached). A query
  tries it; an index may leave it out.
"""

from typing import NamedTuple
from unicodedata import normalize

from bantin.vietnamese.chunks import Kind, Token, cut
from bantin.vietnamese.fold import lower
from bantin.vietnamese.patterns import CHUNK

__all__ = ["Joined", "Kind", "Token", "Tokeniser", "Word", "prepare", "tokenise"]


class Word(NamedTuple):
    """A word in the form that ranks and the form that finds; its position is its index."""

    exact: str
    folded: str


class Joined(NamedTuple):
    """A form that stands for several words, at the position of the first."""

    exact: str
    folded: str
    position: int
    kind: Kind


class Tokeniser:
    """Cuts texts into tokens and remembers the chunks it has met."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}
        self._chunks: dict[str, list[Token]] = {}

    def tokenise(self, text: str) -> list[Token]:
        """Return the tokens with their places in the NFC form of the text."""
        tokens: list[Token] = []
        known, position = self._words.get, 0
        for match in CHUNK.finditer(prepare(text)):
            start, end = match.span(1)
            if word := known(match[1]):
                tokens.append(Token(word[0], word[1], start, end, position, "word"))
                position += 1
            else:
                found = self._cut(match[1])
                tokens += [token.shifted(start, position) for token in found]
                position += sum(token.kind == "word" for token in found)
        return tokens

    def read(self, text: str) -> tuple[list[Word], list[Joined]]:
        """Return the words in order, and the joined forms: three times faster, without places."""
        words: list[Word] = []
        joined: list[Joined] = []
        known = self._words.get
        for chunk in CHUNK.findall(prepare(text)):
            if word := known(chunk):
                words.append(word)
                continue
            position = len(words)
            for exact, folded, _, _, step, kind in self._cut(chunk):
                if kind == "word":
                    words.append(Word(exact, folded))
                else:
                    joined.append(Joined(exact, folded, position + step, kind))
        return words, joined

    def _cut(self, chunk: str) -> list[Token]:
        if chunk not in self._chunks:
            tokens = self._chunks[chunk] = cut(chunk)
            if [(token.start, token.end) for token in tokens] == [(0, len(chunk))]:
                self._words[chunk] = Word(tokens[0].exact, tokens[0].folded)
        return self._chunks[chunk]


def prepare(text: str) -> str:
    """Return the text in the form that is cut; as long as its NFC form."""
    return lower(normalize("NFC", text)).replace("\u00f0", "đ")


def tokenise(text: str) -> list[Token]:
    """Return the tokens of one text."""
    return Tokeniser().tokenise(text)
