"""What may not be seen is in no file: drafts, what is dated later, what was withdrawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

RETRACTED = "tin/2024/bai-rut/index.html"


def told(files: dict[str, bytes], *words: str) -> list[str]:
    wanted = [word.encode() for word in words]
    return [path for path, data in files.items() if any(word in data for word in wanted)]


@pytest.mark.parametrize("word", ["NHAPKHONGLO", "nhapkhonglo", "Nhapkhonglo"])
def test_a_draft_is_in_no_file(mini: Built, word: str) -> None:
    assert told(mini.files(), word) == []
    assert not (mini.site / "tin/2024/ban-nhap").exists()


@pytest.mark.parametrize("word", ["MAIKHONGLO", "maikhonglo", "Maikhonglo"])
def test_an_article_of_a_later_day_is_in_no_file(mini: Built, word: str) -> None:
    assert told(mini.files(), word) == []
    assert not (mini.site / "tin/2024/ngay-mai").exists()


def test_a_retracted_article_leaves_only_a_notice(mini: Built) -> None:
    assert told(mini.files(), "RUTKHONGLO", "rutkhonglo", "Rutkhonglo") == []
    assert told(mini.files(), "bai-rut/") == []
    page = (mini.site / RETRACTED).read_text(encoding="utf-8")
    assert "đã được ban biên tập rút" in page
    assert "Rút vì sai số liệu &amp; tên &lt;b&gt;người&lt;/b&gt;" in page
    assert '<meta name="robots" content="noindex">' in page


def test_pictures_only_a_draft_shows_are_not_published(mini: Built) -> None:
    names = sorted(file.name for file in (mini.site / "hinh/2024").rglob("*.*"))
    assert [re.sub("-[0-9a-f]{16}-", "-#-", name) for name in names] == [
        "hop-#-8.jpg",
        "hop-#-8.webp",
    ]
    assert not (mini.site / "anh").exists()


def test_links_to_hidden_articles_become_plain_text(mini: Built) -> None:
    page = mini.page("tin/2024/danh-gia-hai-nam/")
    assert "bài nháp" in page
    assert "bài rút" in page
    assert ">bài nháp</a>" not in page
    assert ">bài rút</a>" not in page


def test_shells_are_not_published(mini: Built) -> None:
    assert told(mini.files(), "_shell", "<!--@") == []


def test_an_article_appears_on_its_day_of_publication(miniature: Path, build: Build) -> None:
    built = build(miniature, BUILD_DATE="2024-07-01")
    assert built.status == 0, built.output
    assert "MAIKHONGLO" in built.page("tin/2024/ngay-mai/")


@pytest.mark.parametrize("status", ["draft", "review"])
def test_a_retraction_removes_the_article_from_the_existing_site(
    miniature: Path, build: Build, status: str
) -> None:
    plain = miniature / "docs/tin/2024/tin-thuong.md"
    source = plain.read_text(encoding="utf-8")
    assert build(miniature).status == 0
    plain.write_text(source.replace("date:", f"status: {status}\ndate:"), encoding="utf-8")
    built = build(miniature)
    assert built.status == 0, built.output
    assert told(built.files(), "Tin không có hội nghị", "tin-thuong") == []
    assert not (built.site / "tin/2024/tin-thuong").exists()
    assert not (built.site / "nam/2024/thang-6").exists()
