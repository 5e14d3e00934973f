"""Links and anchors within a built site."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

LINK_ATTRIBUTES = ("href", "src", "action")
LINKS_AND_ANCHORS = "[href], [src], [action], [id]"
# Shown at any address: its links start at the domain, and lead nowhere from its own place.
NOT_FOUND_PAGE = "404.html"


class PageLinks(NamedTuple):
    """The links of a page, as written, and the anchors in it that links may lead to."""

    links: frozenset[str]
    anchors: frozenset[str]


class Pages:
    """Every page of a site but the one for addresses that do not exist.

    Attributes:
        paths: of the pages, from the site.
    """

    def __init__(self, site: Path) -> None:
        self._site = site
        files = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
        self.paths = [path for path in files if path != NOT_FOUND_PAGE]

    def broken_links(self) -> Iterator[str]:
        """Yield in Vietnamese each target that links lead to and that does not exist."""
        pages_by_target: dict[str, list[str]] = defaultdict(list)
        for path, page in self._pages.items():
            for target in {_target(path, link) for link in page.links}:
                if target and not self._exists(target):
                    pages_by_target[target].append(path)
        for target, paths in sorted(pages_by_target.items()):
            yield f"{paths[0]}: liên kết đến «{target}» không dẫn đến đâu ({len(paths)} trang)"

    def _exists(self, target: str) -> bool:
        parts = urlsplit(target)
        file = unquote(parts.path).removeprefix("/")
        file = f"{file}index.html" if file.endswith("/") or not file else file
        if file not in self._files:
            return False
        anchor = unquote(parts.fragment)
        return not anchor or file not in self._pages or anchor in self._pages[file].anchors

    @cached_property
    def _files(self) -> frozenset[str]:
        files = (file for file in self._site.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self._site).as_posix() for file in files)

    @cached_property
    def _pages(self) -> dict[str, PageLinks]:
        return {path: _page_links((self._site / path).read_bytes()) for path in self.paths}


def _page_links(html: bytes) -> PageLinks:
    nodes = [node.attributes for node in LexborHTMLParser(html).css(LINKS_AND_ANCHORS)]
    links = (node.get(name) for node in nodes for name in LINK_ATTRIBUTES)
    anchors = (node.get("id") for node in nodes)
    return PageLinks(frozenset(filter(None, links)), frozenset(filter(None, anchors)))


def _target(path: str, link: str) -> str:
    """Return where a link of a page leads, from the site root; empty if it leaves the site."""
    if urlsplit(link).scheme or link.startswith("//"):
        return ""
    return urljoin(f"/{path}", link)
