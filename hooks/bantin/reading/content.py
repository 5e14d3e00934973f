"""Everything that editors wrote, read once: articles, registries, and what is wrong with them."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from bantin.model import Article, Location, Problem, Registries
from bantin.model.proposal import Proposal
from bantin.pictures import Picture
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.references import pictures_of
from bantin.reading.bodies import NOTHING_KEPT, KeptBodies, Place
from bantin.reading.cache import CachedArticle, load_articles, load_registries, save_articles
from bantin.reading.listing import (
    LINKED,
    MAX_BYTES,
    NEWS,
    UNREADABLE,
    Entry,
    articles_in,
    list_docs,
)
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.filestat import FileStat, stat_of
from bantin.runtime.fingerprint import PACKAGE, code_digest
from bantin.runtime.garbage import paused_gc
from bantin.runtime.pickling import SharedList
from bantin.runtime.processes import split_work

# The articles are saved again only once one in so many has changed: saving all of them takes
# longer than reading a few again at the next build.
WORTH_SAVING = 200
PROPOSALS = "proposals"
# An article or its problems; None where the source is that of the cached article.
Reading: TypeAlias = Article | list[Problem] | None


@dataclass(frozen=True, slots=True)
class Content:
    """What was read.

    Attributes:
        docs: the folder of hand-written pages, news and photographs.
        data: the folder of the registries.
        articles: every readable article, drafts included, in the order of their paths.
        registries: every readable record.
        problems: problems of form; ``bantin.checking`` finds those of meaning.
        unreadable: paths of articles left out because of a problem.
        pictures: those that articles name, by path from ``docs/``; a text says why one of them
            cannot be used.
        entries: everything in ``docs/``, with nothing opened.
        stats: of each source just before it was read, by path from ``docs/``.
        read_count: how many articles were read, not taken from the cache.
        kept: the bodies of these, parsed.
        proposals: records that drafts may name and no registry has yet.
    """

    docs: Path
    data: Path
    articles: tuple[Article, ...]
    registries: Registries
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[str, ...] = ()
    pictures: Mapping[str, Picture | str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    stats: Mapping[str, FileStat] = field(default_factory=dict)
    read_count: int = 0
    kept: KeptBodies = NOTHING_KEPT
    proposals: tuple[Proposal, ...] = ()

    def file_of(self, article: Article) -> str:
        """Return the path of an article's file from the project root: ``docs/tin/2024/bai.md``."""
        return f"{self.docs.name}/{article.path}"

    def without(self, problems: Iterable[Problem]) -> "Content":
        """Return the content without the articles that have a problem."""
        wrong = {problem.location.path for problem in problems}
        return replace(
            self, articles=tuple(a for a in self.articles if self.file_of(a) not in wrong)
        )

    @property
    def unread_ids(self) -> Mapping[str, frozenset[str]]:
        """By registry, the ids and numbers in files that have a problem of form."""
        if not self.problems:
            return {}
        from bantin.reading.registry import unread_ids  # noqa: PLC0415 - mostly all is right

        return unread_ids(self.data, self.problems)


def read(
    docs: Path,
    data: Path,
    cache: Cache = NO_CACHE,
    workers: int = 1,
    kept: KeptBodies = NOTHING_KEPT,
) -> Content:
    """Read all articles under ``docs/tin`` and all registries under ``data``.

    Args:
        docs: the folder of the hand-written pages.
        data: the folder of the registries.
        cache: holds what ``save`` and earlier readings have left.
        workers: processes to read with.
        kept: is to keep the bodies that are parsed.
    """
    version = code_digest(PACKAGE)
    registries, problems = load_registries(data, cache, version)
    proposals, faults = _proposals(data)
    problems += faults
    # Taken before reading: a change in between shows at the next build as a changed stat.
    entries = list_docs(docs)
    stats = {path: stat_of(f"{docs}/{path}") for path in articles_in(entries)}
    with paused_gc():
        results, read_count = _read_articles(docs, stats, cache, version, workers, kept)
    articles = tuple(one for one in results.values() if isinstance(one, Article))
    refused = {path: one for path, one in results.items() if not isinstance(one, Article)}
    problems += [problem for path in sorted(refused) for problem in refused[path]]
    paths = (path for article in articles for path in pictures_of(article))
    return Content(
        docs=docs,
        data=data,
        articles=articles,
        registries=registries,
        problems=tuple(problems),
        unreadable=tuple(sorted(refused)),
        pictures=measure_pictures(docs, paths, cache, workers),
        entries=entries,
        stats=stats,
        read_count=read_count,
        kept=kept,
        proposals=tuple(proposals),
    )


def _proposals(data: Path) -> tuple[list[Proposal], list[Problem]]:
    if not (data / PROPOSALS).is_dir():
        return [], []
    from bantin.reading.proposals import read_proposals  # noqa: PLC0415 - most projects have none

    return read_proposals(data)


def save(content: Content, cache: Cache) -> None:
    """Cache the articles for the next reading, unless nearly all are there already."""
    if content.read_count > len(content.stats) // WORTH_SAVING:
        entries = (CachedArticle(a, content.stats[a.path]) for a in content.articles)
        save_articles(cache, code_digest(PACKAGE), entries)


def _read_articles(  # noqa: PLR0913, PLR0917 -- what ``read`` is given
    docs: Path,
    stats: Mapping[str, FileStat],
    cache: Cache,
    version: str,
    workers: int,
    kept: KeptBodies,
) -> tuple[dict[str, Article | list[Problem]], int]:
    """Return what every source is, in the order of paths, and how many were read.

    A source with the stat of its cached article is not opened.
    """
    cached = load_articles(cache, version)
    changed = [
        path for path, stat in stats.items() if path not in cached or cached[path].stat != stat
    ]
    results: dict[str, Reading] = {}
    read_share = partial(_read_share, docs, cached, kept)
    for share, places in split_work(changed, read_share, workers):
        results.update(share)
        kept.places |= places
    return {path: results.get(path) or cached[path].article for path in stats}, len(changed)


def _read_share(
    docs: Path, cached: Mapping[str, CachedArticle], kept: KeptBodies, paths: Iterable[str]
) -> tuple[SharedList[tuple[str, Reading]], dict[str, Place]]:
    """Return what some sources are, and where their bodies are kept."""
    read = ((path, _read_file(docs, path, cached.get(path), kept)) for path in paths)
    return SharedList(read), kept.places


def _read_file(docs: Path, path: str, cached: CachedArticle | None, kept: KeptBodies) -> Reading:
    file, shown = f"{docs}/{path}", f"{docs.name}/{path}"
    if os.path.islink(file):  # noqa: PTH114 - faster, for each article
        return [Problem(Location(shown), LINKED)]
    try:
        data = _bytes_of(file)
    except OSError:
        return [Problem(Location(shown), UNREADABLE)]
    if cached and cached.article.digest == sha256(data).hexdigest():
        return None
    from bantin.reading.article import read_article  # noqa: PLC0415 - mostly nothing has changed

    return read_article(path, data, shown, kept.keep if kept.is_keeping else None)


def _bytes_of(file: str) -> bytes:
    """Return what a file holds; of a file too large only so much as to see that it is."""
    with open(file, "rb", buffering=0) as source:  # noqa: PTH123 - faster, for each article
        is_large = os.fstat(source.fileno()).st_size > MAX_BYTES
        return source.read(MAX_BYTES + 1) if is_large else source.readall()


def article_files(docs: Path) -> list[Path]:
    """Return the Markdown files of the news, sorted by path."""
    return [docs / path for path in articles_in(list_docs(docs, NEWS))]
