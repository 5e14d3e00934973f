"""Content read by a command; what has not changed since the last command is cached."""

from pathlib import Path

from bantin.checking.language.agency_advice import advise_all
from bantin.model import Problem
from bantin.reading import Content, read, save
from bantin.runtime.cache import Cache
from bantin.runtime.processes import processors

CACHE = ".cache/commands"


def read_content(folder: Path) -> Content:
    """Return the content of a project folder; without a cache where it cannot be written to."""
    cache = Cache(folder / CACHE)
    content = read(folder / "docs", folder / "data", cache, processors())
    save(content, cache)
    return content


def check_names(content: Content) -> list[Problem]:
    """Return the advice on agency names in running text."""
    return advise_all(content, Cache(content.docs.parent / CACHE), processors())
