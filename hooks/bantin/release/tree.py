"""A folder of files: its digests, its name by content, and copies that share unchanged files."""

import os
import shutil
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

COMPRESSED_SUFFIXES = (".gz", ".br")
CHUNK_SIZE = 1 << 20
NAME_LENGTH = 16
FOLDER_MODE, FILE_MODE = 0o755, 0o644


def file_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file by its path from the folder.

    Raises:
        ValueError: names a link or special file, which no release may have.
    """
    digests: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not (file.is_dir() or file.is_file()):
            message = f"{file} không phải tệp thường"
            raise ValueError(message)
        if file.is_file():
            digests[file.relative_to(folder).as_posix()] = file_digest(file)
    return digests


def name_of(digests: Mapping[str, str]) -> str:
    """Return the name of a tree: a digest of its paths and contents, without compressed copies."""
    originals = sorted(
        (path, digest) for path, digest in digests.items() if not is_compressed_copy(path, digests)
    )
    lines = "".join(f"{digest}  {path}\n" for path, digest in originals)
    return sha256(lines.encode()).hexdigest()[:NAME_LENGTH]


def is_compressed_copy(path: str, files: Mapping[str, object]) -> bool:
    """Whether a file is the compressed copy of another one among some files."""
    return path.endswith(COMPRESSED_SUFFIXES) and path.rpartition(".")[0] in files


def copy_tree(
    source: Path, digests: Mapping[str, str], target: Path, earlier: Mapping[str, Path]
) -> None:
    """Copy files into a new folder.

    Args:
        source: the folder to copy.
        digests: of its files.
        target: the new folder.
        earlier: files of an earlier release by digest and path. The same ones are hard links: they
            take no space and keep their time of change, and with it what browsers have cached.
    """
    for path, digest in digests.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        original = earlier.get(f"{digest} {path}")
        if original is None or not _link(original, file):
            shutil.copyfile(source / path, file)


def allow_reading(folder: Path) -> None:
    """Let other users, such as the web server, read a folder, whatever the umask took from them."""
    for below, _, names in os.walk(folder):
        _allow(below, FOLDER_MODE)
        for name in names:
            _allow(f"{below}/{name}", FILE_MODE)


def _allow(path: str, mode: int) -> None:
    if stat.S_IMODE(os.stat(path).st_mode) != mode:  # noqa: PTH116 - for many
        os.chmod(path, mode)  # noqa: PTH101 - as above


def closed_folder(folder: Path) -> Path | None:
    """Return the folder above a release that other users cannot enter, the outermost first."""
    path = folder.resolve()
    above = (*reversed(path.parents), path)
    return next((one for one in above if not one.stat().st_mode & stat.S_IXOTH), None)


def _link(original: Path, file: Path) -> bool:
    """Link a file of an earlier release with its compressed copies; return whether that worked."""
    try:
        os.link(original, file)
        for suffix in COMPRESSED_SUFFIXES:
            compressed = original.with_name(original.name + suffix)
            if compressed.is_file():
                os.link(compressed, file.with_name(file.name + suffix))
    except OSError:  # a file system without hard links
        return False
    return True


def file_digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = sha256()
    with file.open("rb") as content:
        while chunk := content.read(CHUNK_SIZE):
            digest.update(chunk)
    return digest.hexdigest()
