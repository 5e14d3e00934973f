"""The ledger of an import: every word of the file is in the draft, or among what was left out.

The file's words come from a witness that knows nothing of what the import keeps; the draft's are
read off its page. What is in neither is lost, and the editor is shown it.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple
from unicodedata import normalize

from bantin.importing.cleaning.page import ImportPage
from bantin.importing.drafting.draft import Draft
from bantin.importing.extract.note_marks import take_marks
from bantin.markdown import parse
from bantin.markdown.words import words_of
from bantin.markdown.words.page import page_text
from bantin.markdown.words.plain import without_signs
from bantin.vietnamese.tone import place_tones

# Letters that symbol fonts draw as bullets.
_BULLETS = frozenset("oüøvq§")
_GAP = 2  # lost words so close together are shown as one passage
_MAX_PIECES = 4


class LostPassage(NamedTuple):
    """Words of the file that are neither in the draft nor among what was left out."""

    text: str
    has_figure: bool


def find_lost(witness: str, page: ImportPage, draft: Draft, body: str) -> list[LostPassage]:
    """Return what of a file was lost without a word.

    Args:
        witness: all text of the file.
        page: its parts, with what was left out.
        draft: the front matter.
        body: the Markdown below it.
    """
    words = _words(witness)
    left_out = Counter(_keys("\n".join(one.text for one in page.dropped)))
    kept = Counter(_keys(page_text(parse(body).html)))
    for text in chain(_front_matter(draft), _besides(page)):
        kept.update(_keys(text))
    lost = Counter(map(_key, words)) - kept - left_out
    spare = (kept + left_out) - Counter(map(_key, words))
    for word in list(lost):
        if word in _BULLETS or _is_split(word, spare, left_out):
            del lost[word]
    return list(_passages(words, lost))


def _key(word: str) -> str:
    return place_tones(word).casefold()


def _keys(text: str) -> list[str]:
    return [_key(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    """Return the words of a text; signs of Markdown count for nothing, as in bodies."""
    return words_of(without_signs(normalize("NFKC", take_marks(text)[0])))


def _front_matter(draft: Draft) -> Iterator[str]:
    """Yield the texts that front matter took from the file as they were."""
    fields = draft.fields
    yield from (str(fields.get(key) or "") for key in ("title", "lead", "author"))
    source: dict[str, Any] = fields.get("source") or {}
    yield from (str(source.get(key) or "") for key in ("name", "url", "author"))
    for photo in fields.get("photos") or ():
        yield str(photo.get("caption") or photo.get("alt") or "")
        yield str(photo.get("credit") or "")


def _besides(page: ImportPage) -> Iterator[str]:
    """Yield what lines say besides the value that was read from them: “Tin, ảnh: ”."""
    for finding in filter(None, (page.title, page.author, page.source)):
        rest = Counter(_keys(finding.evidence)) - Counter(_keys(finding.value))
        yield " ".join(rest.elements())


def _is_split(word: str, spare: Counter[str], left_out: Counter[str]) -> bool:
    """Whether parts of a word are kept and parts left out, as where half of it was struck."""
    pieces = _pieces(word, spare, _MAX_PIECES)
    if pieces is None or not any(piece in left_out for piece in pieces):
        return False
    spare.subtract(pieces)
    return True


def _pieces(word: str, spare: Counter[str], most: int) -> list[str] | None:
    if not word:
        return []
    for end in range(len(word), 0, -1) if most else ():
        if spare[word[:end]] > 0:
            rest = _pieces(word[end:].lstrip(".,/:-"), spare, most - 1)
            if rest is not None:
                return [word[:end], *rest]
    return None


def _passages(words: list[str], lost: Counter[str]) -> Iterator[LostPassage]:
    """Yield the lost words in the order of the file, neighbours together."""
    places = []
    for index, word in enumerate(words):
        if lost[_key(word)] > 0:
            lost[_key(word)] -= 1
            places.append(index)
    group: list[int] = []
    for index in [*places, len(words) + _GAP]:
        if group and index - group[-1] >= _GAP:
            text = " ".join(words[place] for place in group)
            yield LostPassage(text, any(char.isdigit() for char in text))
            group = []
        group.append(index)
