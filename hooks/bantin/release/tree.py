"""A folder of files as one digest, and copied without copying what is there already."""

import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

PACKED = (".gz", ".br")
CHUNK = 1 << 20
LENGTH = 16


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file by its path; ValueError names a link or a strange file."""
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not (file.is_dir() or file.is_file()):
            message = f"{file} không phải tệp thường"
            raise ValueError(message)
        if file.is_file():
            found[file.relative_to(folder).as_posix()] = _digest(file)
    return found


def _digest(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as content:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def name_of(found: Mapping[str, str]) -> str:
    """Return the name of a tree: a digest of its paths and contents, packed copies left out."""
    kept = sorted((path, digest) for path, digest in found.items() if not is_packed(path, found))
    lines = "".join(f"{digest}  {path}\n" for path, digest in kept)
    return sha256(lines.encode()).hexdigest()[:LENGTH]


def is_packed(path: str, among: Mapping[str, object]) -> bool:
    """Whether a file is the packed copy of another."""
    return path.endswith(PACKED) and path.rpartition(".")[0] in among


def lay(source: Path, found: Mapping[str, str], target: Path, before: Mapping[str, Path]) -> None:
    """Copy files into a new folder.

    Args:
        source: the folder to copy.
        found: its files with their digests.
        target: the new folder.
        before: files of an earlier release by digest and path; the same ones are linked, so that
            they keep their time of change, and with it what readers have cached.
    """
    for path, digest in found.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        earlier = before.get(f"{digest} {path}")
        if earlier is None or not _linked(earlier, file):
            shutil.copyfile(source / path, file)


def _linked(earlier: Path, file: Path) -> bool:
    """Link a file of an earlier release, and its packed copies."""
    try:
        os.link(earlier, file)
        for suffix in PACKED:
            packed = earlier.with_name(earlier.name + suffix)
            if packed.is_file():
                os.link(packed, file.with_name(file.name + suffix))
    except OSError:  # a file system without hard links
        return False
    return True
