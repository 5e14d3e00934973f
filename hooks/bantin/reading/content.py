"""Everything editors wrote, read once: articles, registries and what is wrong with them."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from bantin.model import Article, Location, Problem, Registries
from bantin.model.sections import Section
from bantin.pictures import Picture
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.references import pictures_of
from bantin.reading.article import read_article
from bantin.reading.cache import CachedArticle, load_articles, load_registries, save_articles
from bantin.reading.frontmatter import LINKED, MAX_BYTES, with_unix_lines
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.columns import Parcel
from bantin.runtime.filestat import Look, look_at
from bantin.runtime.fingerprint import PACKAGE, code_digest
from bantin.runtime.garbage import uncollected
from bantin.runtime.processes import split_work

NEWS = Section.NEWS.folder
# What is remembered is written anew once one article in so many has changed.
WORTH_KEEPING = 200
Read: TypeAlias = tuple[str, Article | list[Problem] | None]


@dataclass(frozen=True, slots=True)
class Content:
    """What was read.

    Attributes:
        docs: the folder of hand-written pages, news and photographs.
        data: the folder of the registries.
        articles: every readable article, drafts included, in the order of their paths.
        registries: every readable record.
        problems: faults of form; those of meaning are found by ``bantin.checking``.
        unreadable: paths of articles left out because of a problem.
        pictures: what articles name, by path from ``docs/``; in words where it cannot be used.
        looks: how the sources looked just before they were read, by path from ``docs/``.
        fresh: how many articles were read, not remembered.
    """

    docs: Path
    data: Path
    articles: tuple[Article, ...]
    registries: Registries
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[str, ...] = ()
    pictures: Mapping[str, Picture | str] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)
    fresh: int = 0

    def file_of(self, article: Article) -> str:
        """Return the path of an article's file from the project root: ``docs/tin/2024/bai.md``."""
        return f"{self.docs.name}/{article.path}"

    def without(self, problems: Iterable[Problem]) -> "Content":
        """Return the content without the articles that have a problem."""
        wrong = {problem.location.path for problem in problems}
        return replace(
            self, articles=tuple(a for a in self.articles if self.file_of(a) not in wrong)
        )


def read(docs: Path, data: Path, cache: Cache = NO_CACHE, workers: int = 1) -> Content:
    """Read all articles under ``docs/tin`` and all registries under ``data``.

    Args:
        docs: the folder of the hand-written pages.
        data: the folder of the registries.
        cache: holds what ``save`` and earlier readings have left.
        workers: processes to read with.
    """
    version = code_digest(PACKAGE)
    registries, problems = load_registries(data, cache, version)
    looks = {path: look_at(f"{docs}/{path}") for path in article_paths(docs)}
    with uncollected():
        found, fresh = _read_articles(docs, looks, cache, version, workers)
    articles = tuple(one for one in found.values() if isinstance(one, Article))
    refused = {path: one for path, one in found.items() if not isinstance(one, Article)}
    problems += [problem for path in sorted(refused) for problem in refused[path]]
    problems += _linked(docs)
    named = (picture for article in articles for picture in pictures_of(article))
    pictures = measure_pictures(docs, named, cache, workers)
    unreadable = tuple(sorted(refused))
    return Content(
        docs, data, articles, registries, tuple(problems), unreadable, pictures, looks, fresh
    )


def save(content: Content, cache: Cache) -> None:
    """Cache the articles for the next reading, unless nearly all are there already."""
    if content.fresh > len(content.looks) // WORTH_KEEPING:
        entries = (CachedArticle(a, content.looks[a.path]) for a in content.articles)
        save_articles(cache, code_digest(PACKAGE), entries)


def _read_articles(
    docs: Path, looks: Mapping[str, Look], cache: Cache, version: str, workers: int
) -> tuple[dict[str, Article | list[Problem]], int]:
    """Return what every source is, in the order of their paths, and how many were read.

    Unchanged ones come from the cache.
    """
    known = load_articles(cache, version)
    waiting = [
        path for path, look in looks.items() if path not in known or known[path].stat != look
    ]
    fresh: dict[str, Article | list[Problem] | None] = {}
    for share in split_work(waiting, lambda share: _read_share(docs, share, known), workers):
        fresh.update(share)
    found = {path: fresh.get(path) or known[path].article for path in looks}
    return found, len(waiting)


def _read_share(
    docs: Path, paths: Iterable[str], known: Mapping[str, CachedArticle]
) -> Parcel[Read]:
    return Parcel([(path, _read_again(docs, path, known.get(path))) for path in paths])


def _read_again(
    docs: Path, path: str, cached: CachedArticle | None
) -> Article | list[Problem] | None:
    """Return the article of a file; None where its content is that of the cached one."""
    file, shown = f"{docs}/{path}", f"{docs.name}/{path}"
    if os.path.islink(file):  # noqa: PTH114 - for many
        return [Problem(Location(shown), LINKED)]
    data = _data_of(file)
    if cached and cached.article.digest == sha256(data).hexdigest():
        return None
    return read_article(path, data, shown)


def _data_of(file: str) -> bytes:
    """Return what is in a file; of one too large no more than shows that it is."""
    with open(file, "rb", buffering=0) as source:  # noqa: PTH123 - for many
        is_large = os.fstat(source.fileno()).st_size > MAX_BYTES
        return source.read(MAX_BYTES + 1) if is_large else source.readall()


def _linked(docs: Path) -> list[Problem]:
    """Return a problem for each link among the files beside the news, which the host would copy."""
    tops = [top for top in docs.iterdir() if top.name != NEWS] if docs.is_dir() else []
    files = (file for top in tops for file in (top, *top.rglob("*")) if file.is_symlink())
    return [
        Problem(Location(f"{docs.name}/{file.relative_to(docs).as_posix()}"), LINKED)
        for file in sorted(files)
    ]


def article_files(docs: Path) -> list[Path]:
    """Return the Markdown files of the news, sorted by path."""
    return [docs / path for path in article_paths(docs)]


def article_paths(docs: Path) -> list[str]:
    """Return the Markdown files of the news by their paths from ``docs/``, sorted."""
    cut = len(str(docs)) + 1
    found = (
        f"{folder}/{name}"[cut:].replace(os.sep, "/")
        for folder, _, files in os.walk(docs / NEWS)
        for name in files
        if name.endswith(".md")
    )
    return sorted(found, key=lambda path: path.split("/"))


def read_body(docs: Path, article: Article) -> str:
    """Return the Markdown body of an article that was read before."""
    with open(f"{docs}/{article.path}", "rb", buffering=0) as source:  # noqa: PTH123 - for many
        data = with_unix_lines(source.readall())
    before = article.body_line - 1
    body = b"".join(data.split(b"\n", before)[before:])
    return normalize("NFC", body.decode(errors="replace"))
