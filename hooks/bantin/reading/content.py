"""Everything editors wrote, read once: articles, registries and what is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bantin.model import Article, Place, Problem, Registries
from bantin.reading.article import read_article
from bantin.reading.frontmatter import split
from bantin.reading.registry import read_registries

NEWS = "tin"


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
    """

    docs: Path
    data: Path
    articles: tuple[Article, ...]
    registries: Registries
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[str, ...] = ()

    def without(self, problems: Iterable[Problem]) -> "Content":
        """Return the content with every article left out that a problem speaks of."""
        wrong = {problem.place.path.removeprefix(f"{self.docs.name}/") for problem in problems}
        return replace(self, articles=tuple(a for a in self.articles if a.path not in wrong))


def read(docs: Path, data: Path) -> Content:
    """Read all articles under ``docs/tin`` and all registries under ``data``."""
    registries, problems = read_registries(data)
    articles, unreadable = [], []
    for path, found in read_articles(docs):
        if isinstance(found, Article):
            articles.append(found)
        else:
            unreadable.append(path)
            problems.extend(found)
    return Content(docs, data, tuple(articles), registries, tuple(problems), tuple(unreadable))


def read_articles(docs: Path) -> Iterator[tuple[str, Article | list[Problem]]]:
    """Yield each article file's path from ``docs`` with its article or Problems."""
    for file in article_files(docs):
        path = file.relative_to(docs).as_posix()
        shown = f"{docs.name}/{path}"
        if file.is_symlink():
            yield path, [Problem(Place(shown), "là liên kết tượng trưng; hãy đặt tệp thật ở đây")]
        else:
            yield path, read_article(path, file.read_bytes(), shown)


def article_files(docs: Path) -> Iterable[Path]:
    """Return the Markdown files of the news, sorted by path."""
    return sorted((docs / NEWS).rglob("*.md"))


def read_body(docs: Path, path: str) -> str:
    """Return the Markdown body of an article that was read before; empty if it no longer reads."""
    source = split(f"{docs.name}/{path}", (docs / path).read_bytes())
    return "" if isinstance(source, Problem) else source.body
