"""Content read by a command; what has not changed since the last command is remembered."""

from contextlib import suppress
from pathlib import Path

from bantin.checking.language.copyreading import read_copy
from bantin.model import Problem
from bantin.reading import Content, read, remember
from bantin.runtime.processes import processors

MEMORY = ".cache/commands/articles"
COPY = ".cache/commands/copy"


def read_content(folder: Path) -> Content:
    """Return the content of a project; a folder that cannot be written to is read all the same."""
    docs, data = folder / "docs", folder / "data"
    try:
        content = read(docs, data, folder / MEMORY, processors())
    except OSError:
        return read(docs, data)
    with suppress(OSError):
        remember(content, folder / MEMORY)
    return content


def read_names(content: Content) -> list[Problem]:
    """Return the advice on names in running text."""
    return read_copy(content, content.docs.parent / COPY, processors())
