"""All engines in one run over the same articles."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.machine import machine
from bench.measure import measure
from bench.search.articles import own_words, pages, principals, read_catalog, write_articles
from bench.search.asking import Answers, ask, browsing
from bench.search.engines import ENGINES, Engine, Place, mounts
from bench.search.html import write_html
from bench.search.scoring import (
    Question,
    judge_phrases,
    load_questions,
    phrases_of,
    quality,
    run_of,
)
from bench.search.server import serving, wire_size

SPLITS = ("dev", "test")
Say = Callable[[str], None]


def compare_search(
    root: Path, cache: Path, count: int, names: Sequence[str], say: Say
) -> dict[str, Any]:
    """Measure engines over the archive, made up to ``count`` articles."""
    place = Place(root, cache, cache / "work" / f"search-{count}")
    shutil.rmtree(place.work, ignore_errors=True)
    subjects = Subjects(place, count)
    chosen = [e for e in ENGINES.values() if (e.name in names if names else count <= e.most)]
    built = {engine.name: build(engine, place, say) for engine in chosen}
    fresh = {e.name: len(subjects.questions) if e.is_fresh else 0 for e in chosen}
    with serving(mounts(place)) as server, browsing() as browser:
        answers = ask(browser, server, fresh, subjects.asked)
        chromium = browser.version
    say("all asked")
    rows = [
        {"engine": engine.label, "build": built[engine.name]}
        | subjects.score(engine, answers[engine.name])
        | weigh(answers[engine.name])
        for engine in chosen
    ]
    told = [engine.version(place) for engine in chosen if engine.name in {"lunr", "pagefind"}]
    return {
        "machine": machine(),
        "versions": [*told, f"Chromium {chromium}"],
        "articles": len(subjects.order),
        "rows": rows,
    }


def keep(result: Mapping[str, Any], file: Path) -> None:
    """Write a result down."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def build(engine: Engine, place: Place, say: Say) -> dict[str, float]:
    """Build an index alone and return what it took."""
    task = engine.task(place)
    cost = asdict(measure(task, place.work / f"{engine.name}.log", is_watched=True))
    files = [file for file in task.output.rglob("*") if file.is_file()]
    say(f"{engine.label}: built, {cost['wall']:.1f} s")
    return cost | {"bytes": sum(file.stat().st_size for file in files), "files": len(files)}


def weigh(answers: Answers) -> dict[str, Any]:
    """Return what the answers of one engine cost."""
    return {
        "ready": answers.ready,
        "contact": sum(map(wire_size, answers.contact)),
        "bytes": [sum(map(wire_size, files)) for files in answers.fetched] or [0],
        "files": [len(files) for files in answers.fetched] or [0],
        "repeat": answers.repeat,
    }


class Subjects:
    """The articles, written for every engine, and the questions about them."""

    def __init__(self, place: Place, count: int) -> None:
        self.place = place
        project = place.work / "project"
        write_articles(place.root, project, count)
        catalog, docs = read_catalog(project), project / "docs"
        write_html(pages(catalog, docs), place.work / "html", place.work / "html-d")
        self.order = [article.path for article in catalog.articles]
        self.principal = principals(catalog)
        self.texts = {a.path: run_of(*own_words(a, docs)) for a in catalog.articles}
        self.questions = load_questions(place.root / "tests" / "search" / "queries.tsv")
        self.phrases = phrases_of(self.questions)

    @property
    def asked(self) -> list[str]:
        """Everything that is asked, the phrases alone at the end."""
        return [*(question.text for question in self.questions), *self.phrases]

    def score(self, engine: Engine, answers: Answers) -> dict[str, Any]:
        """Return how well one engine answered."""
        name = engine.namer(self.place, self.order)
        found = [tuple(name(one) for one in names) for names in answers.found]
        size = len(self.questions)
        phrases = judge_phrases(self.phrases, found[size:], self.texts)
        return {**dict(self._qualities(found[:size])), "phrases": phrases._asdict()}

    def _qualities(self, found: Sequence[Sequence[str]]) -> Iterator[tuple[str, Any]]:
        pairs: list[tuple[Question, Sequence[str]]] = list(zip(self.questions, found, strict=True))
        for split in SPLITS:
            own = [pair for pair in pairs if pair[0].split == split]
            asked, got = [q for q, _ in own], [paths for _, paths in own]
            yield split, asdict(quality(asked, got, self.principal))
