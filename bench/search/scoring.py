"""How good the results of an engine are."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bantin.vietnamese.fold import fold
from bantin.vietnamese.tokens import tokenise

OPEN, FIVE = 3, 5


class Question(NamedTuple):
    """A query with the articles that answer it."""

    text: str
    expected: tuple[str, ...]
    split: str

    @property
    def is_open(self) -> bool:
        """Whether so many articles answer that none has to be first."""
        return len(self.expected) > OPEN


@dataclass(frozen=True, slots=True)
class Quality:
    """Of the queries with few right answers: for how many one is first, or among five."""

    total: int
    first: int
    five: int
    empty: int


class PhraseQuality(NamedTuple):
    """The results of all quoted phrases together.

    Attributes:
        results: how many there were.
        exact: those with the phrase, diacritics included where it was typed with any.
        bare: those with the phrase, apart from diacritics.
        missed: articles with the phrase, as for ``exact``, that were not found.
    """

    results: int
    exact: int
    bare: int
    missed: int


def load_questions(file: Path) -> list[Question]:
    """Return the queries of all splits."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n")[1:] if line]
    return [Question(text, tuple(paths.split(",")), split) for text, _, paths, split in rows]


def phrases_of(questions: Iterable[Question]) -> list[str]:
    """Return all that is between quotation marks."""
    return [f'"{part}"' for q in questions for part in re.findall(r'"([^"]+)"', q.text)]


def quality(
    questions: Sequence[Question], found: Sequence[Sequence[str]], principal: Mapping[str, str]
) -> Quality:
    """Score one split; reports of one conference count as one."""
    ranks = [
        rank_of(q, paths, principal)
        for q, paths in zip(questions, found, strict=True)
        if not q.is_open
    ]
    return Quality(
        len(ranks),
        sum(rank == 1 for rank in ranks),
        sum(0 < rank <= FIVE for rank in ranks),
        sum(not paths for paths in found),
    )


def rank_of(question: Question, paths: Iterable[str], principal: Mapping[str, str]) -> int:
    """Return the rank of the first right answer from 1, or 0."""
    wanted = {principal[path] for path in question.expected}
    events = dict.fromkeys(principal[path] for path in paths)
    return next((rank for rank, path in enumerate(events, 1) if path in wanted), 0)


def phrase_quality(
    asked: Sequence[str], found: Sequence[Sequence[str]], texts: Mapping[str, str]
) -> PhraseQuality:
    """Search every result for its phrase, and all articles for results that are missing."""
    results = exact = bare = missed = 0
    for phrase, paths in zip(asked, found, strict=True):
        words = padded_words(phrase)
        folded = fold_words(words)
        # A phrase typed without diacritics asks for its letters only.
        form = fold_words if words == folded else str
        relevant = {path for path, text in texts.items() if words in form(text)}
        results += len(paths)
        exact += len(relevant.intersection(paths))
        bare += sum(folded in fold_words(texts[path]) for path in paths)
        missed += len(relevant.difference(paths))
    return PhraseQuality(results, exact, bare, missed)


def padded_words(*parts: str) -> str:
    """Return the words of texts with a space on each side, a bar between texts."""
    return " | ".join(f" {' '.join(_words(part))} " for part in parts)


@cache
def fold_words(words: str) -> str:
    """Return padded words without diacritics."""
    return fold(words)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text)
    return [token.exact for token in tokenise(plain) if token.kind == "word"]


def wilson(successes: int, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a rate."""
    rate, square = successes / total, 1.96**2
    middle = (rate + square / (2 * total)) / (1 + square / total)
    spread = rate * (1 - rate) / total + square / (4 * total**2)
    half = 1.96 / (1 + square / total) * math.sqrt(spread)
    return max(0.0, middle - half), min(1.0, middle + half)
