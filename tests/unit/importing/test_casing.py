"""Titles set in capitals, put as the house writes them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.casing import recase
from bantin.importing.cleaning.page import Page
from bantin.importing.extract.blocks import Block
from bantin.model import Registries
from bantin.reading import Content, read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def archive() -> Content:
    return read(ROOT / "docs", ROOT / "data")


def titled(text: str, *body: str) -> Page:
    return Page(Finding(text, text, "cao"), None, tuple(map(Block, body)))


SHOUTED: Mapping[str, str] = {
    "TỔNG KẾT CHƯƠNG TRÌNH PHỐI HỢP GIỮA LIÊN ĐOÀN LAO ĐỘNG TỈNH VÀ TOÀ ÁN NHÂN DÂN TỈNH": (
        "Tổng kết chương trình phối hợp giữa Liên đoàn Lao động tỉnh và Tòa án nhân dân tỉnh"
    ),
    "UBND TỈNH VÀ UỶ BAN MTTQ VIỆT NAM TỈNH GIA LAI GIAO BAN QUÝ II": (
        "UBND tỉnh và Ủy ban MTTQ Việt Nam tỉnh Gia Lai giao ban quý II"
    ),
    "SƠ KẾT 10 NĂM THỰC HIỆN CHƯƠNG TRÌNH PHỐI HỢP SỐ 09/CTR-BCA-MTTW, NGHỊ ĐỊNH 03": (
        "Sơ kết 10 năm thực hiện Chương trình phối hợp số 09/CTr-BCA-MTTW, Nghị định 03"
    ),
}


@pytest.mark.parametrize("shouted", SHOUTED)
def test_names_of_the_registries_keep_their_capitals(shouted: str, archive: Content) -> None:
    title = recase(titled(shouted), archive.registries).title
    assert title.value == SHOUTED[shouted]
    assert shouted in title.evidence
    assert title.confidence != "cao"


def test_names_are_learnt_from_the_text_below() -> None:
    page = titled("CHI HỘI BẢN KA TĂNG HỌP CÙNG ĐỒN", "Chi hội bản Ka Tăng họp với đồn.")
    assert recase(page, Registries()).title.value == "Chi hội bản Ka Tăng họp cùng đồn"


def test_a_title_in_small_letters_is_left_alone(archive: Content) -> None:
    page = titled("Hội nghị giao ban MTTQ")
    assert recase(page, archive.registries) is page


def test_most_titles_of_the_archive_come_back_as_they_were(archive: Content) -> None:
    titles = [article.front.title for article in archive.articles]
    back = [recase(titled(title.upper()), archive.registries).title.value for title in titles]
    assert [title.lower() for title in back] == [title.lower() for title in titles]
    same = sum(one == other for one, other in zip(back, titles, strict=True))
    assert same / len(titles) > 0.75
