"""Names of agencies spelled nearly right: one letter or one tone mark off, or odd capitals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bantin.gazetteer.agency_kinds import COMMON_KINDS, FIXED_CAPITALS, kind_name
from bantin.model import Registries
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

# A name of fewer syllables is too often another word.
MIN_WORDS = 3
# A word with a capital and the next two, which may begin a name.
_START = compile_cased(r"(?<![\w’'])([\U][\L]*)(?=[ \n]([\U\L]+)[ \n]([\U\L]+))")
_MARKS = '.,;:!?)”"»…'
_WORDS = re.compile(r"[^\W\d_]+(?:[ \n][^\W\d_]+)*")
# Characters in which the longest name ends.
_MAX_LENGTH = 90


class Name(NamedTuple):
    """The name of a kind of agency: its syllables in small letters, and as it is written."""

    words: tuple[str, ...]
    form: str


class AgencySpelling:
    """Knows what kinds of agency are called, from the registry and a list of common kinds."""

    def __init__(self, registries: Registries) -> None:
        self.names = {name.words: name for name in map(_name, _forms(registries)) if name}
        self.simple_words: dict[str, str] = {}
        # The name that is meant has its first word right, or else its second and third.
        self.by_first: dict[str, list[Name]] = defaultdict(list)
        self.by_next: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for name in self.names.values():
            self.by_first[name.words[0]].append(name)
            self.by_next[name.words[1], name.words[2]].append(name)

    def misspelt(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield the position of each misspelt name, what is written, and what is meant."""
        end = 0
        for match in _START.finditer(text):
            if match.start() < end:
                continue
            first, second, third = map(self._simple, match.groups())
            candidates = (*self.by_first.get(first, ()), *self.by_next.get((second, third), ()))
            if candidates and (name := self._meant(text, match.start(), candidates)):
                words = text[match.start() :].split(maxsplit=len(name.words))
                written = " ".join(words[: len(name.words)]).rstrip(_MARKS)
                end = match.start() + len(written)
                yield match.start(), written, _with_capitals_of(written, name.form)

    def wrong_capitals(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield the position of each name with capitals of its own, as written and as is right."""
        small = text.lower().replace("uỷ", "ủy").replace("toà", "tòa")
        for right in FIXED_CAPITALS if len(small) == len(text) else ():
            at = small.find(right.lower())
            while at >= 0:
                written = text[at : at + len(right)]
                is_name = written[0].isupper() and not written.isupper()
                if is_name and place_tones(written) != right:
                    yield at, written, right
                at = small.find(right.lower(), at + len(right))

    def _simple(self, word: str) -> str:
        """Return a word in small letters with its tone mark where the bulletin places it."""
        simple = self.simple_words.get(word)
        return simple or self.simple_words.setdefault(word, place_tones(word).lower())

    def _meant(self, text: str, start: int, candidates: Iterable[Name]) -> Name | None:
        """Return the longest name that may be meant; None where a right name is written."""
        match = _WORDS.match(text, start, start + _MAX_LENGTH)
        words = tuple(self._simple(word) for word in match[0].split()) if match else ()
        if any(words[:size] in self.names for size in range(MIN_WORDS, len(words) + 1)):
            return None
        alike = {name for name in candidates if _is_misspelt(words, name.words)}
        return max(alike, key=lambda name: len(name.words), default=None)


def _forms(registries: Registries) -> Iterable[str]:
    for name, spellings in COMMON_KINDS:
        yield name
        yield from (one for one in spellings if not re.search("[A-ZĐ]{2}", one))
    for agency in registries.agencies.values():
        yield kind_name(agency.name) or agency.name


def _name(form: str) -> Name | None:
    words = tuple(place_tones(word).lower() for word in form.split())
    is_plain = all(word.isalpha() for word in words)
    return Name(words, place_tones(form)) if len(words) >= MIN_WORDS and is_plain else None


def _is_misspelt(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are a name with one syllable wrong by one letter, tone mark or swap.

    In the first syllable the first letter must be right: «Hội» and «Đội» are two words.
    """
    if len(words) < len(name):
        return False
    wrong = [(one, other) for one, other in zip(words, name, strict=False) if one != other]
    if len(wrong) != 1 or OSA.distance(*wrong[0]) != 1:
        return False
    return words[0][0] == name[0][0]


def _with_capitals_of(written: str, form: str) -> str:
    """Return the right name with the capitals that the writer chose, where letters correspond."""
    if len(form) != len(written):
        return form
    pairs = zip(form, written, strict=True)
    return "".join(letter.upper() if other.isupper() else letter for letter, other in pairs)
