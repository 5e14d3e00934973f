"""The index: the same however it was built, and true to the catalogue."""

from dataclasses import replace
from pathlib import Path

from tests.conftest import Built
from tests.search.conftest import ROOT

from bantin.catalog import Catalog
from bantin.model import Article
from bantin.reading.content import read_body
from bantin.search.index import build_index
from bantin.search.query import Filters, Searcher
from bantin.search.settings import FOLDER
from bantin.search.store import NAME
from bantin.search.writing import write_index


def body(article: Article) -> str:
    return read_body(ROOT / "docs", article)


def test_a_cached_build_is_the_same_to_the_byte(archive: Catalog, tmp_path: Path) -> None:
    fresh = dict(build_index(archive, body).files())
    assert dict(build_index(archive, body, tmp_path).files()) == fresh
    read: list[str] = []

    def watched(article: Article) -> str:
        read.append(article.path)
        return body(article)

    assert dict(build_index(archive, watched, tmp_path).files()) == fresh
    assert read == []


def test_only_what_changed_is_read_again(archive: Catalog, tmp_path: Path) -> None:
    changed = replace(archive.articles[3], digest="0" * 64)
    articles = (*archive.articles[:3], changed, *archive.articles[4:])
    edited = replace(archive, articles=articles)
    read: list[str] = []

    def after(article: Article) -> str:
        read.append(article.path)
        more = "\n\nThêm một câu về chè đắng." if article is changed else ""
        return body(article) + more

    build_index(archive, body, tmp_path)
    found = dict(build_index(edited, after, tmp_path).files())
    assert read == [changed.path]
    assert found == dict(build_index(edited, after).files())


def test_only_files_that_change_are_written(archive: Catalog, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    files = write_index(build_index(archive, body), site, cache)
    kept = {file: file.stat().st_mtime_ns for file in map(site.joinpath, files)}
    assert write_index(build_index(archive, body), site, cache) == files
    changed = replace(archive.articles[3], digest="0" * 64)
    articles = (*archive.articles[:3], changed, *archive.articles[4:])
    edited = replace(archive, articles=articles)
    after = build_index(edited, lambda a: body(a) + ("\n\nchè đắng" if a is changed else ""))
    assert write_index(after, site, cache) == files
    written = {f.name for f, time in kept.items() if f.stat().st_mtime_ns != time}
    assert {"manifest.json", "3.json"} <= written
    assert "4.json" not in written
    expected = dict(after.files())
    assert {path: (site / FOLDER / path).read_bytes() for path in expected} == expected


def test_a_damaged_store_is_built_anew(archive: Catalog, tmp_path: Path) -> None:
    fresh = dict(build_index(archive, body, tmp_path).files())
    kept = (tmp_path / NAME).read_bytes()
    for damaged in (b"", b"xxxx", kept[:-10], kept[:50], kept[:400] + b"\0" + kept[401:]):
        (tmp_path / NAME).write_bytes(damaged)
        assert dict(build_index(archive, body, tmp_path).files()) == fresh


def test_counts_are_true(searcher: Searcher, archive: Catalog) -> None:
    found = searcher.search("", counted=["loai", "tinh", "co-quan"])
    assert len(found.docs) == len(archive.articles)
    for key, ids in (
        ("tinh", [id_ for a in archive.articles for id_ in a.front.provinces]),
        ("co-quan", [id_ for a in archive.articles for id_ in set(a.agency_ids)]),
    ):
        assert found.counts[key] == {id_: ids.count(id_) for id_ in set(ids)}
    narrowed = searcher.search("", Filters({"tinh": ["quang-nam"]}), counted=["loai", "tinh"])
    types = [archive.articles[doc].front.conference for doc in narrowed.docs]
    for name, count in narrowed.counts["loai"].items():
        assert count == sum(name in meeting.types for meeting in types if meeting)
    assert narrowed.counts["tinh"] == found.counts["tinh"]


def test_years_and_order_by_date(searcher: Searcher, archive: Catalog) -> None:
    found = searcher.search("công an", Filters({}, 2022, 2023), is_by_date=True)
    folders = [archive.articles[doc].path.split("/")[1] for doc in found.docs]
    assert folders == sorted(folders, reverse=True)
    assert set(folders) == {"2022", "2023"}


def test_sections_lead_to_headings_of_the_page(searcher: Searcher, real: Built) -> None:
    led = 0
    for doc in range(searcher.reader.size):
        card = searcher.reader.card(doc)
        page = real.page(card["address"])
        for id_, _, _ in card.get("sections", ()):
            assert not id_ or f'id="{id_}"' in page, card["address"]
            led += bool(id_)
    assert led > 50
