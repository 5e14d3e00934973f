"""The articles as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Built

FIELDS = {
    "path", "url", "title", "date", "conference", "programs", "period", "agencies", "provinces",
    "documents", "people", "source",
}  # fmt: skip


@pytest.fixture(scope="session")
def articles(mini: Built) -> dict[str, dict[str, Any]]:
    text = (mini.site / "du-lieu/articles.json").read_text(encoding="utf-8")
    return {article["path"]: article for article in json.loads(text)}


def test_every_published_article_is_in_the_data(articles: dict[str, dict[str, Any]]) -> None:
    assert len(articles) == 15
    hidden = {"tin/2024/ban-nhap.md", "tin/2024/ngay-mai.md", "tin/2024/bai-rut.md"}
    assert not hidden & set(articles)


def test_an_article_has_every_field(articles: dict[str, dict[str, Any]]) -> None:
    for article in articles.values():
        assert set(article) >= FIELDS
        if article["conference"]:
            assert set(article["conference"]) >= {"date", "types", "covers"}


def test_values_are_ids_of_registries(articles: dict[str, dict[str, Any]]) -> None:
    article = articles["tin/2024/danh-gia-hai-nam.md"]
    assert article["url"].endswith("tin/2024/danh-gia-hai-nam/")
    assert article["date"] == "2024-04-26"
    assert article["conference"]["date"] == "2024-04-25"
    assert article["conference"]["types"] == ["danh-gia"]
    assert article["conference"]["covers"] == "2022-2023"
    assert article["programs"] == ["dan-van-2022"]
    assert article["period"] == "2022-2026"
    assert article["provinces"] == ["quang-nam"]
    assert [a["id"] or a["name"] for a in article["agencies"]] == [
        "bdv-tu-quang-nam",
        "bca",
        "Ban Dân tộc tỉnh",
    ]
    assert article["documents"] == ["01-TT/TU", "nghi-quyet-25-nq-tw-khoa-xi", "luat-mat-tran"]
    assert article["people"][0]["name"] == "Ma Từ Đông Điền"
    assert article["source"] is None


def test_unknown_values_are_null(articles: dict[str, dict[str, Any]]) -> None:
    article = articles["tin/chua-ro-nam/so-ket-28-11.md"]
    assert article["date"] is None
    assert article["conference"]["date"] == "--11-28"
    assert article["source"]["url"] is None


def test_the_data_of_the_real_site_has_all_its_articles(real: Built) -> None:
    rows = json.loads((real.site / "du-lieu/articles.json").read_text(encoding="utf-8"))
    files = (real.site / "tin").glob("*/*/index.html")
    # At an old address there is a page that leads on.
    pages = {f.parent for f in files if 'http-equiv="refresh"' not in f.read_text(encoding="utf-8")}
    lists = {page for page in pages if page.name.startswith("trang-")}
    assert len(rows) == len(pages - lists)
