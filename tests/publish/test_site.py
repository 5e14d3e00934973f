"""What publishing adds, on the portal itself and on a miniature that has an address."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tests.conftest import MINIATURE, Built, build_site, lay_out
from tests.unit.publish.vocabulary import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "https://bantin.example.gov.vn/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
FORM = re.compile(r"<form\b[^>]*>", re.DOTALL)
FEED = re.compile(r'<link rel="alternate" type="application/[a-z+]+"[^>]*href="([^"]+)"')
MACHINES = {".json", ".xml", ".csv", ".ics", ".txt"}


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The miniature with an address and a repository."""
    project = lay_out(MINIATURE, tmp_path_factory.mktemp("addressed"))
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "extra:\n", "extra:\n  repository: https://example.org/lich-su/{path}\n"
    )
    settings.write_text(f"site_url: {SITE}\n{text}", encoding="utf-8")
    built = build_site(project)
    assert built.status == 0, built.output
    return built


@pytest.fixture(params=["mini", "real", "addressed"])
def built(request: pytest.FixtureRequest) -> Built:
    return cast("Built", request.getfixturevalue(request.param))


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")


def test_linked_data_is_sound_on_every_page(built: Built) -> None:
    told = [
        (path, fault)
        for path, html in pages(built.site)
        for block in DATA.findall(html)
        for node in json.loads(block)["@graph"]
        for fault in faults(node)
    ]
    assert told == []


def test_every_feed_named_on_a_page_is_there_and_reads(built: Built) -> None:
    named = {
        (built.site / path).parent.joinpath(href).resolve()
        for path, html in pages(built.site)
        if path != "404.html"
        for href in FEED.findall(html)
    }
    feeds = {file.resolve() for file in built.site.rglob("feed.*")}
    assert named == feeds
    for file in feeds:
        if file.suffix == ".json":
            assert json.loads(file.read_bytes())["items"]
        else:
            assert not feedparser.parse(file.read_bytes()).bozo


def test_every_word_is_precomposed(built: Built) -> None:
    files = (f for f in built.site.rglob("*") if f.suffix in {".html", ".json", ".xml", ".ics"})
    texts = ((file.name, file.read_text(encoding="utf-8")) for file in files)
    assert [name for name, text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_no_page_takes_more_than_a_question(built: Built) -> None:
    for path, html in pages(built.site):
        for form in FORM.findall(html):
            assert "tim-kiem/" in form, path
            assert "post" not in form.lower(), path


def test_the_sitemap_lists_what_may_be_listed(addressed: Built) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.fromstring((addressed.site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    listed = {(e.text or "").removeprefix(SITE) for e in root.iter(f"{space}loc")}
    shown = {
        path.removesuffix("index.html")
        for path, html in pages(addressed.site)
        if 'name="robots" content="noindex"' not in html
        and path != "404.html"
        and not re.search(r"trang-\d+/index|^tim-kiem/", path)
    }
    assert listed == shown


def test_canonical_addresses_are_those_of_the_sitemap(addressed: Built) -> None:
    page = addressed.page("tin/2024/danh-gia-hai-nam/")
    address = f"{SITE}tin/2024/danh-gia-hai-nam/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page
    assert "https://example.org/lich-su/docs/tin/2024/danh-gia-hai-nam.md" in page
    assert 'rel="search" type="application/opensearchdescription+xml"' in page


def test_nothing_absolute_is_made_up(mini: Built) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz", "news-sitemap.xml", "opensearch.xml",
                 ".well-known/security.txt"):  # fmt: skip
        assert not (mini.site / name).exists()
    page = mini.page("")
    assert "canonical" not in page
    assert "og:url" not in page


def test_a_withdrawn_article_tells_machines_nothing(built: Built) -> None:
    files = (file for file in built.site.rglob("*") if file.suffix in MACHINES)
    told = [file.name for file in files if b"bai-rut/" in file.read_bytes()]
    assert told == []


def test_the_digest_on_the_page_is_that_of_the_source(mini: Built) -> None:
    rows = json.loads((mini.site / "du-lieu/articles.json").read_text(encoding="utf-8"))
    for row in rows:
        assert row["sha256"] in mini.page(row["url"])
