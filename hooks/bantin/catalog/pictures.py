"""Pictures that may not be published: those that only hidden articles name."""

import posixpath
from collections.abc import Iterable

from bantin.model import Article

PICTURES = ("jpg", "jpeg", "png", "webp")


def pictures_of(article: Article) -> set[str]:
    """Return the paths, from ``docs/``, of the pictures of an article and its body."""
    folder = posixpath.dirname(article.path)
    named = {f"anh/{photo.src}" for photo in article.front.photos if photo.src}
    linked = {posixpath.normpath(posixpath.join(folder, target)) for target, _ in article.links}
    return named | {path for path in linked if path.lower().endswith(PICTURES)}


def withheld(articles: Iterable[Article], shown: Iterable[Article]) -> frozenset[str]:
    """Return the pictures of ``articles`` that none of those shown names as well."""
    public = set[str]().union(*map(pictures_of, shown))
    return frozenset(set[str]().union(*map(pictures_of, articles)) - public)
