"""A cache of any content, damaged or foreign, is as good as none."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.build.page_records import Made, Memory, recall
from bantin.catalog import build_catalog
from bantin.model import Registries
from bantin.pictures.store import Store
from bantin.pictures.survey import survey
from bantin.reading import Content
from bantin.reading.cache import Kept, keep_articles, recall_articles
from bantin.search.format.codec import seal
from bantin.search.indexing.store import FOLDER as SEGMENTS
from bantin.search.indexing.store import Store as Segments
from bantin.search.updating.record import NAME as RECORD
from bantin.search.updating.record import recall as recall_index
from bantin.search.updating.writing import write_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.catalog import Catalog
    from bantin.search.indexing.segment import Segment

LEAF = st.one_of(st.none(), st.booleans(), st.integers(-9, 2**70), st.text(max_size=9))
TREES = st.recursive(
    LEAF, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=5), t, max_size=3)
)
MANIFEST = "tim-kiem/chi-muc/manifest.json"
EMPTY = build_catalog(
    Content(Path("docs"), Path("data"), (), Registries()), date(2026, 11, 23)
)  # fmt: skip


def segment_sealed(cache: Path, data: bytes) -> Segment:
    """Return what is read of a segment whose file holds some bytes."""
    file = cache / SEGMENTS / "1" / "0.bin"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return Segments(cache, 1).load(0)


@settings(max_examples=300)
@given(data=st.binary(max_size=400))
def test_no_bytes_are_believed(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tep"
        file.write_bytes(data)
        assert recall_articles(file, "v") == {}
        assert recall(file, "e").jobs == {}
        assert survey(Path(folder), ["anh/khong-co.jpg"], file) == {}
        assert Store(Path(folder)).load("anh/tep") is None
        assert segment_sealed(Path(folder), data).keys == ()
        file.rename(file.with_name(RECORD))
        assert recall_index(Path(folder)).sums == {}


@given(data=st.binary(max_size=400))
def test_a_search_store_may_be_sealed_over_anything(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        segment_sealed(Path(folder), seal(data))


@given(data=st.binary(max_size=400))
def test_a_memory_sealed_by_another_engine_is_not_opened(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "memory"
        for engine in ("", "d"):
            file.write_bytes(sha256(engine.encode() + data).digest() + data)
            assert recall(file, "e") == Memory("e")


@given(tree=TREES)
def test_a_record_of_the_index_may_hold_anything(tree: object) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / RECORD).write_text(json.dumps(tree), encoding="utf-8")
        wanted = write_index(EMPTY, lambda _: "", home / "site", home)
        assert MANIFEST in wanted
        assert {p for p in wanted if not (home / "site" / p).is_file()} == set()


@pytest.mark.parametrize("where", range(0, 100, 7))
def test_one_flipped_bit_spoils_all(
    catalog: Callable[[dict[str, str]], Catalog],
    news: Callable[..., str],
    tmp_path: Path,
    where: int,
) -> None:
    articles = catalog({"docs/tin/2024/bai.md": news()}).articles
    file, pages = tmp_path / "bai", tmp_path / "trang"
    keep_articles(file, "v", [Kept(article, None) for article in articles])
    Memory("e", {"tin": ("p", (Made("tin/", 1, 2),))}).save(pages)
    assert recall_articles(file, "v").keys() == {"tin/2024/bai.md"}
    assert recall(pages, "e").jobs
    for one in (file, pages):
        data = bytearray(one.read_bytes())
        data[where * (len(data) - 1) // 100] ^= 1
        one.write_bytes(data)
    assert recall_articles(file, "v") == {}
    assert recall(pages, "e").jobs == {}
