"""The list of a site's files that its build announces; a release goes live only if it is true.

It lies with the caches, not in the site: it names the addresses of withdrawn articles too.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "files.txt"
UNREADABLE = "danh sách {} của lần dựng không đọc được; hãy dựng lại"


class ListedFile(NamedTuple):
    """A file as its build has made it: SHA-256, bytes, time of change in nanoseconds."""

    digest: str
    size: int
    modified: int


def manifest_text(files: Mapping[str, ListedFile]) -> str:
    """Return the list: a line for each file, its path from the site at the end."""
    lines = (f"{' '.join(map(str, file))} {path}\n" for path, file in sorted(files.items()))
    return "".join(lines)


def read_manifest(file: Path) -> dict[str, ListedFile]:
    """Return the files in a list by their paths; ValueError where it cannot be read."""
    try:
        lines = [line.split(" ", 3) for line in file.read_text(encoding="utf-8").splitlines()]
        files = {path: ListedFile(digest, int(size), int(at)) for digest, size, at, path in lines}
    except FileNotFoundError as error:
        message = f"không có danh sách {file} của lần dựng; hãy dựng lại"
        raise ValueError(message) from error
    except ValueError as error:
        raise ValueError(UNREADABLE.format(file)) from error
    if not files:  # no site is empty: the power failed while the list was written
        raise ValueError(UNREADABLE.format(file))
    return files


def differences(announced: Mapping[str, ListedFile], found: Mapping[str, ListedFile]) -> list[str]:
    """Return in Vietnamese how the files of a site differ from those announced.

    Args:
        announced: as the build has made them.
        found: those that are there; when they were changed says nothing.
    """
    both = [(path, file, found[path]) for path, file in announced.items() if path in found]
    return [
        *(f"{path} không do lần dựng này làm ra" for path in sorted(found.keys() - announced)),
        *(f"thiếu tệp {path}" for path in sorted(announced.keys() - found)),
        *(
            f"{path} có {there.size} byte, lúc dựng có {made.size}"
            for path, made, there in sorted(both)
            if there.size != made.size
        ),
        *(
            f"{path} đã bị sửa sau lúc dựng"
            for path, made, there in sorted(both)
            if there.size == made.size and there.digest != made.digest
        ),
    ]
