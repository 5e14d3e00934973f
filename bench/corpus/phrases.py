"""The clauses of the archive's own bodies, by the part of an article they stand in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin.markdown.sections import plain, section_name, sections
from bantin.reading.content import article_files

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“])")
CLAUSE = re.compile(r"[,;:]\s+|\s+[–-]\s+")
MARKUP = re.compile(r"[*_`\[\]|<>#^\\]")
BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"))
MIN_WORDS, MAX_WORDS = 5, 26
LOOSE = ("và ", "hoặc ", "còn ", "nhưng ")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Clauses that may begin a sentence, and clauses that may go on with one."""

    heads: tuple[str, ...]
    tails: tuple[str, ...]


def gather_phrases(docs: Path) -> dict[str, Phrases]:
    """Return the clauses of every body under ``docs/tin``: opening, results, limits and tasks."""
    heads: dict[str, dict[str, None]] = defaultdict(dict)
    tails: dict[str, dict[str, None]] = defaultdict(dict)
    for file in article_files(docs):
        for section in sections(file.read_text(encoding="utf-8").partition("\n---\n")[2]):
            name = section_name(section.heading) or "opening"
            for sentence in _sentences(section.text):
                first, *rest = CLAUSE.split(sentence.rstrip(".!?;:"))
                heads[name].update({first: None} if _is_whole(first) else {})
                tails[name].update({clause: None for clause in rest if _is_whole(clause)})
    return {name: Phrases(tuple(heads[name]), tuple(tails[name])) for name in heads}


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not MARKUP.search(line.replace("**", "")):
            yield from SENTENCE.split(plain(BULLET.sub("", line)))


def _is_whole(clause: str) -> bool:
    balanced = all(clause.count(a) == clause.count(b) for a, b in PAIRS)
    whole = balanced and '"' not in clause and not clause.startswith(LOOSE)
    return whole and MIN_WORDS <= len(clause.split()) <= MAX_WORDS
