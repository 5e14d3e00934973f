"""The engines: how each is built, and where the browser finds it."""

import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import material

from bantin.search.format.settings import FOLDER
from bench.peers.eleventy import node, npm_packages
from bench.peers.peer import Task
from bench.search.html import fragment_paths

SITE = Path(__file__).parent / "site"
NATIVE = "node_modules/pagefind/lib/runner/bin.cjs"


@dataclass(frozen=True)
class Workspace:
    """Folders of one measurement.

    Attributes:
        root: the portal's own project.
        cache: where packages are installed.
        work: has the articles and indexes of this size.
    """

    root: Path
    cache: Path
    work: Path


@dataclass(frozen=True)
class Engine:
    """One engine.

    Attributes:
        name: of its script under ``site`` and of its index.
        label: what the table calls it.
        source: folder of ``work`` that it reads.
        has_query_files: whether it fetches files for each query, not all beforehand.
        most_articles: with how many it is tried at most.
    """

    name: str
    label: str
    source: str
    has_query_files: bool = True
    most_articles: int = 100_000

    def task(self, workspace: Workspace) -> Task:
        """Return the build of its index."""
        source, output = str(workspace.work / self.source), str(workspace.work / self.name)
        if not self.name.startswith("pagefind"):
            argv = (sys.executable, "-m", "bench.search.indexing", self.name, source, output)
            return Task(
                argv,
                workspace.root,
                Path(output),
                {"PYTHONPATH": f"{workspace.root}:{workspace.root}/hooks"},
            )
        packages = npm_packages(workspace.cache, "pagefind", SITE)
        runtime, _ = node(workspace.cache)
        argv = (runtime, str(packages / NATIVE), "--site", source, "--output-path", output)
        return Task(argv, workspace.work, Path(output))

    def namer(self, workspace: Workspace, order: Sequence[str]) -> Callable[[str], str]:
        """Return what turns the engine's name of a result into the path of its article."""
        if self.name == "ours":
            return lambda name: order[int(name)]
        if self.name == "lunr":
            return lambda name: name.removesuffix(".html") + ".md"
        return fragment_paths(workspace.work / self.name).__getitem__

    def version(self, workspace: Workspace) -> str:
        """Return its version."""
        if self.name == "lunr":
            return f"mkdocs-material {version('mkdocs-material')}"
        folder = workspace.cache / "env" / "pagefind" / "node_modules" / "pagefind"
        package = folder / "package.json"
        return f"pagefind {json.loads(package.read_text(encoding='utf-8'))['version']}"


ALL = (
    Engine("lunr", "Material's lunr, vi", "html", has_query_files=False, most_articles=1_000),
    Engine("pagefind", "Pagefind 1.6.0", "html"),
    Engine("pagefind-d", "Pagefind 1.6.0, ḏ for đ", "html-d"),
    Engine("ours", "ours", "project"),
)
ENGINES = {engine.name: engine for engine in ALL}


def mounts(workspace: Workspace) -> Mapping[str, Path]:
    """Return the folders to serve, by the first part of their addresses."""
    assets = Path(str(material.__file__)).parent / "templates" / "assets" / "javascripts"
    copied = workspace.work / "material"
    if not copied.is_dir():
        shutil.copytree(assets, copied)
        worker = next((copied / "workers").glob("search.*.min.js"))
        worker.rename(worker.with_name("search.js"))
    return {
        "": SITE,
        "material": copied,
        "scripts": workspace.root / "theme" / "assets" / "js",
        "ours": workspace.work / "ours" / FOLDER,
        **{name: workspace.work / name for name in ("lunr", "pagefind", "pagefind-d")},
    }
