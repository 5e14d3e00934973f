"""Photographs in a built site: chosen by the browser, without what the camera wrote."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

ARTICLE = "tin/2024/danh-gia-hai-nam/"
PICTURE = re.compile(r"<picture>.*?</picture>", re.DOTALL)
CAMERA = "MAYANHKHONGLO"


def photograph() -> bytes:
    """A picture taken with the camera on its side, in a place it wrote down."""
    notes = Image.Exif()
    notes[0x010F], notes[0x0112] = CAMERA, 6
    notes.get_ifd(0x8825).update({1: "N", 2: (12.0, 40.0, 0.0)})
    out = BytesIO()
    Image.new("RGB", (1200, 700), "green").save(out, "JPEG", exif=notes)
    return out.getvalue()


def candidates(element: str) -> list[str]:
    sets: list[str] = re.findall(r'srcset="([^"]+)"', element)
    return [part.split()[0] for one in sets for part in one.split(",")]


def test_all_pictures_are_offered_in_several_sizes(mini: Built) -> None:
    elements = PICTURE.findall(mini.page(ARTICLE))
    assert len(elements) == 3
    for element in elements:
        assert ' width="8" height="6"' in element
        assert ' loading="lazy"' in element
        for address in candidates(element):
            assert (mini.site / ARTICLE / address).resolve().is_file(), address


def test_every_picture_address_exists_offline_too(offline: Built) -> None:
    for element in PICTURE.findall(offline.page(ARTICLE)):
        for address in candidates(element):
            assert (offline.site / ARTICLE / address).resolve().is_file(), address


def test_no_original_is_published(miniature: Path, build: Build) -> None:
    original = miniature / "docs/anh/2024/hop.jpg"
    original.write_bytes(photograph())
    (miniature / "docs/anh/2024/khong-ai-dung.jpg").write_bytes(photograph())
    built = build(miniature)
    assert built.status == 0, built.output
    assert ' width="700" height="1200"' in built.page(ARTICLE)
    assert [path for path, data in built.files().items() if CAMERA.encode() in data] == []
    files = [path for path in built.files() if path.startswith("hinh/2024/")]
    assert sorted(path.rpartition("-")[2] for path in files) == [
        "480.jpg", "480.webp", "700.jpg", "700.webp",
    ]  # fmt: skip


def test_a_replaced_photograph_replaces_files_and_page(miniature: Path, build: Build) -> None:
    first = build(miniature)
    assert first.page(ARTICLE).count("-8.jpg 8w") == 3
    first = build(miniature)
    (miniature / "docs/anh/2024/hop.jpg").write_bytes(photograph())
    second = build(miniature)
    assert second.status == 0, second.output
    assert second.page(ARTICLE).count("-700.jpg 700w") == 3
    assert "-8.jpg" not in second.page(ARTICLE)
    files = [path for path in second.files() if path.startswith("hinh/2024/")]
    assert len(files) == 4


def test_a_damaged_photograph_stops_the_build_in_words(miniature: Path, build: Build) -> None:
    (miniature / "docs/anh/2024/hop.jpg").write_bytes(photograph()[:900])
    built = build(miniature)
    assert built.status != 0
    assert "photos.0.src: ảnh «2024/hop.jpg» bị hỏng" in built.output
    assert "Traceback" not in built.output
