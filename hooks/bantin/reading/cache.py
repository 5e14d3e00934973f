"""What an earlier reading by the same code found; valid while the sources are unchanged."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bantin.model import Article, Problem, Registries
from bantin.model.registry import RECORD_TYPES
from bantin.runtime.cache import Cache
from bantin.runtime.filestat import FileStat, is_reliable
from bantin.runtime.fingerprint import digest
from bantin.runtime.pickling import dump, load

ARTICLES, REGISTRIES = "articles", "registries"


class CachedArticle(NamedTuple):
    """An article, and the stat of its source; None where the source was changed just then."""

    article: Article
    stat: FileStat | None


def load_articles(cache: Cache, version: str) -> Mapping[str, CachedArticle]:
    """Return the articles of an earlier reading by their paths, or none.

    Args:
        cache: where ``save_articles`` wrote.
        version: digest of the code that reads.
    """
    payload = cache.load_bytes(ARTICLES, version)
    articles, stats = load(payload) if payload else ((), ())
    return {
        article.path: CachedArticle(article, FileStat(*stat) if stat else None)
        for article, stat in zip(articles, stats, strict=True)
    }


def save_articles(cache: Cache, version: str, entries: Iterable[CachedArticle]) -> None:
    """Save articles for the next reading."""
    articles, stats = [], []
    for article, stat in entries:
        articles.append(article)
        stats.append(tuple(stat) if stat and is_reliable(stat) else None)
    cache.save_bytes(ARTICLES, [dump((articles, stats))], version)


def load_registries(
    folder: Path, cache: Cache, code_version: str
) -> tuple[Registries, list[Problem]]:
    """Return the registries of a data folder and their problems; cached where they have none.

    Args:
        folder: the data folder.
        cache: where they are cached between readings.
        code_version: digest of the code that reads.
    """
    version = digest(code_version, *_contents(folder))
    if cached := cache.load(REGISTRIES, version):
        return cached, []
    from bantin.reading.registry import read_registries  # noqa: PLC0415 - mostly cached

    registries, problems = read_registries(folder)
    if not problems:
        cache.save(REGISTRIES, registries, version)
    return registries, problems


def _contents(folder: Path) -> Iterator[str]:
    """Yield all that registries are read from; a symbolic link is not read."""
    for name in (*RECORD_TYPES, "glossary"):
        file = folder / f"{name}.yml"
        is_read = file.is_file() and not file.is_symlink()
        yield file.read_bytes().hex() if is_read else f"{file.exists()} {file.is_symlink()}"
