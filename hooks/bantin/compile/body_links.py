"""Links in the body of an article: the href of each, resolved before the body is rendered."""

import posixpath
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import NEWS, relative
from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.pictures import Picture
from bantin.pictures.references import picture_at


class BodyLink(NamedTuple):
    """A link or an image in a body.

    Attributes:
        written: the destination as the editor wrote it.
        href: the destination on the page; empty where it is not published: only the text is shown.
        picture: the photograph that an image shows.
    """

    written: str
    href: str
    picture: Picture | None = None


def body_links(catalog: Catalog, article: Article) -> tuple[BodyLink, ...]:
    """Return the links in the body of an article."""
    return tuple(
        BodyLink(
            link.target,
            href_of(catalog, article.path, link.target),
            catalog.pictures.get(picture_at(article.path, link.target)),
        )
        for link in article.links
    )


def href_of(catalog: Catalog, path: str, written: str) -> str:
    """Return the href of a destination; empty where it is not published.

    Args:
        catalog: what may be shown.
        path: from ``docs/``, of the file in which the destination is written.
        written: relative to that file, such as ``../2023/bai.md#ket-qua``.
    """
    _, hash_, anchor = written.partition("#")
    file = file_of(path, written)
    depth = depth_of(path)
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


def depth_of(path: str) -> int:
    """Return how many folders the page of a file in ``docs/`` is deep."""
    return path.count("/") + (posixpath.basename(path) != "index.md")
