"""What the pages of the portal say is so: scans over every page of the whole site."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.conftest import ROOT

from bantin.catalog import Catalog, build_catalog
from bantin.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Built

    from bantin.model import Article

CREATOR = re.compile(r'<meta name="DC.creator" content="([^"]*)">')
CITED = re.compile(r"data-authors='([^']*)' data-day=\"([^\"]*)\"")
GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def archive() -> Catalog:
    return build_catalog(read(ROOT / "docs", ROOT / "data"), date(2026, 11, 23))


class Citation(NamedTuple):
    """What a page says of the authors and the day of its article, in every form."""

    article: Article
    names: set[str]
    days: set[str]


def citations(site: Built, archive: Catalog) -> Iterator[Citation]:
    for article in archive.articles:
        html = unescape(site.page(article.address))
        found = CITED.search(html)
        graph = GRAPH.search(html)
        assert found, article.path
        assert graph, article.path
        nodes = json.loads(graph[1])["@graph"]
        news = next(node for node in nodes if node["@type"] == "NewsArticle")
        named = (author["name"] for author in news.get("author", []))
        days = {found[2], news.get("datePublished", "")} - {""}
        yield Citation(article, {*json.loads(found[1]), *CREATOR.findall(html), *named}, days)


def test_no_article_is_cited_under_the_name_of_someone_who_did_not_write_it(
    real: Built, archive: Catalog
) -> None:
    found = list(citations(real, archive))
    assert len(found) > 90
    assert any(one.article.front.source and one.article.front.source.writers for one in found)
    for article, names, _ in found:
        source = article.front.source
        if source and not source.verbatim:
            assert not names & {*source.writers, source.name}, article.path


def test_no_article_is_cited_under_another_day(real: Built, archive: Catalog) -> None:
    for article, _, days in citations(real, archive):
        front, source = article.front, article.front.source
        ours = front.date.iso() if front.date else None
        assert days <= {ours}, article.path
        if source and not source.verbatim and source.published:
            assert source.published.iso() not in days, article.path


def test_every_original_headline_is_shown(real: Built, archive: Catalog) -> None:
    headlines = {
        article.address: article.front.source.title
        for article in archive.articles
        if article.front.source and article.front.source.title
    }
    assert len(headlines) >= 5
    for address, headline in headlines.items():
        assert headline in unescape(real.page(address)), address
