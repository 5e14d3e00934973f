"""What every generator under measurement can do."""

import os
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import Corpus, Item

SITES = Path(__file__).parent / "sites"
# The day all generators are told; no article of a corpus is dated later.
BUILD_DATE = "2026-12-31"
EDITED = 7
# What would lead a tool to another Python, or have it compile its modules anew at every start.
ALIEN = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Task:
    """One command to measure."""

    argv: tuple[str, ...]
    folder: Path
    output: Path
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Peer(ABC):
    """A generator.

    Attributes:
        root: folder of the project.
        cache: where it is installed and its sites are laid out.
    """

    root: Path
    cache: Path

    name = ""
    lists = ""
    # Beyond this many articles a build takes too long to be repeated.
    most = 100_000
    rounds = 100
    cases: tuple[str, ...] = ("cold", "edit", "noop")

    @property
    def site(self) -> Path:
        """Folder under ``sites`` with what does not depend on the articles."""
        return SITES / self.name

    def install(self) -> None:  # noqa: B027 - what comes with the project needs nothing
        """Install the generator into the cache unless it is there."""

    @abstractmethod
    def version(self) -> str:
        """Return the generator's own version."""

    @abstractmethod
    def lay_out(self, folder: Path, corpus: Corpus, items: Iterable[Item]) -> None:
        """Write a project with the articles into an empty folder."""

    @abstractmethod
    def task(self, folder: Path) -> Task:
        """Return the build of the project in a folder."""

    @abstractmethod
    def article(self, folder: Path, item: Item) -> Path:
        """Return the source file of an article."""

    def leftovers(self, folder: Path) -> Iterable[Path]:
        """Return what a cold build must not find, the output left out."""
        return (folder / ".cache",)

    def copy_site(self, folder: Path) -> None:
        """Copy what does not depend on the articles."""
        shutil.copytree(self.site, folder, dirs_exist_ok=True)


def edit(file: Path, round_: int) -> None:
    """Change an article as an editor would: its title, and a paragraph more."""
    front, fence, body = file.read_text(encoding="utf-8").partition("\n---\n")
    opening, title, rest = front.partition("title: ")
    line, newline, rest = rest.partition("\n")
    quote = '"' if line.endswith('"') else ""
    changed = f"{line.removesuffix(quote)} lần {round_}{quote}"
    text = opening + title + changed + newline + rest + fence + body
    file.write_text(f"{text}\nBan biên tập bổ sung lần {round_}.\n", encoding="utf-8", newline="\n")


def python_env(cache: Path, name: str, requirements: Path) -> Path:
    """Return a virtual environment with pinned packages, made on first use."""
    folder = cache / "env" / name
    pins = requirements.read_text(encoding="utf-8")
    mark = folder / "pins.txt"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != pins:
        uv = str(Path(sys.executable).with_name("uv"))
        run((uv, "venv", "--quiet", "--clear", str(folder)))
        where = ("--python", str(folder), "--require-hashes", "-r", str(requirements))
        run((uv, "pip", "install", "--quiet", *where))
        mark.write_text(pins, encoding="utf-8", newline="\n")
    return folder


def run(argv: tuple[str, ...], folder: Path | None = None) -> str:
    """Run a command that must succeed; return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own commands
        argv,
        cwd=folder,
        check=True,
        text=True,
        stdout=subprocess.PIPE,
        env=clean_environ(),
        encoding="utf-8",
    )
    return done.stdout.strip()


def clean_environ() -> dict[str, str]:
    """Return the environment as a shell of its own would have it."""
    return {k: v for k, v in os.environ.items() if k not in ALIEN}
