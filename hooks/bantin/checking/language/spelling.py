"""Names of offices that are all but right: one letter or one mark away from a name that is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bantin.gazetteer.agency_kinds import COMMON_KINDS, FIXED_CAPITALS, kind_name
from bantin.model import Registries
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

LEAST = 3
_START = compile_cased(r"(?<![\w’'])([\U][\L]*)(?=[ \n]([\U\L]+)[ \n]([\U\L]+))")
_MARKS = '.,;:!?)”"»…'
_RUN = re.compile(r"[^\W\d_]+(?:[ \n][^\W\d_]+)*")
_WINDOW = 90


class Name(NamedTuple):
    """A kind of office: its syllables in small letters, and as it is written."""

    words: tuple[str, ...]
    form: str


class Speller:
    """Knows how offices are called, from the registry and from the list of common ones."""

    def __init__(self, registries: Registries) -> None:
        self.known = {name.words: name for name in map(_name, _forms(registries)) if name}
        self.plain: dict[str, str] = {}
        self.by_first: dict[str, list[Name]] = defaultdict(list)
        self.by_next: dict[tuple[str, str], list[Name]] = defaultdict(list)
        for name in self.known.values():
            self.by_first[name.words[0]].append(name)
            self.by_next[name.words[1], name.words[2]].append(name)

    def slips(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield where a name is misspelt, what stands there, and what was meant."""
        end = 0
        for match in _START.finditer(text):
            if match.start() < end:
                continue
            first, second, third = map(self._plain, match.groups())
            near = (*self.by_first.get(first, ()), *self.by_next.get((second, third), ()))
            if near and (meant := self._meant(text, match.start(), near)):
                found = text[match.start() :].split(maxsplit=len(meant.words))
                written = " ".join(found[: len(meant.words)]).rstrip(_MARKS)
                end = match.start() + len(written)
                yield match.start(), written, _cased(meant.form, written)

    def other_capitals(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield where a name has capitals of its own, what stands there, and how it is written."""
        small = text.lower().replace("uỷ", "ủy").replace("toà", "tòa")
        for right in FIXED_CAPITALS if len(small) == len(text) else ():
            at = small.find(right.lower())
            while at >= 0:
                found = text[at : at + len(right)]
                is_shown = found[0].isupper() and not found.isupper()
                if is_shown and place_tones(found) != right:
                    yield at, found, right
                at = small.find(right.lower(), at + len(right))

    def _plain(self, word: str) -> str:
        """The word in small letters, its tone mark where the house places it."""
        known = self.plain.get(word)
        return known or self.plain.setdefault(word, place_tones(word).lower())

    def _meant(self, text: str, start: int, near: Iterable[Name]) -> Name | None:
        run = _RUN.match(text, start, start + _WINDOW)
        words = tuple(self._plain(word) for word in run[0].split()) if run else ()
        if any(words[:size] in self.known for size in range(LEAST, len(words) + 1)):
            return None
        alike = {name for name in near if _is_slip(words, name.words)}
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
    return Name(words, place_tones(form)) if len(words) >= LEAST and is_plain else None


def _is_slip(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name is written with one syllable wrong by one letter, mark or swap."""
    if len(words) < len(name):
        return False
    wrong = [(one, other) for one, other in zip(words, name, strict=False) if one != other]
    is_head = len(wrong) == 1 and words[0] != name[0]
    return len(wrong) == 1 and OSA.distance(*wrong[0]) == 1 and not (
        is_head and words[0][0] != name[0][0]
    )  # fmt: skip


def _cased(form: str, found: str) -> str:
    """The right name with the capitals that the writer chose."""
    return "".join(
        letter.upper() if place < len(found) and found[place].isupper() else letter
        for place, letter in enumerate(form)
    ) if len(form) == len(found) else form  # fmt: skip
