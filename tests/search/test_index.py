"""The index: the same in whatever steps it was built, with the facts of the catalogue."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path
from random import Random

import pytest
from tests.conftest import Built
from tests.search.conftest import ROOT

from bantin.catalog import Catalog
from bantin.markdown import parse
from bantin.model import Article
from bantin.reading.bodies import read_body
from bantin.runtime.cache import Cache
from bantin.runtime.fingerprint import digest
from bantin.runtime.site_files import SiteFiles
from bantin.search.indexing.store import FOLDER as SEGMENTS
from bantin.search.query import Filters, Searcher
from bantin.search.query.narrowing import with_source
from bantin.search.updating import write_index
from bantin.search.updating.segments import ArchiveSegments
from bantin.vietnamese.spans import Span

TAG = re.compile(r"<[^>]+>")
COPY = re.compile(r"-\d+\.md$")


def body(article: Article) -> str:
    return read_body(ROOT / "docs", article)


def body_of_copy(article: Article) -> str:
    return body(replace(article, path=COPY.sub(".md", article.path)))


def with_edit(catalog: Catalog, number: int) -> tuple[Catalog, Callable[[Article], str]]:
    """Return a catalogue with one article edited, and what reads its bodies."""
    changed = replace(catalog.articles[number], digest="0" * 64)
    articles = (*catalog.articles[:number], changed, *catalog.articles[number + 1 :])
    return (
        replace(catalog, articles=articles),
        lambda article: (
            body(article) + ("\n\nThêm một câu về chè đắng." if article is changed else "")
        ),
    )


def without(catalog: Catalog, number: int) -> Catalog:
    """Return a catalogue with one article less."""
    articles = (*catalog.articles[:number], *catalog.articles[number + 1 :])
    return replace(catalog, articles=articles)


def written(site: Path, files: Iterable[str]) -> dict[str, bytes]:
    return {path: (site / path).read_bytes() for path in files}


def update_index(
    catalog: Catalog, read: Callable[[Article], str], site: Path, cache: Path | None = None
) -> set[str]:
    """Write an index as a build does; return its files by their paths from the site."""
    update = write_index(
        catalog,
        lambda article: parse(read(article)).sections,
        SiteFiles(site),
        Cache(cache) if cache else None,
    )
    if cache and update.record:
        update.record.save(Cache(cache))
    return update.paths


def stamps(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return for each file what changes when it is written."""
    return {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in files}


def fresh(catalog: Catalog, read: Callable[[Article], str], site: Path) -> dict[str, bytes]:
    """Return the files of an index made from nothing."""
    return written(site, update_index(catalog, read, site))


def test_an_updated_index_equals_a_fresh_build(archive: Catalog, tmp_path: Path) -> None:
    """After articles were edited, removed and put back; only changed articles are read again."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    edited, after = with_edit(archive, 3)
    steps = (
        (archive, body, len(archive.articles)),
        (archive, body, 0),
        (edited, after, 1),
        (without(edited, 7), after, 0),
        (edited, after, 1),
        (archive, body, 1),
    )
    for step, (catalog, text, expected) in enumerate(steps):
        read: list[str] = []

        def watched(article: Article, text: Callable[[Article], str] = text) -> str:
            read.append(article.path)  # noqa: B023 - called within this step
            return text(article)

        files = written(site, update_index(catalog, watched, site, cache))
        assert files == fresh(catalog, text, tmp_path / f"fresh-{step}"), step
        assert len(read) == expected, step


@pytest.fixture(scope="module")
def many(archive: Catalog) -> Catalog:
    """An archive large enough for several segments, and for lists with files of their own."""
    copies = (
        replace(article, path=article.path.replace(".md", f"-{copy}.md"))
        for copy in range(20)
        for article in archive.articles
    )
    return replace(archive, articles=tuple(copies))


def test_an_edit_of_a_large_archive_patches_shards(many: Catalog, tmp_path: Path) -> None:
    """Only shards with changed terms are rewritten, and all equal those of a fresh build."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    update_index(many, body_of_copy, site, cache)
    numbers = (3, 400, 1_500)
    chosen = {many.articles[number].path for number in numbers}
    articles = tuple(
        replace(a, digest="0" * 64, front=replace(a.front, title=f"Mới: {a.front.title}"))
        if a.path in chosen
        else a
        for a in many.articles
    )
    edited = replace(many, articles=articles)

    def text(article: Article) -> str:
        words = body_of_copy(article)
        changed = words.replace("hội nghị", "họp", 1) + " Chè đắng."
        return changed if article.path in chosen else words

    before = stamps(site.rglob("*.bin"))
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(ArchiveSegments, "merger")
        files = update_index(edited, text, site, cache)
    assert any("dai-" in path for path in files)
    assert written(site, files) == fresh(edited, text, tmp_path / "fresh")
    pairs = [file for file in before if file.parent.name == "cap" and file.exists()]
    assert any(stamp == before[file] for file, stamp in stamps(pairs).items())


