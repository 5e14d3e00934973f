from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.unit.publish.conftest import SITE

from bantin.compile.jobs import pages
from bantin.pictures.store import PictureStore
from bantin.publish.previews import PreviewImage, Previews, preview_tasks
from bantin.publish.previews.draw import PAPER, Painter
from bantin.publish.previews.image import SIZE
from bantin.publish.previews.typesetting import ELLIPSIS, WordWidths, balance, fit, wrap
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bantin.catalog import Catalog
    from bantin.model.settings import Settings

FONT = Path(__file__).parents[3] / "theme/assets/fonts/bulletin.woff2"
PROGRAM = "chuong-trinh/dan-van-cong-an-2022/"
WORDS = st.lists(st.text("abcdeĐắkLưỡ–.", min_size=1, max_size=30), max_size=40).map(" ".join)
IMAGE = PreviewImage("thu", "Bản tin phối hợp", "Ưỡn ngực – Đắk Lắk", "Kỳ họp thứ hai", "bantin.vn")


def shown(archive: Catalog, settings: Settings) -> dict[str, str]:
    previews = Previews(archive, settings)
    by_page = {page.address: previews.of(page) for page in pages(archive)}
    return {address: preview.address for address, preview in by_page.items() if preview}


@pytest.fixture(scope="session")
def painter() -> Painter:
    return Painter(FONT.read_bytes())


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the images that were drawn, not taken from the cache."""
    drawn: list[str] = []

    class Counting(Painter):
        def draw(self, image: PreviewImage) -> bytes:
            drawn.append(image.title)
            return super().draw(image)

    monkeypatch.setattr("bantin.publish.previews.draw.Painter", Counting)
    return drawn


def test_a_page_shows_its_programme_or_the_portal(archive: Catalog, settings: Settings) -> None:
    previews = shown(archive, settings)
    assert previews[PROGRAM].startswith("hinh/the/dan-van-cong-an-2022-")
    assert previews["tin/2024/so-ket/"] == previews[PROGRAM]
    assert previews[""].startswith("hinh/the/ban-tin-")
    assert previews["tin/2023/chi-biet-thang/"] == previews["co-quan/bca/"] == previews[""]
    drawn = {image.address() for image in Previews(archive, settings)}
    assert set(previews.values()) <= drawn


def test_a_retracted_article_has_no_preview(archive: Catalog, settings: Settings) -> None:
    assert "tin/2024/bai-rut/" not in shown(archive, settings)


def test_an_image_with_other_words_has_another_address(
    archive: Catalog, settings: Settings
) -> None:
    renamed = shown(archive, replace(settings, site_name="Bản tin khác"))
    moved = shown(archive, replace(settings, site_url=SITE.replace("example", "khac")))
    here = shown(archive, settings)
    assert len({one[PROGRAM] for one in (here, renamed, moved)}) == 3
    assert shown(archive, settings) == here


def test_every_programme_has_an_image_of_its_own(archive: Catalog, settings: Settings) -> None:
    addresses = [image.address() for image in Previews(archive, settings)]
    assert len(addresses) == len(set(addresses)) == len(archive.registries.programs) + 1


def test_an_image_is_a_small_png_of_the_size_that_networks_ask_for(painter: Painter) -> None:
    data = painter.draw(IMAGE)
    with Image.open(BytesIO(data)) as picture:
        assert (picture.size, picture.format, picture.mode) == (SIZE, "PNG", "P")
        assert picture.convert("RGB").getpixel((SIZE[0] - 1, 0)) == PAPER
    assert len(data) < 40_000


def test_the_same_words_give_the_same_bytes(painter: Painter) -> None:
    assert painter.draw(IMAGE) == Painter(FONT.read_bytes()).draw(IMAGE)


def test_every_letter_of_vietnamese_is_in_the_font(painter: Painter) -> None:
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [
        unicodedata.normalize("NFC", v + m) for v in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for m in marks
    ]
    missing = painter.draw(replace(IMAGE, title="\ue000"))
    same = [a for a in (*letters, "đ", "Đ") if painter.draw(replace(IMAGE, title=a)) == missing]
    assert same == []


@pytest.mark.parametrize("long", ["Chương trình phối hợp " * 40, "x" * 900, ""])
def test_no_text_is_drawn_beyond_the_right_margin(painter: Painter, long: str) -> None:
    for image in (
        replace(IMAGE, title=long),
        replace(IMAGE, text=long),
        replace(IMAGE, title=long, text=""),
    ):
        with Image.open(BytesIO(painter.draw(image))) as picture:
            edge = picture.convert("RGB").crop((1114, 0, *SIZE))
            assert edge.getcolors() == [(edge.width * edge.height, PAPER)]


@given(WORDS, st.integers(3, 40))
def test_wrapping_keeps_the_words_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, len)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    level = balance(lines, width, len)
    assert len(level) == len(lines)
    assert max(map(len, level), default=0) <= max(map(len, lines), default=0)


@given(WORDS, st.integers(2, 40), st.integers(1, 4))
def test_a_text_is_fitted_into_the_lines_allowed_or_cut(text: str, width: int, most: int) -> None:
    block = fit(text, (3, 2, 1), most, width, lambda size: lambda line: len(line) * size)
    assert len(block.lines) <= most
    assert block.size in {1, 2, 3}
    assert any(line.endswith(ELLIPSIS) for line in block.lines) or "".join(block.lines).replace(
        " ", ""
    ) == text.replace(" ", "")


@given(WORDS)
def test_a_line_is_as_wide_as_its_words(text: str) -> None:
    assert WordWidths(len)(text) == len(text)


def write_previews(
    images: Sequence[PreviewImage], font: Path, site: Path, store: PictureStore
) -> AbstractSet[str]:
    work = preview_tasks(images, font, SiteFiles(site), store)
    for task in work.tasks:
        task()
    store.prune(work.paths)
    return work.paths


def test_an_image_is_drawn_once(tmp_path: Path, drawings: list[str]) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    wanted = write_previews([IMAGE], FONT, site, store)
    [address] = wanted
    first = (site / address).stat()
    assert write_previews([IMAGE], FONT, site, store) == wanted
    assert (site / address).stat() == first
    (site / address).write_bytes(b"hong")
    write_previews([IMAGE], FONT, site, store)
    assert (site / address).stat().st_size == first.st_size
    assert drawings == [IMAGE.title]


def test_only_the_image_of_a_renamed_programme_is_drawn_again(
    tmp_path: Path, drawings: list[str]
) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    renamed = replace(IMAGE, title="Tên mới")
    other = replace(IMAGE, name="khac", title="Chương trình khác")
    write_previews([IMAGE, other], FONT, site, store)
    write_previews([renamed, other], FONT, site, store)
    assert drawings == [IMAGE.title, other.title, renamed.title]
    cached = {entry.name for entry in (tmp_path / "cache").iterdir()}
    assert cached == {Path(image.address()).name for image in (renamed, other)}


def test_a_damaged_cache_entry_is_drawn_again(tmp_path: Path, drawings: list[str]) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    [address] = write_previews([IMAGE], FONT, site, store)
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-9])
    write_previews([IMAGE], FONT, site, store)
    with Image.open(site / address) as picture:
        assert picture.size == SIZE
    assert drawings == [IMAGE.title] * 2
