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

from bantin.catalog import build_catalog
from bantin.compile.memory import Made, Memory, recall
from bantin.model import Registries
from bantin.pictures.store import Store
from bantin.pictures.survey import survey
from bantin.reading import Content
from bantin.reading.recall import Kept, keep_articles, recall_articles
from bantin.search.codec import seal
from bantin.search.folder import RECORD
from bantin.search.store import NAME, load
from bantin.search.writing import write_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.catalog import Catalog

LEAF = st.one_of(st.none(), st.booleans(), st.integers(-9, 2**70), st.text(max_size=9))
TREES = st.recursive(
    LEAF, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=5), t, max_size=3)
)
MANIFEST = "tim-kiem/chi-muc/manifest.json"
EMPTY = build_catalog(
    Content(Path("docs"), Path("data"), (), Registries()), date(2026, 11, 23)
)  # fmt: skip


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
        file.rename(file.with_name(NAME))
        assert load(Path(folder)).keys == ()


@given(data=st.binary(max_size=400))
def test_a_search_store_may_be_sealed_over_anything(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / NAME).write_bytes(seal(data))
        load(Path(folder))


@settings(max_examples=300)
@given(tree=st.one_of(TREES, TREES.map(lambda tree: ["e", tree])))
def test_a_memory_of_pages_may_be_sealed_over_anything(tree: object) -> None:
    with TemporaryDirectory() as folder:
        payload = json.dumps(tree)
        file = Path(folder) / "memory"
        file.write_text(f"{sha256(payload.encode()).hexdigest()}\n{payload}", encoding="utf-8")
        assert isinstance(recall(file, "e"), Memory)


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
