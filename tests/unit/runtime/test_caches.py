"""A cache entry of any content, damaged or foreign, is a missing one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.build.records import VERSION, JobRecord, Made, Records, load_records
from bantin.catalog import build_catalog
from bantin.checking.save_report import Snapshot
from bantin.model import Registries
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.store import PictureStore
from bantin.reading import Content
from bantin.reading.cache import CachedArticle, load_articles, save_articles
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.site_files import SiteFiles
from bantin.search.indexing.store import FOLDER as SEGMENTS
from bantin.search.indexing.store import SegmentStore
from bantin.search.updating import write_index
from bantin.search.updating.plan import CACHE_ENTRY as INDEX_RECORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.catalog import Catalog

MANIFEST = "tim-kiem/chi-muc/manifest.json"
EMPTY = build_catalog(
    Content(Path("docs"), Path("data"), (), Registries()), date(2026, 11, 23)
)  # fmt: skip
ENTRIES = (
    "articles", "measures", "reported", "outputs", "search-index",
    "tep", f"{SEGMENTS}/1/0.bin",
)  # fmt: skip


@given(value=st.recursive(st.text(max_size=5) | st.integers(), st.lists), version=st.text())
def test_a_value_comes_back_under_its_own_version_only(value: object, version: str) -> None:
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder)).at("phong")
        cache.save("tep/con", value, version)
        assert cache.load("tep/con", version) == value
        assert cache.load("tep/con", f"{version}'") is None
        assert cache.load("tep/khac", version) is None


def test_a_value_of_a_class_that_is_gone_is_missing(tmp_path: Path) -> None:
    """As after an upgrade that renames a class without another version."""
    cache = Cache(tmp_path)
    gone = b"cbantin.build.records\nGone\n."
    cache.save_bytes("tep", [gone])
    assert cache.load("tep") is None


def test_without_a_folder_nothing_is_cached() -> None:
    NO_CACHE.at("phong").save("tep", 1)
    assert NO_CACHE.at("phong").load("tep") is None
    NO_CACHE.drop("tep")
    NO_CACHE.prune(())


def test_a_cache_that_cannot_be_written_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    cache = Cache(tmp_path / "tep" / "con")
    cache.save("gia-tri", 1)
    assert cache.load("gia-tri") is None


def test_entries_not_named_are_pruned(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("a", "b", "con/c"):
        cache.save(name, name)
    cache.prune({"a"})
    assert [cache.load(name) for name in ("a", "b", "con/c")] == ["a", None, "con/c"]


@settings(max_examples=300)
@given(data=st.binary(max_size=400))
def test_no_foreign_bytes_are_read_by_anyone(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        for name in ENTRIES:
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        assert load_articles(cache, "v") == {}
        assert load_records(cache) == Records()
        assert measure_pictures(Path(folder), ["anh/khong-co.jpg"], cache) == {}
        assert Snapshot.load(cache) is None
        assert PictureStore(cache).load("anh/tep") is None
        assert SegmentStore(cache, 1).load(0).fingerprints == ()
        assert cache.load(INDEX_RECORD) is None


@given(data=st.binary(max_size=400))
def test_a_segment_with_a_right_checksum_may_hold_anything(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        cache.at(SEGMENTS).at("1").save_bytes("0.bin", [data])
        SegmentStore(cache, 1).load(0)


@given(data=st.binary(max_size=400))
def test_records_of_another_version_are_not_opened(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        for version in ("", f"{VERSION}'"):
            cache = Cache(Path(folder))
            cache.save_bytes("outputs", [data], version)
            assert load_records(cache) == Records()


def test_an_index_is_whole_over_any_damaged_cache(tmp_path: Path) -> None:
    cache, site = Cache(tmp_path / "cache"), tmp_path / "site"
    for _ in range(2):
        update = write_index(EMPTY, lambda _: (), SiteFiles(site), cache)
        if update.record:
            update.record.save(cache)
        assert MANIFEST in update.paths
        assert {path for path in update.paths if not (site / path).is_file()} == set()
        for file in (tmp_path / "cache").rglob("*"):
            if file.is_file():
                file.write_bytes(file.read_bytes()[:-1])


@pytest.mark.parametrize("where", range(0, 100, 7))
def test_one_flipped_bit_loses_the_entry(
    catalog: Callable[[dict[str, str]], Catalog],
    news: Callable[..., str],
    tmp_path: Path,
    where: int,
) -> None:
    articles = catalog({"docs/tin/2024/bai.md": news()}).articles
    cache = Cache(tmp_path / "cache")
    save_articles(cache, "v", [CachedArticle(article, None) for article in articles])
    jobs = {"tin": JobRecord("p", (Made("tin/index.html", 1, 2),), (), ())}
    Records().update((), jobs, cache)
    assert load_articles(cache, "v").keys() == {"tin/2024/bai.md"}
    assert load_records(cache).jobs == jobs
    for name in ("articles", "outputs"):
        file = tmp_path / "cache" / name
        data = bytearray(file.read_bytes())
        data[where * (len(data) - 1) // 100] ^= 1
        file.write_bytes(data)
    assert load_articles(cache, "v") == {}
    assert load_records(cache) == Records()
