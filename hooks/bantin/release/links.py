"""Internal links and anchors of a built site."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

LINKS = ("href", "src", "action")
MARKED = "[href], [src], [action], [id]"
LOST = "404.html"  # its links start at the domain, not at the page


class Marks(NamedTuple):
    """What a page leads to, as written, and the anchors that lead to it."""

    links: frozenset[str]
    ids: frozenset[str]


class Pages:
    """Every page of a site but the one for lost readers."""

    def __init__(self, site: Path) -> None:
        self._site = site
        files = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
        self.paths = [path for path in files if path != LOST]

    def broken(self) -> Iterator[str]:
        """Yield each place that links lead to and that is not there, with who asks for it."""
        asked: dict[str, list[str]] = defaultdict(list)
        for path, marks in self._marks.items():
            for target in {_target(path, link) for link in marks.links}:
                if target and not self._is_there(target):
                    asked[target].append(path)
        for target, paths in sorted(asked.items()):
            yield f"{paths[0]}: liên kết đến «{target}» không dẫn đến đâu ({len(paths)} trang)"

    def _is_there(self, target: str) -> bool:
        parts = urlsplit(target)
        file = unquote(parts.path).removeprefix("/")
        file = f"{file}index.html" if file.endswith("/") or not file else file
        if file not in self._files:
            return False
        anchor = unquote(parts.fragment)
        return not anchor or file not in self._marks or anchor in self._marks[file].ids

    @cached_property
    def _files(self) -> frozenset[str]:
        files = (file for file in self._site.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self._site).as_posix() for file in files)

    @cached_property
    def _marks(self) -> dict[str, Marks]:
        return {path: _marks_of((self._site / path).read_bytes()) for path in self.paths}


def _marks_of(html: bytes) -> Marks:
    nodes = [node.attributes for node in LexborHTMLParser(html).css(MARKED)]
    links = (node.get(name) for node in nodes for name in LINKS)
    ids = (node.get("id") for node in nodes)
    return Marks(frozenset(filter(None, links)), frozenset(filter(None, ids)))


def _target(path: str, link: str) -> str:
    """Where a link leads, from the site root; empty for one that leaves the portal."""
    if urlsplit(link).scheme or link.startswith("//"):
        return ""
    return urljoin(f"/{path}", link)
