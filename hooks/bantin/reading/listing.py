"""What lies in ``docs/``: every file by its path and kind, with nothing opened or followed."""

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bantin.model.sections import Section

NEWS = Section.NEWS.address
ARTICLE = ".md"
# What systems and Git put into a folder unasked; it has no content and is published nowhere.
LEFT_BY_SYSTEMS = {
    ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes",
}  # fmt: skip
APPLE_DOUBLE = "._"
MAX_BYTES = 1_000_000
LINKED = "là liên kết tượng trưng; hãy đặt tệp thật ở đây"
UNREADABLE = "không đọc được tệp này; hãy xem lại quyền đọc của tệp"


class Kind(StrEnum):
    """What a path is; special are pipes, sockets and devices, of which a read may never end."""

    FILE = "file"
    LINK = "link"
    SPECIAL = "special"
    UNREADABLE = "unreadable"


class Entry(NamedTuple):
    """A path from ``docs/``, with slashes, and what is there; a folder only if unreadable."""

    path: str
    kind: Kind = Kind.FILE

    @property
    def is_article(self) -> bool:
        """Whether it is read as an article: what is wrong with it is then said by that reading."""
        return (
            self.kind in {Kind.FILE, Kind.LINK}
            and self.path.startswith(NEWS)
            and self.path.endswith(ARTICLE)
            and has_plain_name(self.path)
            and not self.is_left_by_system
        )

    @property
    def is_left_by_system(self) -> bool:
        """Whether no person put it there."""
        name = self.path.rpartition("/")[2]
        return name in LEFT_BY_SYSTEMS or name.startswith(APPLE_DOUBLE)


def list_docs(docs: Path, below: str = "") -> tuple[Entry, ...]:
    """Return everything in a folder but folders themselves, sorted by the parts of paths.

    Args:
        docs: the folder.
        below: the part of it that is listed, such as ``tin/``; empty for all.
    """
    found, folders = list[Entry](), [below]
    while folders:
        _list_folder(str(docs), folders.pop(), found, folders)
    return tuple(sorted(found, key=lambda entry: entry.path.split("/")))


def has_plain_name(path: str) -> bool:
    """Whether a path is text of printable characters; one that is no UTF-8 is not."""
    return path.isprintable()


def printable(path: str) -> str:
    """Return a path as a message can show it, with escapes for what cannot be printed."""
    data = path.encode(errors="surrogateescape").decode(errors="backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in data)


def _list_folder(docs: str, folder: str, found: list[Entry], folders: list[str]) -> None:
    try:
        with os.scandir(f"{docs}/{folder}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{entry.name}/")
                else:
                    found.append(_entry(entry, folder + entry.name))
    except FileNotFoundError:
        return
    except OSError:
        found.append(Entry(folder, Kind.UNREADABLE))


def _entry(entry: os.DirEntry[str], path: str) -> Entry:
    if entry.is_symlink():
        return Entry(path, Kind.LINK)
    if not entry.is_file(follow_symlinks=False):
        return Entry(path, Kind.SPECIAL)
    # An article is opened anyway, and then what is wrong is said; to ask first costs a call each.
    is_readable = Entry(path).is_article or os.access(entry.path, os.R_OK)
    return Entry(path, Kind.FILE if is_readable else Kind.UNREADABLE)


def articles_in(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield the paths of the articles among entries."""
    return (entry.path for entry in entries if entry.is_article)
