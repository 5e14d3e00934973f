"""Initials find what they stand for, without an entry that an editor wrote."""

from pathlib import Path

import pytest
from tests.search.conftest import DAY, Ask
from tests.search.test_alike import assert_same

from bantin.catalog import Catalog, build_catalog
from bantin.reading import read
from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import FOLDER
from bantin.search.indexing.short_forms import head_of, initials, initials_of, short_forms
from bantin.search.query import IndexReader, Searcher
from bantin.search.updating import write_index

AGENCIES = """
- {id: so-y-te, name: Sở Y tế tỉnh Hà Nam, kind: chinh-quyen, level: tinh, province: ha-nam}
- id: sgd
  name: Sở Giáo dục và Đào tạo tỉnh Hà Nam
  kind: chinh-quyen
  level: tinh
  province: ha-nam
"""
PROVINCES = "- {id: ha-nam, name: Hà Nam, type: tinh}\n"
ARTICLE = """---
title: {title}
date: 2020-0{number}-01
agencies: [{agencies}]
---

{text}
"""
TEXTS = (
    ("Hai ngành họp bàn", "so-y-te", "Hai bên ký quy chế trao đổi thông tin trong tháng."),
    ("Trường học an toàn", "sgd", "Các trường trao đổi thông tin hằng tuần."),
    ("Họp tại huyện", "", "Sở Y tế dự họp; hai bên trao đổi thông tin."),
    ("Ký sổ 12/QCPH-SYT", "", "Văn bản số 12/QCPH-SYT-TTYT được ký."),
    ("Giao ban tuần", "", "Quy chế phối hợp được nhắc lại. Quy chế phối hợp có hiệu lực."),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalog, Path]:
    folder = tmp_path_factory.mktemp("short-forms")
    (folder / "data").mkdir()
    (folder / "data" / "agencies.yml").write_text(AGENCIES, encoding="utf-8")
    (folder / "data" / "provinces.yml").write_text(PROVINCES, encoding="utf-8")
    news = folder / "docs" / "tin" / "2020"
    news.mkdir(parents=True)
    for number, (title, agencies, text) in enumerate(TEXTS, 1):
        article = ARTICLE.format(title=title, number=number, agencies=agencies, text=text)
        (news / f"{number}.md").write_text(article, encoding="utf-8")
    catalog = build_catalog(read(folder / "docs", folder / "data"), DAY)
    write_index(catalog, Bodies(folder / "docs").sections, SiteFiles(folder / "site"))
    return catalog, folder / "site" / FOLDER


@pytest.mark.parametrize(
    ("phrase", "letters"),
    [
        ("Sở Y tế", "SYT"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("Hội Liên hiệp Phụ nữ", "HLHPN"),
        ("trật tự, an toàn xã hội", "TTATXH"),
    ],
)
def test_initials(phrase: str, letters: str) -> None:
    assert initials(phrase) == letters


def test_an_agency_is_known_by_its_initials_and_place(archive: Catalog) -> None:
    registries = archive.registries
    agencies = registries.agencies
    assert head_of(agencies["ca-quang-nam"], registries) == ("Công an", "Quảng Nam")
    assert head_of(agencies["bdvtu-quang-nam"], registries)[0] == "Ban Dân vận Tỉnh ủy"
    assert head_of(agencies["nhcs-an-giang"], registries) == (
        "Ngân hàng Chính sách xã hội",
        "An Giang",
    )
    assert head_of(agencies["bca"], registries) == ("Bộ Công an", "")
    # Its names have them already.
    assert initials_of(agencies["bca"], registries) == ()


def test_initials_of_agencies_and_frequent_phrases(small: tuple[Catalog, Path]) -> None:
    forms = short_forms(small[0], {})
    assert forms["syt"] == "sở y tế"
    assert forms["sgd"] == "sở giáo dục"


def test_a_phrase_gives_way_to_commoner_letters(archive: Catalog) -> None:
    assert short_forms(archive, {})["qcph"] == "quy chế phối hợp"
    assert "qcph" not in short_forms(archive, {"qcph": 90})


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("SYT", {"tin/2020/1/", "tin/2020/3/"}),
        ("syt ha nam", {"tin/2020/1/"}),
        ("SGDĐT", {"tin/2020/2/"}),
        ("12/QCPH-SYT", {"tin/2020/4/"}),
        ('"SYT"', {"tin/2020/4/"}),
    ],
)
def test_they_find(text: str, addresses: set[str], small: tuple[Catalog, Path], ask: Ask) -> None:
    index = small[1]
    searcher = Searcher(IndexReader(lambda path: (index / path).read_bytes()))
    found = searcher.search(text, is_finished=True)
    assert {searcher.index.card(doc)["address"] for doc in found.docs} == addresses
    assert_same(ask(index, [{"text": text, "isFinished": True}]), [found])


def test_what_was_spelled_out_is_told(searcher: Searcher) -> None:
    assert searcher.search("QCPH").searched_for == "quy chế phối hợp"
    assert searcher.search("qcph 2023", is_finished=True).searched_for == "quy che phoi hop 2023"


@pytest.mark.parametrize("text", ["SYT", "KBNN", "VKSND", "STP", "SYT tuyên quang"])
def test_capitals_are_never_mended(text: str, searcher: Searcher) -> None:
    found = searcher.search(text, is_finished=True)
    assert found.searched_for == found.offered == ""


def test_the_browser_spells_out_alike(ask: Ask, index: Path, searcher: Searcher) -> None:
    texts = ["QCPH", "khph 2021", "HCCB", "hlhpn quảng nam", "SYT tuyên quang", '"QCPH"', "NCUT,"]
    assert_same(ask(index, [{"text": text} for text in texts]), [searcher.search(t) for t in texts])
