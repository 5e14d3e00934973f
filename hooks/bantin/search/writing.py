"""The index onto the disk; files that a former build left right stay as they are."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from bantin.search.index import Index
from bantin.search.settings import FOLDER, MANIFEST

RECORD = "search.json"


def write_index(index: Index, site: Path, cache: Path | None = None) -> set[str]:
    """Bring the index of a site up to date; return its files by their paths from the site.

    Args:
        index: what is to be searched.
        site: the folder of the site.
        cache: where it is remembered what the files hold.
    """
    folder = site / FOLDER
    before, is_whole = _recall(cache, folder)
    if is_whole and index.version == _version(folder):
        return {f"{FOLDER}/{path}" for path in before}
    sums = {path: _bring(folder, path, data, before) for path, data in index.files()}
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / RECORD).write_text(json.dumps(sums), encoding="utf-8")
    return {f"{FOLDER}/{path}" for path in sums}


def _bring(folder: Path, path: str, data: bytes, before: dict[str, int]) -> int:
    """Write a file unless it is there; return its checksum."""
    sum_ = crc32(data)
    if before.get(path) != sum_:
        file = f"{folder}/{path}"
        try:
            _write(file, data)
        except FileNotFoundError:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            _write(file, data)
    return sum_


def _write(file: str, data: bytes) -> None:
    with open(file, "wb", buffering=0) as opened:  # noqa: PTH123 -- faster for many small files
        opened.write(data)


def _recall(cache: Path | None, folder: Path) -> tuple[dict[str, int], bool]:
    """Return the checksums of files written before and still there; whether that is all."""
    try:
        sums = json.loads((cache / RECORD).read_bytes()) if cache else {}
        there = set(_paths(folder))
        kept = {path: sum_ for path, sum_ in sums.items() if path in there}
    except (OSError, ValueError, AttributeError):
        return {}, False
    return kept, len(kept) == len(sums) > 0


def _paths(folder: Path) -> Iterator[str]:
    root = str(folder)
    for parent, _, names in os.walk(root):
        inside = parent[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)


def _version(folder: Path) -> str:
    try:
        return str(json.loads((folder / MANIFEST).read_bytes())["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
