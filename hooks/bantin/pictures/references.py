"""Which pictures articles and hand-written pages refer to."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from bantin.model import Article
from bantin.model.destinations import file_of
from bantin.model.sections import Section

FOLDER = Section.PHOTOS.address
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
# A path as Markdown and HTML write it; in angle brackets or quotes it may hold spaces.
QUOTED_OR_BARE = re.compile(r"<[^<>\n]+>|\"[^\"\n]+\"|'[^'\n]+'|[^\s()<>\"']+")


def pictures_of(article: Article) -> tuple[str, ...]:
    """Return the pictures in the front matter and body of an article, by paths from ``docs/``."""
    if not article.front.photos and not article.links:
        return ()
    in_front_matter = (posixpath.normpath(FOLDER + p.src) for p in article.front.photos if p.src)
    in_body = (picture_at(article.path, link.target) for link in article.links)
    return tuple(dict.fromkeys(path for path in (*in_front_matter, *in_body) if path))


def picture_at(path: str, target: str) -> str:
    """Return the picture that a link leads to, by its path from ``docs/``; empty if it is none.

    Args:
        path: of the article that has the link, from ``docs/``.
        target: of the link, as Markdown understands it.
    """
    file = file_of(path, target)
    return file if file.lower().endswith(SUFFIXES) else ""


def mentions(text: str) -> Iterator[str]:
    """Yield what a hand-written page mentions of ``docs/anh``, by paths from ``docs/``.

    Whatever comes before ``anh/`` is not looked at: it only leads up from the page to ``docs/``.
    """
    for path in QUOTED_OR_BARE.findall(text):
        if FOLDER not in path and "%" not in path:
            continue  # nearly every word
        _, folder, rest = unquote(path.strip("<>\"'")).rpartition(FOLDER)
        if folder:
            yield FOLDER + rest.partition("#")[0]
