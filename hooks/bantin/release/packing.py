"""Packed copies beside the files of a release, for servers that send them as they are."""

import gzip
from pathlib import Path

import brotli

SUFFIXES = {
    ".bin",
    ".css",
    ".csv",
    ".html",
    ".ics",
    ".js",
    ".json",
    ".mjs",
    ".svg",
    ".txt",
    ".xml",
}
SMALLEST = 1024
GZIP_LEVEL = 9
BROTLI_QUALITY = 9


def pack(folder: Path) -> int:
    """Write ``.gz`` and ``.br`` beside every file worth it that has none; return how many."""
    count = 0
    for file in sorted(folder.rglob("*")):
        if file.suffix in SUFFIXES and file.stat().st_size >= SMALLEST and not _is_packed(file):
            _pack(file)
            count += 1
    return count


def _is_packed(file: Path) -> bool:
    return file.with_name(f"{file.name}.gz").exists()


def _pack(file: Path) -> None:
    content = file.read_bytes()
    _keep(file.with_name(f"{file.name}.gz"), gzip.compress(content, GZIP_LEVEL, mtime=0), content)
    packed: bytes = brotli.compress(content, quality=BROTLI_QUALITY)
    _keep(file.with_name(f"{file.name}.br"), packed, content)


def _keep(file: Path, packed: bytes, content: bytes) -> None:
    if len(packed) < len(content):
        file.write_bytes(packed)
