"""Where the links written in a body lead, resolved before the body is rendered."""

import posixpath
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import NEWS, relative
from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.pictures import Picture
from bantin.pictures.references import picture_at


class Target(NamedTuple):
    """A destination as written, its href, empty when it may not be shown, and its picture."""

    written: str
    href: str
    picture: Picture | None = None


def targets(catalog: Catalog, article: Article) -> tuple[Target, ...]:
    """Return the hrefs of the links in an article's body."""
    return tuple(
        Target(
            link.target,
            href_of(catalog, article.path, link.target),
            catalog.pictures.get(picture_at(article.path, link.target)),
        )
        for link in article.links
    )


def href_of(catalog: Catalog, path: str, written: str) -> str:
    """Return the href, from the page of ``path``, of a destination written in that file."""
    _, hash_, anchor = written.partition("#")
    file = file_of(path, written)
    depth = path.count("/") + (posixpath.basename(path) != "index.md")
    if file.startswith(".."):
        return ""
    if picture := catalog.pictures.get(file):
        return relative(picture.src, depth)
    if article := catalog.at(file):
        return relative(article.address, depth) + hash_ + anchor
    if file.startswith(NEWS):
        return ""
    if file.endswith(".md"):
        page = file.removesuffix(".md").removesuffix("index")
        return relative(page.rstrip("/") + "/" if page else "", depth) + hash_ + anchor
    return ""
