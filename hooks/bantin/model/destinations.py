"""Where a link in a file leads."""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

OUTSIDE = ("http://", "https://", "mailto:", "tel:")
LONGEST = max(map(len, OUTSIDE))
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_inside(target: str) -> bool:
    """Whether a destination stays within the portal."""
    return not SCHEME.match(target)


def is_outside(target: str) -> bool:
    """Whether a destination is an address elsewhere of a kind that a page may lead to."""
    return target[:LONGEST].lower().startswith(OUTSIDE)


def file_of(path: str, target: str) -> str:
    """Return the file that a destination leads to, as a path from the folder of the sources.

    Args:
        path: the file that the link is written in, from the same folder.
        target: the destination; without a file, such as ``#ket-qua``, it is ``path`` itself.
    """
    file = unquote(target.partition("#")[0])
    return normpath(join(dirname(path), file)) if file else path


def anchor_of(target: str) -> str:
    """Return the id of the heading that a destination leads to; empty for a whole page."""
    return unquote(target.partition("#")[2])
