"""Digests of what outputs are made from."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
CODE, TEMPLATE = ".py", ".html"
LIBRARIES = (
    "babel",
    "comrak",
    "jinja2",
    "markupsafe",
    "numpy",
    "pillow",
    "pydantic",
    "python-frontmatter",
    "pyyaml",
)


def digest(*parts: str) -> str:
    """Return one short digest of some texts, in their order."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def code_digest(*folders: Path) -> str:
    """Digest of the code and templates in some folders, and of the libraries they run on."""
    return _package_digest() if folders == (PACKAGE,) else _digest_of(folders)


@cache  # as below; each digest takes 1.5 ms, and a check asks for four
def _package_digest() -> str:
    return _digest_of((PACKAGE,))


def _digest_of(folders: Iterable[Path]) -> str:
    return digest(sys.version, *_libraries(), *_files(folders))


@cache
def _libraries() -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in LIBRARIES)


def _files(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        found = (f"{below}/{name}" for below, _, names in os.walk(folder) for name in names)
        for file in sorted(path for path in found if path.endswith((CODE, TEMPLATE))):
            sum_ = _sum_of_code(file) if file.endswith(CODE) else _sum(file)
            yield f"{file[len(str(folder)) :]} {sum_}"


@cache  # what runs is the code that was loaded, whatever the file holds by now
def _sum_of_code(file: str) -> str:
    return _sum(file)


def _sum(file: str) -> str:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - at every build, for all
        return sha256(opened.read()).hexdigest()
