"""Our own portal."""

import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import CalledProcessError

from bench.corpus import Corpus, Item, write_project
from bench.peers.peer import BUILD_DATE, Peer, Task, run

PICTURES = {"previews", "pictures"}


class Ours(Peer):
    """This portal, built as ``make build`` does."""

    name = "ours"
    lists = "as in README: people, documents, timelines, ledgers, open data and search besides"

    def version(self) -> str:
        """Return the commit, with a plus sign where files differ from it."""
        try:
            commit = run(("git", "rev-parse", "--short", "HEAD"), self.root)
            changed = run(("git", "status", "--porcelain", "hooks", "theme"), self.root)
        except (OSError, CalledProcessError):
            return "unknown"
        return commit + ("+" if changed else "")

    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:
        """Write a project whose hooks and theme are links to ours."""
        write_project(corpus.docs.parent, folder, items)

    def task(self, folder: Path) -> Task:
        """Return the build."""
        mkdocs = str(Path(sys.executable).with_name("mkdocs"))
        hooks = str(self.root / "hooks")
        env = {"BUILD_DATE": BUILD_DATE, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": hooks}
        return Task((mkdocs, "build", "--strict"), folder, folder / "site", env)

    def leftovers(self, folder: Path) -> Iterable[Path]:
        """Return all that is kept but the pictures, which are drawn once and timed apart."""
        kept = (folder / ".cache").glob("*/*")
        return [path for path in kept if path.name not in PICTURES]

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "docs" / item.path
