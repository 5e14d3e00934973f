"""The preview of a shared link: the photograph, the image of the programme, or the portal's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

IMAGE = re.compile(r'<meta property="og:image" content="([^"]+)">')
SIDE = re.compile(r'<meta property="og:image:(width|height)" content="(\d+)">')
ALT = re.compile(r'<meta property="og:image:alt" content="[^"]+">')
WITH_PHOTOGRAPH = "tin/2024/danh-gia-hai-nam/"


def shown(built: Built, address: str) -> str:
    [image] = IMAGE.findall(built.page(address))
    return str(image)


def preview_files(built: Built) -> dict[str, int]:
    files = sorted((built.site / "hinh/the").iterdir())
    return {file.name: file.stat().st_ctime_ns for file in files}


@pytest.mark.parametrize("name", ["mini", "real"])
def test_every_page_names_a_preview_that_exists(request: pytest.FixtureRequest, name: str) -> None:
    built: Built = request.getfixturevalue(name)
    previews = set()
    for file in built.site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        for image in IMAGE.findall(html):
            picture = (file.parent / image).resolve()
            with Image.open(picture) as opened:
                size = {"width": str(opened.width), "height": str(opened.height)}
            assert dict(SIDE.findall(html)) == size, file
            assert ALT.search(html), file
            assert '<meta name="twitter:card" content="summary_large_image">' in html
            previews.add(picture)
        assert ("og:title" in html) == bool(IMAGE.search(html)) or "noindex" in html, file
    assert set((built.site / "hinh/the").resolve().iterdir()) <= previews


def test_an_offline_copy_has_no_previews(offline: Built) -> None:
    assert not (offline.site / "hinh/the").exists()
    assert IMAGE.findall(offline.page(WITH_PHOTOGRAPH)) == []


def test_an_article_with_a_photograph_shows_it(mini: Built) -> None:
    assert "hinh/2024/hop-" in shown(mini, WITH_PHOTOGRAPH)


def test_with_a_site_address_previews_are_absolute(miniature: Path, build: Build) -> None:
    settings = miniature / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"site_url: https://bantin.example.vn/\n{text}", encoding="utf-8")
    built = build(miniature)
    assert built.status == 0, built.output
    for address in ("", WITH_PHOTOGRAPH, "chuong-trinh/", "tin/2024/tin-thuong/"):
        assert shown(built, address).startswith("https://bantin.example.vn/hinh/"), address


def test_only_a_renamed_programme_is_drawn_again(miniature: Path, build: Build) -> None:
    before = preview_files(build(miniature))
    registry = miniature / "data/programs.yml"
    text = registry.read_text(encoding="utf-8")
    name = re.findall(r"^  name: (.+)$", text, re.MULTILINE)[0]
    registry.write_text(text.replace(name, f"{name} (mới)"), encoding="utf-8")
    again = build(miniature)
    assert again.status == 0, again.output
    after = preview_files(again)
    assert len(after) == len(before)
    assert len(after.keys() - before.keys()) == 1
    unchanged = after.keys() & before.keys()
    assert {name: before[name] for name in unchanged} == {name: after[name] for name in unchanged}
