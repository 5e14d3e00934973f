"""The list of a site's files that its build announces; a release goes live only if it is true.

It lies with the caches, not in the site: it names the addresses of withdrawn articles too.
"""

from collections.abc import Mapping
from pathlib import Path

NAME = "files.txt"


def manifest_text(sizes: Mapping[str, int]) -> str:
    """Return the list: a line for each file, with its size in bytes and its path from the site."""
    return "".join(f"{size} {path}\n" for path, size in sorted(sizes.items()))


def read_manifest(file: Path) -> dict[str, int]:
    """Return the sizes of the files in a list; ValueError where it cannot be read."""
    try:
        lines = [line.partition(" ") for line in file.read_text(encoding="utf-8").splitlines()]
    except FileNotFoundError as error:
        message = f"không có danh sách {file} của lần dựng; hãy dựng lại"
        raise ValueError(message) from error
    return {path: int(size) for size, _, path in lines}


def differences(announced: Mapping[str, int], found: Mapping[str, int]) -> list[str]:
    """Return in Vietnamese how the files of a site differ from those announced.

    Args:
        announced: sizes by path, as the build has made them.
        found: the same of the files that are there.
    """
    return [
        *(f"{path} không do lần dựng này làm ra" for path in sorted(found.keys() - announced)),
        *(f"thiếu tệp {path}" for path in sorted(announced.keys() - found)),
        *(
            f"{path} có {found[path]} byte, lúc dựng có {size}"
            for path, size in sorted(announced.items())
            if path in found and found[path] != size
        ),
    ]
