"""Quality of the search: python tests/search/measure.py [site] prints the table."""

import math
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bantin.catalog import Catalog, build_catalog
from bantin.reading import read
from bantin.reading.bodies import read_body
from bantin.runtime.clock import build_date
from bantin.search.format.sentences import sentences
from bantin.search.format.settings import FOLDER
from bantin.search.format.terms import folded_form
from bantin.search.query import IndexReader, Searcher
from bantin.vietnamese.tokens import tokenise

ROOT = Path(__file__).parents[2]
QUERIES = Path(__file__).with_name("queries.tsv")
NORMAL_95 = 1.96
# Recall counts the first ten results.
TOP = 10
# A query with more right answers is open: none of them has to be first.
MOST_ANSWERS = 3


class LabelledQuery(NamedTuple):
    """A query with the articles that answer it."""

    text: str
    kinds: tuple[str, ...]
    expected: tuple[str, ...]
    split: str

    @property
    def is_open(self) -> bool:
        """Whether so many articles answer that none has to be first."""
        return len(self.expected) > MOST_ANSWERS


@dataclass(frozen=True)
class Outcome:
    """The results of one query; reports of one conference count as one.

    Attributes:
        rank: of the first right answer, from 1; 0 for none.
        recall: share of the right answers among the first ten.
        count: how many results there were.
    """

    query: LabelledQuery
    rank: int
    recall: float
    count: int


def load_queries(split: str = "") -> list[LabelledQuery]:
    """Return the queries of a split, or all."""
    lines = QUERIES.read_text(encoding="utf-8").split("\n")[1:]
    rows = [line.split("\t") for line in lines if line]
    queries = [LabelledQuery(q, tuple(k.split(",")), tuple(e.split(",")), s) for q, k, e, s in rows]
    return [query for query in queries if split in {"", query.split}]


def searcher_of(site: Path) -> Searcher:
    """Return the searcher of a built site."""
    folder = site / FOLDER
    return Searcher(IndexReader(lambda path: (folder / path).read_bytes()))


def events(catalog: Catalog) -> dict[str, str]:
    """Return for each article the principal report of its conference."""
    return {a.path: a.front.same_event_as or a.path for a in catalog.articles}


def run_query(searcher: Searcher, catalog: Catalog, query: LabelledQuery) -> Outcome:
    """Search for one query, and compare the results with the right answers."""
    event = events(catalog)
    docs = searcher.search(query.text).docs
    found = dict.fromkeys(event[catalog.articles[doc].path] for doc in docs)
    wanted = {event[path] for path in query.expected}
    ranks = [rank for rank, path in enumerate(found, 1) if path in wanted]
    recall = sum(rank <= TOP for rank in ranks) / len(wanted)
    return Outcome(query, ranks[0] if ranks else 0, recall, len(docs))


def phrase_precision(
    searcher: Searcher, texts: Sequence[list[str]], phrases: Iterable[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield for each phrase how many results have it word for word, and how many there are.

    A phrase typed without diacritics asks for its letters only.
    """
    for phrase in phrases:
        words = [token for token in tokenise(phrase) if token.kind == "word"]
        is_bare = all(word.exact.replace("'", "") == word.folded for word in words)
        wanted = [folded_form(word.exact) if is_bare else word.exact for word in words]
        docs = searcher.search(f'"{phrase}"').docs
        runs = (map(folded_form, texts[doc]) if is_bare else texts[doc] for doc in docs)
        yield phrase, sum(has_run(list(run), wanted) for run in runs), len(docs)


def own_words(catalog: Catalog, docs: Path) -> list[list[str]]:
    """Return the exact words of every article, a bar between its sentences."""
    texts = []
    for article in catalog.articles:
        front = article.front
        parts = [front.title, front.lead or "", *read_body(docs, article).split("\n\n")]
        parts += [text for p in front.people for text in (p.name, p.office or "")]
        parts += [photo.caption or photo.alt or "" for photo in front.photos]
        parts.append((front.conference.place or "") if front.conference else "")
        if front.source:
            parts += [front.source.title or "", *front.source.writers]
        lines = (line for part in parts for line in sentences(part) or ("",))
        words = ([t.exact for t in tokenise(line) if t.kind == "word"] for line in lines)
        texts.append([word for part in words for word in (*part, "|")])
    return texts


def has_run(words: list[str], wanted: list[str]) -> bool:
    """Whether some words occur one after another."""
    size = len(wanted)
    return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def wilson(successes: float, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a rate."""
    rate, square = successes / total, NORMAL_95**2
    middle = (rate + square / (2 * total)) / (1 + square / total)
    spread = rate * (1 - rate) / total + square / (4 * total**2)
    half = NORMAL_95 / (1 + square / total) * math.sqrt(spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a Markdown table: each kind, then all."""
    yield "| kind | queries | success@1 | success@5 | recall@10, open | empty |"
    yield "|---|--:|---|---|---|--:|"
    kinds = sorted({outcome.query.kinds[0] for outcome in outcomes})
    for kind in kinds:
        yield _line(kind, [o for o in outcomes if o.query.kinds[0] == kind])
    yield _line("**all**", outcomes)


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    closed = [o for o in outcomes if not o.query.is_open]
    opened = [o.recall for o in outcomes if o.query.is_open]
    first, five = (_rate([0 < o.rank <= most for o in closed]) for most in (1, 5))
    recall = f"{sum(opened) / len(opened):.3f} ({len(opened)})" if opened else "–"
    empty = sum(not o.count for o in outcomes)
    return f"| {name} | {len(outcomes)} | {first} | {five} | {recall} | {empty} |"


def _rate(hits: Sequence[bool]) -> str:
    if not hits:
        return "–"
    low, high = wilson(sum(hits), len(hits))
    return f"{sum(hits) / len(hits):.3f} [{low:.3f}, {high:.3f}]"


def main(site: Path) -> None:
    """Print the tables of both splits and the precision of phrases."""
    content = read(ROOT / "docs", ROOT / "data")
    catalog, searcher = build_catalog(content, build_date({})), searcher_of(site)
    for split in ("dev", "test"):
        outcomes = [run_query(searcher, catalog, query) for query in load_queries(split)]
        sys.stdout.write(f"\n### {split}\n\n" + "\n".join(table(outcomes)) + "\n")
    phrases = [part for q in load_queries() for part in re.findall(r'"([^"]+)"', q.text)]
    counted = list(phrase_precision(searcher, own_words(catalog, ROOT / "docs"), phrases))
    right, all_ = sum(right for _, right, _ in counted), sum(total for *_, total in counted)
    sys.stdout.write(f"\nPhrase precision: {right} of {all_} results of {len(phrases)} phrases.\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
