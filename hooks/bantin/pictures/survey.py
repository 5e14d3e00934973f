"""Every picture that articles name, measured once a content.

What was measured is remembered by the file's path and looks. The memory may be
missing or damaged at any time: then all pictures are measured anew.
"""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b, sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

import PIL

from bantin.pictures.picture import MADE, RECIPE, Picture, PictureError
from bantin.pictures.references import FOLDER
from bantin.runtime.processes import split_work
from bantin.vietnamese.slug import slugify

MAX_BYTES = 20_000_000
HEAVY = "nặng quá 20 MB"
OUTSIDE = "là liên kết tượng trưng dẫn ra ngoài docs; hãy đặt tệp thật ở đây"

Looks: TypeAlias = tuple[int, int, int]


class Seen(NamedTuple):
    """A file as it looked, and what it is: a picture, or why it cannot be used."""

    looks: Looks
    found: Picture | str


def survey(
    docs: Path, paths: Iterable[str], memory: Path | None = None, workers: int = 1
) -> dict[str, Picture | str]:
    """Return each picture, or in words why it cannot be used; what is no file is left out.

    Args:
        docs: the folder that paths start from.
        paths: of the pictures.
        memory: file in which measures are remembered between surveys.
        workers: processes to measure with.
    """
    known = _recall(memory)
    there = [path for path in dict.fromkeys(paths) if _is_there(docs, path)]
    looks = {path: _looks(docs / path) for path in there}
    waiting = [path for path in there if path not in known or known[path].looks != looks[path]]
    fresh: dict[str, Picture | str] = {}
    for share in split_work(waiting, partial(_measure_all, docs), workers):
        fresh.update(share)
    seen = {p: Seen(looks[p], fresh[p]) if p in fresh else known[p] for p in there}
    if memory and seen != known:
        _keep(memory, seen)
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


def _recall(memory: Path | None) -> Mapping[str, Seen]:
    try:
        text = memory.read_text(encoding="utf-8") if memory else ""
        seal, _, payload = text.partition("\n")
        if seal != _seal(payload):
            return {}
        return {
            path: Seen((size, changed, moved), found if isinstance(found, str) else Picture(*found))
            for path, (size, changed, moved), found in json.loads(payload)
        }
    except (OSError, ValueError, TypeError):
        return {}


def _keep(memory: Path, seen: Mapping[str, Seen]) -> None:
    payload = json.dumps([[path, one.looks, _plain(one.found)] for path, one in seen.items()])
    memory.parent.mkdir(parents=True, exist_ok=True)
    fresh = memory.with_suffix(".new")
    fresh.write_text(f"{_seal(payload)}\n{payload}", encoding="utf-8")
    fresh.replace(memory)


def _plain(found: Picture | str) -> object:
    return found if isinstance(found, str) else [found.name, found.width, found.height]


def _seal(payload: str) -> str:
    return sha256(f"{mark_of(b'')}\n{payload}".encode()).hexdigest()
