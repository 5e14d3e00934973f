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
from bench.search.browser import EngineRun, ask, browsing
from bench.search.engines import ENGINES, Engine, Workspace, mounts
from bench.search.html import write_html
from bench.search.scoring import (
    Question,
    load_questions,
    padded_words,
    phrase_quality,
    phrases_of,
    quality,
)
from bench.search.server import serving, wire_size

SPLITS = ("dev", "test")
Report = Callable[[str], None]


def compare_search(
    root: Path, cache: Path, count: int, names: Sequence[str], report: Report
) -> dict[str, Any]:
    """Measure engines over the archive, made up to ``count`` articles."""
    workspace = Workspace(root, cache, cache / "work" / f"search-{count}")
    shutil.rmtree(workspace.work, ignore_errors=True)
    experiment = Experiment(workspace, count)
    chosen = [
        engine
        for engine in ENGINES.values()
        if (engine.name in names if names else count <= engine.most_articles)
    ]
    built = {engine.name: build(engine, workspace, report) for engine in chosen}
    fresh = {e.name: len(experiment.questions) if e.has_query_files else 0 for e in chosen}
    with serving(mounts(workspace)) as server, browsing() as browser:
        runs = ask(browser, server, fresh, experiment.asked)
        chromium = browser.version
    report("all queries asked")
    rows = [
        {"engine": engine.label, "build": built[engine.name]}
        | experiment.score(engine, runs[engine.name])
        | costs_of(runs[engine.name])
        for engine in chosen
    ]
    rivals = [engine for engine in chosen if engine.name in {"lunr", "pagefind"}]
    versions = [engine.version(workspace) for engine in rivals]
    return {
        "machine": machine(),
        "versions": [*versions, f"Chromium {chromium}"],
        "articles": len(experiment.order),
        "rows": rows,
    }


def save_result(result: Mapping[str, Any], file: Path) -> None:
    """Write a result into a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n"
    )


def build(engine: Engine, workspace: Workspace, report: Report) -> dict[str, float]:
    """Build an index alone and return what it took."""
    task = engine.task(workspace)
    cost = asdict(measure(task, workspace.work / f"{engine.name}.log", is_watched=True))
    files = [file for file in task.output.rglob("*") if file.is_file()]
    report(f"{engine.label}: built, {cost['wall']:.1f} s")
    return cost | {"bytes": sum(file.stat().st_size for file in files), "files": len(files)}


def costs_of(engine_run: EngineRun) -> dict[str, Any]:
    """Return what the queries of one engine cost."""
    return {
        "ready": engine_run.ready_ms,
        "contact": sum(map(wire_size, engine_run.first_files)),
        "bytes": [sum(map(wire_size, files)) for files in engine_run.query_files] or [0],
        "files": [len(files) for files in engine_run.query_files] or [0],
        "repeat": engine_run.repeat_ms,
    }


class Experiment:
    """The articles, written for every engine, and the queries about them."""

    def __init__(self, workspace: Workspace, count: int) -> None:
        self.workspace = workspace
        project = workspace.work / "project"
        write_articles(workspace.root, project, count)
        catalog, docs = read_catalog(project), project / "docs"
        write_html(pages(catalog, docs), workspace.work / "html", workspace.work / "html-d")
        self.order = [article.path for article in catalog.articles]
        self.principal = principals(catalog)
        self.texts = {a.path: padded_words(*own_words(a, docs)) for a in catalog.articles}
        self.questions = load_questions(workspace.root / "tests" / "search" / "queries.tsv")
        self.phrases = phrases_of(self.questions)

    @property
    def asked(self) -> list[str]:
        """Everything that is asked, the phrases alone at the end."""
        return [*(question.text for question in self.questions), *self.phrases]

    def score(self, engine: Engine, engine_run: EngineRun) -> dict[str, Any]:
        """Return how well one engine answered."""
        name = engine.namer(self.workspace, self.order)
        found = [tuple(name(one) for one in names) for names in engine_run.results]
        size = len(self.questions)
        phrases = phrase_quality(self.phrases, found[size:], self.texts)
        return {**dict(self._qualities(found[:size])), "phrases": phrases._asdict()}

    def _qualities(self, found: Sequence[Sequence[str]]) -> Iterator[tuple[str, Any]]:
        pairs: list[tuple[Question, Sequence[str]]] = list(zip(self.questions, found, strict=True))
        for split in SPLITS:
            own = [pair for pair in pairs if pair[0].split == split]
            asked, got = [q for q, _ in own], [paths for _, paths in own]
            yield split, asdict(quality(asked, got, self.principal))
