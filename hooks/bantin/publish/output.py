"""Files of a build that are not pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Output(NamedTuple):
    """A text file: its path from the site root, and what it holds."""

    path: str
    text: str


def write_outputs(outputs: Iterable[Output], site: Path) -> set[str]:
    """Write each file as UTF-8 unless it stands so already; return the paths of all."""
    return write_files(((output.path, output.text.encode()) for output in outputs), site)


def write_files(files: Iterable[tuple[str, bytes]], site: Path) -> set[str]:
    """Write each file, by its path from the site, unless it stands so already."""
    paths = set()
    for path, content in files:
        file = site / path
        paths.add(path)
        if not _stands(file, content):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return paths


def _stands(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False
