"""Pictures measured: their size, or why they cannot be used.

Measures are cached by the path and stat of a file; most builds open no picture.
"""

import os.path
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

import PIL

from bantin.pictures.picture import PICTURES_FOLDER, RECIPE, Picture, PictureError
from bantin.pictures.references import FOLDER
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.processes import split_work
from bantin.vietnamese.slug import slugify

MAX_BYTES = 20_000_000
HEAVY = "nặng quá 20 MB"
CACHE_ENTRY = "measures"
UNREADABLE = "không đọc được; hãy xem lại quyền đọc của tệp"
OUTSIDE = "là liên kết tượng trưng dẫn ra ngoài docs; hãy đặt tệp thật ở đây"

# Size, and times of change of content and of entry: as they were when a file was measured.
Stat: TypeAlias = tuple[int, int, int]
# A picture, or in Vietnamese why it cannot be used.
Result: TypeAlias = Picture | str


class Measured(NamedTuple):
    """The result for a file, and the stat that the file had."""

    stat: Stat
    result: Result


def measure_pictures(
    docs: Path, paths: Iterable[str], cache: Cache = NO_CACHE, workers: int = 1
) -> dict[str, Result]:
    """Return each picture, or why it cannot be used; paths without a file are left out.

    Args:
        docs: the folder that paths start from.
        paths: of the pictures.
        cache: has the measures of earlier builds.
        workers: processes to measure with.
    """
    version = content_fingerprint(b"")
    cached: Mapping[str, Measured] = cache.load(CACHE_ENTRY, version) or {}
    distinct = dict.fromkeys(paths)
    stats = {path: _stat(docs / path) for path in distinct if _is_file(docs, path)}
    changed = [path for path in stats if path not in cached or cached[path].stat != stats[path]]
    results: dict[str, Result] = {}
    for share in split_work(changed, partial(_measure_all, docs), workers):
        results.update(share)
    measured = {
        path: Measured(stat, results[path]) if path in results else cached[path]
        for path, stat in stats.items()
    }
    if measured != cached:
        cache.save(CACHE_ENTRY, measured, version)
    return {path: one.result for path, one in measured.items()}


def content_fingerprint(data: bytes) -> str:
    """Return a fingerprint of a picture's content and of how its files are made."""
    recipe = f"{RECIPE} {PIL.__version__}\n".encode()
    return blake2b(recipe + data, digest_size=8).hexdigest()


def measure_picture(path: str, data: bytes) -> Picture:
    """Return the picture of a file.

    Args:
        path: of the file, from ``docs/``.
        data: its content.

    Raises:
        PictureError: it cannot be used.
    """
    from bantin.pictures.decode import measure  # noqa: PLC0415 - most builds measure nothing

    width, height = measure(data)
    parts = PurePosixPath(path.removeprefix(FOLDER)).with_suffix("").parts
    name = "/".join(filter(None, map(slugify, parts))) or "anh"
    return Picture(f"{PICTURES_FOLDER}{name}-{content_fingerprint(data)}", width, height)


def _is_file(docs: Path, path: str) -> bool:
    # ``os.path`` answers no, where ``Path`` raises, for a name that is too long.
    is_inside = not path.startswith(("..", "/")) and "\\" not in path
    return is_inside and os.path.isfile(docs / path)  # noqa: PTH113


def _stat(file: Path) -> Stat:
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _measure_all(docs: Path, paths: Iterable[str]) -> dict[str, Result]:
    return {path: _measure(docs, path) for path in paths}


def _measure(docs: Path, path: str) -> Result:
    file = docs / path
    if not file.resolve().is_relative_to(docs.resolve()):
        return OUTSIDE
    if file.stat().st_size > MAX_BYTES:
        return HEAVY
    try:
        return measure_picture(path, file.read_bytes())
    except PictureError as error:
        return str(error)
    except OSError:
        return UNREADABLE
