"""The words by which a text is found: one specification for the index and for the query.

``theme/assets/js/normalise.js`` does the same in the browser; ``tests/vectors`` holds both to it.

Text. NFC, then small letters, İ as I and ð (from U+00D0) as đ. Offsets count in the NFC form.

Words. A word is a run of letters, or a run of the digits 0-9; all else separates, and where
letters meet digits a word ends (5km: 5, km). Letters are listed by range in ``letters.py``,
combining marks and invisible characters (soft hyphen, zero-width) among them; a run of nothing but
those is no word. An apostrophe of any shape between two letters joins them. Every word has a
position, its ordinal number in the text; neighbours are one apart, so pairs and phrases are built
from words.

Forms. *Exact*: tone mark in its usual place (uỷ: ủy), apostrophe straight (m'drắk), nothing
invisible; it ranks. *Folded*: no diacritics, no apostrophes, đ as d (mdrak); it finds. Of digits
the folded form drops leading zeros: 05/7 is found as 5/7.

Joined forms stand for several words. They have the position of their first word, come after it in
the list, and extend from its start to the end of their last. Their forms are those of their words
run together. The words themselves are always there as well, so a joined form in a query is an
alternative to its words in a row, never a demand.

- *number*, a document number: digits (at most five; a letter a-e may follow before a sign), a year
  if any, the letters. Written: a sign (- / &) between all parts, as in 65-KL/TW, 120/2020/QH14;
  the first letters are no Vietnamese syllable, or are ĐA, PA; one space next to a sign is forgiven
  where no syllable follows (QĐ- TTg). Loose: the first letters are a known type
  (``DOCUMENT_TYPES``) after a space, a sign among spaces, or nothing; then come at most three
  groups after single spaces, each no syllable, the first of them also TU, HU, ĐU: 65 KL TW,
  65kl/tw, 65kltw. Where a loose number may already end, its beginning is a number too: 65 KL TW
  gives 65kl and 65kltw, for the next abbreviation may not belong to it (65 KL TW UBND).
- *symbol*, the letters of a document number without the number (kltw), and any letters joined by
  signs without spaces, with up to three digits at their end: CTrPH/BDVHU, Ê-đê (ede), QH14. T.Ư
  and TƯ after a stroke are joined as TW.
- *figure*, digits grouped by points or commas, without them: 15.320 is also 15320.
- *period*, two years in order with a dash between, spaces allowed: 2021-2025, always with a hyphen.
- *guess*, a reading that may be wrong: 21-25 may be 2021, 2025 and 2021-2025 (two digits each, the
  second at most ten after the first, no percent sign, unit or further figure attached). A query
  tries it; an index may leave it out.
"""

from unicodedata import normalize

from bantin.vietnamese.chunks import Kind, Token, tokenise_chunk
from bantin.vietnamese.fold import lower
from bantin.vietnamese.token_patterns import CHUNK, SPACED_NUMBER

__all__ = ["Kind", "Token", "chunks", "fragments", "prepare", "tokenise", "tokenise_chunk"]

HARD_SPACE = "\u00a0"


def prepare(text: str) -> str:
    """Return the text in the form that is cut into words; as long as its NFC form."""
    return lower(normalize("NFC", text)).replace("\u00f0", "đ")


def fragments(text: str) -> list[str]:
    """Return a text split at its spaces, except those within a number (“65 KL TW”).

    The chunks of a text are the chunks of its fragments. An indexer can therefore cut each
    distinct fragment once: most fragments of a text have occurred in earlier texts.
    """
    prepared = prepare(text)
    joined = SPACED_NUMBER.sub(lambda number: number[0].replace(" ", HARD_SPACE), prepared)
    return joined.split(" ")


def chunks(fragment: str) -> list[str]:
    """Return the chunks of a fragment: pieces whose tokens do not depend on their neighbours."""
    return [match[0] for match in CHUNK.finditer(fragment)]


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text, with offsets into its NFC form."""
    tokens: list[Token] = []
    position = 0
    for match in CHUNK.finditer(prepare(text)):
        chunk = tokenise_chunk(match[0])
        tokens += [token.moved(match.start(), position) for token in chunk]
        position += sum(token.kind == "word" for token in chunk)
    return tokens
