"""What an earlier reading found, by the same code; valid while the source is unchanged."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bantin.model import Article, Problem, Registries
from bantin.reading.registry import RECORDS, read_registries
from bantin.runtime.cache import keep_bytes, keep_sealed, recall_bytes, recall_sealed
from bantin.runtime.columns import dump, load
from bantin.runtime.filestat import Look, is_settled
from bantin.runtime.fingerprint import digest


class Kept(NamedTuple):
    """An article, and how its source looked; None where the source was changed just then."""

    article: Article
    look: Look | None


def recall_articles(file: Path | None, version: str) -> Mapping[str, Kept]:
    """Return the articles of an earlier reading by the same code, or none.

    Args:
        file: where ``keep_articles`` wrote; None for a reading without memory.
        version: digest of the code that reads.
    """
    payload = recall_bytes(file, version)
    articles, looks = load(payload) if payload else ((), ())
    return {
        article.path: Kept(article, Look(*look) if look else None)
        for article, look in zip(articles, looks, strict=True)
    }


def keep_articles(file: Path, version: str, kept: Iterable[Kept]) -> None:
    """Write articles for the next reading, in one step."""
    articles, looks = [], []
    for article, look in kept:
        articles.append(article)
        looks.append(tuple(look) if look and is_settled(look) else None)
    keep_bytes(file, version, dump((articles, looks)))


def recall_registries(
    folder: Path, memory: Path | None, code: str
) -> tuple[Registries, list[Problem]]:
    """Return the registries of a data folder, remembered while they have no fault.

    Args:
        folder: the data folder.
        memory: file in which they are remembered between readings.
        code: digest of the code that reads.
    """
    version = digest(code, *_written(folder))
    if known := recall_sealed(memory, version):
        return known, []
    registries, problems = read_registries(folder)
    if memory and not problems:
        keep_sealed(memory, version, registries)
    return registries, problems


def _written(folder: Path) -> Iterator[str]:
    """Yield all that registries are read from; a link is not what it leads to."""
    for name in (*RECORDS, "glossary"):
        file = folder / f"{name}.yml"
        is_read = file.is_file() and not file.is_symlink()
        yield file.read_bytes().hex() if is_read else f"{file.is_file()} {file.is_symlink()}"
