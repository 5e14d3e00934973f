"""Articles remembered from an earlier reading, by path; valid while the source is unchanged."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bantin.looks import Look, is_settled
from bantin.model import Article
from bantin.sealed import keep_sealed, recall_sealed


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
    articles, looks = recall_sealed(file, version) or ((), ())
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
    keep_sealed(file, version, (articles, looks))
