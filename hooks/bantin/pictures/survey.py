"""Every picture that articles name, measured once a content.

Measures are cached by the path and stat of the file.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

import PIL

from bantin.pictures.picture import MADE, RECIPE, Picture, PictureError
from bantin.pictures.references import FOLDER
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.processes import split_work
from bantin.vietnamese.slug import slugify

MAX_BYTES = 20_000_000
HEAVY = "nặng quá 20 MB"
MEASURES = "measures"
OUTSIDE = "là liên kết tượng trưng dẫn ra ngoài docs; hãy đặt tệp thật ở đây"

Looks: TypeAlias = tuple[int, int, int]


class Seen(NamedTuple):
    """A file as it looked, and what it is: a picture, or why it cannot be used."""

    looks: Looks
    found: Picture | str


def survey(
    docs: Path, paths: Iterable[str], cache: Cache = NO_CACHE, workers: int = 1
) -> dict[str, Picture | str]:
    """Return each picture, or in words why it cannot be used; what is no file is left out.

    Args:
        docs: the folder that paths start from.
        paths: of the pictures.
        cache: where measures are saved between surveys.
        workers: processes to measure with.
    """
    version = mark_of(b"")
    known: Mapping[str, Seen] = cache.load(MEASURES, version) or {}
    there = [path for path in dict.fromkeys(paths) if _is_there(docs, path)]
    looks = {path: _looks(docs / path) for path in there}
    waiting = [path for path in there if path not in known or known[path].looks != looks[path]]
    fresh: dict[str, Picture | str] = {}
    for share in split_work(waiting, partial(_measure_all, docs), workers):
        fresh.update(share)
    seen = {p: Seen(looks[p], fresh[p]) if p in fresh else known[p] for p in there}
    if seen != known:
        cache.save(MEASURES, seen, version)
    return {path: one.found for path, one in seen.items()}


def mark_of(data: bytes) -> str:
    """Digest of a content and of how its files are made."""
    recipe = f"{RECIPE} {PIL.__version__}\n".encode()
    return blake2b(recipe + data, digest_size=8).hexdigest()


def picture_of(path: str, data: bytes) -> Picture:
    """Return the picture at a path from ``docs/``.

    Raises:
        PictureError: it cannot be used.
    """
    from bantin.pictures.decode import measure  # noqa: PLC0415 - most builds measure nothing

    width, height = measure(data)
    parts = PurePosixPath(path.removeprefix(FOLDER)).with_suffix("").parts
    name = "/".join(filter(None, map(slugify, parts))) or "anh"
    return Picture(f"{MADE}{name}-{mark_of(data)}", width, height)


def _is_there(docs: Path, path: str) -> bool:
    return not path.startswith(("..", "/")) and "\\" not in path and (docs / path).is_file()


def _looks(file: Path) -> Looks:
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _measure_all(docs: Path, paths: Iterable[str]) -> dict[str, Picture | str]:
    return {path: _measure(docs, path) for path in paths}


def _measure(docs: Path, path: str) -> Picture | str:
    file = docs / path
    if not file.resolve().is_relative_to(docs.resolve()):
        return OUTSIDE
    if file.stat().st_size > MAX_BYTES:
        return HEAVY
    try:
        return picture_of(path, file.read_bytes())
    except PictureError as flaw:
        return str(flaw)
