"""The clauses of the archive's own bodies, by the part of an article they stand in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin.markdown import parse
from bantin.markdown.outcome import section_name
from bantin.reading.content import article_files

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“])")
CLAUSE = re.compile(r"[,;:]\s+|\s+[–-]\s+")
MARKUP = re.compile(r"[*_`\[\]|<>#^\\]")
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
        for name, sentence in _sentences(file.read_text(encoding="utf-8")):
            first, *rest = CLAUSE.split(sentence.rstrip(".!?;:"))
            heads[name].update({first: None} if _is_whole(first) else {})
            tails[name].update({clause: None for clause in rest if _is_whole(clause)})
    return {name: Phrases(tuple(heads[name]), tuple(tails[name])) for name in heads}


def _sentences(article: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of an article, each with the part it stands in."""
    name, body = "opening", parse(article.partition("\n---\n")[2])
    headings = {heading.line: heading.text for heading in body.headings}
    for run in body.texts:
        if run.line in headings:
            name = section_name(headings[run.line]) or "opening"
        elif not MARKUP.search(run.text):
            for sentence in SENTENCE.split(" ".join(run.text.split())):
                yield name, sentence


def _is_whole(clause: str) -> bool:
    balanced = all(clause.count(a) == clause.count(b) for a, b in PAIRS)
    whole = balanced and '"' not in clause and not clause.startswith(LOOSE)
    return whole and MIN_WORDS <= len(clause.split()) <= MAX_WORDS
