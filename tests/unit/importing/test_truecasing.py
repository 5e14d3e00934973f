"""Titles set all in capitals, rewritten with small letters except in names."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.cleaning.truecasing import truecase_title
from bantin.importing.extract.blocks import Block
from bantin.model import Registries
from bantin.reading import Content, read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def archive() -> Content:
    return read(ROOT / "docs", ROOT / "data")


def page_titled(text: str, *body: str) -> ImportPage:
    return ImportPage(Finding(text, text, "cao"), None, tuple(map(Block, body)))


TITLES: Mapping[str, str] = {
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


@pytest.mark.parametrize("shouted", TITLES)
def test_names_of_the_registries_keep_their_capitals(shouted: str, archive: Content) -> None:
    title = truecase_title(page_titled(shouted), archive.registries).title
    assert title.value == TITLES[shouted]
    assert shouted in title.evidence
    assert title.confidence != "cao"


def test_names_in_the_text_keep_their_capitals_in_the_title() -> None:
    page = page_titled("CHI HỘI BẢN KA TĂNG HỌP CÙNG ĐỒN", "Chi hội bản Ka Tăng họp với đồn.")
    assert truecase_title(page, Registries()).title.value == "Chi hội bản Ka Tăng họp cùng đồn"


def test_a_title_in_small_letters_is_unchanged(archive: Content) -> None:
    page = page_titled("Hội nghị giao ban MTTQ")
    assert truecase_title(page, archive.registries) is page


def test_most_titles_of_the_archive_survive_capitals(archive: Content) -> None:
    titles = [article.front.title for article in archive.articles]
    truecased = [
        truecase_title(page_titled(title.upper()), archive.registries).title.value
        for title in titles
    ]
    assert [title.lower() for title in truecased] == [title.lower() for title in titles]
    same = sum(one == other for one, other in zip(truecased, titles, strict=True))
    assert same / len(titles) > 0.75
