"""Compressed copies next to the files of a release, for servers that send them as they are."""

import gzip
from pathlib import Path

import brotli

COMPRESSIBLE = {
    ".bin", ".css", ".csv", ".html", ".ics", ".js", ".json", ".mjs", ".svg", ".txt", ".xml",
}  # fmt: skip
# In bytes; a smaller file fits in one packet anyway.
SMALLEST = 1024
GZIP_LEVEL = 9
# Level 11 saves 8 % more bytes and takes twice the time, on every file of a first release.
BROTLI_QUALITY = 9


def compress_files(folder: Path) -> int:
    """Write ``.gz`` and ``.br`` next to every file that gains by it and has none.

    Returns:
        How many files were compressed.
    """
    count = 0
    for file in sorted(folder.rglob("*")):
        is_worthwhile = file.suffix in COMPRESSIBLE and file.stat().st_size >= SMALLEST
        if is_worthwhile and not file.with_name(f"{file.name}.gz").exists():
            _compress(file)
            count += 1
    return count


def _compress(file: Path) -> None:
    content = file.read_bytes()
    # Without a time stamp the same content has the same bytes.
    _write_if_smaller(file, ".gz", gzip.compress(content, GZIP_LEVEL, mtime=0), content)
    _write_if_smaller(file, ".br", brotli.compress(content, quality=BROTLI_QUALITY), content)


def _write_if_smaller(file: Path, suffix: str, compressed: bytes, content: bytes) -> None:
    if len(compressed) < len(content):
        file.with_name(f"{file.name}{suffix}").write_bytes(compressed)
