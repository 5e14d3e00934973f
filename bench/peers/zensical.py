"""Zensical, named by Material as its successor; it has no list pages and no hooks yet."""

from collections.abc import Iterable
from pathlib import Path

from bench.corpus import Corpus, Item
from bench.peers.material import Fields, write
from bench.peers.peer import Peer, Task, python_env, run


class Zensical(Peer):
    """Zensical from PyPI."""

    name = "zensical"
    lists = "none; with its own search index"
    most = 1_000

    @property
    def program(self) -> Path:
        """The command."""
        return self.cache / "env" / self.name / "bin" / "zensical"

    def install(self) -> None:
        """Install the pinned packages."""
        python_env(self.cache, self.name, self.site / "requirements.txt")

    def version(self) -> str:
        """Return the version."""
        return run((str(self.program), "--version")).split()[-1]

    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:  # noqa: ARG002 - no lists
        """Write articles as pages."""
        self.copy_site(folder)
        write(folder / "docs", items, Fields({}))

    def task(self, folder: Path) -> Task:
        """Return the build."""
        return Task((str(self.program), "build", "--clean"), folder, folder / "site")

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "docs" / item.path
