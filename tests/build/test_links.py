"""Every internal link and anchor leads somewhere; nothing is fetched from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tests.build.conftest import Crawl


def test_every_link_and_anchor_resolves(crawl: Crawl) -> None:
    assert crawl.broken() == []


def test_links_are_relative_except_on_the_404_page(crawl: Crawl) -> None:
    rooted = {path for path, (_, address, _) in crawl.references() if address.startswith("/")}
    assert rooted <= {"404.html"}


def test_nothing_is_fetched_from_elsewhere(crawl: Crawl) -> None:
    gone = [
        (path, tag, address)
        for path, (tag, address, is_fetched) in crawl.references()
        if urlsplit(address).netloc and (is_fetched or tag == "form")
    ]
    assert gone == []


def test_schemes_are_harmless(crawl: Crawl) -> None:
    schemes = {urlsplit(address).scheme for _, (_, address, _) in crawl.references()}
    assert schemes <= {"", "http", "https", "mailto", "tel"}


def test_no_id_is_on_a_page_twice(crawl: Crawl) -> None:
    twice = {
        path: sorted({id_ for id_ in page.ids if page.ids.count(id_) > 1})
        for path, page in crawl.pages.items()
        if len(page.ids) != len(set(page.ids))
    }
    assert twice == {}


def test_offline_every_link_names_a_file(offline_crawl: Crawl) -> None:
    del offline_crawl.pages["404.html"]  # only a server shows it
    assert offline_crawl.broken(index="") == []
