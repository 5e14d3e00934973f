"""Files of a build that are not pages."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bantin.looks import look_at
from bantin.writing import write


class Output(NamedTuple):
    """A text file: its path from the site root, and what it holds."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        """The text as UTF-8."""
        return self.text.encode()


class Dump(NamedTuple):
    """A long file: its path from the site root, and what yields what it holds, piece by piece."""

    path: str
    blocks: Callable[[], Iterator[bytes]]

    @property
    def content(self) -> bytes:
        """All that it holds."""
        return b"".join(self.blocks())


Outputs = Iterable[Output | Dump]


def write_outputs(outputs: Outputs, site: Path) -> set[str]:
    """Write each file as UTF-8 unless it stands so already; return the paths of all."""
    paths = set()
    for output in outputs:
        paths.add(output.path)
        if isinstance(output, Dump):
            _pour(output, site / output.path)
        else:
            _bring(output.path, output.content, site)
    return paths


def write_files(files: Iterable[tuple[str, bytes]], site: Path) -> set[str]:
    """Write each file, by its path from the site, unless it stands so already."""
    paths = set()
    for path, content in files:
        paths.add(path)
        _bring(path, content, site)
    return paths


def bring_outputs(
    make: Callable[[], Outputs], fingerprint: str, site: Path, record: Path
) -> set[str]:
    """Bring the files of a site up to date; return the paths of all.

    Args:
        make: makes them; not asked where they stand as the last build left them.
        fingerprint: covers all that they are made from.
        site: the output folder.
        record: file that remembers what stood where.
    """
    if paths := _standing(fingerprint, site, record):
        return paths
    record.unlink(missing_ok=True)
    paths = write_outputs(make(), site)
    looks = {path: look_at(site / path) for path in paths}
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps([fingerprint, looks]), encoding="utf-8")
    return paths


def _standing(fingerprint: str, site: Path, record: Path) -> set[str]:
    try:
        known, looks = json.loads(record.read_bytes())
        stands = known == fingerprint and all(
            list(look_at(site / path)) == look for path, look in looks.items()
        )
        return set(looks) if stands else set()
    except (OSError, ValueError, TypeError, AttributeError):
        return set()


def _bring(path: str, content: bytes, site: Path) -> None:
    file = site / path
    try:
        stands = file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        stands = False
    if not stands:
        write(f"{site}/{path}", content)


def _pour(dump: Dump, file: Path) -> None:
    """Write a long file unless it stands so already, a piece at a time."""
    if not _holds(file, dump.blocks()):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.new")
        with fresh.open("wb") as out:
            out.writelines(dump.blocks())
        fresh.replace(file)


def _holds(file: Path, blocks: Iterable[bytes]) -> bool:
    try:
        with file.open("rb") as opened:
            return all(opened.read(len(block)) == block for block in blocks) and not opened.read(1)
    except OSError:
        return False
