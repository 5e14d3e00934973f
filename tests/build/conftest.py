"""A built page taken apart."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, cast
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.conftest import Built

DATA_BLOCK = "application/ld+json"  # data, which no browser runs
ADDRESSES = {"href", "src", "action", "poster", "data", "formaction"}


# Links that a browser follows by itself.
FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}

ROOT = "/goc/"


class Reference(NamedTuple):
    """An address as a page names it, the tag that does, and whether it is fetched unasked."""

    tag: str
    address: str
    is_fetched: bool = True


class Scan(HTMLParser):
    """Ids, addresses, scripts and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[Reference] = []
        self.scripts: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.tags: list[str] = []
        self.text: list[str] = []
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = tag
        given = {name: value or "" for name, value in attrs}
        self.attributes |= {(tag, name) for name in given}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "script" and "src" not in given and given.get("type") != DATA_BLOCK:
            self.scripts.append("")
            self._open = "inline"
        is_link = tag == "link" and not FETCHED & set(given.get("rel", "").split())
        is_fetched = tag not in {"a", "form"} and not is_link
        self.references += [
            Reference(tag, value, is_fetched) for name, value in given.items() if name in ADDRESSES
        ]

    def handle_data(self, data: str) -> None:
        if self._open == "inline":
            self.scripts[-1] += data
        if self._open != "script":
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open = ""


class Crawl:
    """Every page of a site."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.pages = {
            file.relative_to(site).as_posix(): Scan(file.read_text(encoding="utf-8"))
            for file in sorted(site.rglob("*.html"))
        }

    def references(self) -> Iterator[tuple[str, Reference]]:
        for path, page in self.pages.items():
            for reference in page.references:
                yield path, reference

    def broken(self, index: str = "index.html") -> list[str]:
        """Return what leads nowhere, an anchor that is not there included.

        Args:
            index: what an address that ends with a slash stands for; empty when opened as files.
        """
        return [
            f"{path}: <{tag}> {address}"
            for path, (tag, address, _) in self.references()
            if not urlsplit(address).scheme and not self._leads_on(path, address, index)
        ]

    def _leads_on(self, path: str, address: str, index: str) -> bool:
        # A root of its own shows what climbs above the site, which browsers forgive.
        wanted = urlsplit(urljoin(f"{ROOT}{path}", address.replace("/", ROOT, address[:1] == "/")))
        if wanted.netloc or not wanted.path.startswith(ROOT):
            return False
        file = unquote(wanted.path).removeprefix(ROOT)
        file = f"{file}{index}" if file.endswith("/") or not file else file
        anchor = unquote(wanted.fragment)
        if not (self.site / file).is_file():
            return False
        return not anchor or (file in self.pages and anchor in self.pages[file].ids)


@cache
def crawl_site(site: Path) -> Crawl:
    return Crawl(site)


@pytest.fixture(scope="session", params=["mini", "real"])
def crawl(request: pytest.FixtureRequest) -> Crawl:
    """Both sites, one after the other."""
    return crawl_site(cast("Built", request.getfixturevalue(request.param)).site)


@pytest.fixture(scope="session")
def mini_crawl(mini: Built) -> Crawl:
    return crawl_site(mini.site)


@pytest.fixture(scope="session")
def offline_crawl(offline: Built) -> Crawl:
    return crawl_site(offline.site)