def test_random_edits_and_damage_end_in_the_index_of_a_fresh_build(
    archive: Catalog, tmp_path: Path
) -> None:
    """Articles are edited, removed and put back, files deleted and damaged, in 40 steps."""
    chance = Random(2026)  # noqa: S311 - a series that is the same each time
    site, cache = tmp_path / "site", tmp_path / "cache"
    added: dict[str, str] = {}
    small = replace(archive, articles=archive.articles[:12])

    def text(article: Article) -> str:
        return body(article) + added.get(article.path, "")

    def now() -> Catalog:
        shown = [a for a in small.articles if added.get(a.path) != "gone"]
        edited = (replace(a, digest=digest(a.digest, added.get(a.path, ""))) for a in shown)
        return replace(small, articles=tuple(edited))

    update_index(small, body, site, cache)
    for step in range(40):
        for _ in range(chance.choice((1, 1, 1, 5))):
            path = chance.choice(small.articles).path
            added[path] = chance.choice(("", "\n\nChè đắng.", "\n\n## Kết quả\n\nTốt.", "gone"))
        if step % 5 == 0:
            lost = chance.choice([f for f in (*site.rglob("*"), *cache.rglob("*")) if f.is_file()])
            lost.unlink()
        if step % 7 == 0:
            spoiled = chance.choice([file for file in cache.rglob("*") if file.is_file()])
            spoiled.write_bytes(spoiled.read_bytes()[:-1])
        catalog = now()
        files = written(site, update_index(catalog, text, site, cache))
        assert files == fresh(catalog, text, tmp_path / f"fresh-{step}"), step


def test_only_files_that_change_are_written(archive: Catalog, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    files = update_index(archive, body, site, cache)
    before = stamps(site.joinpath(path) for path in files)
    edited, after = with_edit(archive, 3)
    assert update_index(edited, after, site, cache) == files
    changed = {file.name for file, stamp in stamps(before).items() if stamp != before[file]}
    assert {"manifest.json", "3.json"} <= changed
    assert "4.json" not in changed


def test_cached_segments_may_be_damaged_or_missing(archive: Catalog, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    files = written(site, update_index(archive, body, site, cache))
    (segment,) = (cache / SEGMENTS).rglob("*.bin")
    whole = segment.read_bytes()
    edited, after = with_edit(archive, 3)
    for damaged in (b"", b"xxxx", whole[:-10], whole[:50], whole[:400] + b"\0" + whole[401:]):
        segment.write_bytes(damaged)
        update_index(edited, after, site, cache)
        next(site.rglob("5.json")).unlink()
        next(site.rglob("1.bin")).unlink()
        assert written(site, update_index(archive, body, site, cache)) == files


def test_facet_counts_are_those_of_the_catalogue(searcher: Searcher, archive: Catalog) -> None:
    found = searcher.search("", facets=["loai", "tinh", "co-quan"])
    assert len(found.docs) == len(archive.articles)
    for key, ids in (
        ("tinh", [id_ for a in archive.articles for id_ in a.front.provinces]),
        ("co-quan", [id_ for a in archive.articles for id_ in set(a.agency_ids)]),
    ):
        assert found.counts[key] == {id_: ids.count(id_) for id_ in set(ids)}
    narrowed = searcher.search("", Filters({"tinh": ["quang-nam"]}), facets=["loai", "tinh"])
    types = [archive.articles[doc].front.conference for doc in narrowed.docs]
    for name, count in narrowed.counts["loai"].items():
        assert count == sum(name in meeting.types for meeting in types if meeting)
    assert narrowed.counts["tinh"] == found.counts["tinh"]


def test_years_and_order_by_date(searcher: Searcher, archive: Catalog) -> None:
    found = searcher.search("công an", Filters({}, 2022, 2023), is_by_date=True)
    folders = [archive.articles[doc].path.split("/")[1] for doc in found.docs]
    assert folders == sorted(folders, reverse=True)
    assert {"2022", "2023"} < set(folders)
    for doc in found.docs:
        article = archive.articles[doc]
        meeting = article.front.conference
        span = meeting.covers if meeting and isinstance(meeting.covers, Span) else None
        is_held = article.path.split("/")[1] in {"2022", "2023"}
        assert is_held or (span and span.first_year <= 2023 and (span.last_year or 2023) >= 2022)


def test_sections_lead_to_headings_of_the_page(searcher: Searcher, real: Built) -> None:
    led = 0
    for doc in range(searcher.index.size):
        card = searcher.index.card(doc)
        page = real.page(card["address"])
        for id_, text, _ in card.get("sections", ()):
            if id_:
                (words,) = re.findall(rf'<h[2-6] id="{id_}">(.*?)</h', page, re.DOTALL)
                assert " ".join(unescape(TAG.sub("", words)).split()) == text, card["address"]
                assert page.count(f' id="{id_}"') == 1, card["address"]
                led += 1
    assert led > 50


def test_every_source_leads_to_its_articles(searcher: Searcher, archive: Catalog) -> None:
    for article in archive.articles:
        source = article.front.source
        for address in (source and source.url, f"https://ban-tin.vn/{article.address}"):
            if address:
                text, filters = with_source(searcher.index, address, Filters({}))
                found = searcher.search(text, filters)
                told = [searcher.index.card(doc)["address"] for doc in found.docs]
                assert article.address in told, address
                assert len(told) < 4, address


def test_an_address_without_an_article_finds_nothing(searcher: Searcher) -> None:
    text, filters = with_source(searcher.index, "https://bao.vn/khong-co.htm", Filters({}))
    assert searcher.search(text, filters).docs == ()
    plain = Filters({})
    assert with_source(searcher.index, "co-quan.vn/dan-van", plain) == ("co-quan.vn/dan-van", plain)
