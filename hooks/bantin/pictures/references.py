"""Which pictures a source names."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from bantin.model import Article
from bantin.model.sections import Section

FOLDER = Section.PHOTOS.address
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
# As Markdown and HTML write it; ``<…>`` and quotes may hold blanks.
MENTION = re.compile(r"<[^<>\n]+>|\"[^\"\n]+\"|'[^'\n]+'|[^\s()<>\"']+")


def pictures_of(article: Article) -> tuple[str, ...]:
    """Return the paths, from ``docs/``, of the pictures of an article and its body."""
    if not article.front.photos and not article.links:
        return ()
    named = (posixpath.normpath(FOLDER + p.src) for p in article.front.photos if p.src)
    linked = (picture_at(article.path, target) for target, _ in article.links)
    return tuple(dict.fromkeys(path for path in (*named, *linked) if path))


def picture_at(path: str, target: str) -> str:
    """Return the path, from ``docs/``, that a link in ``path`` leads to; empty for no picture."""
    wanted = target.partition("#")[0]
    if not wanted.lower().endswith(SUFFIXES):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), wanted))


def mentions(text: str) -> Iterator[str]:
    """Yield the paths, from ``docs/``, of what a hand-written page names below ``docs/anh``.

    Its relative links, in Markdown and in HTML, may climb; what follows the folder tells all.
    """
    for found in MENTION.findall(text):
        _, folder, rest = unquote(found.strip("<>\"'")).rpartition(FOLDER)
        if folder:
            yield FOLDER + rest.partition("#")[0]
