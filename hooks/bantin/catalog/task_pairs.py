"""Pairs of a task and a sentence of a later article that may tell what became of it.

Candidates only: shared words and figures prove nothing, so that an editor has to read both.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from bantin.catalog.bounds.rules import BoundsRules
from bantin.catalog.documents import DocumentIndex
from bantin.catalog.kinship import Kinship
from bantin.model import Article, Registries, Task
from bantin.vietnamese.fold import fold

SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
WORD = re.compile(r"\w+(?:[.,/]\w+)*")
FIGURE = re.compile(r"\d")
# Two syllables are one word more often than not; single ones say little.
LEAST_SHARED = 2
LEAST_WEIGHT = 5.0


class Pair(NamedTuple):
    """A task and a sentence with words in common.

    Attributes:
        shared: the words and figures that both have, the rarest first.
        weight: the more, the rarer what they share.
    """

    article: Article
    task: Task
    later: Article
    sentence: str
    shared: tuple[str, ...]
    weight: float


def task_pairs(
    articles: Sequence[Article],
    registries: Registries,
    sentences_of: Callable[[Article], Iterable[str]],
) -> list[Pair]:
    """Return for each task and later article the sentence most like it, the likeliest first.

    Args:
        articles: all that were read.
        registries: tell which articles speak of the same work.
        sentences_of: gives what a body says, without its own tasks.
    """
    kinship, told = Kinship(registries), set(_told(articles))
    days = BoundsRules(registries, DocumentIndex(registries.documents))
    terms = {a.path: [(one, _terms(one)) for one in sentences_of(a)] for a in articles}
    rarity = _rarity(terms.values())
    best: list[Pair] = []
    for article, task, later in _candidates(articles, kinship, days):
        if (article.address, task.id, later.path) in told:
            continue
        wanted = _terms(task.text)
        for sentence, found in terms[later.path]:
            shared = {term: rarity(term) for term in wanted & found}
            ranked = tuple(sorted(shared, key=lambda term: (-shared[term], term)))
            best.append(Pair(article, task, later, sentence, ranked, sum(shared.values())))
    likely = (one for one in best if len(one.shared) >= LEAST_SHARED and one.weight >= LEAST_WEIGHT)
    firsts: dict[tuple[str, str, str], Pair] = {}
    for pair in sorted(likely, key=lambda pair: -pair.weight):
        firsts.setdefault((pair.article.path, pair.task.id, pair.later.path), pair)
    return [*firsts.values()]


def _told(articles: Iterable[Article]) -> Iterator[tuple[str, str, str]]:
    for article in articles:
        for one in article.front.follows:
            yield one.address, one.task_id, article.path


def _candidates(
    articles: Sequence[Article], kinship: Kinship, days: BoundsRules
) -> Iterator[tuple[Article, Task, Article]]:
    """Yield each task with each later article that has a programme in common with it."""
    bounds = {article.path: days.of([article]) for article in articles}
    by_program: dict[str, list[Article]] = {}
    for article in articles:
        for id_ in kinship.programs(article):
            by_program.setdefault(id_, []).append(article)
    for article in articles:
        if article.tasks and article.front.conference:
            related = {a.path: a for id_ in kinship.programs(article) for a in by_program[id_]}
            own = bounds[article.path]
            for later in (one for one in related.values() if own.is_before(bounds[one.path])):
                for task in article.tasks:
                    yield article, task, later


def _terms(text: str) -> frozenset[str]:
    """Return figures and pairs of syllables of a text, folded."""
    words = WORD.findall(fold(text))
    pairs = (f"{one} {two}" for one, two in pairwise(words))
    figures = (word for word in words if FIGURE.search(word))
    return frozenset((*pairs, *figures))


def _rarity(texts: Iterable[Iterable[tuple[str, frozenset[str]]]]) -> Callable[[str], float]:
    """Return a function that tells how rare a term is among articles."""
    counts, total = Counter[str](), 1
    for sentences in texts:
        counts.update({term for _, found in sentences for term in found})
        total += 1
    return lambda term: log(total / (1 + counts[term]))
