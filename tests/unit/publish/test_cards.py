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
from bantin.publish.cards import Card, Previews, lay_cards
from bantin.publish.cards.card import SIZE
from bantin.publish.cards.colours import PAPER
from bantin.publish.cards.draw import Painter
from bantin.publish.cards.fit import ELLIPSIS, Ruler, balance, fit, wrap
from bantin.runtime.cache import Cache

if TYPE_CHECKING:
    from bantin.catalog import Catalog
    from bantin.model.settings import Settings

FONT = Path(__file__).parents[3] / "theme/assets/fonts/bulletin.woff2"
PROGRAM = "chuong-trinh/dan-van-cong-an-2022/"
WORDS = st.lists(st.text("abcdeĐắkLưỡ–.", min_size=1, max_size=30), max_size=40).map(" ".join)
CARD = Card("thu", "Bản tin phối hợp", "Ưỡn ngực – Đắk Lắk", "Kỳ họp thứ hai", "bantin.vn")


def shown(archive: Catalog, settings: Settings) -> dict[str, str]:
    previews = Previews(archive, settings)
    found = {page.address: previews.of(page) for page in pages(archive)}
    return {address: preview.address for address, preview in found.items() if preview}


@pytest.fixture(scope="session")
def painter() -> Painter:
    return Painter(FONT.read_bytes())


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the cards that were drawn, not taken from the cache."""
    drawn: list[str] = []

    class Counting(Painter):
        def draw(self, card: Card) -> bytes:
            drawn.append(card.title)
            return super().draw(card)

    monkeypatch.setattr("bantin.publish.cards.draw.Painter", Counting)
    return drawn


def test_a_page_shows_its_programme_else_the_portal(archive: Catalog, settings: Settings) -> None:
    found = shown(archive, settings)
    assert found[PROGRAM].startswith("hinh/the/dan-van-cong-an-2022-")
    assert found["tin/2024/so-ket/"] == found[PROGRAM]
    assert found[""].startswith("hinh/the/ban-tin-")
    assert found["tin/2023/chi-biet-thang/"] == found["co-quan/bca/"] == found[""]
    assert set(found.values()) <= {card.address() for card in Previews(archive, settings)}


def test_a_withdrawn_article_shows_nothing(archive: Catalog, settings: Settings) -> None:
    assert "tin/2024/bai-rut/" not in shown(archive, settings)


def test_other_words_have_another_address(archive: Catalog, settings: Settings) -> None:
    renamed = shown(archive, replace(settings, site_name="Bản tin khác"))
    moved = shown(archive, replace(settings, site_url=SITE.replace("example", "khac")))
    here = shown(archive, settings)
    assert len({found[PROGRAM] for found in (here, renamed, moved)}) == 3
    assert shown(archive, settings) == here


def test_every_programme_has_a_card_and_no_two_share_one(
    archive: Catalog, settings: Settings
) -> None:
    addresses = [card.address() for card in Previews(archive, settings)]
    assert len(addresses) == len(set(addresses)) == len(archive.registries.programs) + 1


def test_a_card_is_small_and_of_the_size_that_networks_ask_for(painter: Painter) -> None:
    data = painter.draw(CARD)
    with Image.open(BytesIO(data)) as image:
        assert (image.size, image.format, image.mode) == (SIZE, "PNG", "P")
        assert image.convert("RGB").getpixel((SIZE[0] - 1, 0)) == PAPER
    assert len(data) < 40_000


def test_a_drawing_is_repeatable(painter: Painter) -> None:
    assert painter.draw(CARD) == Painter(FONT.read_bytes()).draw(CARD)


def test_every_letter_of_vietnamese_is_in_the_font(painter: Painter) -> None:
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [
        unicodedata.normalize("NFC", v + m) for v in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for m in marks
    ]
    missing = painter.draw(replace(CARD, title="\ue000"))
    same = [a for a in (*letters, "đ", "Đ") if painter.draw(replace(CARD, title=a)) == missing]
    assert same == []


@pytest.mark.parametrize("long", ["Chương trình phối hợp " * 40, "x" * 900, ""])
def test_nothing_runs_over_the_edge(painter: Painter, long: str) -> None:
    for card in (
        replace(CARD, title=long),
        replace(CARD, text=long),
        replace(CARD, title=long, text=""),
    ):
        with Image.open(BytesIO(painter.draw(card))) as image:
            edge = image.convert("RGB").crop((1114, 0, *SIZE))
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
def test_a_text_takes_the_lines_it_may(text: str, width: int, most: int) -> None:
    set_ = fit(text, (3, 2, 1), most, width, lambda size: lambda line: len(line) * size)
    assert len(set_.lines) <= most
    assert set_.size in {1, 2, 3}
    assert any(line.endswith(ELLIPSIS) for line in set_.lines) or "".join(set_.lines).replace(
        " ", ""
    ) == text.replace(" ", "")


@given(WORDS)
def test_a_line_is_as_wide_as_its_words(text: str) -> None:
    assert Ruler(len)(text) == len(text)


def test_cards_are_drawn_once(tmp_path: Path, drawings: list[str]) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    wanted = lay_cards([CARD], FONT, site, store)
    [address] = wanted
    first = (site / address).stat()
    assert lay_cards([CARD], FONT, site, store) == wanted
    assert (site / address).stat() == first
    (site / address).write_bytes(b"hong")
    lay_cards([CARD], FONT, site, store)
    assert (site / address).stat().st_size == first.st_size
    assert drawings == [CARD.title]


def test_a_renamed_programme_is_drawn_again_and_no_other(
    tmp_path: Path, drawings: list[str]
) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    renamed = replace(CARD, title="Tên mới")
    other = replace(CARD, name="khac", title="Chương trình khác")
    lay_cards([CARD, other], FONT, site, store)
    lay_cards([renamed, other], FONT, site, store)
    assert drawings == [CARD.title, other.title, renamed.title]
    kept = {entry.name for entry in (tmp_path / "cache").iterdir()}
    assert kept == {Path(card.address()).name for card in (renamed, other)}


def test_a_damaged_cache_is_noticed(tmp_path: Path, drawings: list[str]) -> None:
    site, store = tmp_path / "site", PictureStore(Cache(tmp_path / "cache"))
    [address] = lay_cards([CARD], FONT, site, store)
    [entry] = (tmp_path / "cache").iterdir()
    entry.write_bytes(entry.read_bytes()[:-9])
    lay_cards([CARD], FONT, site, store)
    with Image.open(site / address) as image:
        assert image.size == SIZE
    assert drawings == [CARD.title] * 2
